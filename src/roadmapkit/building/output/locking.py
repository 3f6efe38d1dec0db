"""One at a time, where two builds would spoil each other's record."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["PLATFORM", "locked", "opened_own", "try_lock"]

PLATFORM: str = sys.platform
"""Which system's locks are used; a variable, so that those of Windows are tested elsewhere, too."""

_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FAR = 1 << 30
"""Windows lets nobody read what is locked, so a byte is locked that no file has."""


def opened_own(path: Path, *, create: bool = False) -> int:
    """Open a file for reading and writing, but never what a link leads to.

    Raises:
        OSError: It cannot be opened; with *create*, also that it is there already.
    """
    return os.open(path, _FLAGS | (os.O_CREAT | os.O_EXCL if create else 0), 0o666)


def try_lock(handle: int) -> bool:
    """Lock an open file until it is closed; return False where somebody else has."""
    try:
        _lock(handle, wait=False)
    except OSError:
        return False
    return True


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until nobody else holds the lock *path*, and hold it meanwhile.

    A process that dies lets go of it. Where the disk knows no locks, or nothing can be
    written at all, the work goes on without: what is at stake is only the record of a build.

    Args:
        path: A file for this purpose; it is made, and stays.
    """
    handle = None
    with suppress(OSError):
        handle = os.open(path, _FLAGS | os.O_CREAT, 0o666)
        _lock(handle, wait=True)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(handle: int, *, wait: bool) -> None:
    if PLATFORM == "win32":
        _lock_on_windows(handle, wait=wait)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def _lock_on_windows(handle: int, *, wait: bool) -> None:
    msvcrt: Any = import_module("msvcrt")
    os.lseek(handle, _FAR, os.SEEK_SET)
    while True:
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            break
        except OSError as error:
            # Windows gives up after ten seconds, which is how a lock that is held looks.
            if not wait or error.errno != errno.EDEADLK:
                raise
    os.lseek(handle, 0, os.SEEK_SET)
