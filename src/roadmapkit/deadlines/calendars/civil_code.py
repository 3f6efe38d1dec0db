"""Arithmetic of terms, one function a clause of the Civil Code of the RF (ГК РФ)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from roadmapkit.deadlines.calendars.production import WorkCalendar

__all__ = [
    "Shift",
    "add_months",
    "add_workdays",
    "add_years",
    "first_day",
    "roll_back",
    "roll_forward",
    "shift",
]

_DAY = timedelta(days=1)


class Shift(StrEnum):
    """What happens to a working date that falls on a day off (перенос срока)."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"


def first_day(event: date) -> date:
    """Return the first day of a term that an event starts.

    Source:
        Civil Code of the RF (ГК РФ), art. 191: the day after the event.
    """
    return event + _DAY


def add_months(day: date, months: int) -> date:
    """Return the last day of a term of *months* counted from the event on *day*.

    Args:
        day: Day of the event.
        months: Length; negative counts back.

    Returns:
        The day of the same number, or the month's last day where it has none.

    Source:
        Civil Code of the RF (ГК РФ), art. 192, clause 3.
    """
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_years(day: date, years: int) -> date:
    """Return the last day of a term of *years* counted from the event on *day*.

    Source:
        Civil Code of the RF (ГК РФ), art. 192, clause 1.
    """
    return add_months(day, 12 * years)


def add_workdays(day: date, count: int, calendar: WorkCalendar) -> date:
    """Return the last day of a term of *count* working days after the event on *day*.

    Args:
        day: Day of the event, which does not count.
        count: Length in working days; negative counts back.
        calendar: Must cover every day on the way.

    Raises:
        CalendarCoverageError: A day on the way lies in a year without a decree.

    Source:
        Civil Code of the RF (ГК РФ), art. 191; counting in working days by the act itself.
    """
    step = _DAY if count >= 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= calendar.is_working_day(day)
    return day


def roll_forward(day: date, calendar: WorkCalendar) -> date:
    """Move a deadline off a day off.

    Args:
        day: Last day of the term, in calendar days.
        calendar: Days off of one jurisdiction; must cover the answer too.

    Returns:
        *day* if it is a working day, otherwise the nearest later one,
        across the end of the year if need be.

    Raises:
        CalendarCoverageError: The answer lies in a year without a decree.

    Source:
        Civil Code of the RF (ГК РФ), art. 193.
    """
    while not calendar.is_working_day(day):
        day += _DAY
    return day


def roll_back(day: date, calendar: WorkCalendar) -> date:
    """Move a deadline back to the last working day before a day off.

    Args:
        day: Last day of the term, in calendar days.
        calendar: Days off of one jurisdiction; must cover the answer too.

    Raises:
        CalendarCoverageError: The answer lies in a year without a decree.

    Source:
        Custom of record keeping for assignments in orders: what is due on a day off
        is due on the working day before it.
    """
    while not calendar.is_working_day(day):
        day -= _DAY
    return day


def shift(day: date, policy: Shift, calendar: WorkCalendar) -> date:
    """Return *day* moved off a day off by the policy; the term ends at 24:00 of it.

    Raises:
        CalendarCoverageError: The answer lies in a year without a decree.

    Source:
        Civil Code of the RF (ГК РФ), art. 193 and 194.
    """
    if policy is Shift.NEXT:
        return roll_forward(day, calendar)
    if policy is Shift.PREVIOUS:
        return roll_back(day, calendar)
    return day
