"""Latin letters that look Cyrillic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.resolve.directory.letters import foreign_letters
from roadmapkit.resolve.parties.lookalikes import cyrillic


@pytest.mark.parametrize(
    ("text", "person", "word"),
    [
        ("Цeнтр образования", False, "Цeнтр"),
        ("Школа c углублённым изучением", False, "c"),
        ("Иванова C.В.", True, "C"),
        ("Центр «IT-куб»", False, None),
        ("Лицей имени Петра I", False, None),
        ("Фонд «ВКонтакте» и Quantorium", False, None),
        ("Кванториум «iСпринг»", False, None),
        ("IT", False, None),
        ("Иванова С.В.", True, None),
    ],
)
def test_only_letters_that_cannot_be_meant_are_found(
    text: str, person: bool, word: str | None
) -> None:
    assert foreign_letters(text, person=person) == word


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВ «»-№1", max_size=30))
def test_cyrillic_text_has_no_foreign_letters(text: str) -> None:
    assert foreign_letters(text, person=True) is None


def test_a_word_is_corrected_letter_for_letter() -> None:
    assert cyrillic("Цeнтр") == "Центр"
