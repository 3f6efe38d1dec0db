"""Texts printed as they are written: by key, by place, in Markdown, in tables, in plans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from roadmapkit import open_workspace
from roadmapkit.building import prepare
from roadmapkit.documents import plain

RAW = 'Смена "А" - 5-7 классы'
SET = "Смена «А»\u00a0– 5–7 классы"

TEXT = f"""\
kind: program
id: programma
title: {RAW}
VERBATIM
goals: 'Цель: {RAW}'
plan: plan
chapters:
  - title: Первая
    text: |
      {RAW} и **№ 5**
  - title: Вторая
    file: chapter.md
  - title: Третья
    table:
      csv: marks.csv
      columns:
        - key: class
          heading: Класс
  - title: Четвёртая
    table:
      columns:
        - Смена
      rows:
        - - {RAW}
---
kind: roadmap
id: plan
title: План
VERBATIM
activities:
  - title: Занятие
    due: май 2024 года
    note: {RAW}
"""


def printed(folder: Path, program: str = "", plan: str = "") -> dict[str, list[str]]:
    """Return the texts of the programme that hold the words, by whether they are typeset."""
    roadmaps = folder / "roadmaps"
    roadmaps.mkdir()
    parts = TEXT.split("VERBATIM\n")
    (roadmaps / "p.yaml").write_text(f"{parts[0]}{program}{parts[1]}{plan}{parts[2]}", "utf-8")
    (roadmaps / "chapter.md").write_text(f"{RAW} из файла\n", encoding="utf-8")
    (roadmaps / "marks.csv").write_text(f"class\n{RAW.replace(chr(34), '')}\n", encoding="utf-8")
    prepared = prepare(open_workspace(folder).loaded)
    assert not [one for one in prepared.diagnostics if one.severity.value == "error"]
    [view] = [one.view for one in prepared.composed if one.target.document == "programma"]
    found: dict[str, list[str]] = {"raw": [], "set": []}
    for text in dict.fromkeys(_strings(plain(view))):
        if "классы" in text:
            found["raw" if " - 5-7" in text else "set"].append(text)
    return found


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value


def test_all_that_is_printed_is_typeset_where_nobody_asks_otherwise(tmp_path: Path) -> None:
    found = printed(tmp_path)
    assert found["raw"] == []
    assert len(found["set"]) >= 6


@pytest.mark.parametrize(
    ("verbatim", "raw"),
    [
        ("goals", [f"Цель: {RAW}"]),
        ("chapters.1.text", [f"{RAW} и № 5", f"{RAW} и "]),
        ("chapters.2", [f"{RAW} из файла"]),
        ("file", [f"{RAW} из файла"]),
        ("csv", [RAW.replace('"', "")]),
    ],
)
def test_what_a_key_or_a_place_holds_is_printed_as_it_is_written(
    tmp_path: Path, verbatim: str, raw: list[str]
) -> None:
    assert printed(tmp_path, f"verbatim: {verbatim}\n")["raw"] == raw


def test_a_title_is_as_it_is_written_wherever_it_is_printed(tmp_path: Path) -> None:
    found = printed(tmp_path, "verbatim: [title]\n")
    assert RAW in found["raw"]
    assert SET not in found["set"]


def test_a_plan_says_for_itself_what_a_programme_prints_of_it(tmp_path: Path) -> None:
    found = printed(tmp_path, plan="verbatim: note\n")
    assert RAW in found["raw"]
