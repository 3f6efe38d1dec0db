"""The production calendar: which days are working days, and for which years that is known."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Protocol

from roadmapkit.errors import ArgumentError, CalendarCoverageError
from roadmapkit.lazily import dataclass
from roadmapkit.resources import listing

__all__ = [
    "KEPT",
    "RussianCalendar",
    "WorkCalendar",
    "decreed_days",
    "russian_calendar",
    "transfer_years",
    "unkept_days_off",
]

KEPT = "days_off.tsv"
"""Name of the table of days off of past years."""

_FIRST_SURE_YEAR = 2005
_SATURDAY = 5


class WorkCalendar(Protocol):
    """Days off of one jurisdiction (производственный календарь)."""

    def is_working_day(self, day: date) -> bool:
        """Return whether *day* is a working day.

        Raises:
            CalendarCoverageError: The year of *day* is not known.
        """

    def covers(self, year: int) -> bool:
        """Return whether the days off of *year* are known."""


@dataclass(frozen=True, slots=True)
class RussianCalendar:
    """The five-day week of the RF with its holidays and yearly transfers.

    Attributes:
        days_off: More days off than the calendar knows.
        working_days: Days that are worked although the calendar has them off.
        years: Years that the caller vouches for beside those with a decree on transfers.
    """

    days_off: frozenset[date] = field(default=frozenset())
    working_days: frozenset[date] = field(default=frozenset())
    years: frozenset[int] = field(default=frozenset())

    def covers(self, year: int) -> bool:
        """Return whether the transfers of *year* are known."""
        return year in self.years or year in _kept() or year in transfer_years()

    def is_working_day(self, day: date) -> bool:
        """Return whether *day* is a working day.

        Raises:
            CalendarCoverageError: No transfers are known for its year.

        Source:
            Labour Code of the RF (ТК РФ), art. 111 and 112, and the government's yearly
            decrees on the transfer of days off, as kept in the ``holidays`` library.
        """
        if day in self.working_days:
            return True
        if day in self.days_off:
            return False
        if not self.covers(day.year):
            message = (
                f"the production calendar has no transfers of days off for {day.year}: "
                "add the year to the calendar in the settings"
            )
            raise CalendarCoverageError(message, year=day.year)
        return day not in _days_off_of(day.year)


def russian_calendar(
    *,
    days_off: Iterable[date] = (),
    working_days: Iterable[date] = (),
    years: Iterable[int] = (),
) -> RussianCalendar:
    """Return the production calendar of the RF, with a workspace's own days.

    Args:
        days_off: Regional holidays, or :func:`decreed_days` where they shall count.
        working_days: Days that are worked although the calendar has them off.
        years: Years without known transfers for which the given days make up the calendar.

    Raises:
        ArgumentError: A day is given as working and as off.
    """
    off, working = frozenset(days_off), frozenset(working_days)
    both = sorted(off & working)
    if both:
        message = f"{both[0]} is given both as a day off and as a working day: keep one of them"
        raise ArgumentError(message, argument="days_off", value=both)
    return RussianCalendar(off, working, frozenset(years))


def decreed_days() -> dict[date, str]:
    """Return the non-working days of 2020 and 2021 with the decree behind each.

    They move no term by themselves, see the head of the data file; a workspace that treats
    them as days off passes them to :func:`russian_calendar`.
    """
    import tomllib

    text = listing(__file__, "data/decreed_days.toml")
    found: dict[date, str] = {}
    for decree in tomllib.loads(text)["decree"]:
        day = decree["first"]
        while day <= decree["last"]:
            found[day] = decree["act"]
            day += timedelta(days=1)
    return found


@cache
def _russia() -> Any:
    """Return the module of one country, when a production calendar is first asked.

    Its package would load two hundred countries, which takes longer than a check of a plan.
    """
    package = find_spec("holidays")
    name = "holidays.countries.russia"
    if package is not None and package.origin is not None and name not in sys.modules:
        file = Path(package.origin).parent / "countries" / "russia.py"
        alone = spec_from_file_location(f"{__name__}.russia", file) if file.is_file() else None
        if alone is not None and alone.loader is not None:
            module = module_from_spec(alone)
            alone.loader.exec_module(module)
            return module
    return import_module(name)


@cache
def transfer_years() -> frozenset[int]:
    """Return the years for which the library holds a decree, not those that it answers for."""
    decreed = _russia().RussiaStaticHolidays
    tables = (
        decreed.special_public_holidays,
        getattr(decreed, "special_public_holidays_observed", {}),
    )
    return frozenset(year for table in tables for year in table if year >= _FIRST_SURE_YEAR)


def unkept_days_off(year: int) -> frozenset[date]:
    """Return the days off of a year as the library has them."""
    country = _russia().Russia(years=year)
    return frozenset(day for day in _days_of(year) if not country.is_working_day(day))


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


@cache
def _kept() -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """Return the days off from Monday to Friday and the days worked at weekends, by year.

    They are those of the library, which need not be loaded for them: past decrees change
    no more.
    """
    text = listing(__file__, f"data/{KEPT}")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {int(year): (frozenset(o.split()), frozenset(w.split())) for year, o, w in rows}


@cache
def _days_off_of(year: int) -> frozenset[date]:
    if year not in _kept():
        return unkept_days_off(year)
    off, worked = _kept()[year]
    return frozenset(
        day
        for day in _days_of(year)
        if (f"{day:%m-%d}" in off if day.weekday() < _SATURDAY else f"{day:%m-%d}" not in worked)
    )
