"""The academic year: terms, half-years and breaks, which every school sets for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from datetime import date, timedelta

from roadmapkit.deadlines.phrases.tree import Scale
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass

__all__ = ["SchoolCalendar", "SchoolYear", "recommended_year", "school_year"]

_TERMS = 4
_TRIMESTERS = 3
_FRIDAY = 4
_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """One academic year (учебный год) by a school's own timetable.

    Attributes:
        starts: Calendar year in which it begins.
        terms: First and last day of the four quarters (учебные четверти).
        trimesters: First and last day of the three trimesters, where a school has them.
        by_trimesters: The school's timetable knows trimesters and no quarters.
    """

    starts: int
    terms: tuple[Days, Days, Days, Days]
    trimesters: tuple[Days, Days, Days]
    by_trimesters: bool = False

    @property
    def divisions(self) -> tuple[Days, ...]:
        """What the school's year is divided into: its trimesters, or else its quarters."""
        return self.trimesters if self.by_trimesters else self.terms

    @property
    def lessons(self) -> Days:
        """First and last day of lessons."""
        return self.terms[0][0], self.terms[-1][1]

    def days(self, scale: Scale, index: int | None = None) -> Days:
        """Return first and last day of a school unit.

        Raises:
            ValueError: There is no unit of that number.
        """
        number = index or 1
        halves = (date(self.starts, 12, 31), date(self.starts + 1, 1, 1))
        units: dict[Scale, tuple[Days, ...]] = {
            Scale.SCHOOL_TERM: self.terms,
            Scale.TRIMESTER: self.trimesters,
            Scale.SCHOOL_HALF: ((self.lessons[0], halves[0]), (halves[1], self.lessons[1])),
            Scale.BREAK: self._breaks(),
            Scale.ACADEMIC_YEAR: ((date(self.starts, 9, 1), date(self.starts + 1, 8, 31)),),
        }
        found = units[scale]
        if not 1 <= number <= len(found):
            message = f"there is no {scale.value} {number}"
            raise ValueError(message)
        return found[number - 1]

    def _breaks(self) -> tuple[Days, ...]:
        between = [
            (self.terms[place][1] + _DAY, self.terms[place + 1][0] - _DAY)
            for place in range(_TERMS - 1)
        ]
        return (*between, (self.lessons[1] + _DAY, date(self.starts + 1, 8, 31)))


def recommended_year(starts: int) -> SchoolYear:
    """Return the academic year by the ministry's usual recommendation.

    Lessons run from 1 September to 26 May in quarters of 8, 8, 11 and 7 weeks; quarters end
    on a Friday; the breaks between them last nine days or longer.

    Source:
        Recommendations of the Ministry of Education of the RF (Минпросвещения России) on
        the calendar of the academic year; a school's own timetable takes their place.
    """
    first = date(starts, 9, 1)
    first_end = _friday_until(first + 8 * _WEEK)
    second = first_end + timedelta(days=10)
    winter = date(starts + 1, 1, 9)
    third = winter if winter.weekday() < _FRIDAY else _monday_after(winter)
    third_end = third - timedelta(days=third.weekday()) + 10 * _WEEK + timedelta(days=_FRIDAY)
    last_day = date(starts + 1, 5, 26)
    terms = (
        (first, first_end),
        (second, date(starts, 12, 30)),
        (third, third_end),
        (third_end + timedelta(days=10), last_day),
    )
    march = date(starts + 1, 3, 1)
    trimesters = (
        (first, date(starts, 11, 30)),
        (date(starts, 12, 1), march - _DAY),
        (march, last_day),
    )
    return SchoolYear(starts, terms, trimesters)


def school_year(
    starts: int, *, terms: Sequence[Days] = (), trimesters: Sequence[Days] = ()
) -> SchoolYear:
    """Return an academic year by a school's own timetable.

    Args:
        starts: Calendar year in which it begins.
        terms: First and last day of the four quarters; the recommended ones where empty.
        trimesters: The same of the three trimesters.

    Returns:
        The year; what the recommendation gives begins and ends with the lessons that the
        timetable gives.

    Raises:
        ArgumentError: Not four quarters, or not three trimesters.
    """
    usual = recommended_year(starts)
    own = tuple(terms) or tuple(trimesters)
    lessons = (own[0][0], own[-1][1]) if own else usual.lessons
    four = tuple(terms) or _within(usual.terms, lessons)
    three = tuple(trimesters) or _within(usual.trimesters, lessons)
    if len(four) != _TERMS or len(three) != _TRIMESTERS:
        message = "an academic year has four quarters or three trimesters: give all of them"
        raise ArgumentError(message, argument="terms", value=[*terms, *trimesters])
    return SchoolYear(
        starts,
        (four[0], four[1], four[2], four[3]),
        (three[0], three[1], three[2]),
        by_trimesters=bool(trimesters) and not terms,
    )


def _within(usual: Sequence[Days], lessons: Days) -> tuple[Days, ...]:
    first, *between, last = usual
    return ((lessons[0], first[1]), *between, (last[0], lessons[1]))


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """Academic years known from a timetable; all others follow the recommendation."""

    years: tuple[SchoolYear, ...] = field(default=())

    def __post_init__(self) -> None:
        starts = [year.starts for year in self.years]
        if len(set(starts)) != len(starts):
            message = "one academic year is given twice: keep one timetable for each"
            raise ArgumentError(message, argument="years", value=starts)

    def knows(self, starts: int) -> bool:
        """True if the year's dates come from a timetable."""
        return any(year.starts == starts for year in self.years)

    def year(self, starts: int) -> SchoolYear:
        """Return the academic year that begins in the calendar year *starts*."""
        return next((y for y in self.years if y.starts == starts), recommended_year(starts))


def _friday_until(day: date) -> date:
    return day - timedelta(days=(day.weekday() - _FRIDAY) % 7)


def _monday_after(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())
