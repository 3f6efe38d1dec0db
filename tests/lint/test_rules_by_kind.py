"""Rules are loaded for the kinds of documents that a workspace has, and nothing is missed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from roadmapkit.lint import Subject
from roadmapkit.lint.engine import run
from roadmapkit.lint.rules import NEEDED, RULES, modules, rules_for
from roadmapkit.load import load_workspace
from roadmapkit.resolve import resolve_workspace

CASES = Path(__file__).parents[1] / "cases"
TOLD = {code: sorted(CASES.glob(f"{code}-*")) for code in modules()}
KINDS = {"roadmap", "order", "program", "minutes", "progress", "letter"}


@pytest.mark.parametrize("code", modules())
def test_a_file_is_named_by_the_code_of_its_rule(code: str) -> None:
    assert code in {rule.code.id for rule in RULES}


def test_every_rule_is_found_once_and_by_code() -> None:
    codes = [rule.code.id for rule in RULES]

    assert codes == sorted(set(codes)) == list(modules())
    assert len(codes) > 50


@pytest.mark.parametrize("code", NEEDED)
def test_kinds_are_given_for_rules_that_exist(code: str) -> None:
    assert code in modules()
    assert NEEDED[code] <= KINDS


def test_every_kind_together_needs_every_rule() -> None:
    assert rules_for(KINDS) == RULES


@pytest.mark.parametrize("code", modules())
def test_what_all_rules_find_is_found_by_those_for_the_kinds(code: str) -> None:
    assert TOLD[code], f"{code} has no case"
    for path in TOLD[code]:
        loaded = load_workspace(path)
        resolved, found = resolve_workspace(loaded)
        subject = Subject(resolved, loaded)
        kinds = {document.model.kind for document in resolved.documents.values()}

        assert list(run(rules_for(kinds), subject, found)) == list(run(RULES, subject, found))


def test_a_workspace_of_one_plan_loads_no_rules_of_acts(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("kind: roadmap\nid: a\ntitle: План\nperiod: 2024\n", encoding="utf-8")
    code = (
        "import sys, roadmapkit; roadmapkit.check(roadmapkit.open_workspace(sys.argv[1]));"
        "print(*sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(plan)], capture_output=True, text=True, check=True
    )

    loaded = {name for name in done.stdout.split() if name.startswith("roadmapkit.")}
    assert "roadmapkit.lint.rules.typ001_unbalanced_quotes" in loaded
    for absent in (
        "roadmapkit.lint.rules.ord003_no_control",
        "roadmapkit.documents.order",
        "roadmapkit.documents.report",
        "roadmapkit.resolve.statuses",
        "roadmapkit.rendering",
    ):
        assert absent not in loaded
