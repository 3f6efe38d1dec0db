"""What an author meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.load.suggestions import suggest

KEYS = {
    "title": "Название",
    "due": "Срок: фраза, даты или список по исполнителям",
    "responsible": "Ответственные: id из реестра или текст",
    "result": "Ожидаемый результат",
    "column_numbers": "Строка с номерами граф под заголовком",
    "start": "Первый день",
    "end": "Последний день",
}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("titlе", "title"),  # the last letter is Cyrillic
        ("ешеду", "title"),
        ("responsable", "responsible"),
        ("column-numbers", "column_numbers"),
        ("Column numbers", "column_numbers"),
        ("Срок", "due"),
        ("сроки", "due"),
        ("ответственный", "responsible"),
        ("результат", "result"),
        ("название", "title"),
    ],
)
def test_a_near_word_is_understood(word: str, meant: str) -> None:
    assert suggest(word, KEYS) == meant


@pytest.mark.parametrize("word", ["", "x", "день", "foo", "примечание", "тест"])
def test_a_word_that_could_be_several_or_none_is_not_guessed(word: str) -> None:
    assert suggest(word, KEYS) is None


@given(st.text(max_size=12), st.dictionaries(st.text(max_size=8), st.text(max_size=20), max_size=6))
def test_a_suggestion_is_always_one_of_the_choices(word: str, choices: dict[str, str]) -> None:
    assert suggest(word, choices) in {None, *choices}
