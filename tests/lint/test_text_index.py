"""Texts are found by the marks, signs and words that they hold."""

from __future__ import annotations

import re

import pytest

from roadmapkit.lint.text_index import TextIndex

TEXTS = ("Приказ № 5", "Отчёт", "№ 1, № 2", "", "приказ")


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        (("№",), ["Приказ № 5", "№ 1, № 2"]),
        (("№", "Отч"), ["Приказ № 5", "Отчёт", "№ 1, № 2"]),
        (("ё", "ё"), ["Отчёт"]),
        (("5О",), []),
        (("приказ",), ["приказ"]),
        ((" № ",), ["Приказ № 5", "№ 1, № 2"]),
        ((" 1,",), ["№ 1, № 2"]),
        ((" 2,",), []),
        ((" № 5 ",), []),
    ],
)
def test_each_text_that_holds_a_mark_is_found_once_and_in_order(
    marks: tuple[str, ...], found: list[str]
) -> None:
    assert TextIndex(TEXTS).holding(*marks) == found


def test_letters_are_compared_as_small_ones_where_asked() -> None:
    index = TextIndex(("İ и ПРИКАЗ", "приказ", "отчёт"))
    assert index.folded.holding("приказ") == ["İ и ПРИКАЗ", "приказ"]


def test_a_letter_whose_small_one_is_two_moves_no_text() -> None:
    texts = ("ÄÖ Приказ", "İİ", "СБОР", "İ сбор")
    assert TextIndex(texts).folded.holding("сбор") == ["СБОР", "İ сбор"]
    assert TextIndex(texts).folded.matching(re.compile("с")) == ["СБОР", "İ сбор"]


def test_words_with_dots_or_without_are_the_same_where_asked() -> None:
    index = TextIndex(("Отчёты школ", "ОТЧЕТ", "сбор", "учёт Школ"))
    assert index.bare.holding("отчет") == ["Отчёты школ", "ОТЧЕТ"]
    assert index.bare.holding(" школ", "учет") == ["Отчёты школ", "учёт Школ"]
    assert index.holding("отчет") == index.folded.holding("учет") == []
    assert index.bare.with_words({"отчет"}) == ["ОТЧЕТ"]


def test_no_sign_is_searched_where_no_text_holds_a_mark() -> None:
    texts = tuple(f"Приказ № {number}" for number in range(1000))
    assert TextIndex(texts).showing(("(no pattern",), marks=("§", "сбор")) == []


def test_no_text_holds_anything() -> None:
    assert TextIndex(()).holding("№") == []
    assert TextIndex(()).showing(("№",)) == []
    assert TextIndex(()).with_words({"№"}) == []


@pytest.mark.parametrize(
    ("sign", "found"),
    [
        (r"№ \d", ["Приказ № 5", "№ 1, № 2"]),
        (r"№(?<=з №)", ["Приказ № 5"]),
        (r"№(?<!\w)(?<!\s№)", ["№ 1, № 2"]),
        (r"т(?!\w)", ["Отчёт"]),
        (r"т\s", []),
        (r"(?i)приказ\b", ["Приказ № 5", "приказ"]),
    ],
)
def test_a_sign_is_searched_in_each_text_up_to_its_ends(sign: str, found: list[str]) -> None:
    assert TextIndex(TEXTS).showing((sign,)) == found


def test_no_sign_is_even_compiled_where_the_texts_are_short() -> None:
    assert TextIndex(TEXTS).showing(("(no pattern",), marks=("№",)) == ["Приказ № 5", "№ 1, № 2"]


def test_signs_are_searched_in_long_texts_that_hold_a_mark() -> None:
    texts = tuple(f"Приказ № {number}" for number in range(1000))
    assert TextIndex(texts).showing((r"№ 99\d",), marks=("№",)) == list(texts[990:])
    assert TextIndex(texts).showing((r"П",), marks=("№ 99", "№")) == list(texts)
    assert TextIndex((*texts, "№ 991")).showing((r"№ 99\d",), marks=("П",)) == list(texts[990:])


def test_what_is_looked_at_may_be_another_text_than_the_one_that_is_given_back() -> None:
    index = TextIndex(("на a.ru/b", "на b"), ("на xxxxxx", "на b"))
    assert index.holding("b") == ["на b"]
    assert index.showing(("x",)) == ["на a.ru/b"]


def test_a_border_in_a_text_is_none() -> None:
    index = TextIndex(("а\x00б", "б в", "в"))
    assert index.holding("б") == ["а\x00б", "б в"]
    assert index.with_words({"в"}) == ["б в", "в"]


SENTENCES = (
    "Провести сбор и слёт",
    "сбор для",
    "Слёт, слёт и",
    "мини-сбор 5-х классов (для)",
)


def test_texts_are_found_by_their_words() -> None:
    index = TextIndex(SENTENCES)
    assert index.with_words({"сбор"}) == list(SENTENCES[:2])
    assert index.with_words(set()) == []
    assert index.ending_with({"и", "для"}) == list(SENTENCES[1:])
    assert index.with_repeated_word() == [SENTENCES[2]]


def test_texts_are_found_by_words_that_follow_each_other_within_one_text() -> None:
    index = TextIndex(SENTENCES)
    assert index.with_pair({"сбор", "слёт"}, {"и", "сбор"}) == [SENTENCES[0], SENTENCES[2]]
    assert index.with_pair({"сбор"}, set()) == []


def test_a_pair_of_words_is_judged_once() -> None:
    judged: list[tuple[str, str]] = []

    def is_wrong(one: str, two: str) -> bool:
        judged.append((one, two))
        return False

    index = TextIndex(("сбор для школ", "сбор для групп"))
    assert index.with_pair({"сбор"}, {"для"}, is_wrong) == []
    assert judged == [("сбор", "для")]


SEVERAL = ("Приказ от 12.01.2024", "Отчёт", "", "до 5 % и ОТ 3 %", "1. Провести", "от")


@pytest.mark.parametrize(
    ("pattern", "folded", "found"),
    [
        (r"от\s+\d", False, ["Приказ от 12.01.2024"]),
        (r"от\s+\d", True, ["Приказ от 12.01.2024", "до 5 % и ОТ 3 %"]),
        (r"%", False, ["до 5 % и ОТ 3 %"]),
        (r"\x00\d", False, ["1. Провести"]),
        (r"\x00от", True, ["Отчёт", "от"]),
        (
            r"\x00",
            False,
            ["Приказ от 12.01.2024", "Отчёт", "", "до 5 % и ОТ 3 %", "1. Провести", "от"],
        ),
        (r"№", False, []),
    ],
)
def test_each_text_in_which_a_pattern_may_match_is_found_once_and_in_order(
    pattern: str, folded: bool, found: list[str]
) -> None:
    index = TextIndex(SEVERAL)
    assert (index.folded if folded else index).matching(re.compile(pattern)) == found


def test_what_runs_over_to_the_next_text_hides_nothing_there() -> None:
    texts = ("начало от", "5 школ", "от 5 школ", "от 6")
    found = TextIndex(texts).matching(re.compile(r"от[^№]*\d"))
    assert {*found} >= {"от 5 школ", "от 6"}


def test_no_text_is_found_where_there_is_none() -> None:
    assert TextIndex(()).matching(re.compile("отчет|\x00")) == []
