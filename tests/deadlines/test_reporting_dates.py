"""Reporting dates of the house: when a term without a date of its own is looked at."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.deadlines import Deadline, explain_deadline, russian_calendar

QUARTERLY = "ежеквартально до 10 числа месяца, следующего за отчётным кварталом"
YEARLY = "ежегодно до 20 января"


def explained(phrase: str, *rules: str, period: str = "2024") -> Deadline:
    return explain_deadline(phrase, period=period, reporting=rules)


def spans(found: Deadline) -> list[tuple[date, date]]:
    return [(one.start, one.end) for one in found.occurrences]


QUARTERS = [
    (date(2024, 1, 1), date(2024, 4, 10)),
    (date(2024, 4, 11), date(2024, 7, 10)),
    (date(2024, 7, 11), date(2024, 10, 10)),
    (date(2024, 10, 11), date(2025, 1, 10)),
]


@pytest.mark.parametrize(
    "phrase",
    [
        "постоянно",
        "в течение года",
        "в течение 2024 года",
        "по отдельному графику",
        "по мере необходимости",
        "по результатам ВПР",
        "регулярно",
    ],
)
def test_what_has_no_date_of_its_own_falls_due_when_the_house_reports(phrase: str) -> None:
    found = explained(phrase, QUARTERLY)
    assert spans(found) == QUARTERS
    assert all(one.reporting for one in found.occurrences)
    assert f"the house reports {QUARTERLY}" in [str(reason) for reason in found.because]


@pytest.mark.parametrize(
    "phrase",
    [
        "до 1 марта",
        "март",
        "ежемесячно",
        "2024",
        "в течение I квартала 2024 г.",
        "май, ноябрь",
        "с 1 сентября 2024 г.",
    ],
)
def test_what_has_a_date_keeps_it(phrase: str) -> None:
    assert explained(phrase, QUARTERLY) == explain_deadline(phrase, period="2024")


def test_kind_and_days_of_the_phrase_stay() -> None:
    found, plain = explained("в течение года", QUARTERLY), explained("в течение года")
    assert (found.kind, found.start, found.end) == (plain.kind, plain.start, plain.end)


def test_without_a_rule_nothing_changes() -> None:
    assert spans(explained("постоянно")) == [(date(2024, 1, 1), date(2024, 12, 31))]


def test_the_last_report_is_the_first_after_the_term() -> None:
    assert spans(explained("постоянно", YEARLY)) == [(date(2024, 1, 1), date(2025, 1, 20))]


def test_each_rule_has_its_own_turn() -> None:
    found = explained("постоянно", QUARTERLY, YEARLY)
    assert spans(found) == [*QUARTERS, (date(2024, 1, 1), date(2025, 1, 20))]


def test_a_report_on_a_day_off_is_due_on_the_working_day_before() -> None:
    found = explain_deadline(
        "постоянно", period="2025", reporting=YEARLY, calendar=russian_calendar(years=[2026])
    )
    assert [one.due for one in found.occurrences] == [date(2026, 1, 20)]
    found = explain_deadline(
        "постоянно", period="2023", reporting=YEARLY, calendar=russian_calendar()
    )
    (one,) = found.occurrences
    assert (one.end, one.due) == (date(2024, 1, 20), date(2024, 1, 19))


def test_an_event_with_a_known_day_needs_no_report() -> None:
    found = explain_deadline(
        "до педсовета", period=2024, reporting=YEARLY, events={"педсовет": date(2024, 3, 1)}
    )
    assert [(one.end, one.reporting) for one in found.occurrences] == [(date(2024, 2, 29), False)]


@given(
    st.dates(date(2005, 1, 1), date(2090, 1, 1)),
    st.integers(0, 1500),
    st.sampled_from([QUARTERLY, YEARLY, "ежемесячно до 5 числа", "раз в 2 года до 1 марта"]),
)
def test_reports_cover_the_term_without_a_gap(start: date, length: int, rule: str) -> None:
    end = start + timedelta(days=length)
    found = explain_deadline("постоянно", period={"start": start, "end": end}, reporting=rule)
    one_day = timedelta(days=1)
    assert found.occurrences[0].start == start
    assert found.occurrences[-1].end > end
    for one, following in zip(found.occurrences, found.occurrences[1:], strict=False):
        assert following.start == one.end + one_day
        assert one.end <= following.end
