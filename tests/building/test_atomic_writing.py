"""Files are written whole or not at all, whatever the disk and the user do meanwhile."""

from __future__ import annotations

import errno
import io
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.building.output.writing import write_atomically
from roadmapkit.errors import OutputError

FORMER, NEW = b"former", b"new content"


def refusing(number: int) -> Callable[..., None]:
    """Return a function that fails as the system does."""

    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def interrupted(*_args: object, **_options: object) -> None:
    raise KeyboardInterrupt


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "out" / "приказ.docx"
    path.parent.mkdir()
    path.write_bytes(FORMER)
    return path


def assert_former_is_whole(target: Path) -> None:
    assert target.read_bytes() == FORMER
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@given(st.binary(max_size=10_000))
def test_file_holds_exactly_the_content(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("w") / "new" / "deeper" / "файл.docx"
    write_atomically(path, content)
    assert path.read_bytes() == content
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_former_file_is_replaced(target: Path) -> None:
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_long_name_of_a_file_is_no_obstacle(tmp_path: Path) -> None:
    name = f"{'ж' * 124}.docx"
    assert len(name.encode()) <= 255
    write_atomically(tmp_path / name, NEW)
    assert (tmp_path / name).read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_file_has_the_mode_of_any_new_file(target: Path) -> None:
    plain = target.with_name("plain")
    plain.write_bytes(b"")
    write_atomically(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


class FullDisk(io.FileIO):
    """A file that takes the first bytes and then finds no more space."""

    def write(self, content: Any, /) -> int:
        super().write(bytes(content)[:3])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_disk_that_fills_up_while_writing_leaves_the_former_file_whole(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fdopen", lambda handle, _mode: FullDisk(handle, "w"))
    with pytest.raises(OutputError, match="no space left"):
        write_atomically(target, NEW)
    monkeypatch.undo()
    assert_former_is_whole(target)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_disk_that_fails_at_the_end_leaves_the_former_file_whole(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", refusing(number))
    with pytest.raises(OutputError) as caught:
        write_atomically(target, NEW)
    monkeypatch.undo()
    assert caught.value.path == target.as_posix()
    assert_former_is_whole(target)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_file_that_word_holds_open_stays_whole(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(Path, "replace", refusing(number))
    with pytest.raises(OutputError, match="open in another program"):
        write_atomically(target, NEW)
    monkeypatch.undo()
    assert_former_is_whole(target)


def test_folder_that_cannot_be_written_to_is_named(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "mkstemp", refusing(errno.EACCES))
    with pytest.raises(OutputError, match="read-only"):
        write_atomically(target, NEW)
    assert_former_is_whole(target)


def test_file_in_the_place_of_a_folder_is_named(target: Path) -> None:
    with pytest.raises(OutputError, match="is a file, and a folder is needed in its place"):
        write_atomically(target / "below.docx", NEW)
    assert_former_is_whole(target)


def test_folder_in_the_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "приказ.docx"
    folder.mkdir()
    (folder / "inside").write_bytes(FORMER)
    with pytest.raises(OutputError):
        write_atomically(folder, NEW)
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
    assert (folder / "inside").read_bytes() == FORMER


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_interruption_before_the_replacement_leaves_no_trace(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    owner: object = os if step == "fsync" else Path
    monkeypatch.setattr(owner, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, NEW)
    monkeypatch.undo()
    assert_former_is_whole(target)
