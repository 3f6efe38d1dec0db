"""Locks of the output folder: of this system, of Windows, and where there are none."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from roadmapkit import build
from roadmapkit.building.output import locking
from roadmapkit.building.output.journal import found_journals
from roadmapkit.building.output.locking import locked, opened_own, try_lock
from tiny_workspaces import PLAN, opened


class FakeMsvcrt(ModuleType):
    """The locks of Windows: a byte of a file belongs to one handle until that is closed."""

    LK_LOCK, LK_NBLCK, LK_UNLCK = 1, 2, 0

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.held: dict[tuple[int, int], int] = {}
        self.places: list[int] = []
        self.waits = 0

    def locking(self, handle: int, mode: int, size: int) -> None:
        assert size == 1
        place = os.lseek(handle, 0, os.SEEK_CUR)
        self.places.append(place)
        found = os.fstat(handle)
        key = (found.st_dev, found.st_ino)
        holder = self.held.get(key)
        if holder is not None and holder != handle and self._is_open(holder, key):
            if mode == self.LK_LOCK:
                self.waits += 1
                if self.waits == 2:  # then the other one has ended
                    os.close(holder)
                raise OSError(errno.EDEADLK, "Resource deadlock avoided")
            raise PermissionError(errno.EACCES, "Permission denied")
        self.held[key] = handle

    @staticmethod
    def _is_open(handle: int, key: tuple[int, int]) -> bool:
        try:
            found = os.fstat(handle)
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == key


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> FakeMsvcrt:
    fake = FakeMsvcrt()
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr(locking, "PLATFORM", "win32")
    return fake


def test_one_handle_has_a_lock_of_windows_until_it_is_closed(
    tmp_path: Path, windows: FakeMsvcrt
) -> None:
    path = tmp_path / "x"
    first = opened_own(path, create=True)
    os.write(first, b"read by others meanwhile")
    second = opened_own(path)
    assert try_lock(first)
    assert not try_lock(second)
    assert path.read_bytes() == b"read by others meanwhile"
    os.close(first)
    assert try_lock(second)
    # A byte that no file has is locked: what is locked nobody could read.
    assert set(windows.places) == {1 << 30}
    assert os.lseek(second, 0, os.SEEK_CUR) == 0
    os.close(second)


def test_windows_is_asked_again_when_it_has_waited_long_enough(
    tmp_path: Path, windows: FakeMsvcrt
) -> None:
    path = tmp_path / "lock"
    other = os.open(path, os.O_RDWR | os.O_CREAT)
    assert try_lock(other)
    with locked(path):
        assert windows.waits == 2
        third = opened_own(path)
        assert not try_lock(third)
        os.close(third)


def test_a_build_on_windows_leaves_the_same_record(tmp_path: Path, windows: FakeMsvcrt) -> None:
    build(opened(tmp_path / "w", PLAN))
    assert windows.places
    assert found_journals(tmp_path / "w/build") == []
    assert not any(item.changed for item in build(opened(tmp_path / "w")).written)


def test_without_locks_a_build_goes_on_and_leaves_no_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_words: object, **_named: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(locking, "_lock", none)
    result = build(opened(tmp_path, PLAN))
    assert [item.path.name for item in result.written] == ["plan.docx"]
    assert not [item.code for item in result.diagnostics if item.code.startswith("BLD")]
    assert not list((tmp_path / "build").glob(".roadmapkit-*"))


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_pipe_in_the_place_of_a_journal_holds_up_nobody(tmp_path: Path) -> None:
    build(opened(tmp_path, PLAN))
    os.mkfifo(tmp_path / "build/.roadmapkit-0123456789abcdef.journal")
    assert build(opened(tmp_path, PLAN.replace("семинар", "диктант"))).ok
