"""Status forms of a workspace of a few lines, filled in as a school would."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import roadmapkit
from roadmapkit import Workspace
from roadmapkit.load.forms import FORM_COLUMNS
from tiny_workspaces import opened

__all__ = [
    "AS_OF",
    "DIRECTORY",
    "HEADING_ROW",
    "PLAN",
    "answered",
    "as_csv",
    "column",
    "form_rows",
    "forms",
    "progress",
    "workspace",
]

AS_OF = date(2024, 7, 11)
HEADING_ROW = 4

DIRECTORY = """\
kind: directory
organizations:
  - {id: s1, name: Школа № 1 города Ольховска, short: школа № 1, tags: шнор}
  - {id: s2, name: Школа № 2 города Ольховска, short: школа № 2, tags: шнор}
  - {id: s3, name: Школа № 3 города Ольховска, short: школа № 3, tags: шнор}
people:
  - {id: sokolov, name: Соколов Игорь Андреевич}
  - {id: gusev, name: Гусев Пётр Ильич}
posts:
  - {id: d1, title: директор, organization: s1, appointments: [{person: gusev}]}
  - {id: d2, title: директор, organization: s2}
groups:
  - {id: shnor, name: школы с низкими результатами, short: ШНОР, tag: шнор}
  - {id: heads, name: руководители ШНОР, heads_of: shnor}
"""

PLAN = """\
kind: roadmap
id: plan
title: План
period: 2024
activities:
  - {id: a1, title: Самоанализ, due: до 1 марта 2024 г., responsible: ШНОР}
  - {id: a2, title: Отчёт, due: ежеквартально, responsible: Руководители ШНОР}
  - id: a3
    title: Выезды
    due:
      - {when: январь 2024, for: [s1]}
      - {when: март 2024, for: [s2, s3]}
    responsible: Соколов И.А.
  - {id: a4, title: Приказ, due: до 1 февраля 2024 г., responsible: Соколов И.А.}
"""


def progress(*entries: str, header: str = "reports: [{as_of: 2024-07-11}]") -> str:
    """Return a progress document with marks in flow style."""
    lines = "".join(f"\n  - {{{entry}}}" for entry in entries)
    return (
        f"kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\n{header}\n"
        f"# отметки школ\nentries:{lines}\n"
    )


def workspace(folder: Path, *entries: str, plan: str = PLAN) -> Workspace:
    return opened(folder, plan, progress(*entries), directory=DIRECTORY)


def forms(opened: Workspace, *parties: str, as_of: date = AS_OF) -> dict[str, bytes]:
    return roadmapkit.status_forms(opened, "hod", as_of=as_of, parties=parties)


def column(field: str) -> int:
    """Return the column of a field, from 1."""
    return list(FORM_COLUMNS).index(field) + 1


def form_rows(content: bytes) -> list[dict[str, Any]]:
    """Return the rows of a form, by field."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    rows = sheet.iter_rows(min_row=HEADING_ROW + 1, values_only=True)
    return [dict(zip(FORM_COLUMNS, row, strict=True)) for row in rows]


def answered(
    path: Path,
    content: bytes,
    answers: Mapping[tuple[str, str], Mapping[str, str | date]],
) -> Path:
    """Write a form to *path* with answers by activity and key of the term."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    left = dict(answers)
    for number in range(HEADING_ROW + 1, sheet.max_row + 1):
        key = (_cell(sheet, number, "activity"), _cell(sheet, number, "occurrence"))
        for field, value in left.pop(key, {}).items():
            sheet.cell(number, column(field)).value = value
    assert not left, f"the form does not ask for {left}"
    book.save(path)
    return path


def _cell(sheet: Worksheet, number: int, field: str) -> str:
    return str(sheet.cell(number, column(field)).value)


def as_csv(path: Path, form: Path) -> Path:
    """Save a filled form as CSV, as Excel with Russian settings does."""
    sheet = load_workbook(form).worksheets[0]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in sheet.iter_rows(values_only=True):
        writer.writerow([f"{v:%d.%m.%Y}" if isinstance(v, datetime) else v for v in row])
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return path
