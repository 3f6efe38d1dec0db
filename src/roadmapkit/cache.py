"""A folder for what can be made anew: entries that are believed only where they prove themselves.

Compiled templates and read files are kept here between runs. An entry decides what a
document prints, so nobody else may be able to write one: the folder belongs to its user
alone, and that is looked at each time. What is damaged, foreign or of another version is
passed over as if it were not there; a folder that cannot be used costs time, never a build.

A folder may also have come with others from elsewhere, in an archive or a checkout, whose
sender knows how entries are sealed. What is code is therefore bound to the very file that
this machine has written: it counts as long as a note beside it names the file's number and
the time at which it was last changed, which nobody can choose who only sends files.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadmapkit import __version__
from roadmapkit.diagnostics import Message
from roadmapkit.errors import trouble_of

__all__ = ["CACHE_LIMIT", "CacheFolder"]

CACHE_LIMIT = 256 * 2**20
"""Bytes that a cache may take; beyond them, the entries longest unused go first."""

_MAGIC = b"roadmapkit cache 1\n"
_DIGEST = hashlib.sha256().digest_size
_NOTE = "note"
_KIND = re.compile(r"[a-z][a-z0-9-]{0,31}")
_ENTRY = re.compile(r"[a-z][a-z0-9-]*\.[0-9a-f]{40}")
_UNFINISHED = re.compile(r"\.[0-9a-f]{16}\.part")
_FORGOTTEN = 3600
"""Seconds by which an unfinished entry must be older than a new one to be swept away."""

_SWEEPS = 16
"""The folder is measured each time that a sixteenth of the limit has been written."""

_OWNER_ONLY = 0o700
_OTHERS = 0o077
_POSIX = os.name == "posix"
# Elsewhere folders of a profile are private by default, and files are opened by their path.
_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE_FLAGS = 0
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
    _FILE_FLAGS |= getattr(os, _flag, 0)


class CacheFolder:
    """Entries by kind and key, in a folder that its user alone may read and write.

    Several processes and threads may use one folder at once. It can be pickled, and is
    made when the first entry is put in.

    Args:
        folder: Where; the folders around it are made too, as any folder is.
        limit: Bytes that all entries together may take.
    """

    def __init__(self, folder: Path, *, limit: int = CACHE_LIMIT) -> None:
        self.folder = folder
        self.limit = limit
        self.trouble: Message | None = None
        """Why the folder was not used, where it was not: for whoever asks for details."""
        self._written: int | None = None

    @classmethod
    def of_output(cls, folder: Path) -> CacheFolder:
        """Return the cache of an output folder."""
        return cls(folder / ".cache")

    def get(self, kind: str, key: str, *, bound: bool = False) -> bytes | None:
        """Return what was put in under *kind* and *key* by this version of the library.

        Args:
            kind: What it is, such as ``template``: small letters, digits, hyphens.
            key: Everything that decides the content, in whatever words.
            bound: Believe it only where it is the very file that was put in with *bound*.

        Returns:
            The data, or None where there is none that can be trusted.
        """
        name = _name(kind, key)
        try:
            with self._opened() as place:
                entry, file = self._read(place, name, touch=not bound)
                if bound and not self._is_bound(place, name, file):
                    return None
        except FileNotFoundError:
            return None
        except OSError as error:
            self._give_up(error)
            return None
        return _unsealed(kind, key, entry)

    def put(self, kind: str, key: str, data: bytes, *, bound: bool = False) -> None:
        """Keep *data* under *kind* and *key*, or do nothing where that cannot be done.

        Args:
            kind: As for :meth:`get`.
            key: As for :meth:`get`.
            data: What to keep; more than the whole folder may take is not kept.
            bound: Have it count for this very file only; where files have no numbers that
                their sender cannot choose, it is not kept.
        """
        entry = _sealed(kind, key, data)
        if len(entry) > self.limit or (bound and not _POSIX):
            return
        try:
            self._make()
            with self._opened() as place:
                name = _name(kind, key)
                self._write(place, name, entry)
                if bound:
                    file = os.stat(name, dir_fd=place, follow_symlinks=False)
                    self._write(place, _note(name), _sealed(_NOTE, name, _identity(file)))
                if self._written is None or self._written > self.limit // _SWEEPS:
                    self._sweep(place)
                    self._written = 0
                self._written += len(entry)
        except OSError as error:
            self._give_up(error)

    def _make(self) -> None:
        if not self.folder.is_dir():
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                self.folder.mkdir(mode=_OWNER_ONLY)

    @contextmanager
    def _opened(self) -> Iterator[int | None]:
        """Open the folder; what is then looked up in it cannot be exchanged under our hands.

        Raises:
            OSError: There is none, it is a link, or others may write or read it.
        """
        if not _POSIX:
            if self.folder.is_symlink():
                raise NotADirectoryError
            yield None
            return
        place = os.open(self.folder, _FOLDER_FLAGS)
        try:
            found = os.fstat(place)
            if found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) & _OTHERS:
                raise _SharedFolderError
            yield place
        finally:
            os.close(place)

    def _at(self, place: int | None, name: str, flags: int) -> int:
        return os.open(self._path(place, name), flags | _FILE_FLAGS, 0o600, dir_fd=place)

    def _path(self, place: int | None, name: str) -> str:
        return name if place is not None else os.fspath(self.folder / name)

    def _is_bound(self, place: int | None, name: str, file: bytes) -> bool:
        """Tell whether an entry is the very file that the note beside it names."""
        note, _ = self._read(place, _note(name), touch=True)
        return _POSIX and bool(file) and _unsealed(_NOTE, name, note) == file

    def _read(self, place: int | None, name: str, *, touch: bool) -> tuple[bytes, bytes]:
        """Return an entry and which file it is; nothing where it is no file of our own.

        Args:
            place: The folder.
            name: Name of the entry.
            touch: Note its use, which changes the file.
        """
        try:
            with os.fdopen(self._at(place, name, os.O_RDONLY), "rb") as file:
                found = os.fstat(file.fileno())
                if not _is_own(found):
                    return b"", b""
                entry = file.read(min(found.st_size, self.limit) + 1)  # takes that much room
                if touch and os.utime in os.supports_fd:
                    with suppress(OSError):
                        os.utime(file.fileno())  # by the clock of the file system
                return entry, _identity(found)
        except OSError:  # a link, a folder, another user's: as if it were not there
            return b"", b""

    def _write(self, place: int | None, name: str, entry: bytes) -> None:
        """Write a whole entry under a name of its own and put it in place of a former one."""
        unfinished = f".{os.urandom(8).hex()}.part"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            with os.fdopen(self._at(place, unfinished, flags), "wb") as file:
                file.write(entry)
            former, later = self._path(place, unfinished), self._path(place, name)
            os.replace(former, later, src_dir_fd=place, dst_dir_fd=place)
        except BaseException:
            self._remove(place, unfinished)
            raise

    def _remove(self, place: int | None, name: str) -> None:
        with suppress(OSError):
            os.unlink(self._path(place, name), dir_fd=place)

    def _sweep(self, place: int | None) -> None:
        """Remove the entries longest unused beyond the limit, and what was never finished."""
        entries: list[tuple[int, str, int]] = []
        unfinished: list[tuple[int, str]] = []
        with os.scandir(place if place is not None else self.folder) as listing:
            for item in listing:
                with suppress(FileNotFoundError):  # another process sweeps as well
                    found = item.stat(follow_symlinks=False)
                    if _ENTRY.fullmatch(item.name):
                        entries.append((found.st_mtime_ns, item.name, found.st_size))
                    elif _UNFINISHED.fullmatch(item.name):
                        unfinished.append((found.st_mtime_ns, item.name))
        used = {name: time for time, name, _ in entries}
        entries = [
            (max(time, used.get(_note(name), 0)), name, size) for time, name, size in entries
        ]
        total = sum(size for _, _, size in entries)
        newest = max((time for time, _, _ in entries), default=0)
        doomed = [name for time, name in unfinished if newest - time > _FORGOTTEN * 10**9]
        for _, name, size in sorted(entries):
            if total <= self.limit:
                break
            doomed.append(name)
            total -= size
        for name in doomed:
            self._remove(place, name)

    def _give_up(self, error: OSError) -> None:
        reason = (
            Message("others may read or write it; remove it, and it is made anew")
            if isinstance(error, _SharedFolderError)
            else Message("it is a link or no folder; remove it, and it is made anew")
            if isinstance(error, NotADirectoryError) or self.folder.is_symlink()
            else trouble_of(error)
        )
        self.trouble = Message(
            "the cache {folder} is not used: {reason}", folder=self.folder.name, reason=reason
        )


class _SharedFolderError(PermissionError):
    """The folder is another user's, or open to others."""


def _is_own(found: os.stat_result) -> bool:
    """Say whether a file is an ordinary one that only its user can have written."""
    if not stat.S_ISREG(found.st_mode):
        return False
    return not _POSIX or (found.st_uid == os.geteuid() and found.st_nlink == 1)


def _identity(found: os.stat_result) -> bytes:
    """Return what tells a file from any copy of it: its number, and when it last changed."""
    return f"{found.st_ino} {found.st_ctime_ns}".encode()


def _note(name: str) -> str:
    """Return the name of the note beside an entry that is bound to its file."""
    return f"{_NOTE}.{name.partition('.')[2]}"


def _name(kind: str, key: str) -> str:
    if not _KIND.fullmatch(kind):
        raise ValueError(f"not the name of a kind of entry: {kind!r}")
    return f"{kind}.{hashlib.sha256(key.encode()).hexdigest()[:40]}"


def _sealed(kind: str, key: str, data: bytes) -> bytes:
    return _MAGIC + _seal(kind, key, data) + data


def _unsealed(kind: str, key: str, entry: bytes) -> bytes | None:
    head = len(_MAGIC) + _DIGEST
    data = entry[head:]
    return data if entry[:head] == _MAGIC + _seal(kind, key, data) else None


def _seal(kind: str, key: str, data: bytes) -> bytes:
    """Return the digest of an entry: of its data and of all that decides what they hold."""
    digest = hashlib.sha256()
    for part in (__version__.encode(), kind.encode(), key.encode(), data):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
