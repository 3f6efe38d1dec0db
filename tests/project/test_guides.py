from __future__ import annotations

import re
from pathlib import Path

import pytest
from checkout import ROOT

GUIDES = ["CONTRIBUTING.md", "README.md"]

# What a guide names in backticks is a path if it looks like one …
PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:md|py|toml|yaml|po|docx|json|tsv)|Makefile")
# … unless it is what a build or an install makes.
MADE = re.compile(r"(?:build|dist|\.venv)/.*")


@pytest.mark.parametrize("guide", GUIDES)
def test_paths_that_a_guide_names_exist(guide: str) -> None:
    missing = [path for path in _paths(ROOT / guide) if not (ROOT / path).exists()]
    assert missing == []


def test_the_contributors_guide_names_paths_at_all() -> None:
    assert len(_paths(ROOT / "CONTRIBUTING.md")) > 15


@pytest.mark.parametrize("guide", GUIDES)
def test_make_targets_that_a_guide_names_exist(guide: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b", _code((ROOT / guide).read_text("utf-8"))))
    assert named - targets == set()


def _paths(guide: Path) -> list[str]:
    spans = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", guide.read_text("utf-8"))
    return sorted({span for span in spans if PATH.fullmatch(span) and not MADE.fullmatch(span)})


def _code(text: str) -> str:
    """The parts of a guide that are code: fenced blocks and backticks."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))
