"""When a deadline falls due, and on which working date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from roadmapkit.deadlines.calendars.civil_code import Shift, shift
from roadmapkit.deadlines.calendars.production import WorkCalendar
from roadmapkit.deadlines.dating.context import Context
from roadmapkit.deadlines.meaning import Occurrence
from roadmapkit.diagnostics import Message
from roadmapkit.errors import CalendarCoverageError

__all__ = ["occurrence", "single_occurrence"]


def single_occurrence(
    start: date | None, end: date | None, context: Context, *, exact: bool
) -> tuple[Occurrence, ...]:
    """Return the one occurrence between the dates that a phrase fixes.

    Args:
        start: First day; where it is open, the period's or the same as *end*.
        end: Last day; where it is open, the period's.
        context: Period and calendar.
        exact: The phrase names the day on which the term ends.

    Returns:
        Nothing where an open end has no period to close it.
    """
    period = context.period
    if start is None and end is None:
        return ()
    if end is None:
        if period is None or start is None:
            return ()
        end = max(period.end, start)
    if start is None:
        start = min(period.start, end) if period is not None else end
    return (occurrence(start, end, context, exact=exact),)


def occurrence(
    start: date, end: date, context: Context, *, exact: bool, times: int = 1
) -> Occurrence:
    """Return the occurrence with its working date; only a named day is moved off a day off."""
    period = context.period
    outside = period is not None and not period.contains(start, end)
    found = Occurrence(start, end, end, outside_period=outside, times=times)
    if not exact or context.calendar is None or context.policy is Shift.NONE:
        return found
    try:
        due = _working_day(end, context, context.calendar)
    except CalendarCoverageError as error:
        context.unknown_years.add(error.year)
        reason = Message("the production calendar does not know the year {year}", year=error.year)
        return replace(found, because=(reason,))
    if due == end:
        return found
    return replace(found, due=due, because=(_reason(end, due),))


def _working_day(day: date, context: Context, calendar: WorkCalendar) -> date:
    """Return the working date of a term that ends on a day off.

    Nothing can be due before the plan begins or its act is signed: where the working day
    before is such a one, the term ends on the next, as a term does without a custom.

    Source:
        Civil Code of the RF (ГК РФ), art. 193.
    """
    due = shift(day, context.policy, calendar)
    begins = [context.period.start] if context.period is not None else []
    begins += [context.signed_on] if context.signed_on is not None else []
    if any(due < first <= day for first in begins):
        return shift(day, Shift.NEXT, calendar)
    return due


def _reason(end: date, due: date) -> Message:
    if due > end:
        return Message(
            "{end} is a day off, so the term ends on {due} (ГК РФ, ст. 193)", end=end, due=due
        )
    return Message(
        "{end} is a day off, so the work is due on the working day before, {due}",
        end=end,
        due=due,
    )
