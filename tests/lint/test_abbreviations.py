"""Where abbreviations are used and explained, and what is only loud or a name."""

from __future__ import annotations

import pytest

from roadmapkit.lint.abbreviations import is_well_known, well_known
from roadmapkit.lint.definitions import Definition, definitions_in
from roadmapkit.lint.expansions import aligned, one_slip, words_of
from roadmapkit.lint.shortened import shortened_words


def shorts(text: str) -> list[str]:
    return [word.base for word in shortened_words(text, is_well_known)]


def defined(text: str, before: str = "") -> list[Definition]:
    words = list(shortened_words(text, is_well_known))
    return list(definitions_in(text, words, "title", before))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("анализ ВПР и ОГЭ/ЕГЭ-2023", ["ВПР", "ОГЭ", "ЕГЭ"]),
        ("комплект КИМов для ШНОРов", ["КИМ", "ШНОР"]),
        ("ПЛАН РАБОТЫ НА ГОД", []),
        ("это делать НЕЛЬЗЯ", []),
        ("в срок СЕНТЯБРЬ 2024", []),
        ("ответственная Иванова СВ", []),
        ("в ХХI веке", []),
        ("С.В. Иванова", []),
        ("решение КДНиЗП", ["КДНиЗП"]),
    ],
)
def test_words_in_capitals_are_abbreviations_unless_they_are_loud(
    text: str, found: list[str]
) -> None:
    assert shorts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("школ с низкими образовательными результатами (далее – ШНОР)", {"ШНОР": "further"}),
        ("школы с низкими результатами, далее ШНОР, и лицеи", {"ШНОР": "further"}),
        ("школ двух видов (далее – ШНРО, ШФНСУ)", {"ШНРО": "further", "ШФНСУ": "further"}),
        ("Федерального института оценки качества (ФИОК)", {"ФИОК": "bracket"}),
        ("КШИ (кадетская школа-интернат)", {"КШИ": "bracket"}),
        (
            "КШИ – кадетская школа-интернат;\nОО – общественные организации",
            {"КШИ": "list", "ОО": "list"},
        ),
        ("региональные оценочные процедуры (МИАС)", {}),
        ("по итогам процедур (НИКО, ВПР)", {}),
        ("Далее проводится анализ ВПР", {}),
        ("ВПР – анализ итогов и разбор ошибок", {}),
    ],
)  # fmt: skip
def test_an_abbreviation_is_explained_by_words_with_its_initials(
    text: str, found: dict[str, str]
) -> None:
    assert {short: each.manner for each in defined(text) for short in each.shorts} == found


def test_a_cell_of_a_list_is_explained_by_the_cell_before_it() -> None:
    assert [each.manner for each in defined("КШИ", "Кадетская школа-интернат")] == ["list"]
    assert not defined("КШИ", "Провести семинар")


def test_a_letter_inside_a_word_counts_for_an_abbreviation() -> None:
    alignment = aligned("МЕТЦ", words_of("методический центр"))
    assert not alignment.whole
    assert alignment.inside


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("ШНРО", "ШНОР", True),
        ("ШПРО", "ШНРО", True),
        ("ШНР", "ШНРО", True),
        ("НОР", "ШНОР", False),
        ("ВСР", "ВПР", False),
        ("ШССУ", "ШФНСУ", False),
    ],
)
def test_a_slip_is_one_letter_of_a_long_abbreviation(one: str, two: str, slip: bool) -> None:
    assert one_slip(one, two) is slip
    assert one_slip(two, one) is slip


def test_the_vocabulary_is_sorted_and_every_entry_has_words() -> None:
    table = well_known()
    assert list(table) == sorted(table, key=lambda short: (short.lower(), short))
    assert len(table) > 150
    assert all(len(full.split()) >= 1 and full == full.strip() for full in table.values())
