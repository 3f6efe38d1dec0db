"""Workers that do not see the workspace get every file that they need, and give back the same."""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from roadmapkit import BuildResult, build, check, open_workspace
from roadmapkit.building import fingerprints
from roadmapkit.building.fingerprints import is_packed_as_here
from tiny_workspaces import DIRECTORY, PLAN, write_files

ROOT = Path(__file__).parents[2]
SETTINGS = "kind: settings\nchecks:\n  schemas: [house.json]\n"
SCHEMA = '{"properties": {"title": {"maxLength": 200}}}'


@pytest.fixture
def executor() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def region(root: Path, **more: str) -> Path:
    files = {
        f"roadmaps/p{number:02}.yaml": PLAN.replace("id: plan", f"id: plan-{number}")
        for number in range(6)
    }
    return write_files(root, {**files, **{name.replace("__", "/"): more[name] for name in more}})


def same(root: Path, executor: Executor) -> BuildResult:
    """Build here and elsewhere, and return what came of the latter."""
    here = build(open_workspace(root), out=root / "here", force=True)
    there = build(open_workspace(root), out=root / "there", force=True, executor=executor)
    assert there.diagnostics == here.diagnostics
    assert len(here.written) == len(there.written)
    for one, other in zip(here.written, there.written, strict=True):
        assert one.path.read_bytes() == other.path.read_bytes()
    return there


def test_a_schema_that_some_title_names_too_stays_with_the_worker(
    tmp_path: Path, executor: Executor
) -> None:
    named = PLAN.replace("id: plan", "id: named").replace(
        "title: План", "title: План house.json", 1
    )
    root = region(
        tmp_path,
        **{"roadmapkit.yaml": SETTINGS, "house.json": SCHEMA, "roadmaps__a.yaml": named},
    )
    assert len(same(root, executor).written) == 7


@pytest.mark.parametrize("written", ['"цели, задачи.md"', ">-\n      goals.md"])
def test_a_file_that_a_glance_does_not_see_is_found_all_the_same(
    written: str, tmp_path: Path, executor: Executor
) -> None:
    program = (
        "kind: program\nid: program\ntitle: Программа\nperiod: 2024\nchapters:\n"
        f"  - title: Цели\n    file: {written}\n"
    )
    root = region(tmp_path, **{"roadmaps__z.yaml": program})
    for name in ("цели, задачи.md", "goals.md"):
        (root / "roadmaps" / name).write_text("Повысить результаты.\n", "utf-8")
    assert "program" in {one.document for one in same(root, executor).written}


def test_workers_with_other_versions_hand_their_part_back(
    tmp_path: Path, executor: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = region(tmp_path)
    monkeypatch.setattr("roadmapkit.building.islands.shipping.equipment", lambda: "another")
    result = same(root, executor)
    assert any("other versions" in str(note) for note in result.notes)
    assert check(open_workspace(root), executor=executor).ok


def test_every_dependency_that_decides_anything_is_compared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split("[<>=]", one)[0].lower().replace("-", "_") for one in project["dependencies"]}
    # They speak to terminals, or write what no document needs.
    assert names - set(fingerprints._EVERYTHING) == {"click", "icalendar", "openpyxl", "rich"}


def test_a_document_without_a_compressor_on_record_is_not_believed() -> None:
    assert not is_packed_as_here({})


def test_processes_leave_no_copies_of_files_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    root = region(tmp_path / "region", **{"directory.yaml": DIRECTORY})
    with ProcessPoolExecutor(2) as pool:
        assert build(open_workspace(root), executor=pool).ok
    assert not list(scratch.glob("roadmapkit-*"))
