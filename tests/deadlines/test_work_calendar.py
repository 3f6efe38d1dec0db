"""The production calendar of the RF."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapkit.deadlines import decreed_days, explain_deadline, russian_calendar
from roadmapkit.errors import ArgumentError, CalendarCoverageError


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2024, 4, 27), True),   # a Saturday worked instead of Monday, 29 April
        (date(2024, 4, 29), False),
        (date(2024, 12, 28), True),
        (date(2024, 12, 31), False),
        (date(2024, 1, 8), False),
        (date(2024, 3, 11), True),
        (date(2021, 2, 20), True),
        (date(2021, 2, 22), False),
    ],
)  # fmt: skip
def test_transfers_of_days_off_are_known(day: date, working: bool) -> None:
    assert russian_calendar().is_working_day(day) is working


def test_a_year_without_a_decree_is_refused_and_not_guessed() -> None:
    calendar = russian_calendar()
    assert calendar.covers(2024)
    assert not calendar.covers(2090)
    with pytest.raises(CalendarCoverageError):
        calendar.is_working_day(date(2090, 3, 1))


def test_a_workspace_adds_a_year_and_its_days() -> None:
    calendar = russian_calendar(
        years=[2090], days_off=[date(2090, 3, 1)], working_days=[date(2090, 3, 4)]
    )
    assert not calendar.is_working_day(date(2090, 3, 1))
    assert calendar.is_working_day(date(2090, 3, 4))
    assert calendar.is_working_day(date(2090, 3, 2))


def test_a_day_cannot_be_worked_and_off() -> None:
    day = date(2024, 3, 1)
    with pytest.raises(ArgumentError):
        russian_calendar(days_off=[day], working_days=[day])


def test_decreed_days_move_no_term_unless_the_workspace_says_so() -> None:
    decreed = decreed_days()
    day = date(2021, 11, 1)
    assert decreed[day].endswith("№ 595")
    assert russian_calendar().is_working_day(day)
    assert not russian_calendar(days_off=decreed).is_working_day(day)


def test_every_decreed_day_lies_in_2020_or_2021() -> None:
    assert {day.year for day in decreed_days()} == {2020, 2021}


def test_only_the_working_date_moves_and_says_why() -> None:
    deadline = explain_deadline("до 1 июня 2024 г.", calendar=russian_calendar())
    (occurrence,) = deadline.occurrences
    assert deadline.end == occurrence.end == date(2024, 6, 1)
    assert occurrence.due == date(2024, 5, 31)
    assert "2024-06-01" in str(occurrence.because[0])


def test_the_policy_of_the_civil_code_moves_forward_and_cites_it() -> None:
    deadline = explain_deadline("до 1 июня 2024 г.", calendar=russian_calendar(), policy="next")
    (occurrence,) = deadline.occurrences
    assert occurrence.due == date(2024, 6, 3)
    assert "193" in str(occurrence.because[0])


def test_whole_months_are_not_moved() -> None:
    deadline = explain_deadline("июнь 2024 г.", calendar=russian_calendar())
    assert deadline.occurrences[0].due == date(2024, 6, 30)


def test_an_uncovered_year_leaves_the_date_and_says_so() -> None:
    deadline = explain_deadline("до 1 июня 2090 г.", calendar=russian_calendar())
    (occurrence,) = deadline.occurrences
    assert occurrence.due == date(2090, 6, 1)
    assert "2090" in str(occurrence.because[0])


def test_ten_working_days_after_signing_need_the_calendar() -> None:
    phrase = "в течение 10 рабочих дней со дня подписания приказа"
    signed = date(2024, 4, 22)
    with_calendar = explain_deadline(phrase, signed_on=signed, calendar=russian_calendar())
    assert (with_calendar.start, with_calendar.end) == (date(2024, 4, 23), date(2024, 5, 8))
    assert explain_deadline(phrase, signed_on=signed).end is None
