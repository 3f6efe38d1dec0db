"""Every occurrence of a recurrence within its bounds and the period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from roadmapkit.deadlines.calendars.period import PeriodKind
from roadmapkit.deadlines.dating.bounds import month_end, term_days
from roadmapkit.deadlines.dating.context import Context
from roadmapkit.deadlines.dating.occurrences import occurrence
from roadmapkit.deadlines.dating.terms import term_in_year
from roadmapkit.deadlines.meaning import Occurrence
from roadmapkit.deadlines.phrases.tree import Frequency, Recurrence, Scale, Term
from roadmapkit.lazily import dataclass

__all__ = ["Series", "series_occurrences"]

_DAY = timedelta(days=1)
_MONTHS_OF = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6}
_YEARLY = frozenset({Frequency.YEARLY, Frequency.ACADEMIC_YEAR})

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Series:
    """A recurrence with everything that places it in time.

    Attributes:
        recurrence: How often.
        windows: Parts of the year in which it recurs.
        months: Months in which it falls due; empty for all.
        day: Day of the month on which it falls due, -1 for the last.
        start: First day that the phrase fixes.
        end: Last day that the phrase fixes.
        bounded: The period itself was named as the bounds.
    """

    recurrence: Recurrence
    windows: tuple[Term, ...]
    months: tuple[int, ...]
    day: int | None
    start: date | None
    end: date | None
    bounded: bool


def series_occurrences(series: Series, context: Context) -> tuple[Occurrence, ...]:
    """Return the occurrences in order; none where an end is open and no period closes it.

    What the phrase dates itself is kept even outside the period; the rest is clipped to it.
    """
    period = context.period
    low = series.start or (period.start if period else None)
    high = series.end or (period.end if period else None)
    if low is None or high is None or series.recurrence.frequency is None:
        return ()
    slices = list(_slices(series, low, max(low, high), context))
    if series.start is not None and series.end is None and high < low:
        slices = slices[:1] or list(_slices(series, low, low + 366 * _DAY, context))[:1]
    exact = series.day is not None or bool(series.recurrence.weekdays)
    windowed = bool(series.windows or series.months)
    times = 1 if windowed else series.recurrence.count or 1
    return tuple(
        occurrence(start, end, context, exact=exact, times=times)
        for start, end in slices[:: series.recurrence.every]
    )


def _slices(series: Series, low: date, high: date, context: Context) -> Iterator[Days]:
    """Yield first and last day of each time, within *low* – *high*."""
    frequency = series.recurrence.frequency
    if frequency in _YEARLY:
        source = _windows(series, low, high, context) if series.windows else None
        source = source or _plain_years(series, low, high, context)
    elif frequency is Frequency.ACADEMIC_TERM:
        source = _school_terms(low, high, context)
    elif frequency is Frequency.WEEKLY:
        source = _weeks(series, low, high)
    elif series.months or series.day is not None:
        source = _months(series, low, high)
    else:
        source = _groups_of_months(_MONTHS_OF[frequency], low, high) if frequency else iter(())
    for start, end in source:
        if end < low or start > high:
            continue
        explicit = series.windows and series.start is not None and series.end is None
        if explicit and start <= high:
            yield start, end
        else:
            yield max(start, low), min(end, high)


def _windows(series: Series, low: date, high: date, context: Context) -> Iterator[Days]:
    """Yield the windows of every year; months that follow on each other are one window."""
    windows = _merged(series.windows)
    for year in range(low.year - 1, high.year + 1):
        for window in windows:
            try:
                start, end = term_days(term_in_year(window, year), context.school)
            except ValueError:
                continue
            last = end or start
            if last is not None:
                yield start or date(last.year, 1, 1), last


def _merged(windows: tuple[Term, ...]) -> list[Term]:
    merged: list[Term] = []
    for window in windows:
        last = merged[-1].last if merged else None
        first = window.first
        if (
            last is not None
            and first is not None
            and merged[-1].first is not None
            and first.scale is last.scale is Scale.MONTH
            and first.month == (last.month or 0) % 12 + 1
        ):
            merged[-1] = Term(merged[-1].first, window.last)
        else:
            merged.append(window)
    return merged


def _plain_years(series: Series, low: date, high: date, context: Context) -> Iterator[Days]:
    if series.months and series.day is not None:
        yield from _months(series, low, high)
        return
    period = context.period
    academic = series.recurrence.frequency is Frequency.ACADEMIC_YEAR or (
        period is not None and period.kind is PeriodKind.ACADEMIC_YEAR and series.start is None
    )
    for year in range(low.year - 1, high.year + 1):
        if academic:
            yield context.school.year(year).days(Scale.ACADEMIC_YEAR)
        else:
            yield date(year, 1, 1), date(year, 12, 31)


def _school_terms(low: date, high: date, context: Context) -> Iterator[Days]:
    for year in range(low.year - 1, high.year + 1):
        yield from context.school.year(year).divisions


def _weeks(series: Series, low: date, high: date) -> Iterator[Days]:
    monday = low - timedelta(days=low.weekday())
    while monday <= high:
        if series.months and monday.month not in series.months:
            pass
        elif series.recurrence.weekdays:
            for weekday in series.recurrence.weekdays:
                day = monday + timedelta(days=weekday - 1)
                yield day, day
        else:
            yield monday, monday + 6 * _DAY
        monday += 7 * _DAY


def _months(series: Series, low: date, high: date) -> Iterator[Days]:
    first = low.replace(day=1)
    while first <= high:
        last = month_end(first.year, first.month)
        if not series.months or first.month in series.months:
            yield _within_month(series, first, last)
        first = last + _DAY


def _within_month(series: Series, first: date, last: date) -> Days:
    if series.day is None:
        return first, last
    due = last if series.day == -1 else first.replace(day=min(series.day, last.day))
    since = series.recurrence.since_day
    if since is not None:
        return min(first.replace(day=min(since, last.day)), due), due
    return (first if series.recurrence.by else due), due


def _groups_of_months(length: int, low: date, high: date) -> Iterator[Days]:
    first = low.replace(month=(low.month - 1) // length * length + 1, day=1)
    while first <= high:
        place = first.month + length - 1
        last = month_end(first.year, place)
        yield first, last
        first = last + _DAY
