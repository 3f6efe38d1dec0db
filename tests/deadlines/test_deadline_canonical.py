"""Printing is the inverse of parsing."""

from __future__ import annotations

from datetime import date

import pytest
from deadline_strategies import readings
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.deadlines import explain_deadline, parse_phrase, word_deadline
from roadmapkit.deadlines.phrases.tree import Reading
from roadmapkit.deadlines.wording.readings import print_reading, print_sentence
from roadmapkit.deadlines.wording.terms import DateStyle

_PERIODS = ["2024", "2021-2023", "2023/2024", "2020-06..2021-05", None]
_COMPARED = (
    "kind", "start", "end", "frequency", "every", "count", "per", "at_least", "months", "day",
    "bound",
)  # fmt: skip


@given(readings())
def test_the_printed_phrase_parses_to_the_same_reading(reading: Reading) -> None:
    assert parse_phrase(print_reading(reading)) == reading


@given(readings())
def test_dates_in_digits_parse_to_the_same_reading(reading: Reading) -> None:
    assert parse_phrase(print_reading(reading, DateStyle.DIGITS)) == reading


@given(readings())
def test_the_form_inside_a_sentence_parses_to_the_same_reading(reading: Reading) -> None:
    assert parse_phrase(print_sentence(reading)) == reading


@given(readings(), st.sampled_from(_PERIODS))
def test_the_canonical_phrase_of_a_deadline_has_the_same_meaning(
    reading: Reading, period: str | None
) -> None:
    first = explain_deadline(print_reading(reading), period=period)
    second = explain_deadline(first.canonical, period=period)
    one, two = first.to_dict(), second.to_dict()
    assert {name: one[name] for name in _COMPARED} == {name: two[name] for name in _COMPARED}


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("ежегодно (август–сентябрь)", "ежегодно, август – сентябрь"),
        ("до 18.03.2024г.", "до 18 марта 2024 г."),
        ("01-15.03.2024", "с 1 по 15 марта 2024 г."),
        ("28.02-02.03", "с 28 февраля по 2 марта 2024 г."),
        ("не реже одного раза в квартал", "не реже 1 раза в квартал"),
        ("Январь, 2024", "январь 2024 г."),
        ("2023-2024 уч.г.", "2023/2024 учебный год"),
        ("2024-2026 гг.", "2024–2026 годы"),
        ("2 кв. 2024", "II квартал 2024 г."),
        ("Май/июнь, Ноябрь 2024", "май – июнь 2024 г., ноябрь 2024 г."),
        ("до 1 сентября (за 2 недели)", "за 2 недели до 1 сентября 2024 г."),
        ("ежегодно, за неделю до 25 мая", "ежегодно за неделю до 25 мая"),
    ],
)
def test_canonical_wording_follows_the_house(written: str, canonical: str) -> None:
    assert explain_deadline(written, period="2024").canonical.replace("\u00a0", " ") == canonical


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("январь 2024", "в январе 2024 г."),
        ("до 18 марта 2024", "до 18 марта 2024 г."),
        ("1-15 марта 2024", "в срок с 1 по 15 марта 2024 г."),
        ("2024", "в 2024 году"),
        ("2023/2024 учебный год", "в 2023/2024 учебном году"),
        ("2024-2025", "в 2024–2025 годах"),
        ("сентябрь-октябрь 2024", "в сентябре – октябре 2024 г."),
        ("II квартал 2024", "во II квартале 2024 г."),
        ("май, ноябрь 2024", "в мае 2024 г., в ноябре 2024 г."),
        ("ежегодно", "ежегодно"),
    ],
)
def test_wording_inside_a_sentence_takes_its_case(written: str, sentence: str) -> None:
    deadline = explain_deadline(written)
    assert word_deadline(deadline, sentence=True).replace("\u00a0", " ") == sentence


def test_day_month_and_year_are_held_together_by_no_break_spaces() -> None:
    deadline = explain_deadline("до 18.03.2024")
    assert deadline.canonical == "до 18\u00a0марта\u00a02024\u00a0г."


def test_digits_have_no_year_mark() -> None:
    deadline = explain_deadline("с 1 по 15 марта 2024 г.")
    assert word_deadline(deadline, dates="digits") == "с 01.03.2024 по 15.03.2024"


def test_an_unparsed_phrase_keeps_the_words_of_its_author() -> None:
    deadline = explain_deadline("как  получится")
    assert word_deadline(deadline) == "как получится"


def test_the_canonical_phrase_names_the_year_that_the_period_gave() -> None:
    deadline = explain_deadline("до конца октября", period="2021-09..2022-08")
    assert deadline.canonical.replace("\u00a0", " ") == "до конца октября 2021 г."
    assert deadline.end == date(2021, 10, 31)


@given(
    st.sampled_from(["", "не позднее чем ", "ежегодно "]),
    st.sampled_from(["за 2 недели", "за неделю", "за 5 рабочих дней", "за 10 календарных дней"]),
    st.sampled_from(["1 сентября", "25 мая 2024 г.", "31 декабря"]),
)
def test_a_distance_before_a_day_is_printed_in_front_of_it(
    opening: str, distance: str, day: str
) -> None:
    reading = parse_phrase(f"{opening}{distance} до {day}")
    for printed in (print_reading(reading), print_sentence(reading)):
        assert "(" not in printed
        assert parse_phrase(printed) == reading
