"""What came of a workspace is remembered, and told again while nothing that it was made of changes.

This module loads nothing that reads YAML or makes documents: an unchanged workspace is
answered before any of that is needed.
"""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from roadmapkit import __version__
from roadmapkit.building.records import (
    diagnostic_of,
    diagnostic_record,
    read_json,
    written_json,
)
from roadmapkit.building.standing_files import StandingFiles
from roadmapkit.cache import CacheFolder
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass
from roadmapkit.load.file_names import (
    BASELINE_NAME,
    FORMS_LOCK_NAME,
    MANIFEST,
    SEALS_NAME,
    TEMPLATES_FOLDER,
)

__all__ = [
    "KeptFile",
    "Memory",
    "Recalled",
    "digest_of_file",
    "machinery",
    "state_of_file",
    "states_as_read",
]

_LOCKS = (FORMS_LOCK_NAME, SEALS_NAME, BASELINE_NAME)
_DIGITS = 2 * hashlib.sha256().digest_size
_JOURNALS = ".roadmapkit-*.journal"
_KIND = "outcome"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that a build wrote.

    Attributes:
        document: Id of the document.
        path: Path below the output folder.
        size: Size in bytes.
        fingerprint: Digest of what it prints and how.
        digest: SHA-256 of the file.
    """

    document: str
    path: str
    size: int
    fingerprint: str
    digest: str


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a check or a build told.

    Attributes:
        diagnostics: The findings.
        documents: Ids of all documents that produce files.
        blocked: Those of them that have errors.
        unreviewed: How many printed case forms nobody has reviewed.
        locale: The language that the settings ask for.
        files: What was written.
        record: Digest of the output folder's own record of them.
    """

    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    blocked: frozenset[str]
    unreviewed: int = 0
    locale: str | None = None
    files: tuple[KeptFile, ...] = ()
    record: str = ""


class Memory:
    """Remembers what came of one workspace.

    Contents of files are compared, never their times.

    Args:
        root: Folder of the workspace.
        names: Its source files.
        folder: The output folder; the memory is kept in ``.cache`` there.
        wish: What was asked for, in words that differ where the answer would.
    """

    def __init__(self, root: Path, names: Iterable[str], folder: Path, wish: str) -> None:
        self._root = root
        self._names = tuple(names)
        self._folder = folder
        self._wish = wish
        self._cache = CacheFolder.of_output(folder)
        listed = sorted(root.joinpath(TEMPLATES_FOLDER).glob("*.docx"))
        named = (*_LOCKS, *(f"{TEMPLATES_FOLDER}/{one.name}" for one in listed))
        # Looked at before anything is read, and not only where an answer is looked up.
        self._files = StandingFiles(root, (*self._names, *named, TEMPLATES_FOLDER))
        self._key = self._digest(named)

    def _digest(self, named: Iterable[str]) -> str:
        """Return the digest of everything that can be named before a file is understood."""
        digest = hashlib.sha256(f"{machinery()}\n{self._wish}\n".encode())
        for name in self._names:
            digest.update(f"{name}\n{digest_of_file(self._root / name)}\n".encode(errors="replace"))
        for name in named:
            digest.update(f"{name}\n{state_of_file(self._root, name)}\n".encode(errors="replace"))
        return digest.hexdigest()

    @property
    def trouble(self) -> Message | None:
        """Why nothing can be remembered, where that is so."""
        return self._cache.trouble

    def recall(self) -> Recalled | None:
        """Return what is remembered, None where something has changed since."""
        data = self._cache.get(_KIND, self._key)
        if data is None:
            return None
        try:
            record = read_json(data)
            attached: Mapping[str, str] = record["attached"]
            if any(state_of_file(self._root, one) != was for one, was in attached.items()):
                return None
            recalled = _recalled(record)
        except (ValueError, KeyError, TypeError):
            return None
        stands = self.record_is(recalled.record) and self._all_stand(recalled.files)
        return recalled if stands else None

    def record_is(self, digest: str) -> bool:
        """Tell whether the output folder's record is the same, and no build has left a journal.

        Args:
            digest: Its digest, empty for a check, which has nothing to do with it.
        """
        if not digest:
            return True
        journals = self._folder.glob(_JOURNALS)
        return digest_of_file(self._folder / MANIFEST) == digest and not any(journals)

    def _all_stand(self, files: Iterable[KeptFile]) -> bool:
        """Tell whether written files are still what was written, and lie where they seem to."""
        home = Path(os.path.realpath(self._folder))
        looked_at: set[Path] = set()
        for file in files:
            path = self._folder / file.path
            around = path.parent
            if around not in looked_at:
                if not Path(os.path.realpath(around)).is_relative_to(home):
                    return False
                looked_at.add(around)
            if path.is_symlink() or digest_of_file(path, file.size) != file.digest:
                return False
        return True

    def keep(self, told: Recalled, attached: Callable[[], Mapping[str, str]]) -> None:
        """Remember what came of the workspace, unless somebody has saved a file of it meanwhile.

        The answer to a former file would be told of the later one.

        Args:
            told: What to remember.
            attached: Returns the other files that it was made from: by name the digest of what
                was read, empty where nothing was.
        """
        from roadmapkit.load import discover

        names = tuple(sorted(file.as_posix() for file in discover(self._root)))
        if names != self._names or not self._files.stand():
            return
        try:
            record = _record(told)
        except TypeError:
            return  # a value that JSON cannot give back; such a finding is told anew
        states = states_as_read(self._root, attached())
        if states is not None:
            self._cache.put(_KIND, self._key, written_json({**record, "attached": states}))


def _record(told: Recalled) -> dict[str, Any]:
    return {
        "diagnostics": [diagnostic_record(item) for item in told.diagnostics],
        "documents": list(told.documents),
        "blocked": sorted(told.blocked),
        "unreviewed": told.unreviewed,
        "locale": told.locale,
        "record": told.record,
        "files": [
            [one.document, one.path, one.size, one.fingerprint, one.digest] for one in told.files
        ],
    }


def _recalled(record: Mapping[str, Any]) -> Recalled:
    return Recalled(
        diagnostics=tuple(diagnostic_of(item) for item in record["diagnostics"]),
        documents=tuple(record["documents"]),
        blocked=frozenset(record["blocked"]),
        unreviewed=record["unreviewed"],
        locale=record["locale"],
        record=record["record"],
        files=tuple(KeptFile(*one) for one in record["files"]),
    )


def digest_of_file(path: Path, size: int | None = None) -> str:
    """Return the SHA-256 of a file; a word for why there is none.

    Args:
        path: The file.
        size: Its size where another one would not do.
    """
    try:
        with path.open("rb") as file:
            if size is not None and os.fstat(file.fileno()).st_size != size:
                return "another size"
            return hashlib.sha256(file.read()).hexdigest()
    except (OSError, ValueError) as error:
        return type(error).__name__


def state_of_file(root: Path, name: str) -> str:
    """Return the digest of a file that a document names, and whether it lies where it seems to.

    Args:
        root: Folder of the workspace.
        name: Name of the file from there.
    """
    try:
        moved = (root / name).resolve() != root.resolve() / name
    except (OSError, RuntimeError, ValueError):
        moved = True
    return f"{digest_of_file(root / name)}{' elsewhere' if moved else ''}"


def states_as_read(root: Path, digests: Mapping[str, str]) -> dict[str, str] | None:
    """Return the states of files that were read, None where one of them has changed since.

    Args:
        root: Folder of the workspace.
        digests: By name the digests of what was read, empty where nothing was.
    """
    states = {name: state_of_file(root, name) for name in sorted(digests)}
    for name, state in states.items():
        now = state.partition(" ")[0]
        if now != digests[name] and (digests[name] or len(now) == _DIGITS):
            return None
    return states


@cache
def machinery() -> str:
    """Return a digest of what works on a workspace: the library, Python, all that is installed.

    Versions are read from the names of what pip leaves beside packages; of a library that is
    worked on, which keeps its version, the files are looked at.
    """
    found = [__version__, sys.version, zlib.ZLIB_RUNTIME_VERSION]
    for place in sys.path:
        try:
            with os.scandir(place or ".") as entries:
                names = sorted(entry.name for entry in entries)
        except OSError:
            continue
        found += (name for name in names if name.endswith((".dist-info", ".egg-info")))
    home = Path(__file__).parents[1]
    if not {"site-packages", "dist-packages"} & set(home.parts):
        found += _state_of(home)
    return hashlib.sha256("\n".join(found).encode(errors="replace")).hexdigest()


def _state_of(home: Path) -> list[str]:
    found: list[str] = []
    folders = [os.fspath(home), os.fspath(home.parents[1] / "templates")]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        for entry in listed:
            if not entry.is_dir():
                with suppress(OSError):  # a link that leads nowhere, a file that is just going
                    state = entry.stat()
                    found.append(f"{entry.path} {state.st_mtime_ns} {state.st_size}")
            elif entry.name not in {"__pycache__", "locale"}:
                folders.append(entry.path)
    return found
