"""What a running build is about to write, so that the next one can go on after its sudden end."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from roadmapkit.building.output.locking import opened_own, try_lock
from roadmapkit.building.output.manifest import (
    MANIFEST,
    DamagedManifestError,
    Entry,
    entry_of,
    entry_record,
)
from roadmapkit.building.output.writing import require_below
from roadmapkit.errors import OutputError

__all__ = ["EDITED", "FoundJournal", "Journal", "found_journals"]

_PREFIX = ".roadmapkit-"
_SUFFIX = ".journal"
_SPOOL = ".spool"

EDITED = ".edited"
"""Where files go that somebody changed after a build, before they are replaced."""


@dataclass(slots=True)
class Journal:
    """The journal of one build: a line for each file, written before the file itself.

    Its lock says that the build lives. It is kept in the output folder and removed at the
    end; where it cannot be written, the build goes on without.

    Args:
        folder: The output folder, which exists.
    """

    folder: Path
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    _handle: int | None = field(default=None, init=False)

    @property
    def temporary(self) -> str:
        """The name of the build's unfinished file in any folder; it writes one at a time."""
        return _part_name(self.token)

    @property
    def spool(self) -> Path:
        """A folder for finished files that wait for their names; the next build removes it."""
        return self.folder / f"{_PREFIX}{self.token}{_SPOOL}"

    @property
    def is_open(self) -> bool:
        """Whether it has been begun: it cannot be where the disk knows no locks."""
        return self._handle is not None

    def open(self) -> None:
        """Begin; nobody may look for journals meanwhile."""
        with suppress(OSError):
            handle = opened_own(self._path, create=True)
            if try_lock(handle):
                self._handle = handle
            else:  # a disk without locks: nobody could tell whether the build still lives
                os.close(handle)
                self._path.unlink()

    def note(self, path: str, entry: Entry) -> None:
        """Note what *path* is going to be."""
        if self._handle is None:
            return
        line = json.dumps([path, entry_record(entry)], ensure_ascii=False)
        try:
            _write_all(self._handle, f"{line}\n".encode())
        except OSError:
            self.close()

    def close(self) -> None:
        """End; what the build has written is in the manifest."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
            with suppress(OSError):
                self._path.unlink()

    def leave(self) -> None:
        """End, but leave the journal to the next build, for the manifest could not be written."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    @property
    def _path(self) -> Path:
        return self.folder / f"{_PREFIX}{self.token}{_SUFFIX}"


@dataclass(frozen=True, slots=True)
class FoundJournal:
    """The journal of another build.

    Attributes:
        path: The journal.
        noted: What it was about to write; whether a file has been written, nobody has noted.
        alive: The build goes on.
    """

    path: Path
    noted: tuple[tuple[str, Entry], ...]
    alive: bool

    @property
    def temporary(self) -> str:
        """The name of the build's unfinished file in any folder."""
        return _part_name(self._token)

    def sweep(self) -> None:
        """Remove what was left unfinished: a target, a copy of an edited one, the record.

        What was finished and waited for its name goes too.
        """
        folder = self.path.parent
        for name in dict.fromkeys(name for name, _ in self.noted):
            _sweep(folder, name, self.temporary)
            _sweep(folder, f"{EDITED}/{name}", self.temporary)
        _sweep(folder, MANIFEST, self.temporary)
        shutil.rmtree(self.path.with_name(f"{_PREFIX}{self._token}{_SPOOL}"), ignore_errors=True)

    @property
    def _token(self) -> str:
        return self.path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX)

    def remove(self) -> None:
        """Remove the journal itself, when nobody needs it any more."""
        with suppress(OSError):
            self.path.unlink()


def found_journals(folder: Path) -> list[FoundJournal]:
    """Return the journals of other builds.

    Args:
        folder: The output folder.
    """
    found = []
    for path in sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}")):
        try:
            handle = opened_own(path)
        except OSError:
            continue
        if not stat.S_ISREG(os.fstat(handle).st_mode):  # a pipe would never end
            os.close(handle)
            continue
        with os.fdopen(handle, "rb") as file:
            alive = not try_lock(handle)
            found.append(FoundJournal(path, tuple(_lines(file.read())), alive))
    return found


def _lines(content: bytes) -> Iterator[tuple[str, Entry]]:
    """Yield the whole lines; the last one may be torn."""
    for line in content.split(b"\n"):
        with suppress(DamagedManifestError, ValueError, RecursionError):
            found = json.loads(line)
            if isinstance(found, list) and len(found) == 2:
                yield entry_of(*found)


def _sweep(folder: Path, name: str, temporary: str) -> None:
    """Remove the unfinished file of a dead build that lies beside one of its files."""
    unfinished = (folder / name).with_name(temporary)
    with suppress(OSError, OutputError):
        require_below(folder, unfinished)
        unfinished.unlink()


def _part_name(token: str) -> str:
    return f"{_PREFIX}{token}.part"


def _write_all(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]
