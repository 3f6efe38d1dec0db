"""The record of an output folder: what lies there, what it was made from, what it held."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from roadmapkit import __version__
from roadmapkit.load.file_names import MANIFEST

__all__ = [
    "MANIFEST",
    "DamagedManifestError",
    "Entry",
    "digest_of_file",
    "entry_of",
    "entry_record",
    "manifest_pieces",
    "read_manifest",
]

FORMAT = 1
_SHARED = frozenset({"calendar", "compressor", "library", "profile", "template", "tools"})
"""Parts of fingerprints that most documents of a workspace have in common."""

_ENCODER = json.JSONEncoder(ensure_ascii=False)


class DamagedManifestError(ValueError):
    """A manifest that cannot be read, or that another version of the library has written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a produced file.

    Attributes:
        document: Id of the document.
        fingerprint: Digest of everything that its bytes depend on.
        sha256: Digest of the file.
        size: Size in bytes.
        parts: What the fingerprint is made of, by name.
        asked: It was asked for by hand: a pack, a paper or a report of a day.
        home: Mark of the workspace, empty for the one whose own output folder this is.
        files: Digests of the files of the workspace that it was made from, by name.
    """

    document: str
    fingerprint: str
    sha256: str
    size: int
    parts: Mapping[str, str] = field(default_factory=dict)
    asked: bool = False
    home: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


def entry_record(entry: Entry) -> dict[str, Any]:
    """Return an entry as JSON values; what is usual is left out."""
    record: dict[str, Any] = {
        "document": entry.document,
        "fingerprint": entry.fingerprint,
        "parts": dict(entry.parts),
        "sha256": entry.sha256,
        "size": entry.size,
    }
    if entry.files:
        record["files"] = dict(entry.files)
    if entry.asked:
        record["asked"] = True
    if entry.home:
        record["workspace"] = entry.home
    return record


def entry_of(path: object, record: object) -> tuple[str, Entry]:
    """Return an entry and the path that it is about.

    Raises:
        DamagedManifestError: It is none, or its path leads out of the output folder.
    """
    if not isinstance(path, str) or not isinstance(record, dict) or not _is_below(path):
        raise DamagedManifestError
    texts = [record.get(name) for name in ("document", "fingerprint", "sha256")]
    texts.append(record.get("workspace", ""))
    size, parts, asked = record.get("size"), record.get("parts"), record.get("asked", False)
    files = record.get("files", {})
    sound = (
        all(isinstance(text, str) for text in texts)
        and type(size) is int
        and _holds_texts(parts)
        and _holds_texts(files)
        and isinstance(asked, bool)
    )
    if not sound:
        raise DamagedManifestError
    document, fingerprint, sha256, home = map(str, texts)
    entry = Entry(document, fingerprint, sha256, record["size"], parts or {}, asked, home, files)
    return path, entry


def _holds_texts(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(text, str) for pair in value.items() for text in pair
    )


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Return the entries of a folder's manifest by path; none where there is no manifest.

    Raises:
        DamagedManifestError: It cannot be read, or is of another format.
    """
    try:
        data = (folder / MANIFEST).read_bytes()
        record = json.loads(data, object_pairs_hook=_sharing())
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise DamagedManifestError from error
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise DamagedManifestError
    targets = record.get("targets")
    if not isinstance(targets, dict):
        raise DamagedManifestError
    return dict(entry_of(path, one) for path, one in targets.items())


def _sharing() -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Return what makes objects of which those of thousands of files share what they all say."""
    said: dict[str, str] = {}

    def shared(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {
            name: said.setdefault(value, value)
            if name in _SHARED and isinstance(value, str)
            else value
            for name, value in pairs
        }

    return shared


def manifest_pieces(entries: Mapping[str, Entry]) -> Iterator[bytes]:
    """Yield a manifest: equal entries give equal bytes, and nothing names a time or a place.

    It comes entry by entry, for that of a country is larger than all else that is in memory.
    """
    library = _ENCODER.encode(__version__)
    yield f'{{\n "format": {FORMAT},\n "library": {library},\n "targets": {{'.encode()
    before = "\n"
    for path, entry in sorted(entries.items()):
        text = _indented(entry_record(entry), "  ")
        yield f"{before}  {_ENCODER.encode(path)}: {text}".encode()
        before = ",\n"
    yield b"\n }\n}\n" if entries else b"}\n}\n"


def _indented(value: object, margin: str) -> str:
    """Return a value as JSON, sorted, each pair of an object in a line of its own.

    The standard writer of such lines leaves a circle behind each time that it is called.
    """
    if not isinstance(value, dict) or not value:
        return _ENCODER.encode(value)
    inner = f",\n{margin} ".join(
        f"{_ENCODER.encode(name)}: {_indented(one, f'{margin} ')}"
        for name, one in sorted(value.items())
    )
    return f"{{\n{margin} {inner}\n{margin}}}"


def digest_of_file(path: Path, size: int | None = None) -> str | None:
    """Return the digest of a file; None for a link, no file at all, or one of another size."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or (size is not None and found.st_size != size):
            return None
        with path.open("rb") as file:
            if not os.path.samestat(os.fstat(file.fileno()), found):
                return None
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, UnicodeError):  # letters that the locale has not
        return None


def _is_below(path: str) -> bool:
    """Tell whether a path can only lie in the folder that it is relative to."""
    pure = PurePosixPath(path)
    plain = path == pure.as_posix() and "\\" not in path and "\0" not in path
    return plain and not pure.is_absolute() and not {"..", "."} & {*pure.parts, path}
