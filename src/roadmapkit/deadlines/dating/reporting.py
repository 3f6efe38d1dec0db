"""Reporting dates of the house: when a term without a date of its own is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from roadmapkit.deadlines.calendars.period import Period, PeriodKind
from roadmapkit.deadlines.dating.combined import in_order
from roadmapkit.deadlines.dating.context import Context
from roadmapkit.deadlines.dating.occurrences import occurrence
from roadmapkit.deadlines.meaning import Deadline, DeadlineKind, Occurrence
from roadmapkit.deadlines.phrases.compose import compose
from roadmapkit.deadlines.phrases.grammar import phrase_items
from roadmapkit.deadlines.phrases.noise import tokenize
from roadmapkit.deadlines.phrases.tree import Reading, Scale, Through
from roadmapkit.diagnostics import Message

__all__ = ["Resolve", "report_days", "with_reporting"]

Resolve = Callable[[Reading, str, Context], Deadline]

_DAY = timedelta(days=1)
_YEARS_ON = 2
_WHOLE_YEARS = frozenset({Scale.YEAR, Scale.ACADEMIC_YEAR})


def with_reporting(found: Deadline, context: Context, resolve: Resolve) -> Deadline:
    """Return the deadline with the reporting dates where it has no date of its own.

    Args:
        found: Of any kind; what has its own dates stays as it is.
        context: Period, and the house's reporting dates.
        resolve: Reads a phrase of the house as any other.
    """
    if not context.reporting or not _is_dateless(found):
        return found
    period = context.period
    start = found.start or (period.start if period else None)
    end = found.end or (period.end if period else None)
    if start is None or end is None or end < start:
        return found
    occurrences: list[Occurrence] = []
    reasons: list[Message] = []
    for rule in context.reporting:
        days = _of_term(report_days(rule, start, end, context, resolve), start, end)
        if days:
            reasons.append(Message("the house reports {rule}", rule=rule))
        occurrences.extend(_in_turn(days, start, context, reasons[-1:]))
    if not occurrences:
        return found
    return replace(found, occurrences=in_order(occurrences), because=(*found.because, *reasons))


def _is_dateless(found: Deadline) -> bool:
    """True for what lasts a year or for good, for schedules, and for what no date follows from."""
    match found.kind:
        case DeadlineKind.SCHEDULE:
            return True
        case DeadlineKind.EVENT:
            return not found.occurrences and found.start is None and found.end is None
        case DeadlineKind.RECURRING:
            return found.frequency is None and not found.occurrences
        case DeadlineKind.CONTINUOUS:
            reading = found.reading
            return reading.through is not Through.TERM or all(
                unit.scale in _WHOLE_YEARS and unit.part is None
                for term in reading.terms
                for unit in term.units
            )
        case _:
            return False


def report_days(
    rule: str, start: date, end: date, context: Context, resolve: Resolve
) -> tuple[Occurrence, ...]:
    """Return the reporting times of one rule from the year of *start* to well after *end*."""
    reading = _reading(rule)
    every = reading.recurrence.every if reading.recurrence else 1
    around = Period(
        date(start.year, 1, 1),
        date(end.year + _YEARS_ON * every, 12, 31),
        PeriodKind.YEARS,
        rule,
    )
    beside = replace(context, period=around, reporting=(), base=None, calendar=None)
    return in_order(resolve(reading, rule, beside).occurrences)


@lru_cache(maxsize=64)
def _reading(rule: str) -> Reading:
    items, _ = phrase_items(tokenize(rule).tokens, rule)
    return compose(items)


def _of_term(days: tuple[Occurrence, ...], start: date, end: date) -> list[date]:
    """Return the reporting days of a term: the last is the first whose time begins after it."""
    found: list[date] = []
    for one in days:
        if one.start <= start:
            continue
        found.append(one.end)
        if one.start > end:
            break
    return found


def _in_turn(
    days: list[date], start: date, context: Context, because: list[Message]
) -> list[Occurrence]:
    """Return one occurrence for each report: the time since the one before it."""
    found: list[Occurrence] = []
    for day in days:
        one = occurrence(start, day, context, exact=True)
        found.append(replace(one, reporting=True, because=(*because, *one.because)))
        start = day + _DAY
    return found
