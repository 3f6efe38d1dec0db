"""Which year a term is in when the phrase does not say so."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.calendars.period import PeriodKind
from roadmapkit.deadlines.codes import IMPOSSIBLE_DATE
from roadmapkit.deadlines.dating.bounds import term_days, term_months
from roadmapkit.deadlines.dating.context import Context, DatedTerm, term_kind
from roadmapkit.deadlines.dating.remarks import inverted_range, remarked, week_open, year_open
from roadmapkit.deadlines.meaning import Alternative
from roadmapkit.deadlines.phrases.ranges import order_key
from roadmapkit.deadlines.phrases.tree import Scale, Term, Unit
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["date_term", "term_in_year"]

_LEAP_YEAR = 2024
_MOST_CANDIDATES = 12


def date_term(term: Term, text: str, context: Context) -> DatedTerm:
    """Return *term* with its dates; an open year comes from the period where only one fits."""
    text = text.replace("\u00a0", " ")
    if any(unit.scale is Scale.WEEKDAY and unit.month is None for unit in term.units):
        return DatedTerm(term, diagnostics=(week_open(text),))
    term = _in_following_year(_by_school(term, context), context)
    if impossible := _impossible(term, text, context):
        return DatedTerm(term, broken=True, diagnostics=(impossible,))
    if any(unit.year is None for unit in term.units):
        dated = _fit_year(term, text, context)
    else:
        start, end = term_days(term, context.school)
        dated = DatedTerm(term, start, end, months=_shown_months(term))
    if dated.start and dated.end and dated.end < dated.start:
        return DatedTerm(term, broken=True, diagnostics=(inverted_range(text),))
    return remarked(dated, text, context)


def _in_following_year(term: Term, context: Context) -> Term:
    """«Следующего года» is the year after a period of one year."""
    period = context.period
    if period is None or not period.is_one_year:
        return term
    year = period.start.year + 1

    def dated(unit: Unit | None) -> Unit | None:
        if unit is None or not unit.following:
            return unit
        return replace(unit, year=year, following=False)

    return replace(term, first=dated(term.first), last=dated(term.last))


def _by_school(term: Term, context: Context) -> Term:
    """In the plan of an academic year «I полугодие» is that of the academic year."""
    period = context.period
    if period is None or period.kind is not PeriodKind.ACADEMIC_YEAR:
        return term
    if any(unit.scale is not Scale.HALF for unit in term.units):
        return term
    return replace(term, first=_school_half(term.first), last=_school_half(term.last))


def _school_half(unit: Unit | None) -> Unit | None:
    if unit is None or unit.scale is not Scale.HALF or unit.year is not None:
        return unit
    return replace(unit, scale=Scale.SCHOOL_HALF)


def _shown_months(term: Term) -> tuple[int, ...]:
    closed = term.first is not None and term.last is not None
    return term_months(term) if closed else ()


def _impossible(term: Term, text: str, context: Context) -> Diagnostic | None:
    probe = term_in_year(term, _LEAP_YEAR) if any(u.year is None for u in term.units) else term
    try:
        term_days(probe, context.school)
    except (ValueError, OverflowError):
        return IMPOSSIBLE_DATE.at(
            None,
            Message("There is no such day or term: {text!r}", text=text),
            hint=Message("Correct the number of the day, the month or the term"),
        )
    first, last = term.first, term.last
    if first and last and first.year is None and _same_month_backwards(first, last):
        return inverted_range(text)
    return None


def _same_month_backwards(first: Unit, last: Unit) -> bool:
    same = first.scale is last.scale is Scale.DAY and first.month == last.month
    return same and (first.day or 0) > (last.day or 0)


def term_in_year(term: Term, year: int) -> Term:
    """Return *term* with the open years filled in, across New Year where it must be."""
    first = replace(term.first, year=year) if term.first and term.first.year is None else term.first
    last = term.last
    if last is not None and last.year is None:
        wraps = (
            first is not None
            and first != replace(last, year=year)
            and order_key(first) > order_key(last)
        )
        last = replace(last, year=year + 1 if wraps else year)
    return replace(term, first=first, last=last)


def _fit_year(term: Term, text: str, context: Context) -> DatedTerm:
    """Return the term in the only year that fits the period, else with its candidates."""
    fitting, touching = _candidates(term, context)
    if any(unit.following for unit in term.units):
        fitting, touching = [], []
    period = context.period
    if len(fitting) == 1 and period is not None:
        found = fitting[0]
        start, end = term_days(found, context.school)
        reason = Message(
            "the year of {text!r} comes from the period {period!r}, which only one year fits",
            text=text,
            period=period.written,
        )
        return DatedTerm(found, start, end, months=_shown_months(found), because=(reason,))
    unit = term.last or term.first
    day = unit.day if unit is not None else None
    months = term_months(term)
    if not months and unit is not None and unit.month is not None:
        ends = [u.month for u in term.units if u.month is not None]
        months = tuple(dict.fromkeys(ends))
    return DatedTerm(
        term,
        months=months,
        day=day,
        alternatives=tuple(_alternative(c, context) for c in (fitting or touching)),
        diagnostics=(year_open(text, period, found=bool(fitting)),),
    )


def _candidates(term: Term, context: Context) -> tuple[list[Term], list[Term]]:
    """Return the term in each year in which it lies in the period, or touches it."""
    fitting: list[Term] = []
    touching: list[Term] = []
    if context.period is None:
        return fitting, _after_signing(term, context)
    period = context.period
    for year in range(period.start.year - 1, period.end.year + 1):
        candidate = term_in_year(term, year)
        try:
            start, end = term_days(candidate, context.school)
        except ValueError:
            continue
        first, last = start or end, end or start
        if first is None or last is None:
            continue
        if period.contains(first, last):
            fitting.append(candidate)
        elif period.overlaps(first, last):
            touching.append(candidate)
    return fitting[:_MOST_CANDIDATES], touching[:_MOST_CANDIDATES]


def _after_signing(term: Term, context: Context) -> list[Term]:
    """Without a period the next such day after signing is a candidate, no more."""
    if context.signed_on is None:
        return []
    for year in (context.signed_on.year, context.signed_on.year + 1):
        candidate = term_in_year(term, year)
        try:
            start, end = term_days(candidate, context.school)
        except ValueError:
            continue
        last = end or start
        if last is not None and last >= context.signed_on:
            return [candidate]
    return []


def _alternative(term: Term, context: Context) -> Alternative:
    start, end = term_days(term, context.school)
    return Alternative(term_kind(term), start, end, None, Message("one of the years that fit"))
