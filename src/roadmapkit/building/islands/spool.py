"""Finished documents on disk, until it is certain that nothing holds them up."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import deque
from contextlib import ExitStack, suppress
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from roadmapkit.building.output.folder import LOCK
from roadmapkit.building.output.journal import Journal
from roadmapkit.building.output.locking import locked

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

__all__ = ["Spool"]

_THREADS = 8
"""A disk that several ask at once to write something out does it for all of them together."""

_UNSETTLED = 64
"""Files that may be open at a time."""


class Spool:
    """Keeps documents in the output folder, where a new name is all that each still needs.

    What is written out to the disk is waited for only at the end: until then that goes on
    beside the work. A build that is killed leaves its journal, by which the next one removes
    the spool. What the output folder does not take waits in a temporary file: that it cannot
    be written is told when it comes to that.

    Args:
        folder: The output folder, which need not exist yet.
    """

    def __init__(self, folder: Path) -> None:
        self._journal = Journal(folder)
        self._kept: list[tuple[int, int] | OSError | None] = []
        self._unsettled: deque[tuple[int, Future[None]]] = deque()
        self._doubtful: set[int] = set()
        self._closing = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def keep(self, content: bytes) -> int:
        """Keep a document; return the number that it is known by."""
        number = len(self._kept)
        if self._written(number, content):
            self._kept.append(None)
            return number
        try:
            start = self._rest.seek(0, os.SEEK_END)
            self._kept.append((start, self._rest.write(content)))
        except OSError as error:
            self._kept.append(error)
        return number

    def content(self, number: int) -> bytes:
        """Return a document.

        Raises:
            OSError: There was no room for it anywhere.
        """
        kept = self._kept[number]
        if isinstance(kept, OSError):
            raise kept
        if kept is None:
            return self._path(number).read_bytes()
        start, size = kept
        self._rest.seek(start)
        return self._rest.read(size)

    def file(self, number: int) -> Path | None:
        """Return the file of a document, whole on the disk, to be moved to its place.

        None for one that the output folder has not taken.
        """
        while self._unsettled:
            self._wait_for_first()
        is_there = self._kept[number] is None and number not in self._doubtful
        return self._path(number) if is_there else None

    def _path(self, number: int) -> Path:
        return self._journal.spool / str(number)

    def _written(self, number: int, content: bytes) -> bool:
        """Write a document to a file of its own; return False where that cannot be done."""
        if self._folder is None:
            return False
        path = self._path(number)
        try:
            file = path.open("xb")
            try:
                file.write(content)
                file.flush()
            except BaseException:
                with suppress(OSError):
                    file.close()
                raise
        except OSError:
            with suppress(OSError):
                path.unlink()
            return False
        self._unsettled.append((number, self._threads.submit(_settle, file)))
        if len(self._unsettled) > _UNSETTLED:
            self._wait_for_first()
        return True

    def _wait_for_first(self) -> None:
        number, done = self._unsettled.popleft()
        if isinstance(done.exception(), OSError):
            self._doubtful.add(number)

    @cached_property
    def _folder(self) -> Path | None:
        """The folder of the documents; None where there can be none."""
        journal = self._journal
        try:
            journal.folder.mkdir(parents=True, exist_ok=True)
            with locked(journal.folder / LOCK):
                journal.open()
            if not journal.is_open:
                return None
            self._closing.callback(journal.close)
            journal.spool.mkdir(mode=0o700)
        except OSError:
            return None
        self._closing.callback(shutil.rmtree, journal.spool, ignore_errors=True)
        return journal.spool

    @cached_property
    def _rest(self) -> IO[bytes]:
        return self._closing.enter_context(tempfile.TemporaryFile())

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        return self._closing.enter_context(ThreadPoolExecutor(_THREADS))


def _settle(file: IO[bytes]) -> None:
    """Wait until a file is on the disk, and close it."""
    with file:
        os.fsync(file.fileno())
