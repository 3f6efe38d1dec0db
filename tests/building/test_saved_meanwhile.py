"""What somebody saves while an answer is made is never told of another state of the files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from roadmapkit import BuildResult, build, open_workspace
from roadmapkit.building.islands.building import _Run
from roadmapkit.building.islands.recall import Recall
from roadmapkit.building.memory import Memory
from tiny_workspaces import DIRECTORY, PLAN, order_text, write_files
from word_structure import structure_of

PROGRAM = """\
kind: program
id: program
title: Программа
period: 2024
chapters:
  - {title: Цели, file: goals.md}
"""
CHAPTER = "roadmaps/goals.md"


def region(root: Path, more: dict[str, str], *, plans: int) -> Path:
    files = {
        f"roadmaps/p{number:02}.yaml": PLAN.replace("id: plan", f"id: plan-{number}")
        for number in range(plans)
    }
    return write_files(root, {**files, **more})


def before(
    monkeypatch: pytest.MonkeyPatch, owner: type, method: str, act: Callable[[], object]
) -> None:
    """Do something once, just before a method is called for the first time."""
    original = getattr(owner, method)
    done: list[bool] = []

    def called(*args: Any, **named: Any) -> Any:
        if not done:
            done.append(True)
            act()
        return original(*args, **named)

    monkeypatch.setattr(owner, method, called)


def printed(result: BuildResult, name: str) -> str:
    return structure_of(Document(str(result.folder / "roadmaps" / name)))


@pytest.mark.parametrize(("plans", "owner", "method"), [(1, Memory, "keep"), (40, Recall, "put")])
def test_a_chapter_that_is_saved_after_it_was_read_is_printed_by_the_next_build(
    plans: int, owner: type, method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = region(tmp_path, {"roadmaps/a.yaml": PROGRAM, CHAPTER: "Первая цель.\n"}, plans=plans)
    chapter = root / CHAPTER
    before(monkeypatch, owner, method, lambda: chapter.write_text("Вторая цель.\n", "utf-8"))
    assert "Первая цель" in printed(build(open_workspace(root)), "program.docx")
    assert "Вторая цель" in printed(build(open_workspace(root)), "program.docx")


@pytest.mark.parametrize("force", [False, True])
def test_a_directory_that_was_other_only_during_a_build_leaves_no_trace(
    force: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = order_text("- control: Рябинина В.П.", id_="prikaz")
    files = {"directory.yaml": DIRECTORY, "roadmaps/prikaz.yaml": order}
    root = region(tmp_path, files, plans=40)
    other = DIRECTORY.replace("title: начальник,", "title: заместитель начальника,")
    assert other != DIRECTORY
    directory = root / "directory.yaml"
    before(monkeypatch, _Run, "_work", lambda: directory.write_text(other, "utf-8"))
    first = build(open_workspace(root))
    directory.write_text(DIRECTORY, "utf-8")
    clean = build(open_workspace(root), out=tmp_path.with_name(f"{tmp_path.name}-clean"))
    second = build(open_workspace(root), force=force)
    assert printed(second, "prikaz.docx") == printed(clean, "prikaz.docx")
    assert first.folder == second.folder


@pytest.mark.parametrize(
    "name", ["signed.lock.yaml", "templates/order.docx", "checks.baseline.json"]
)
@pytest.mark.parametrize("plans", [1, 40])
def test_nothing_is_remembered_where_what_all_share_was_touched(
    plans: int, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = region(tmp_path, {}, plans=plans)
    shared = root / name

    def touch() -> None:
        shared.parent.mkdir(exist_ok=True)
        shared.write_bytes(b"for a moment")
        shared.unlink()
        shared.write_bytes(b"for a moment")

    kept: list[str] = []
    monkeypatch.setattr(
        "roadmapkit.cache.CacheFolder.put", lambda _, kind, *__, **___: kept.append(kind)
    )
    owner, method = (Memory, "keep") if plans == 1 else (_Run, "_keep")
    before(monkeypatch, owner, method, touch)
    build(open_workspace(root))
    assert not {"outcome", "island"} & set(kept)


def test_a_file_that_came_and_went_is_not_told_of_later(tmp_path: Path) -> None:
    root = region(tmp_path, {}, plans=1)
    workspace = open_workspace(root)
    assert workspace.files == ("roadmaps/p00.yaml",)
    added = root / "roadmaps/added.yaml"
    added.write_text(PLAN, "utf-8")
    assert {one.document for one in build(workspace).written} == {"plan", "plan-0"}
    added.unlink()
    later = build(open_workspace(root))
    assert {one.document for one in later.written} == {"plan-0"}
    assert [one.code for one in later.diagnostics] == ["BLD007"]


def test_an_answer_told_again_names_the_digests_of_its_files(tmp_path: Path) -> None:
    root = region(tmp_path, {}, plans=1)
    (first,) = build(open_workspace(root)).written
    (again,) = build(open_workspace(root)).written
    assert not again.changed
    assert again.digest == first.digest != ""
