"""What part of a plan's period its terms cover, and how many of them can be checked."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.lazily import dataclass
from roadmapkit.resolve import ResolvedRoadmap, ResolvedSection
from roadmapkit.resolve.resolved import ResolvedDue

__all__ = ["Gap", "is_undated", "sections_without_term", "uncovered"]

_UNDATED = (DeadlineKind.CONTINUOUS, DeadlineKind.SCHEDULE)
_FEW = 2
"""Activities of a section in which a term is not just one blank."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Whole months one behind the other that no term touches."""

    start: date
    end: date

    @property
    def months(self) -> tuple[int, ...]:
        """The months, 1 to 12, in order."""
        count = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        return tuple((self.start.month - 1 + step) % 12 + 1 for step in range(count))


def is_undated(due: ResolvedDue) -> bool:
    """Tell whether a term names no day by which it can be checked: «постоянно», «по графику»."""
    meaning = due.meaning
    return meaning.kind in _UNDATED and not any(one.reporting for one in meaning.occurrences)


def sections_without_term(plan: ResolvedRoadmap) -> tuple[ResolvedSection, ...]:
    """Return the sections in which nothing has a term, of a plan most of which has."""
    rows = [row for section in plan.sections for row in section.activities]
    if 2 * sum(row.due is not None for row in rows) < len(rows):
        return ()
    return tuple(
        section
        for section in plan.sections
        if section.section is not None
        and len(section.activities) >= _FEW
        and all(row.due is None for row in section.activities)
    )


def uncovered(start: date, end: date, terms: Iterable[ResolvedDue]) -> Iterator[Gap]:
    """Yield the runs of whole months of a time that no term touches.

    Args:
        start: First day of the time.
        end: Its last day.
        terms: The terms; what has no days covers nothing.
    """
    days = {(one.start, one.end) for term in terms for one in term.meaning.occurrences}
    touched = {
        month for first, last in days for month in _months(max(first, start), min(last, end))
    }
    run: list[tuple[int, int]] = []
    for month in (*_months(_whole(start), end), None):
        if month is not None and month not in touched:
            run.append(month)
        elif run:
            (first_year, first), (year, last) = run[0], run[-1]
            yield Gap(
                date(first_year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
            )
            run = []


def _whole(day: date) -> date:
    """Return the first day of the month that begins on a day or after it."""
    if day.day == 1:
        return day
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _months(start: date, end: date) -> Iterator[tuple[int, int]]:
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield number // 12, number % 12 + 1
