"""``roadmapkit report``: a report of any day or span, beside those of ``build``."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from program_calls import Call

import roadmapkit
from roadmapkit.errors import ArgumentError

PROGRESS = """\
kind: progress
id: hod
title: Отчёт
roadmap: exams
reports:
  - {as_of: 2026-03-01, title: Отчёт на весну}
"""


@pytest.fixture
def hod(workspace: Path) -> Path:
    (workspace / "roadmaps" / "hod.yaml").write_text(PROGRESS, encoding="utf-8")
    return workspace / "build" / "roadmaps"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("--as-of", "2026-02-25"), "hod.отчет-2026-02-25.docx"),
        (("--as-of", "01.03.2026"), "hod.отчет-2026-03-01.docx"),
        (
            ("--from", "2026-01-01", "--to", "31.03.2026"),
            "hod.отчет-2026-01-01--2026-03-31.docx",
        ),
        (
            ("--from", "2026-01-01", "--to", "2026-03-31", "--cumulative"),
            "hod.отчет-2026-01-01--2026-03-31-нарастающий.docx",
        ),
    ],
)
def test_one_report_is_written_whose_name_says_the_span(
    call: Call, hod: Path, words: tuple[str, ...], name: str
) -> None:
    answer = call("report", "hod", *words)
    assert answer.code == 0
    assert [path.name for path in hod.iterdir()] == [name]
    assert name in answer.out


def test_json_gives_the_result_to_programs(call: Call, hod: Path) -> None:
    record = json.loads(call("report", "hod", "--as-of", "2026-02-25", "--format", "json").out)
    assert [Path(one["path"]).name for one in record["written"]] == ["hod.отчет-2026-02-25.docx"]
    assert record["blocked"] == []


def test_without_a_day_it_is_today(call: Call, hod: Path) -> None:
    before = datetime.now().astimezone().date()
    assert call("report", "hod").code == 0
    days = {before, datetime.now().astimezone().date()}
    (path,) = hod.iterdir()
    assert path.name in {f"hod.отчет-{day}.docx" for day in days}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody", "--as-of", "2026-02-25"), "nobody"),
        (("exams", "--as-of", "2026-02-25"), "exams"),
        (("hod", "--from", "2026-02-25"), "day"),
        (("hod", "--as-of", "2026-02-25", "--to", "2026-02-26"), "day"),
        (("hod", "--from", "2026-03-25", "--to", "2026-02-26"), "2026-03-25"),
        (("hod", "--as-of", "2026-02-25", "--cumulative"), "cumulative"),
        (("hod", "--as-of", "25.13.2026"), "25.13.2026"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(
    call: Call, hod: Path, words: tuple[str, ...], said: str
) -> None:
    answer = call("report", *words, "--lang", "en")
    assert answer.code == 2
    assert said in answer.err
    assert not hod.exists()


def test_report_by_hand_is_the_one_that_the_yaml_asks_for(hod: Path) -> None:
    workspace = roadmapkit.open_workspace(hod.parents[1])
    made = roadmapkit.render_report(workspace, "hod", as_of=date(2026, 3, 1))
    assert made == roadmapkit.render(workspace, "hod")


def test_marks_after_the_day_change_nothing(hod: Path, workspace: Path) -> None:
    opened = roadmapkit.open_workspace(workspace)
    (before,) = roadmapkit.render_report(opened, "hod", as_of=date(2026, 2, 25)).values()
    progress = workspace / "roadmaps" / "hod.yaml"
    mark = "entries: [{activity: trial, status: выполнено, date: 2026-02-26}]\n"
    progress.write_text(PROGRESS + mark, encoding="utf-8")
    opened = roadmapkit.open_workspace(workspace)
    (same,) = roadmapkit.render_report(opened, "hod", as_of=date(2026, 2, 25)).values()
    (later,) = roadmapkit.render_report(opened, "hod", as_of=date(2026, 2, 26)).values()
    assert _text(same) == _text(before)
    assert "Выполнено</w:t>" in _text(later)


def _text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("day", ["2026-02-01", datetime(2026, 2, 1, 12, 0), 20260201])  # noqa: DTZ001  # what a caller may pass
def test_every_function_refuses_what_is_no_day(hod: Path, workspace: Path, day: Any) -> None:
    opened = roadmapkit.open_workspace(workspace)
    calls: dict[str, list[Callable[[], object]]] = {
        "as_of": [
            lambda: roadmapkit.due(opened, as_of=day),
            lambda: roadmapkit.status_forms(opened, "hod", as_of=day),
            lambda: roadmapkit.merge_statuses(opened, [], as_of=day),
            lambda: roadmapkit.make_report(opened, "hod", as_of=day),
        ],
        "signed_on": [
            lambda: roadmapkit.due(opened, as_of=date(2026, 2, 1), signed_on=day),
            lambda: roadmapkit.explain_deadline("март 2026", signed_on=day),
            lambda: roadmapkit.explain_plan(opened, "exams", signed_on=day),
            lambda: roadmapkit.explain_activity(opened, "trial", signed_on=day),
        ],
        "start": [lambda: roadmapkit.render_report(opened, "hod", start=day, end=day)],
        "date": [lambda: roadmapkit.register(opened, "exams", date=day, number="1")],
        "on": [lambda: roadmapkit.who_is(opened, "директор", on=day)],
        "since": [lambda: roadmapkit.impact(opened, "директор", since=day)],
    }
    for argument, asked in calls.items():
        for one in asked:
            with pytest.raises(ArgumentError, match=r"datetime\.date") as refused:
                one()
            assert refused.value.argument == argument
