"""Parties that the directory lacks are told once each, and together where it lacks many."""

from pathlib import Path

from roadmapkit import check, open_workspace
from roadmapkit.diagnostics import Diagnostic, Severity

DIRECTORY = """kind: directory
people:
  - id: ivanova
    name: Иванова Светлана Викторовна
organizations:
  - id: school-5
    name: МБОУ «Школа № 5»
---
kind: roadmap
id: plan
title: План
activities:
"""


def unknown(tmp_path: Path, *cells: str) -> list[Diagnostic]:
    rows = "".join(f"  - title: Дело\n    responsible: {cell}\n" for cell in cells)
    file = tmp_path / "plan.yaml"
    file.write_text(DIRECTORY + rows, encoding="utf-8")
    found = check(open_workspace(file)).diagnostics
    return [item for item in found if item.code == "PAR011"]


def test_a_party_is_told_once_however_many_cells_name_it(tmp_path: Path) -> None:
    (only,) = unknown(tmp_path, "Отдел кадров", "Иванова С.В.", "Отдел кадров")
    assert only.severity is Severity.WARNING
    assert "cells that name it: 2" in str(only.message)


def test_two_unknown_parties_are_told_apart(tmp_path: Path) -> None:
    assert len(unknown(tmp_path, "Отдел кадров", "Городская библиотека")) == 2


def test_many_unknown_parties_are_one_remark(tmp_path: Path) -> None:
    cells = ("Отдел кадров", "Городская библиотека", "Дом творчества", "Иванова С.В.")
    (only,) = unknown(tmp_path, *cells)
    assert only.severity is Severity.INFO
    assert "in all: 3" in str(only.message)


def test_a_slip_in_a_known_name_is_a_warning_among_many_unknown_parties(tmp_path: Path) -> None:
    cells = ("Отдел кадров", "Городская библиотека", "Дом творчества", "Иванова С.Н.")
    found = unknown(tmp_path, *cells)
    assert [item.severity for item in found] == [Severity.INFO, Severity.WARNING]


def test_a_school_of_another_number_is_no_slip(tmp_path: Path) -> None:
    cells = ("Отдел кадров", "Городская библиотека", "МБОУ «Школа № 6»", "Иванова С.В.")
    (only,) = unknown(tmp_path, *cells)
    assert "in all: 3" in str(only.message)
