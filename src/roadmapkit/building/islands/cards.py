"""Cards: what a glance at a file tells of it, without reading its YAML."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath

from roadmapkit.lazily import dataclass, regex
from roadmapkit.load.discovery import SETTINGS_NAME, is_directory_file
from roadmapkit.load.file_names import READ

__all__ = ["Card", "attached_to", "read_card", "tokens_of"]

_TOKEN = regex(r"[A-Za-zА-Яа-яЁё0-9-]+")
"""A run of the characters that ids are made of."""
_TOP_KEY = regex(r"^(?:[{,]\s*|[\"'])?(kind|id)[\"']?[ \t]*:[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_ESCAPE = regex(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|\r?\n[ \t]*)")
_ENDING = regex(rf"(?:{'|'.join(map(re.escape, sorted(READ)))})\b", re.IGNORECASE)
_PIECES = regex(r"[,{}\[\]]|:\s|\s-\s")
_SHARED_KINDS = frozenset({"directory", "settings"})


@dataclass(frozen=True, slots=True)
class Card:
    """One file at a glance.

    What it says is a guess that the run over the file corrects: a key may be written so
    that only a reader of YAML knows it.

    Attributes:
        name: Name of the file, from the root of the workspace.
        digest: SHA-256 of its bytes; that of no bytes for a file that cannot be read.
        size: Its size in bytes.
        ids: Ids of its documents.
        kinds: Kinds of its documents, also by what the name of the file promises.
    """

    name: str
    digest: str
    size: int
    ids: frozenset[str]
    kinds: frozenset[str]

    @property
    def is_shared(self) -> bool:
        """Whether it holds nothing that is printed, but what others are printed with."""
        return bool(self.kinds) and self.kinds <= _SHARED_KINDS


def read_card(root: Path, name: str) -> Card:
    """Return the card of a file.

    Args:
        root: Folder of the workspace.
        name: Name of the file from there.
    """
    data = _bytes(root, name)
    if data is None:
        data = b""
    text = _text(data)
    found: dict[str, set[str]] = {"kind": set(), "id": set()}
    for match in _TOP_KEY.finditer(text):
        found[match[1]].update(_TOKEN.findall(match[2].split(" #")[0]))
    if is_directory_file(name):
        found["kind"].add("directory")
    elif name == SETTINGS_NAME:
        found["kind"].add("settings")
    digest = hashlib.sha256(data).hexdigest()
    return Card(name, digest, len(data), frozenset(found["id"]), _shared(frozenset(found["kind"])))


_shared = lru_cache(256)(lambda kinds: kinds)
"""Returns one and the same set for equal ones: thousands of files hold a plan each."""


def tokens_of(root: Path, name: str, wanted: Collection[str]) -> Iterator[str]:
    """Yield those of some ids that stand anywhere in a file, each at least once."""
    data = _bytes(root, name)
    text = _text(data) if data is not None else ""
    yield from _among(_TOKEN.findall(text), wanted)
    if "\\" in text:
        yield from _among(_TOKEN.findall(_ESCAPE.sub(_meant, text)), wanted)


def attached_to(root: Path, name: str) -> Iterator[str]:
    """Yield names of what may be files that a file names: texts, tables, pictures, schemas.

    They need not exist; some words of a text may look like one.
    """
    data = _bytes(root, name)
    text = _text(data) if data is not None else ""
    if "\\" in text:
        text += _ESCAPE.sub(_meant, text).replace("\\\\", "\\")
    found: set[str] = set()
    for line in text.splitlines():
        if _ENDING.search(line):
            values = (
                *_PIECES.split(line),
                line.partition(": ")[2],
                line.strip().removeprefix("- "),
            )
            found.update(value.split(" #")[0].strip(" \t\"'-") for value in values)
    for written in sorted(found):
        path = written.replace("\\", "/")
        if _ENDING.search(path) and not path.startswith("/") and ":" not in path:
            # A schema is named from the root, all else from the folder of its document.
            for place in {normpath(join(dirname(name), path)), normpath(path)}:
                if not place.startswith("../"):
                    yield place


def _among(found: Iterable[str], wanted: Collection[str]) -> set[str]:
    return set(found).intersection(wanted)


def _meant(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    try:
        return chr(int(code, 16)) if code else ""
    except (OverflowError, ValueError):
        return ""


def _bytes(root: Path, name: str) -> bytes | None:
    try:
        return (root / name).read_bytes()
    except (OSError, ValueError):
        return None


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")
