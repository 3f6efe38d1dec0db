"""What a careful reader would say about the dates of a term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from roadmapkit.deadlines.calendars.period import Period
from roadmapkit.deadlines.codes import (
    APPROXIMATE,
    INVERTED,
    LOCAL_TERMS,
    OUTSIDE,
    SEVERAL_READINGS,
    YEAR_OPEN,
    YEAR_STRANGE,
)
from roadmapkit.deadlines.dating.bounds import is_approximate, term_days
from roadmapkit.deadlines.dating.context import Context, DatedTerm
from roadmapkit.deadlines.meaning import Alternative, DeadlineKind
from roadmapkit.deadlines.phrases.tree import Part, Scale, Term, Unit
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["inverted_range", "remarked", "week_open", "year_open"]

_FAR_AWAY = 30
_EARLIEST = 1990
_LATEST = 2100


def remarked(dated: DatedTerm, text: str, context: Context) -> DatedTerm:
    """Add what a careful reader would say about the dates."""
    term = dated.term
    found = list(dated.diagnostics)
    because = list(dated.because)
    alternatives = list(dated.alternatives)
    for unit in term.units:
        if unit.scale.is_school and not _plain_academic(unit):
            because.append(_school_reason(unit, context))
            if unit.year is None or not context.school.knows(unit.year):
                found.append(local_terms(text))
    if any(is_approximate(unit) for unit in term.units) and (dated.start or dated.end):
        found.append(_approximate(text))
    if term.before and term.first is None and term.last is not None and dated.end is not None:
        because.append(
            Message("{text!r} ends on the last day before it: {end}", text=text, end=dated.end)
        )
    until = term.last if term.before else None
    if until is not None and until.scale in {Scale.MONTH, Scale.YEAR} and dated.end is not None:
        found.append(_ambiguous_until(text, dated.end))
        alternatives.extend(_until_alternatives(until, dated.start, context))
    found.extend(_strange_years(dated, text, context))
    if dated.start or dated.end:
        found.extend(_outside(dated, text, context))
    if not because and (dated.start or dated.end):
        because.append(_plain_reason(term, text))
    return replace(
        dated,
        because=tuple(dict.fromkeys(because)),
        diagnostics=tuple(dict.fromkeys(found)),
        alternatives=tuple(alternatives),
    )


def _plain_reason(term: Term, text: str) -> Message:
    """Return the rule behind dates that the phrase names itself."""
    if term.first is None and term.last is not None and term.last.scale is Scale.DAY:
        return Message(
            "{text!r} includes the day named, to the end of it (ГК РФ, ст. 194)", text=text
        )
    if any(_plain_academic(unit) for unit in term.units):
        return Message("an academic year runs from 1 September to 31 August")
    if term.after:
        return Message("{text!r} begins on the next day (ГК РФ, ст. 191)", text=text)
    return Message("the dates are written in the phrase: {text!r}", text=text)


def _plain_academic(unit: Unit) -> bool:
    return unit.scale is Scale.ACADEMIC_YEAR and unit.part is None


def _school_reason(unit: Unit, context: Context) -> Message:
    known = unit.year is not None and context.school.knows(unit.year)
    if known:
        return Message("the dates of school terms come from the school's timetable")
    if unit.scale is Scale.ACADEMIC_YEAR and unit.part is Part.END:
        return Message("lessons end on 26 May by the recommended default, not on 31 August")
    return Message("the dates of school terms are the recommended default")


def local_terms(text: str) -> Diagnostic:
    """Return the finding that dates of school terms are not the school's own."""
    return LOCAL_TERMS.at(
        None,
        Message("The dates of {text!r} are the recommended default", text=text),
        hint=Message(
            "Write the dates in digits where the local terms differ, or give school_years in "
            "the settings"
        ),
    )


def _approximate(text: str) -> Diagnostic:
    return APPROXIMATE.at(
        None,
        Message("{text!r} has no exact dates; the usual ones were taken", text=text),
        hint=Message("Write the days if they matter"),
    )


def _ambiguous_until(text: str, end: date) -> Diagnostic:
    return SEVERAL_READINGS.at(
        None,
        Message(
            "{text!r} is read as until {end}, but can be read as until a later day",
            text=text,
            end=end,
        ),
        hint=Message("Write the day: до 31 октября, or до конца октября"),
    )


def _until_alternatives(unit: Unit, start: date | None, context: Context) -> list[Alternative]:
    whole = term_days(Term(unit, unit), context.school)
    kind = DeadlineKind.BY if start is None else DeadlineKind.RANGE
    return [
        Alternative(kind, start, day, None, Message("the time named counts too")) for day in whole
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
        YEAR_STRANGE.at(
            None,
            Message("The year {year} in {text!r} is far from the others", year=year, text=text),
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
        OUTSIDE.at(
            None,
            Message(
                "{text!r} does not lie within the period {period!r}",
                text=text,
                period=period.written,
            ),
            hint=Message("Correct the date or the period"),
        )
    ]


def inverted_range(text: str) -> Diagnostic:
    """Return the finding that a range ends before it starts."""
    return INVERTED.at(
        None,
        Message("The range {text!r} ends before it starts", text=text),
        hint=Message("Swap its ends or correct the years"),
    )


def week_open(text: str) -> Diagnostic:
    """Return the finding that a weekday stands without its date."""
    return YEAR_OPEN.at(
        None,
        Message("It is not written of which week {text!r} is the day", text=text),
        hint=Message("Write the date, or по четвергам if it recurs every week"),
    )


def year_open(text: str, period: Period | None, *, found: bool) -> Diagnostic:
    """Return the finding that the year of a term is not known."""
    if period is None:
        message = Message("No year is written in {text!r}, and no period is known", text=text)
    elif found:
        message = Message(
            "No year is written in {text!r}, and several fit the period {period!r}",
            text=text,
            period=period.written,
        )
    else:
        message = Message(
            "No year is written in {text!r}, and none fits the period {period!r}",
            text=text,
            period=period.written,
        )
    return YEAR_OPEN.at(None, message, hint=Message("Write the year"))
