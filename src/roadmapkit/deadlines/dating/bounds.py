"""First and last day of a calendar unit in a given year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from roadmapkit.deadlines.calendars.school import SchoolCalendar
from roadmapkit.deadlines.phrases.tree import Part, Scale, Term, Unit

__all__ = ["is_approximate", "month_end", "term_days", "term_months", "unit_days"]

_DAY = timedelta(days=1)
_MONTHS_IN_YEAR = 12
_ROUGH = frozenset({Scale.WEEK, Scale.SEASON})
_FIRST_MONTH_OF_SEASON = {1: 12, 2: 3, 3: 6, 4: 9}

Days = tuple[date, date]


def month_end(year: int, month: int) -> date:
    """Return the last day of the month."""
    return date(year, month, monthrange(year, month)[1])


def unit_days(unit: Unit, year: int, school: SchoolCalendar) -> Days:
    """Return first and last day of *unit* in *year*.

    Args:
        unit: Its own year is not looked at.
        year: Calendar year; for school units the year in which the academic year begins.
        school: Dates of school terms.

    Raises:
        ValueError: There is no such day or no unit of that number.
    """
    if unit.scale.is_school:
        whole = school.year(year).days(unit.scale, unit.index)
        lessons = school.year(year).lessons
        if unit.part is Part.END and unit.scale is Scale.ACADEMIC_YEAR:
            return lessons[1].replace(day=1), lessons[1]
        if unit.part is Part.START and unit.scale is Scale.ACADEMIC_YEAR:
            return lessons[0], month_end(lessons[0].year, lessons[0].month)
    else:
        whole = _CALENDAR[unit.scale](unit, year)
    return whole if unit.part is None else _part_days(whole, unit.part)


def _day(unit: Unit, year: int) -> Days:
    if unit.day == -1:
        day = month_end(year, unit.month or 0)
    else:
        day = date(year, unit.month or 0, unit.day or 0)
    return day, day


def _weekday(unit: Unit, year: int) -> Days:
    """Return the n-th weekday of the month; a working day is one from Monday to Friday."""
    last = month_end(year, unit.month or 0)
    days = [last.replace(day=number) for number in range(1, last.day + 1)]
    fitting = [day for day in days if _is_weekday(day, unit.weekday or 0)]
    place = unit.index or 1
    if place > len(fitting):
        message = "the month has no such weekday"
        raise ValueError(message)
    day = fitting[-1 if place < 0 else place - 1]
    return day, day


def _is_weekday(day: date, weekday: int) -> bool:
    return day.isoweekday() == weekday if weekday else day.isoweekday() < 6


def _week(unit: Unit, year: int) -> Days:
    last = month_end(year, unit.month or 0)
    if unit.index == -1:
        return last - 6 * _DAY, last
    first = last.replace(day=1) + 7 * _DAY * ((unit.index or 1) - 1)
    if first.month != last.month:
        message = "the month has no fifth week"
        raise ValueError(message)
    return first, min(first + 6 * _DAY, last)


def _decade(unit: Unit, year: int) -> Days:
    last = month_end(year, unit.month or 0)
    index = unit.index or 1
    return last.replace(day=index * 10 - 9), last if index == 3 else last.replace(day=index * 10)


def _month(unit: Unit, year: int) -> Days:
    last = month_end(year, unit.month or 0)
    return last.replace(day=1), last


def _season(unit: Unit, year: int) -> Days:
    first = date(year, _FIRST_MONTH_OF_SEASON[unit.index or 0], 1)
    last_month = first.month + 2
    if last_month > _MONTHS_IN_YEAR:
        return first, month_end(year + 1, last_month - _MONTHS_IN_YEAR)
    return first, month_end(year, last_month)


def _quarter(unit: Unit, year: int) -> Days:
    return _months_of(year, unit.index or 0, 3)


def _half(unit: Unit, year: int) -> Days:
    return _months_of(year, unit.index or 0, 6)


def _months_of(year: int, index: int, length: int) -> Days:
    return date(year, (index - 1) * length + 1, 1), month_end(year, index * length)


def _year(unit: Unit, year: int) -> Days:
    del unit
    return date(year, 1, 1), date(year, 12, 31)


_CALENDAR: dict[Scale, Callable[[Unit, int], Days]] = {
    Scale.DAY: _day,
    Scale.WEEKDAY: _weekday,
    Scale.WEEK: _week,
    Scale.DECADE: _decade,
    Scale.MONTH: _month,
    Scale.SEASON: _season,
    Scale.QUARTER: _quarter,
    Scale.HALF: _half,
    Scale.YEAR: _year,
}


def _part_days(whole: Days, part: Part) -> Days:
    """Return a rough part: thirds of a month by ten days, of a longer time by months."""
    first, last = whole
    if (last - first).days < 32:
        return _part_of_month(first, last, part)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = max(months // 4, 1) if months > 6 else max(months // 3, 1)
    half = months // 2
    ends = {
        Part.START: (0, step),
        Part.MIDDLE: (step, months - step),
        Part.END: (months - step, months),
        Part.FIRST_HALF: (0, half),
        Part.SECOND_HALF: (half, months),
    }
    low, high = ends[part]
    start = max(_add_months(first.replace(day=1), low), first)
    return start, min(_add_months(first.replace(day=1), high) - _DAY, last)


def _part_of_month(first: date, last: date, part: Part) -> Days:
    days = {
        Part.START: (first, first + 9 * _DAY),
        Part.MIDDLE: (first + 10 * _DAY, first + 19 * _DAY),
        Part.END: (first + 20 * _DAY, last),
        Part.FIRST_HALF: (first, first + 14 * _DAY),
        Part.SECOND_HALF: (first + 15 * _DAY, last),
    }
    start, end = days[part]
    return min(start, last), min(end, last)


def _add_months(first_of_month: date, months: int) -> date:
    place = first_of_month.year * 12 + first_of_month.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def term_days(term: Term, school: SchoolCalendar) -> tuple[date | None, date | None]:
    """Return first and last day of a term whose years are known; None at an open end.

    Raises:
        ValueError: There is no such day.
    """
    start = end = None
    if term.first is not None and term.first.year is not None:
        days = unit_days(term.first, term.first.year, school)
        start = days[1] + _DAY if term.after else days[0]
    if term.last is not None and term.last.year is not None:
        days = unit_days(term.last, term.last.year, school)
        end = days[0] - _DAY if term.before else days[1]
    return start, end


def term_months(term: Term) -> tuple[int, ...]:
    """Return the months that the term names at month precision, none from twelve up."""
    first = term.first or term.last
    last = term.last or term.first
    if first is None or last is None or not _is_month(first) or not _is_month(last):
        return ()
    if first.month is None or last.month is None:
        return ()
    years = (last.year - first.year) if first.year is not None and last.year is not None else None
    length = last.month - first.month + 12 * (years if years is not None else 0)
    if years is None:
        length %= 12
    length += 0 if term.before and term.first is not None else 1
    if length >= _MONTHS_IN_YEAR or length <= 0:
        return ()
    return tuple((first.month + step - 1) % 12 + 1 for step in range(length))


def _is_month(unit: Unit) -> bool:
    return unit.scale is Scale.MONTH and unit.part is None


def is_approximate(unit: Unit) -> bool:
    """True for a unit whose exact days are a convention: «начало сентября», «осень»."""
    rough_part = unit.part is not None and not (
        unit.part is Part.END and unit.scale is Scale.ACADEMIC_YEAR
    )
    return rough_part or unit.scale in _ROUGH or unit.weekday == 0
