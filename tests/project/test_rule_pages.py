"""Every rule has a case that fires, one that is silent, and a page in both languages."""

from __future__ import annotations

import re
import runpy
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from checkout import ROOT

from roadmapkit import all_codes, check, open_workspace
from roadmapkit.lint import RULES
from roadmapkit.lint.rule_pages import docstring_parts, page_of

CASES = ROOT / "tests" / "cases"
TOOL = runpy.run_path(str(ROOT / "tools" / "rule_pages.py"))
CODES = [rule.code.id for rule in RULES]


@cache
def pages(language: str) -> dict[str, str]:
    found: dict[str, str] = TOOL["pages"](language)
    return found


def found_in(case: Path, folder: Path) -> Any:
    copy = folder / case.name
    if case.is_dir():
        shutil.copytree(case, copy)
    else:
        copy.write_bytes(case.read_bytes())
    return check(open_workspace(copy)).diagnostics


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_committed_pages_are_up_to_date_with_the_rules(language: str) -> None:
    folder: Path = TOOL["FOLDERS"][language]
    committed = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    assert committed == pages(language), "python tools/rule_pages.py"


def test_the_tests_look_at_every_rule() -> None:
    assert len(RULES) == len(set(CODES)) > 10
    assert set(pages("en")) == {*(f"{code}.md" for code in CODES), "README.md"}
    modules = {path.stem[:6] for path in (ROOT / "src/roadmapkit/lint/rules").glob("[a-z]*_*.py")}
    assert {code.lower() for code in CODES} == modules


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_rule_has_a_firing_and_a_silent_case(rule: Any, tmp_path: Path) -> None:
    examples = TOOL["examples"](rule.code.id)
    assert examples
    for number, (wrong, right) in enumerate(examples):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}ok").mkdir()
        fired = {item.code for item in found_in(wrong, tmp_path / f"{number}")}
        silent = {item.code for item in found_in(right, tmp_path / f"{number}ok")}
        assert rule.code.id in fired
        assert rule.code.id not in silent


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_page_says_what_and_why_and_shows_both_examples(rule: Any) -> None:
    page = page_of(rule.code, rule)
    assert page.why, "the docstring of the rule says what, but not why"
    text = pages("en")[f"{rule.code.id}.md"]
    assert text.count("```yml\n") >= 2
    assert "# expect" not in text
    assert str(page.what.message) in text
    assert f"`{rule.code.name}`" in text


def test_the_index_links_every_page() -> None:
    for language in ("en", "ru"):
        linked = re.findall(r"\]\((\w{3}\d{3})\.md\)", pages(language)["README.md"])
        assert sorted(linked) == sorted(CODES)


def test_what_brings_a_fix_in_a_case_is_called_fixable_and_the_other_way_round(
    tmp_path: Path,
) -> None:
    rules = set(CODES)
    called = {code.id: code.fixable for code in all_codes() if code.fixable}
    shown: dict[str, str] = {}
    looked_at = 0
    for case in sorted(CASES.iterdir()):
        code = case.name[:6]
        if code not in rules | set(called) or case.stem.endswith("-ok"):
            continue
        looked_at += 1
        (tmp_path / case.name).mkdir()
        for item in found_in(case, tmp_path / case.name):
            if item.fix:
                safe = all(edit.safe for edit in item.fix)
                shown[item.code] = "safe" if safe else "unsafe"
    assert looked_at > 10
    assert shown == called


def test_a_docstring_is_divided_into_paragraphs_and_its_source() -> None:
    text = "What.\n\n    Why it\n    {matters}.\n\n    Source:\n        An act,\n        art. 1.\n"
    assert docstring_parts(text) == (("What.", "Why it {matters}."), "An act, art. 1")
    assert docstring_parts("") == ((), "")
