"""What the machine does to a build: templates, folders, full disks, an interrupt.

Each time: the right exit code, the reason in both languages, no traceback, the former files
whole, nothing half-written, and the next build makes up for it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from bad_workspaces import SOUND, BadWorkspace, plan_text

PACKAGED = Path(__file__).resolve().parents[2] / "templates"
LANGUAGES = ["ru", "en"]
ORDER = "kind: order\nid: order-1\ntitle: О поддержке школ\nclauses:\n  - Провести семинар.\n"


@pytest.fixture
def workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> BadWorkspace:
    return BadWorkspace(tmp_path, monkeypatch, capsys)


def raising(
    error: BaseException, real: Callable[..., Any] | None = None, *, call: int = 0
) -> Callable[..., Any]:
    """Return what raises in place of a function: at its n-th call, or at every one."""
    calls = count(1)

    def called(*arguments: Any, **options: Any) -> Any:
        if real is None or next(calls) == call:
            raise error
        return real(*arguments, **options)

    return called


def system_error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


DISKS = {
    "a read-only folder": (os, "open", errno.EACCES, "read-only"),
    "a read-only disk": (Path, "mkdir", errno.EROFS, "read-only"),
    "a full disk": (os, "fsync", errno.ENOSPC, "no space left on the disk"),
    "a file that Word holds open": (Path, "replace", errno.EACCES, "open in another program"),
    "a failing disk": (os, "fsync", errno.EIO, "the disk or the network has failed"),
}


@pytest.mark.parametrize("disk", DISKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disk_that_refuses_leaves_the_former_files_whole(
    workspace: BadWorkspace, disk: str, language: str
) -> None:
    workspace.add("roadmaps/second.yaml", plan_text("second"))
    assert workspace.run("build").code == 0
    before = workspace.built()
    workspace.add("roadmaps/sound.yaml", SOUND.replace("семинар", "конференцию"))
    owner, name, number, _ = DISKS[disk]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, raising(system_error(number)))
        answer = workspace.run("build", language=language)
    assert answer.code == 1
    said = answer.told("BLD001", "")
    assert "build/roadmaps/sound.docx" in answer.out
    assert "--out" in said
    assert workspace.built() == before
    assert workspace.run("build").code == 0
    after = workspace.built()
    assert after["roadmaps/sound.docx"] != before["roadmaps/sound.docx"]
    assert after["roadmaps/second.docx"] == before["roadmaps/second.docx"]


@pytest.mark.parametrize("disk", DISKS)
def test_the_reason_of_a_refusal_is_in_plain_words(
    workspace: BadWorkspace, monkeypatch: pytest.MonkeyPatch, disk: str
) -> None:
    owner, name, number, words = DISKS[disk]
    monkeypatch.setattr(owner, name, raising(system_error(number)))
    answer = workspace.run("build", language="en")
    assert answer.code == 1
    assert words in answer.out


def test_one_file_that_cannot_be_written_stops_no_other(
    workspace: BadWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        workspace.add(f"roadmaps/{name}.yaml", plan_text(name))
    monkeypatch.setattr(os, "fsync", raising(system_error(errno.ENOSPC), os.fsync, call=2))
    answer = workspace.run("build")
    assert answer.code == 1
    assert set(workspace.built()) == {"roadmaps/one.docx", "roadmaps/two.docx"}
    assert "Не собран: sound – BLD001" in answer.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_in_the_place_of_the_output_folder_is_told(
    workspace: BadWorkspace, language: str
) -> None:
    workspace.add("build", "not a folder")
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    answer.told("BLD001", "")
    assert (workspace.root / "build").read_text(encoding="utf-8") == "not a folder"


@pytest.mark.parametrize("call", [1, 2, 3])
@pytest.mark.parametrize("place", [(os, "fsync"), (Path, "replace"), (Path, "chmod")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_interrupted_build_leaves_whole_files_and_the_next_one_completes_it(
    workspace: BadWorkspace, place: tuple[object, str], call: int, language: str
) -> None:
    names = ("one", "sound", "two")
    for name in names:
        workspace.add(f"roadmaps/{name}.yaml", plan_text(name))
    assert workspace.run("build").code == 0
    before = workspace.built()
    for name in names:
        workspace.add(f"roadmaps/{name}.yaml", plan_text(name, "result: Отчёт"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*place, raising(KeyboardInterrupt(), getattr(*place), call=call))
        answer = workspace.run("build", language=language)
    assert answer.code == 130
    assert {"ru": "Прервано", "en": "Interrupted"}[language] in answer.err
    halfway = workspace.built()
    done = [f"roadmaps/{name}.docx" for name in names[: call - 1]]
    assert [name for name in before if halfway[name] != before[name]] == done
    assert workspace.run("build").code == 0
    completed = workspace.built()
    assert all(completed[name] != before[name] for name in before)
    assert all(completed[name] == halfway[name] for name in done)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_damaged_template_stops_only_what_it_prints(
    workspace: BadWorkspace, language: str
) -> None:
    workspace.add("roadmaps/order.yaml", ORDER)
    assert workspace.run("build").code == 0
    before = workspace.built()
    workspace.add("templates/roadmap.docx", b"not a document")
    workspace.add("roadmaps/sound.yaml", SOUND.replace("семинар", "конференцию"))
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    assert "roadmap.docx" in answer.told("TPL002", "")
    assert workspace.built() == before


def test_a_template_that_is_missing_comes_from_the_package(workspace: BadWorkspace) -> None:
    assert workspace.run("build").code == 0
    before = workspace.built()
    own = workspace.add("templates/order.docx", b"nobody reads it: there is no order")
    assert workspace.run("build").code == 0
    assert workspace.built() == before
    own.with_name("roadmap.docx").write_bytes((PACKAGED / "roadmap.docx").read_bytes())
    assert workspace.run("build").code == 0
    assert workspace.built() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_that_may_not_be_read_is_told(
    workspace: BadWorkspace, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    locked = workspace.add("roadmaps/locked.yaml", plan_text("locked"))
    real = Path.open

    def opened(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == locked.name:
            raise system_error(errno.EACCES)
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", opened)
    answer = workspace.run("build", language=language)
    assert answer.code == 1
    answer.told("SRC001", "roadmaps/locked.yaml:1:1")
    assert set(workspace.built()) == {"roadmaps/sound.docx"}
