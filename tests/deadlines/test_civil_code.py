"""Arithmetic of terms, a class for each article of the Civil Code (ГК РФ)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.deadlines import (
    RussianCalendar,
    add_months,
    add_workdays,
    add_years,
    first_day,
    roll_back,
    roll_forward,
    russian_calendar,
)
from roadmapkit.deadlines.calendars.civil_code import Shift, shift
from roadmapkit.errors import CalendarCoverageError

_DAYS = st.dates(date(2010, 1, 15), date(2027, 12, 1))


@pytest.fixture(scope="module")
def calendar() -> RussianCalendar:
    return russian_calendar()


class TestArticle191:
    """«Течение срока … начинается на следующий день после календарной даты»."""

    def test_the_day_of_the_event_does_not_count(self) -> None:
        assert first_day(date(2024, 12, 31)) == date(2025, 1, 1)


class TestArticle192:
    """«Если окончание срока … приходится на такой месяц, в котором нет соответствующего числа,
    то срок истекает в последний день этого месяца».
    """

    def test_a_month_ends_on_the_matching_day(self) -> None:
        assert add_months(date(2024, 3, 15), 1) == date(2024, 4, 15)

    def test_a_month_without_the_day_ends_on_its_last_day(self) -> None:
        assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
        assert add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)

    def test_a_year_from_a_leap_day_ends_on_28_february(self) -> None:
        assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)

    @given(_DAYS, st.integers(-60, 60))
    def test_the_month_is_always_the_one_counted(self, day: date, months: int) -> None:
        end = add_months(day, months)
        assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
        assert end.day <= day.day


class TestArticle193:
    """«Если последний день срока приходится на нерабочий день, днем окончания срока считается
    ближайший следующий за ним рабочий день».
    """

    def test_a_saturday_moves_to_monday(self, calendar: RussianCalendar) -> None:
        assert roll_forward(date(2024, 6, 1), calendar) == date(2024, 6, 3)

    def test_a_working_saturday_stays(self, calendar: RussianCalendar) -> None:
        assert roll_forward(date(2024, 4, 27), calendar) == date(2024, 4, 27)

    def test_the_end_of_december_moves_across_new_year(self, calendar: RussianCalendar) -> None:
        assert roll_forward(date(2024, 12, 29), calendar) == date(2025, 1, 9)

    def test_custom_of_orders_moves_back(self, calendar: RussianCalendar) -> None:
        assert roll_back(date(2024, 6, 1), calendar) == date(2024, 5, 31)

    @given(_DAYS)
    def test_the_answer_is_the_nearest_working_day(self, day: date) -> None:
        calendar = russian_calendar()
        forward, back = roll_forward(day, calendar), roll_back(day, calendar)
        assert back <= day <= forward
        between = [day + timedelta(days=step) for step in range((forward - day).days)]
        assert not any(calendar.is_working_day(middle) for middle in between)
        assert calendar.is_working_day(forward)
        assert calendar.is_working_day(back)

    def test_the_policy_chooses_the_direction(self, calendar: RussianCalendar) -> None:
        saturday = date(2024, 6, 1)
        assert shift(saturday, Shift.NONE, calendar) == saturday
        assert shift(saturday, Shift.NEXT, calendar) == date(2024, 6, 3)
        assert shift(saturday, Shift.PREVIOUS, calendar) == date(2024, 5, 31)

    def test_an_answer_in_an_unknown_year_is_refused(self) -> None:
        last_known = max(year for year in range(2020, 2100) if russian_calendar().covers(year))
        with pytest.raises(CalendarCoverageError) as caught:
            roll_forward(date(last_known + 1, 1, 1), russian_calendar())
        assert caught.value.year == last_known + 1


class TestWorkdays:
    def test_ten_working_days_leave_out_the_may_holidays(self, calendar: RussianCalendar) -> None:
        assert add_workdays(date(2024, 4, 26), 5, calendar) == date(2024, 5, 7)

    @given(_DAYS, st.integers(1, 15))
    def test_counting_there_passes_exactly_so_many_working_days(
        self, day: date, count: int
    ) -> None:
        calendar = russian_calendar()
        end = add_workdays(day, count, calendar)
        days = [day + timedelta(days=step) for step in range(1, (end - day).days + 1)]
        assert sum(calendar.is_working_day(one) for one in days) == count
        assert calendar.is_working_day(end)

    def test_counting_back_ends_before_the_event(self, calendar: RussianCalendar) -> None:
        assert add_workdays(date(2024, 6, 3), -1, calendar) == date(2024, 5, 31)
