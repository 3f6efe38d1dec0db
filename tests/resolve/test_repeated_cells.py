"""Rows of a plan that repeat a term or an executor: read once, told at each place."""

from __future__ import annotations

from pathlib import Path

from roadmapkit import check, open_workspace

DIRECTORY = """\
kind: directory
organizations:
  - id: center
    name: Центр оценки качества
"""
PLAN = """\
kind: roadmap
id: plan
title: План работы
period: 2024
activities:
  - title: Собрать сведения о выпускниках
    due: 31 февраля 2024 г.
    responsible: {party}
  - title: Обсудить итоги диагностики
    due: 31 февраля 2024 г.
    responsible: {party}
  - title: Подготовить отчёт о работе
    due: май 2024 г.
    responsible: Центр оценки качества
"""


def _lines(folder: Path, family: str, party: str = "Центр оценки качества") -> list[int]:
    (folder / "roadmaps").mkdir()
    (folder / "directory.yaml").write_text(DIRECTORY, encoding="utf-8")
    plan = folder / "roadmaps" / "plan.yaml"
    plan.write_text(PLAN.format(party=party), encoding="utf-8")
    found = check(open_workspace(folder)).diagnostics
    return [item.span.line for item in found if item.code.startswith(family) and item.span]


def test_a_term_that_does_not_exist_is_told_in_every_row(tmp_path: Path) -> None:
    assert _lines(tmp_path, "DUE") == [7, 10]


def test_a_finding_about_an_executor_is_told_in_every_row(tmp_path: Path) -> None:
    latin = "Центр oценки качества"  # with a Latin letter
    assert {8, 11} <= set(_lines(tmp_path, "PAR", latin))


def test_executors_that_the_directory_knows_are_told_in_no_row(tmp_path: Path) -> None:
    assert _lines(tmp_path, "PAR") == []
