"""Texts are found by the marks that they hold."""

from __future__ import annotations

import pytest

from roadmapkit.lint.text_index import TextIndex
from roadmapkit.lint.texts import PrintedText
from roadmapkit.source import Origin, SourceDocument


def _texts(*words: str) -> list[PrintedText]:
    source = SourceDocument.__new__(SourceDocument)
    return [PrintedText(word, "title", Origin(source, ()), "plan", "roadmap") for word in words]


TEXTS = _texts("Приказ № 5", "Отчёт", "№ 1, № 2", "", "приказ")


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        (("№",), ["Приказ № 5", "№ 1, № 2"]),
        (("№", "Отч"), ["Приказ № 5", "Отчёт", "№ 1, № 2"]),
        (("ё", "ё"), ["Отчёт"]),
        (("5О",), []),
        (("приказ",), ["приказ"]),
    ],
)
def test_each_text_that_holds_a_mark_is_found_once_and_in_order(
    marks: tuple[str, ...], found: list[str]
) -> None:
    assert [text.text for text in TextIndex(TEXTS).holding(*marks)] == found


def test_letters_are_compared_as_small_ones_where_asked() -> None:
    texts = _texts("İ и ПРИКАЗ", "приказ", "отчёт")
    found = TextIndex(texts, folded=True).holding("приказ")
    assert [text.text for text in found] == ["İ и ПРИКАЗ", "приказ"]


def test_no_text_holds_anything() -> None:
    assert TextIndex([]).holding("№") == []
