"""Texts are found by patterns and words in one search through all of them."""

from __future__ import annotations

import re

import pytest

from roadmapkit.lint.joined_texts import JoinedTexts

TEXTS = ("Приказ от 12.01.2024", "Отчёт", "", "до 5 % и ОТ 3 %", "1. Провести", "от")


@pytest.mark.parametrize(
    ("pattern", "folded", "found"),
    [
        (r"от\s+\d", False, ["Приказ от 12.01.2024"]),
        (r"от\s+\d", True, ["Приказ от 12.01.2024", "до 5 % и ОТ 3 %"]),
        (r"отчет", True, ["Отчёт"]),
        (r"%", False, ["до 5 % и ОТ 3 %"]),
        (r"\x00\d", False, ["1. Провести"]),
        (r"\x00от", True, ["Отчёт", "от"]),
        (r"№", False, []),
    ],
)
def test_each_text_in_which_a_pattern_may_match_is_found_once_and_in_order(
    pattern: str, folded: bool, found: list[str]
) -> None:
    places = JoinedTexts(TEXTS).matching(re.compile(pattern), folded=folded)
    assert [TEXTS[place] for place in places] == found


def test_what_runs_over_to_the_next_text_hides_nothing_there() -> None:
    texts = ("начало от", "5 школ", "от 5 школ", "от 6")
    found = JoinedTexts(texts).matching(re.compile(r"от[^№]*\d"))
    assert {texts[place] for place in found} >= {"от 5 школ", "от 6"}


def test_words_are_found_in_any_letters_and_with_either_letter_e() -> None:
    texts = ("ОТЧЁТ", "отчеты", "İ и отчёт", "приказ")
    assert JoinedTexts(texts).holding("отчет") == [0, 1, 2]
    assert JoinedTexts(texts).holding("приказ", "отчет") == [0, 1, 2, 3]
    assert JoinedTexts(texts).holding() == []


def test_nothing_is_found_in_no_texts() -> None:
    assert JoinedTexts(()).holding("отчет") == []
    assert list(JoinedTexts(()).matching(re.compile("отчет"))) == []
