"""Findings come back from JSON exactly as they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapkit import check, open_workspace, report
from roadmapkit.building.islands.facts import facts_of
from roadmapkit.building.islands.recall import _facts, _facts_record
from roadmapkit.building.records import (
    diagnostic_of,
    diagnostic_record,
    read_json,
    written_json,
)
from roadmapkit.building.stages import prepare
from roadmapkit.diagnostics import Diagnostic, Message, Severity, Span

CASES = sorted((Path(__file__).parents[1] / "cases").iterdir())


def remembered(item: Diagnostic) -> Diagnostic:
    return diagnostic_of(read_json(written_json(diagnostic_record(item))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_case_tells_comes_back_as_it_was(case: Path) -> None:
    workspace = open_workspace(case)
    assert workspace.loaded is not None
    found = check(workspace).diagnostics
    back = tuple(map(remembered, found))
    assert back == found
    for language in ("ru", "en"):
        for shown in (
            lambda items, language=language: report.format_json(items, language=language),
            lambda items, language=language: list(
                report.format_text(items, workspace.source_lines, language=language, width=100)
            ),
            lambda items, language=language: list(
                report.format_annotations(items, language=language)
            ),
        ):
            assert shown(back) == shown(found)


@pytest.mark.parametrize("case", CASES[::7], ids=lambda case: case.name)
def test_facts_of_a_case_come_back_as_they_were(case: Path) -> None:
    workspace = open_workspace(case)
    facts = facts_of(prepare(workspace.loaded), workspace.loaded)
    assert _facts(read_json(written_json(_facts_record(facts)))) == facts


def test_values_of_messages_keep_their_types() -> None:
    message = Message(
        "{a} {b} {c} {d} {e}",
        a=("x", 1),
        b=["y", None],
        c=date(2024, 2, 29),
        d=Message("inner {value!r}", value="z"),
        e=True,
    )
    item = Diagnostic("X", Severity.INFO, message, Span("a.yaml", 1, 2, 3, 4), hint=message)
    assert remembered(item) == item


def test_a_value_that_json_cannot_give_back_is_refused() -> None:
    with pytest.raises(TypeError):
        diagnostic_record(Diagnostic("X", Severity.INFO, Message("{a}", a={1, 2})))
