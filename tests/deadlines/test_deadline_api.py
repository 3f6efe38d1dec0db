"""The public functions and the object of the contract."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.deadlines import (
    DeadlineKind,
    deadline_from_dates,
    explain_deadline,
    format_date,
    parse_phrase,
)
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

_CONTRACT = {
    "phrase", "kind", "canonical", "start", "end", "frequency", "count", "per", "months", "event",
    "day", "parts", "alternatives", "occurrences", "because", "diagnostics", "parties", "bound",
    "every", "at_least",
}  # fmt: skip


def test_the_object_has_every_key_of_the_contract_and_is_plain_data() -> None:
    found = explain_deadline("ежегодно (август–сентябрь)", period="2021-2023").to_dict()
    assert set(found) >= _CONTRACT
    assert json.loads(json.dumps(found)) == found
    assert found["occurrences"][0] == {
        "start": "2021-08-01", "end": "2021-09-30", "due": "2021-09-30",
    }  # fmt: skip


def test_messages_are_translated_on_request() -> None:
    deadline = explain_deadline("до ноября 2021", period="2021")

    def shout(message: Message) -> str:
        return str(message).upper()

    found = deadline.to_dict(shout)
    assert found["because"][0].isupper()
    assert found["diagnostics"][0]["message"].isupper()


def test_the_year_from_the_period_is_explained() -> None:
    deadline = explain_deadline("август – сентябрь", period="2021")
    assert "'2021'" in str(deadline.because[0])


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("до 1 марта 2024", "ст. 194"),
        ("после 1 марта 2024", "ст. 191"),
        ("2023/2024 учебный год", "1 September"),
        ("март 2024", "written in the phrase"),
        ("ежемесячно", "come from the period"),
        ("ежеквартально до 5 числа месяца, следующего за отчётным", "month after it"),
        ("в течение года", "those of the period"),
    ],
)
def test_every_date_has_a_reason(phrase: str, reason: str) -> None:
    deadline = explain_deadline(phrase, period="2024")
    assert any(reason in str(message) for message in deadline.because)


def test_open_years_leave_their_candidates() -> None:
    deadline = explain_deadline("до 1 марта", period="2021-2023")
    assert deadline.end is None
    assert (deadline.months, deadline.day) == ((3,), 1)
    assert [other.end for other in deadline.alternatives] == [
        date(2021, 3, 1), date(2022, 3, 1), date(2023, 3, 1),
    ]  # fmt: skip


def test_without_a_period_the_next_such_day_after_signing_is_only_a_candidate() -> None:
    deadline = explain_deadline("до 1 марта", signed_on=date(2024, 3, 15))
    assert deadline.end is None
    assert [other.end for other in deadline.alternatives] == [date(2025, 3, 1)]


def test_until_a_month_names_its_other_readings() -> None:
    deadline = explain_deadline("до ноября 2021")
    assert deadline.end == date(2021, 10, 31)
    assert [other.end for other in deadline.alternatives] == [date(2021, 11, 1), date(2021, 11, 30)]


def test_signing_starts_the_term_or_is_the_day() -> None:
    deadline = explain_deadline("с момента его подписания", signed_on=date(2020, 5, 21))
    assert deadline.kind is DeadlineKind.EVENT
    assert deadline.start == date(2020, 5, 21)
    assert [other.kind for other in deadline.alternatives] == [DeadlineKind.DATE]


def test_what_else_was_said_is_kept_in_its_own_words() -> None:
    deadline = explain_deadline("В течение года (в соответствии с планом СПР)", period="2024")
    assert deadline.event == "в соответствии с планом СПР"
    deadline = explain_deadline("октябрь 2021 г., обновление ежегодно", period="2021/2022")
    assert deadline.event == "обновление"


def test_names_get_their_closing_marks_and_numbers_are_written_out() -> None:
    (span,) = explain_deadline("Март 2024 (МБОУ «ООШ № 7, МБОУ «ООШ № 8»)").parties
    assert span.names == ("МБОУ «ООШ № 7»", "МБОУ «ООШ № 8»")
    (span,) = explain_deadline("СОШ № 4, 6 и № 9 – март 2024").parties
    assert span.names[0] == "СОШ № 4"


@pytest.mark.parametrize(
    ("arguments", "kind", "canonical"),
    [
        ({"on": date(2024, 3, 5)}, "date", "5 марта 2024 г."),
        ({"by": date(2024, 3, 5)}, "by", "до 5 марта 2024 г."),
        ({"start": date(2024, 3, 1), "end": date(2024, 3, 15)}, "range", "с 1 по 15 марта 2024 г."),
        ({"start": date(2024, 3, 1)}, "range", "с 1 марта 2024 г."),
    ],
)
def test_dates_become_the_deadline_that_the_phrase_would_be(
    arguments: dict[str, Any], kind: str, canonical: str
) -> None:
    given_dates = deadline_from_dates(**arguments, period="2024")
    assert given_dates.kind == kind
    assert given_dates.canonical.replace("\u00a0", " ") == canonical
    assert explain_deadline(given_dates.canonical, period="2024") == given_dates


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"on": date(2024, 1, 1), "by": date(2024, 1, 2)},
        {"end": date(2024, 1, 1)},
        {"by": date(2024, 1, 1), "end": date(2024, 1, 2)},
        {"start": date(2024, 2, 1), "end": date(2024, 1, 1)},
    ],
)
def test_dates_that_say_nothing_or_too_much_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError):
        deadline_from_dates(**arguments)


@given(st.dates(date(1995, 1, 1), date(2090, 12, 31)), st.sampled_from(["digits", "words"]))
def test_a_printed_date_reads_back_as_itself(day: date, style: str) -> None:
    deadline = explain_deadline(format_date(day, style))
    assert (deadline.kind, deadline.start, deadline.end) == (DeadlineKind.DATE, day, day)


def test_dates_are_printed_as_the_standard_says() -> None:
    day = date(2016, 6, 5)
    assert format_date(day, "digits") == "05.06.2016"
    assert format_date(day) == "5\u00a0июня\u00a02016\u00a0г."


@pytest.mark.parametrize(
    "variants",
    [
        (
            "октябрь-декабрь 2021 г.",
            "Октябрь – декабрь 2021г.",
            "октябрь -декабрь 2021",
            "ОКТЯБРЬ—ДЕКАБРЬ 2021 ГОДА",
            "окт.-дек. 2021 г.г.",
            "в октябре - декабре 2021 года",
        ),
        (
            "III квартал 2024",
            "3 кв. 2024 г.",
            "3-й квартал 2024 года",
            "Ш квартал 2024",
            "ІІІ квартал 2024",
            "третий квартал 2024 г.",
        ),
        (
            "январь 2024",
            "Январь, 2024",
            "2024 январь",
            "2024 г., январь",
            "янв. 2024 г.",
            "01.2024",
            "январь месяц 2024 года",
        ),
        ("1 раз в квартал", "один раз в квартал", "раз в квартал", "ежеквартально"),
        ("2021-2022 уч.г.", "2021/2022 учебный год", "2021–22 уч. год", "в 2021 - 2022 уч. году"),
        ("1.09.2024", "01.09.2024 г.", "1 сентября 2024 года", "01. 09. 2024", "2024-09-01"),
    ],
)
def test_ways_of_typing_make_no_difference(variants: tuple[str, ...]) -> None:
    readings = {variant: parse_phrase(variant) for variant in variants}
    assert set(readings.values()) == {readings[variants[0]]}, readings


def test_importing_the_package_loads_no_calendar() -> None:
    code = "import sys, roadmapkit.deadlines; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
