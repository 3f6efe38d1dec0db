"""``roadmapkit status``: forms go out, answers come back, the exit code tells of conflicts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from program_calls import Call

from roadmapkit.load.forms import FORM_COLUMNS

DAY = ("--as-of", "2026-02-15")
PROGRESS = """\
---
kind: progress
id: hod
title: Отчёт
roadmap: exams
reports:
  - as_of: 2026-02-15
entries:   # отметки
"""


@pytest.fixture
def collecting(workspace: Path) -> Path:
    file = workspace / "roadmaps" / "exams.yaml"
    file.write_text(file.read_text(encoding="utf-8") + PROGRESS, encoding="utf-8")
    return workspace


def answer(form: Path, status: str) -> None:
    book = load_workbook(form)
    book.worksheets[0].cell(5, [*FORM_COLUMNS].index("status") + 1).value = status
    book.save(form)


def test_forms_are_written_below_build_and_named(call: Call, collecting: Path) -> None:
    told = call("status", "forms", "hod", *DAY)
    assert told.code == 0
    assert told.out.splitlines()[0] == "build/forms/hod/Учителя-математики.xlsx"
    assert (collecting / told.out.splitlines()[0]).is_file()


def test_forms_go_to_another_folder_for_one_party(call: Call, collecting: Path) -> None:
    told = call(
        "status", "forms", "hod", *DAY, "--party", "учителя математики", "--out", "out",
        "--format", "json",
    )  # fmt: skip
    record = json.loads(told.out)
    assert record == {
        "document": "hod",
        "as_of": "2026-02-15",
        "files": ["out/Учителя-математики.xlsx"],
    }


def test_nothing_open_is_told(call: Call, collecting: Path) -> None:
    told = call("status", "forms", "hod", "--as-of", "2025-08-01")
    assert told.code == 0
    assert len(told.out.splitlines()) == 1


def test_answers_come_back_and_conflicts_fail(call: Call, collecting: Path) -> None:
    form = Path(call("status", "forms", "hod", *DAY).out.splitlines()[0])
    answer(form, "в работе")
    plan = collecting / "roadmaps" / "exams.yaml"
    before = plan.read_text(encoding="utf-8")
    dry = call("status", "merge", form, *DAY, "--dry-run")
    assert dry.code == 0
    assert "+ hod · trial · Учителя математики: в работе; 15.02.2026" in dry.out
    assert plan.read_text(encoding="utf-8") == before
    assert call("status", "merge", form, *DAY).code == 0
    merged = plan.read_text(encoding="utf-8")
    assert merged.startswith(before)
    assert call("status", "merge", form, *DAY).code == 0
    answer(form, "выполнено")
    conflict = call("status", "merge", form, *DAY)
    assert conflict.code == 1
    assert "STA018" in conflict.out
    assert plan.read_text(encoding="utf-8") == merged
    record = json.loads(call("status", "merge", form, *DAY, "--format", "json").out)
    assert [one["held"]["status"] for one in record["conflicts"]] == ["в работе"]
    assert record["diagnostics"][0]["code"] == "STA018"


def test_merging_nothing_is_a_wrong_call(call: Call, collecting: Path) -> None:
    assert call("status", "merge").code == 2
