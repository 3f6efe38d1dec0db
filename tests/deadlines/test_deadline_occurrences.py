"""When deadlines fall due within the period of a document."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapkit.deadlines import explain_deadline, russian_calendar


def _days(phrase: str, period: str = "2024") -> list[tuple[str, str]]:
    deadline = explain_deadline(phrase, period=period)
    return [(o.start.isoformat(), o.end.isoformat()) for o in deadline.occurrences]


def test_a_yearly_window_recurs_in_every_year() -> None:
    assert _days("ежегодно (август–сентябрь)", "2021-2023") == [
        ("2021-08-01", "2021-09-30"),
        ("2022-08-01", "2022-09-30"),
        ("2023-08-01", "2023-09-30"),
    ]


def test_quarters_are_those_of_the_calendar() -> None:
    assert _days("ежеквартально") == [
        ("2024-01-01", "2024-03-31"),
        ("2024-04-01", "2024-06-30"),
        ("2024-07-01", "2024-09-30"),
        ("2024-10-01", "2024-12-31"),
    ]


def test_an_unbounded_recurrence_is_clipped_to_the_period() -> None:
    assert _days("ежемесячно", "2024-01-15..2024-03-10") == [
        ("2024-01-15", "2024-01-31"),
        ("2024-02-01", "2024-02-29"),
        ("2024-03-01", "2024-03-10"),
    ]


def test_reports_on_quarters_are_due_in_the_month_after() -> None:
    phrase = "ежеквартально до 10 числа месяца, следующего за отчётным"
    assert [end for _, end in _days(phrase)] == [
        "2024-01-10", "2024-04-10", "2024-07-10", "2024-10-10",
    ]  # fmt: skip


def test_the_last_day_of_the_month_follows_its_length() -> None:
    assert [end for _, end in _days("ежемесячно, в последний день месяца", "2024-01..2024-04")] == [
        "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30",
    ]  # fmt: skip


def test_a_term_every_three_years_skips_the_others() -> None:
    assert [start for start, _ in _days("раз в 3 года", "2021-2030")] == [
        "2021-01-01", "2024-01-01", "2027-01-01", "2030-01-01",
    ]  # fmt: skip


def test_two_times_a_year_are_one_window_with_a_number() -> None:
    (occurrence,) = explain_deadline("2 раза в год", period="2024").occurrences
    assert occurrence.times == 2


def test_fridays_are_days() -> None:
    days = _days("еженедельно по пятницам", "2024-03-01..2024-03-31")
    assert days[0] == ("2024-03-01", "2024-03-01")
    assert len(days) == 5


def test_all_the_time_is_one_occurrence_over_the_whole_period() -> None:
    assert _days("постоянно", "2021-2023") == [("2021-01-01", "2023-12-31")]


def test_months_left_out_have_no_occurrence() -> None:
    months = {start[5:7] for start, _ in _days("ежемесячно (кроме июля и августа)")}
    assert months == {f"{month:02}" for month in range(1, 13)} - {"07", "08"}


def test_a_first_time_before_the_period_is_kept_and_marked() -> None:
    deadline = explain_deadline("август 2021 г., ежегодно", period="2021/2022")
    assert [o.outside_period for o in deadline.occurrences] == [True, False]
    assert deadline.occurrences[0].start == date(2021, 8, 1)


def test_a_first_time_after_the_period_is_kept_and_marked() -> None:
    deadline = explain_deadline("сентябрь-октябрь 2022 г. ежегодно", period="2021/2022")
    (occurrence,) = deadline.occurrences
    assert occurrence.outside_period
    assert occurrence.end == date(2022, 10, 31)


def test_a_date_outside_the_period_is_kept_marked_and_reported() -> None:
    deadline = explain_deadline("ноябрь 2020 года", period="2021-2023")
    assert deadline.occurrences[0].outside_period
    assert "DUE005" in {d.code for d in deadline.diagnostics}


def test_each_school_list_has_its_own_occurrence() -> None:
    phrase = "Январь, 2024 (МБОУ «СОШ № 1») Март, 2024 (МБОУ «ООШ № 2», МБОУ «ООШ № 3»)"
    deadline = explain_deadline(phrase, period="2024")
    assert [o.parties for o in deadline.occurrences] == [
        ("МБОУ «СОШ № 1»",),
        ("МБОУ «ООШ № 2»", "МБОУ «ООШ № 3»"),
    ]
    assert [span.start for span in deadline.parties] == [date(2024, 1, 1), date(2024, 3, 1)]


@pytest.mark.parametrize("phrase", ["ежегодно", "постоянно", "сентябрь", "по графику"])
def test_without_a_period_nothing_can_fall_due(phrase: str) -> None:
    assert not explain_deadline(phrase).occurrences


def test_an_academic_year_is_one_time_of_a_yearly_recurrence() -> None:
    assert _days("ежегодно", "2023/2024") == [("2023-09-01", "2024-08-31")]


def test_two_windows_of_a_recurrence_are_two_parts() -> None:
    deadline = explain_deadline("ежегодно (март-май, сентябрь)", period="2024")
    assert [part.months for part in deadline.parts] == [(3, 4, 5), (9,)]
    assert len(deadline.occurrences) == 2


def test_several_days_of_the_month_are_due_each_on_its_own() -> None:
    deadline = explain_deadline("ежемесячно до 5 и 20 числа", period="2024-01..2024-02")
    assert [one.end.isoformat() for one in deadline.occurrences] == [
        "2024-01-05", "2024-01-20", "2024-02-05", "2024-02-20",
    ]  # fmt: skip
    assert [(part.day, part.canonical) for part in deadline.parts] == [
        (5, "ежемесячно до 5 числа"),
        (20, "ежемесячно до 20 числа"),
    ]


def test_what_goes_on_from_a_month_begins_with_it_though_its_year_is_unsaid() -> None:
    deadline = explain_deadline("ноябрь, далее ежемесячно", period="2024")
    assert (deadline.start, deadline.months) == (date(2024, 11, 1), ())


def test_two_counts_that_no_recurrence_can_hold_are_reported() -> None:
    deadline = explain_deadline("2022 год – 2 раза, 2023 год – 4 раза", period="2022-2024")
    assert [found.code for found in deadline.diagnostics] == ["DUE002"]
    assert deadline.event == "4 раза"


def test_until_a_month_is_ambiguous_at_the_end_of_a_range_too() -> None:
    deadline = explain_deadline("с октября 2010 до мая 2011", period="2010/2011")
    assert [found.code for found in deadline.diagnostics] == ["DUE004"]
    assert {other.start for other in deadline.alternatives} == {date(2010, 10, 1)}
    assert [other.end for other in deadline.alternatives] == [date(2011, 5, 1), date(2011, 5, 31)]


class TestNothingIsDueBeforeItCanBegin:
    """A working day before the plan or its act is none to work on."""

    def test_a_day_off_at_the_start_of_the_period_moves_forward(self) -> None:
        deadline = explain_deadline("до 5 января", period="2024", calendar=russian_calendar())
        assert [o.due for o in deadline.occurrences] == [date(2024, 1, 9)]

    def test_a_day_off_before_which_the_act_was_not_signed_moves_forward(self) -> None:
        deadline = explain_deadline(
            "до 15 июня 2024 г.",
            period="2024",
            signed_on=date(2024, 6, 15),
            calendar=russian_calendar(),
        )
        assert [o.due for o in deadline.occurrences] == [date(2024, 6, 17)]
