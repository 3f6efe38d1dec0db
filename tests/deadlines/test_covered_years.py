"""Years for which working days are known: those of the yearly decrees, no more."""

from __future__ import annotations

from datetime import date

import pytest
from holidays.countries.russia import Russia, RussiaStaticHolidays

from roadmapkit.deadlines import explain_deadline, russian_calendar

COVERED = range(2005, 2028)
"""Years whose decree on transfers the `holidays` package holds; see CONTRIBUTING on a new one."""


def test_covered_years_are_those_of_the_table_of_transfers() -> None:
    table = {
        *RussiaStaticHolidays.special_public_holidays,
        *getattr(RussiaStaticHolidays, "special_public_holidays_observed", {}),
    }
    assert sorted(year for year in table if year >= COVERED.start) == list(COVERED)


def test_the_package_claims_more_years_than_the_calendar_answers_for() -> None:
    calendar = russian_calendar()
    assert [year for year in range(1990, 2100) if calendar.covers(year)] == list(COVERED)
    assert Russia.end_year > COVERED.stop


@pytest.mark.parametrize("year", [1995, 2004, 2028, 2050])
def test_a_named_day_of_another_year_is_left_where_it_is_and_told(year: int) -> None:
    found = explain_deadline(f"до 1 марта {year} г.", calendar=russian_calendar())
    assert [one.due for one in found.occurrences] == [date(year, 3, 1)]
    assert "DUE014" in {item.code for item in found.diagnostics}


@pytest.mark.parametrize("year", COVERED)
def test_every_covered_year_has_its_new_year_and_a_working_spring_day(year: int) -> None:
    calendar = russian_calendar()
    assert not calendar.is_working_day(date(year, 1, 1))
    assert any(calendar.is_working_day(date(year, 4, day)) for day in range(1, 8))
