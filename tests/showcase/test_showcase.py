"""Deliberately wrong copies of the example roadmaps show what a check finds."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from golden_files import Golden
from roadmapkit import check, open_workspace
from roadmapkit.api import all_codes
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.lint.rules import RULES
from roadmapkit.report.catalogue import translate

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
EXAMPLES = ROOT / "roadmaps"
EXHIBITS = sorted(path.parent.name for path in HERE.glob("*/roadmaps"))
FINDINGS = HERE / "findings.txt"
LOCK = "signed.lock.yaml"

# Families of what other commands find, which no workspace can show.
OTHER_COMMANDS = {
    "IMP": "a directory made from tables",
    "INS": "inspection of Word files",
    "NEW": "drafts for next year",
    "VER": "finished files held against their sources",
}

# Folders that copy an example of another name.
COPIES_OF = {
    "forms": EXAMPLES / "polyarny",
    "signed": EXAMPLES / "polyarny",
    "schema": EXAMPLES,
    "template": EXAMPLES,
    "yaml": EXAMPLES,
}
# Files that copy an example of another name.
FILES_OF = {"indented.yaml": "quick-start.yaml"}


def found_in(exhibit: str, folder: Path) -> list[Diagnostic]:
    """Return what a check of a copy of an exhibit finds, so that no cache is left beside it."""
    copy = folder / exhibit
    shutil.copytree(HERE / exhibit, copy, ignore=shutil.ignore_patterns("build"))
    return list(check(open_workspace(copy)).diagnostics)


def line_of(found: Diagnostic) -> str:
    """Return a finding as the list shows it."""
    span = found.span
    place = f"{span.file}:{span.line}" if span is not None else "–"
    return f"{place}  {found.code}  {translate(found.message, 'ru')}"


def families(lines: str) -> set[str]:
    """Return the families of the codes that the list names."""
    return set(re.findall(r"^\S+  ([A-Z]{3})\d{3}  ", lines, re.MULTILINE))


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All findings of all exhibits, as the list shows them."""
    parts = []
    for exhibit in EXHIBITS:
        found = found_in(exhibit, tmp_path_factory.mktemp(exhibit))
        parts.append("\n".join([f"# {exhibit}", *map(line_of, found)]))
    return "\n\n".join(parts) + "\n"


def test_the_exhibits_bring_the_findings_of_the_list(findings: str, golden: Golden) -> None:
    golden.check(FINDINGS, findings)


def test_every_family_of_codes_has_an_exhibit(findings: str) -> None:
    known = {code.id[:3] for code in all_codes()}
    assert set(OTHER_COMMANDS) < known
    assert known - families(findings) == set(OTHER_COMMANDS)


def test_every_family_of_rules_has_an_exhibit(findings: str) -> None:
    fired = set(re.findall(r"^\S+  ([A-Z]{3}\d{3})  ", findings, re.MULTILINE))
    wanted = {rule.family for rule in RULES}
    assert len(wanted) > 6
    assert {rule.family for rule in RULES if rule.code.id in fired} == wanted


def test_the_page_names_every_exhibit_and_every_family() -> None:
    page = (HERE / "README.md").read_text(encoding="utf-8")
    assert len(EXHIBITS) > 5
    assert [name for name in EXHIBITS if f"]({name})" not in page] == []
    known = {code.id[:3] for code in all_codes()}
    assert sorted(family for family in known if f"`{family}`" not in page) == []


@pytest.mark.parametrize("file", sorted(HERE.glob("*/roadmaps/*")), ids=lambda path: path.name)
def test_an_exhibit_differs_from_the_example_in_its_slips_only(file: Path) -> None:
    folder = COPIES_OF.get(file.parents[1].name, EXAMPLES / file.parents[1].name)
    example = folder / FILES_OF.get(file.name, file.name)
    assert example.is_file()
    said = list(_lines(file))
    kept = sum(
        block.size
        for block in difflib.SequenceMatcher(
            None, said, list(_lines(example)), autojunk=False
        ).get_matching_blocks()
    )
    assert kept >= 0.7 * len(said)


def _lines(file: Path) -> Iterator[str]:
    """Yield the lines of a file but for numbers by hand and the line for editors."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not re.match(r"\s*number: \d|# yaml-language-server", line):
            yield line


def test_the_examples_themselves_have_no_such_findings() -> None:
    assert [line_of(item) for item in check(open_workspace(ROOT)).diagnostics] == []


def test_the_signed_exhibit_has_the_seals_of_the_example(golden: Golden) -> None:
    golden.check(HERE / "signed" / LOCK, _seals("polyarny-order-318"))


def _seals(id_: str) -> str:
    """Return the head of the examples' seals and those of one act."""
    lines = (ROOT / LOCK).read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    start = lines.index(f'"{id_}":')
    own = [lines[start]]
    for line in lines[start + 1 :]:
        if not line.startswith(" "):
            break
        own.append(line)
    return "\n".join([*head, *own]) + "\n"
