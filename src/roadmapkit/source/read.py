"""Files into text: size, encoding, and what to say when either is wrong."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Sequence
from pathlib import Path

from roadmapkit.diagnostics import Code, Diagnostic, Message, Span
from roadmapkit.errors import trouble_of
from roadmapkit.source.codes import ENCODING, FILE_NAME, TOO_LARGE, UNREADABLE
from roadmapkit.source.text import SourceText

__all__ = ["MAX_BYTES", "read_source", "shown_path"]

MAX_BYTES = 10_000_000
"""Largest file that is read, in bytes, unless the caller says otherwise."""

_WIDE_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_CYRILLIC_CODE_PAGES = ("cp1251", "cp866", "koi8-r")
_FREQUENT_LETTERS = frozenset("оеаинтсрвлк")


def shown_path(root: Path, path: Path) -> str:
    """Return *path* relative to *root* with ``/``, or as it is when it lies outside."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def read_source(
    root: Path, path: Path, *, max_bytes: int = MAX_BYTES
) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Return the text of a file, or what is wrong with it.

    A file over the limit is refused without being read.

    Args:
        root: Folder of the workspace.
        path: The file; a relative path is taken from *root*.
        max_bytes: Largest size that is read, in bytes.

    Returns:
        The text and no diagnostics, or None and the reason as a diagnostic.
    """
    shown = shown_path(root, path)
    file = root / path
    if not _is_unicode(shown):
        return None, (_wrong_name(shown),)
    try:
        size = file.stat().st_size
        if size > max_bytes:
            return None, (_too_large(shown, size, max_bytes),)
        with file.open("rb") as stream:
            # Devices and growing files have more to give than their size says.
            data = stream.read(max_bytes + 1)
    except OSError as error:
        return None, (_unreadable(shown, error),)
    if len(data) > max_bytes:
        return None, (_too_large(shown, len(data), max_bytes),)
    return _decode(shown, data)


def _decode(shown: str, data: bytes) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    wide = _wide_encoding(data)
    if wide is not None:
        span = Span(shown, 1, 1, 1, 1)
        return None, (_wrong_encoding(span, wide),)
    try:
        text = data.decode("utf-8-sig")
        return SourceText(shown, text, hashlib.sha256(data).hexdigest()), ()
    except UnicodeDecodeError as error:
        before = SourceText.from_string(shown, data[: error.start].decode("utf-8", "replace"))
        line, column = before.position(len(before.text))
        span = Span(shown, line, column, line, column + 1)
        return None, (_wrong_encoding(span, _likely_code_page(data)),)


def _wide_encoding(data: bytes) -> str | None:
    """Name UTF-16 or UTF-32 by its mark, or by zeros where a text has none."""
    for mark, name in _WIDE_MARKS:
        if data.startswith(mark):
            return name
    sample = data[:400]
    # Without a mark every second byte gives the alphabet: 0 for Latin, 4 for Cyrillic.
    for half in (sample[0::2], sample[1::2]):
        if sum(byte in {0, 4} for byte in half) * 5 > len(half) * 4:
            return "UTF-16"
    return None


def _likely_code_page(data: bytes) -> str | None:
    """Name the one-byte Cyrillic code page that turns *data* into most usual letters."""
    sample = data[:100_000]
    letters = sum(byte >= 0x80 for byte in sample)
    scores = [
        (sum(char in _FREQUENT_LETTERS for char in sample.decode(page, "replace")), page)
        for page in _CYRILLIC_CODE_PAGES
    ]
    best, page = max(scores, key=lambda score: score[0])
    return page if best * 3 > letters else None


def _wrong_encoding(span: Span, found: str | None) -> Diagnostic:
    if found is None:
        message = Message("The file is not UTF-8 text")
    else:
        message = Message("The file is saved as {encoding}, not as UTF-8", encoding=found)
    return _diagnostic(
        ENCODING,
        message,
        hint=Message("Open the file in an editor and save it with the encoding UTF-8"),
        span=span,
    )


def _is_unicode(name: str) -> bool:
    """Say whether a name can be written in UTF-8; bytes that cannot come as lone surrogates."""
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _wrong_name(name: str) -> Diagnostic:
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return _diagnostic(
        FILE_NAME,
        Message("The name of the file is not UTF-8 text: {name}", name=shown),
        hint=Message("Rename the file, best with Latin letters, digits and hyphens"),
        span=Span(shown, 1, 1, 1, 1),
    )


def _too_large(shown: str, size: int, limit: int) -> Diagnostic:
    return _diagnostic(
        TOO_LARGE,
        Message("The file has {size} bytes; at most {limit} are read", size=size, limit=limit),
        hint=Message("Divide the documents among several files"),
        span=Span(shown, 1, 1, 1, 1),
    )


def _unreadable(shown: str, error: OSError) -> Diagnostic:
    kinds: Sequence[tuple[type[OSError], Message]] = (
        (FileNotFoundError, Message("There is no file {path!r}", path=shown)),
        (IsADirectoryError, Message("{path!r} is a folder, not a file", path=shown)),
        (PermissionError, Message("No permission to read the file {path!r}", path=shown)),
    )
    other = Message(
        "The file {path!r} cannot be read: {reason}", path=shown, reason=trouble_of(error)
    )
    message = next((text for kind, text in kinds if isinstance(error, kind)), other)
    return _diagnostic(
        UNREADABLE,
        message,
        hint=Message("Check the name of the file and who may read it"),
        span=Span(shown, 1, 1, 1, 1),
    )


def _diagnostic(code: Code, message: Message, *, hint: Message, span: Span) -> Diagnostic:
    return Diagnostic(code.id, code.severity, message, span, hint)
