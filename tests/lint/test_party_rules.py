"""People and bodies that documents write in two ways, and lists that differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit import check, open_workspace
from roadmapkit.lint.people import stem_of
from roadmapkit.lint.school_lists import numbers_in

PLAN = "kind: roadmap\nid: plan\ntitle: План на 2024 год\nperiod: 2024\nactivities:\n"


def told(tmp_path: Path, code: str, *cells: str) -> list[str]:
    rows = "".join(f"  - title: Дело\n    responsible: {cell}\n" for cell in cells)
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN + rows, encoding="utf-8")
    found = check(open_workspace(file)).diagnostics
    return [str(item.message) for item in found if item.code == code]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Управление образования", "Управление образованием"),
        ("МУ РЦ", "МУРЦ"),
        ("МКУ «КРО Сосновского района»", "МКУ «КРО Сосновский район»"),
        ("Информационно-методический центр", "Информационно-метадический центр"),
    ],
)
def test_one_body_in_two_spellings_is_told_once(tmp_path: Path, one: str, two: str) -> None:
    (only,) = told(tmp_path, "PAR101", one, one, two, two)
    assert "times written so: 2" in only


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Администрация школы", "Администрация школ"),
        ("Отдел общего образования", "Отдел дошкольного образования"),
        ("МБОУ «Школа № 5»", "МБОУ «Школа № 6»"),
        ("руководители ШНОР", "Руководители ШНОР"),
        ("Управление образования", "«Управление образования»"),
    ],
)
def test_two_bodies_are_no_spellings_of_one(tmp_path: Path, one: str, two: str) -> None:
    assert not told(tmp_path, "PAR101", one, two)


@pytest.mark.parametrize(
    ("cells", "count"),
    [
        (("Иванова С.В.", "Иванова С.В.", "Иванова С.П."), 1),
        (("Королькова С.В.", "Корлькова С.В."), 1),
        (("Иванова С.В., Иванова С.П.", "Иванова С.П."), 0),
        (("Иванова С.В.", "Иванова Е.П."), 0),
        (("Иванов С.В.", "Иванова С.В."), 0),
        (("Иванова С.В.", "С.В. Иванова"), 0),
    ],
)
def test_a_person_has_one_name(tmp_path: Path, cells: tuple[str, ...], count: int) -> None:
    assert len(told(tmp_path, "PAR102", *cells)) == count


@pytest.mark.parametrize("form", ["Сосновая", "Сосновой", "Сосновую"])
def test_case_forms_of_a_surname_have_one_stem(form: str) -> None:
    assert stem_of(form) == stem_of("Сосновая")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("СОШ № 5, № 8, ООШ № 19", [5, 8, 19]),
        ("школы № 5, 8 и 10 города", [5, 8, 10]),
        ("МБОУ «СОШ № 4 им. П.С. Ветрова», МБОУ «СОШ № 6»", [4, 6]),
        ("по школам (приказ № 61)", []),
        ("приказ № 61 от 29 января", []),
    ],
)
def test_schools_are_known_by_their_numbers(text: str, numbers: list[int]) -> None:
    assert list(numbers_in(text)) == numbers
