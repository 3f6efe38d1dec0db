"""Files that cannot be written: what is in the way is named, and one trouble is told once."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from roadmapkit import BuildResult, build, open_workspace
from roadmapkit.building.output.writing import require_below, write_atomically
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.errors import OutputError

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")


def plans(root: Path, names: Sequence[str], what: str = "семинар") -> Path:
    """Write a plan into each of some files below ``roadmaps``."""
    for name in names:
        file = root / f"roadmaps/{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        id_ = name.replace("/", "-")
        text = f"kind: roadmap\nid: {id_}\ntitle: План мероприятий\nperiod: 2024\nactivities:\n"
        file.write_text(f"{text}  - {{title: Провести {what}, due: март 2024 г.}}\n", "utf-8")
    return root


def refused(result: BuildResult) -> list[Diagnostic]:
    return [one for one in result.diagnostics if one.code == "BLD001"]


@pytest.mark.parametrize("count", [3, 25], ids=["small", "large"])
def test_a_file_in_the_place_of_the_output_folder_is_named_once_for_all(
    tmp_path: Path, count: int
) -> None:
    plans(tmp_path, [f"p{number:02}" for number in range(count)])
    (tmp_path / "build").write_text("mine", "utf-8")
    result = build(open_workspace(tmp_path))
    [told] = refused(result)
    obstacle = (tmp_path / "build").as_posix()
    assert f"{obstacle} is a file, and a folder is needed in its place" in str(told.message)
    assert f"{count} files in all" in str(told.message)
    assert told.documents == tuple(f"p{number:02}" for number in range(count))
    assert "Move it or give it another name" in str(told.hint)
    assert "--out" in str(told.hint)
    assert result.blocked == set(told.documents)


def test_each_file_in_the_place_of_a_folder_is_a_trouble_of_its_own(tmp_path: Path) -> None:
    plans(tmp_path, ["a/one", "a/two", "b/one", "c/one"])
    (tmp_path / "build/roadmaps").mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / "build/roadmaps" / name).write_text("mine", "utf-8")
    result = build(open_workspace(tmp_path))
    [first, second] = refused(result)
    assert (first.documents, second.documents) == (("a-one", "a-two"), ("b-one",))
    assert "build/roadmaps/a is a file" in str(first.message)
    assert "build/roadmaps/b is a file" in str(second.message)
    assert "in all" not in str(second.message)
    assert [item.document for item in result.written] == ["c-one"]


def test_a_folder_in_the_place_of_a_document_is_told_with_its_way_out(tmp_path: Path) -> None:
    plans(tmp_path, ["one", "two"])
    for name in ("one", "two"):
        (tmp_path / f"build/roadmaps/{name}.docx").mkdir(parents=True)
    found = refused(build(open_workspace(tmp_path)))
    assert [one.documents for one in found] == [("one",), ("two",)]
    assert all("a folder stands where the file should be" in str(one.message) for one in found)
    assert all("another name" in str(one.hint) for one in found)


@POSIX
def test_a_link_that_leads_out_is_named_once_for_all_below_it(tmp_path: Path) -> None:
    root = plans(tmp_path / "w", ["a/one", "a/two", "b/one"])
    (tmp_path / "elsewhere").mkdir()
    (root / "build/roadmaps").mkdir(parents=True)
    (root / "build/roadmaps/a").symlink_to(tmp_path / "elsewhere")
    result = build(open_workspace(root))
    [told] = refused(result)
    assert "the link" in str(told.message)
    assert "build/roadmaps/a leads out of the output folder" in str(told.message)
    assert told.documents == ("a-one", "a-two")
    assert str(told.hint).startswith("Remove the link")
    assert [item.document for item in result.written] == ["b-one"]
    assert not any((tmp_path / "elsewhere").iterdir())


def test_files_that_others_hold_open_are_named_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans(tmp_path, ["one", "two"])
    build(open_workspace(tmp_path))
    plans(tmp_path, ["one", "two"], "диктант")

    def held(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", held)
    found = refused(build(open_workspace(tmp_path)))
    assert [one.documents for one in found] == [("one",), ("two",)]
    assert all("open in another program" in str(one.message) for one in found)


def test_a_full_disk_is_one_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plans(tmp_path, ["a/one", "b/two"])

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    [told] = refused(build(open_workspace(tmp_path)))
    assert told.documents == ("a-one", "b-two")
    assert "no space left" in str(told.message)
    assert "free some space" in str(told.hint)


def test_a_folder_that_takes_nothing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = os.open

    def guarded(path: str, flags: int, *rest: int, **named: int) -> int:
        if flags & os.O_CREAT and "locked" in str(path):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return usual(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", guarded)
    plans(tmp_path, ["locked/one", "locked/two", "open/one"])
    [told] = refused(build(open_workspace(tmp_path)))
    assert told.documents == ("locked-one", "locked-two")
    assert "build/roadmaps/locked is read-only" in str(told.message)


@POSIX
def test_the_exceptions_of_the_library_name_what_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    with pytest.raises(OutputError, match="out is a file, and a folder is needed") as in_the_way:
        write_atomically(tmp_path / "out/a/b.docx", b"")
    assert in_the_way.value.cause == str(tmp_path / "out")
    with pytest.raises(OutputError, match=r"link leads to no folder\. Remove the link"):
        write_atomically(tmp_path / "link/b.docx", b"")
    with pytest.raises(OutputError, match=r"a link or `\.\.` leads out"):
        require_below(tmp_path / "a", tmp_path / "a/../b/c.docx")
