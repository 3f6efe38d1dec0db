"""Which year a term is in when the phrase does not say so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from roadmapkit.deadlines.bounds import is_approximate, term_days, term_months
from roadmapkit.deadlines.calendar import WorkCalendar
from roadmapkit.deadlines.civil_code import Shift
from roadmapkit.deadlines.codes import (
    APPROXIMATE,
    IMPOSSIBLE_DATE,
    INVERTED,
    LOCAL_TERMS,
    OUTSIDE,
    SEVERAL_READINGS,
    YEAR_OPEN,
    YEAR_STRANGE,
)
from roadmapkit.deadlines.meaning import Alternative, Bound, DeadlineKind
from roadmapkit.deadlines.period import Period, PeriodKind
from roadmapkit.deadlines.school import SchoolCalendar
from roadmapkit.deadlines.terms import order_key
from roadmapkit.deadlines.tree import Part, Scale, Term, Unit
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = [
    "Context",
    "DatedTerm",
    "date_term",
    "term_bound",
    "term_in_year",
    "term_kind",
]

_LEAP_YEAR = 2024
_MOST_CANDIDATES = 12
_FAR_AWAY = 30
_EARLIEST = 1990
_LATEST = 2100


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the phrase.

    Attributes:
        period: Period of the document.
        signed_on: Date of the act that holds the phrase.
        school: Dates of school terms.
        calendar: Production calendar; None leaves working dates alone.
        policy: What happens to a working date on a day off.
    """

    period: Period | None
    signed_on: date | None
    school: SchoolCalendar
    calendar: WorkCalendar | None
    policy: Shift


@dataclass(frozen=True, slots=True)
class DatedTerm:
    """A term with its dates, or with the reason why it has none.

    Attributes:
        term: With years where they are known.
        start: First day, where there is one.
        end: Last day, where there is one.
        broken: No such day, or a range that ends before it starts.
        months: Months at month precision; of any precision while the year is open.
        day: Day of the month while the year is open.
    """

    term: Term
    start: date | None = None
    end: date | None = None
    broken: bool = False
    months: tuple[int, ...] = ()
    day: int | None = None
    alternatives: tuple[Alternative, ...] = ()
    because: tuple[Message, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def term_kind(term: Term) -> DeadlineKind:
    """Return the kind of a calendar term that stands alone."""
    if term.first is None:
        return DeadlineKind.BY
    unit = term.first
    if not term.is_single or unit.part is not None or term.after:
        return DeadlineKind.RANGE
    return {
        Scale.DAY: DeadlineKind.DATE,
        Scale.MONTH: DeadlineKind.MONTH,
        Scale.YEAR: DeadlineKind.YEAR,
        Scale.ACADEMIC_YEAR: DeadlineKind.ACADEMIC_YEAR,
    }.get(unit.scale, DeadlineKind.RANGE)


def term_bound(term: Term) -> Bound:
    """Return how the dates of the term bind."""
    if term.first is None:
        return Bound.BY
    return Bound.FROM if term.last is None else Bound.ON


def date_term(term: Term, text: str, context: Context) -> DatedTerm:
    """Return *term* with its dates; an open year comes from the period where only one fits."""
    text = text.replace("\u00a0", " ")
    term = _in_following_year(_by_school(term, context), context)
    if impossible := _impossible(term, text, context):
        return DatedTerm(term, broken=True, diagnostics=(impossible,))
    if any(unit.year is None for unit in term.units):
        dated = _fit_year(term, text, context)
    else:
        start, end = term_days(term, context.school)
        dated = DatedTerm(term, start, end, months=_shown_months(term))
    if dated.start and dated.end and dated.end < dated.start:
        return DatedTerm(term, broken=True, diagnostics=(_inverted(text),))
    return _remarked(dated, text, context)


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
        return IMPOSSIBLE_DATE.finding(
            Message("there is no such day or term: {text!r}", text=text),
            hint=Message("Correct the number of the day, the month or the term"),
        )
    first, last = term.first, term.last
    if first and last and first.year is None and _same_month_backwards(first, last):
        return _inverted(text)
    return None


def _same_month_backwards(first: Unit, last: Unit) -> bool:
    same = first.scale is last.scale is Scale.DAY and first.month == last.month
    return same and (first.day or 0) > (last.day or 0)


def _inverted(text: str) -> Diagnostic:
    return INVERTED.finding(
        Message("the range {text!r} ends before it starts", text=text),
        hint=Message("Swap its ends or correct the years"),
    )


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
        diagnostics=(_year_open(text, period, found=bool(fitting)),),
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


def _year_open(text: str, period: Period | None, *, found: bool) -> Diagnostic:
    if period is None:
        message = Message("no year is written in {text!r}, and no period is known", text=text)
    elif found:
        message = Message(
            "no year is written in {text!r}, and several fit the period {period!r}",
            text=text,
            period=period.written,
        )
    else:
        message = Message(
            "no year is written in {text!r}, and none fits the period {period!r}",
            text=text,
            period=period.written,
        )
    return YEAR_OPEN.finding(message, hint=Message("Write the year"))


def _remarked(dated: DatedTerm, text: str, context: Context) -> DatedTerm:
    """Add what a careful reader would say about the dates."""
    term = dated.term
    found = list(dated.diagnostics)
    because = list(dated.because)
    alternatives = list(dated.alternatives)
    for unit in term.units:
        if unit.scale.is_school and not _plain_academic(unit):
            because.append(_school_reason(unit, context))
            if unit.year is None or not context.school.knows(unit.year):
                found.append(_local(text))
    if any(is_approximate(unit) for unit in term.units) and (dated.start or dated.end):
        found.append(_approximate(text))
    if term.before and term.first is None and term.last is not None and dated.end is not None:
        because.append(
            Message("{text!r} ends on the last day before it: {end}", text=text, end=dated.end)
        )
        if term.last.scale in {Scale.MONTH, Scale.YEAR}:
            found.append(_ambiguous_until(text, dated.end))
            alternatives.extend(_until_alternatives(term.last, context))
    found.extend(_strange_years(dated, text, context))
    if dated.start or dated.end:
        found.extend(_outside(dated, text, context))
    return replace(
        dated,
        because=tuple(dict.fromkeys(because)),
        diagnostics=tuple(dict.fromkeys(found)),
        alternatives=tuple(alternatives),
    )


def _plain_academic(unit: Unit) -> bool:
    return unit.scale is Scale.ACADEMIC_YEAR and unit.part is None


def _school_reason(unit: Unit, context: Context) -> Message:
    known = unit.year is not None and context.school.knows(unit.year)
    if known:
        return Message("the dates of school terms come from the school's timetable")
    if unit.scale is Scale.ACADEMIC_YEAR and unit.part is Part.END:
        return Message("lessons end on 26 May by the recommended default, not on 31 August")
    return Message("the dates of school terms are the recommended default")


def _local(text: str) -> Diagnostic:
    return LOCAL_TERMS.finding(
        Message("the dates of {text!r} are the recommended default", text=text),
        hint=Message("Put the school's own terms into the settings"),
    )


def _approximate(text: str) -> Diagnostic:
    return APPROXIMATE.finding(
        Message("{text!r} has no exact dates; the usual ones were taken", text=text),
        hint=Message("Write the days if they matter"),
    )


def _ambiguous_until(text: str, end: date) -> Diagnostic:
    return SEVERAL_READINGS.finding(
        Message("{text!r} is read as until {end}, but can be read as until a later day",
                text=text, end=end),
        hint=Message("Write the day: до 31 октября, or до конца октября"),
    )  # fmt: skip


def _until_alternatives(unit: Unit, context: Context) -> list[Alternative]:
    whole = term_days(Term(unit, unit), context.school)
    return [
        Alternative(DeadlineKind.BY, None, day, None, Message("the time named counts too"))
        for day in whole
    ]


def _strange_years(dated: DatedTerm, text: str, context: Context) -> list[Diagnostic]:
    period = context.period
    low = min(_EARLIEST, period.start.year) if period else _EARLIEST
    high = max(_LATEST, period.end.year) if period else _LATEST
    if period is not None:
        low = max(low, period.start.year - _FAR_AWAY)
        high = min(high, period.end.year + _FAR_AWAY)
    years = sorted({u.year for u in dated.term.units if u.year is not None})
    return [
        YEAR_STRANGE.finding(
            Message("the year {year} in {text!r} is far from the others", year=year, text=text),
            hint=Message("Check the year"),
        )
        for year in years
        if not low <= year <= high
    ]


def _outside(dated: DatedTerm, text: str, context: Context) -> list[Diagnostic]:
    period = context.period
    first, last = dated.start or dated.end, dated.end or dated.start
    if period is None or first is None or last is None or period.contains(first, last):
        return []
    return [
        OUTSIDE.finding(
            Message(
                "{text!r} does not lie within the period {period!r}",
                text=text,
                period=period.written,
            ),
            hint=Message("Correct the date or the period"),
        )
    ]
