"""The words of texts are taken out once, and tell what stands nowhere."""

from __future__ import annotations

import pytest

from roadmapkit.lint.text_words import BORDER, TextWords, Vocabulary


def words_of(*texts: str) -> TextWords:
    return TextWords(BORDER.join(("", *texts, "")))


def test_the_different_words_come_in_the_order_in_which_they_stand_first() -> None:
    words = words_of("Сбор, 5-й сбор", "сбор и слёт")
    assert words.distinct == ("Сбор", "5-й", "сбор", "и", "слёт")
    assert words.of_first(2) == words.distinct
    assert words.of_first(1) == ("Сбор", "5-й", "сбор")
    assert words.of_first(0) == ()


def test_words_are_told_each_time_that_they_stand_somewhere() -> None:
    words = words_of("сбор и сбор", "", "слёт", "и слёт")
    assert list(words.standing({"сбор", "слёт"})) == [
        ("сбор", 0), ("сбор", 0), ("слёт", 2), ("слёт", 3)
    ]  # fmt: skip
    assert words.places({"и", "сбор"}) == [0, 3]


def test_texts_without_words_have_no_last_one() -> None:
    assert words_of("—", "сбор", "...").last({"сбор"}) == [1]


@pytest.mark.parametrize(
    ("mark", "held"),
    [
        ("школ", True),
        ("льны", True),
        (" школьный ", True),
        (" школ ", False),
        ("№ 5", True),
        (" 7", False),
        (" –", True),
        ("и школ", True),
        ("кружок школ", False),
    ],
)
def test_a_vocabulary_tells_what_cannot_stand_in_its_texts(mark: str, held: bool) -> None:
    assert Vocabulary(["школьный", "и", "5-й", "сбор"]).may_hold(mark) is held


def test_few_words_have_more_capitals_than_one_at_their_beginning() -> None:
    found = words_of("Итоги ГИА-11 и ЕГЭ", "МБоУ мБОУ 2024 5-й А а ПРоведение").capitalised
    assert found == ("ГИА-11", "ЕГЭ", "МБоУ", "мБОУ", "А", "ПРоведение")


def test_pairs_are_found_by_whichever_words_are_fewer() -> None:
    words = words_of("сбор и слёт", "и сбор", "слёт и сбор и слёт")
    both = [("и", "слёт", 0), ("и", "слёт", 2)]
    assert list(words.pairs({"и", "сбор", "итоги"}, {"слёт"})) == both
    assert list(words.pairs({"и"}, {"слёт", "итоги"})) == both


def test_a_vocabulary_in_small_letters_holds_what_small_letters_make() -> None:
    assert Vocabulary(["СБОР", "İ"]).folded().may_hold("сбор")
    assert not Vocabulary(["СБОР"]).may_hold("сбор")
