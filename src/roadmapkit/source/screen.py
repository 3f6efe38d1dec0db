"""What must leave a text before YAML is read: conflict markers and control characters.

Each is reported and replaced by as many spaces, so that the rest of the file is
still checked and every later place stays right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.lazily import regex
from roadmapkit.source.codes import CONFLICT_MARKER, CONTROL_CHARACTER
from roadmapkit.source.findings import Findings

__all__ = ["UNPRINTABLE", "escaped_characters", "screen"]

# What neither YAML nor XML takes, and line ends that no editor shows as such.
_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
UNPRINTABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 (production ``Char``) cannot hold."""

_MARKER = regex(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)[^\r\n]*", re.MULTILINE)
_NOT_LINE_END = regex(r"[^\r\n]")
_ESCAPE = regex(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n|.))", re.DOTALL)
_SHORT_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "e": "\x1b"}


def screen(findings: Findings) -> str:
    """Report conflict markers and control characters; return the text without them."""
    text = findings.source.text
    if "<<<<<<<" in text or ">>>>>>>" in text:
        text = _without_conflicts(text, findings)
    # What can be printed, as nearly every text can, is told in a fraction of the time.
    if not text.replace("\n", "").isprintable() and _FORBIDDEN.search(text):
        for match in _FORBIDDEN.finditer(text):
            report_character(findings, match.span(), match[0])
        text = _FORBIDDEN.sub(" ", text)
    return text


def report_character(findings: Findings, place: tuple[int, int], character: str) -> None:
    """Report one character that a document cannot hold."""
    findings.add(
        CONTROL_CHARACTER,
        place,
        Message(
            "A control character that no document can hold: {character}",
            character=f"U+{ord(character):04X}",
        ),
        Message("Delete it; it usually comes along with text copied from elsewhere"),
    )


def escaped_characters(raw: str) -> Iterator[tuple[int, int, str]]:
    """Yield the escapes of a double-quoted scalar that stand for an unprintable character.

    Args:
        raw: The scalar as it stands in the file.

    Yields:
        Start and end in *raw*, and the character.
    """
    for match in _ESCAPE.finditer(raw):
        digits = match[1] or match[2] or match[3]
        character = chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(match[4], " ")
        if UNPRINTABLE.match(character):
            yield match.start(), match.end(), character


def _without_conflicts(text: str, findings: Findings) -> str:
    """Report every marker; blank the markers, and the second side of a whole conflict."""
    blanks: list[tuple[int, int]] = []
    opened = divided = -1
    for match in _MARKER.finditer(text):
        sign = match[1][0]
        if sign in "|=" and opened < 0:
            continue  # seven equals signs under a heading are no conflict
        if sign == "<":
            opened, divided = match.start(), -1
        elif sign in "|=":
            divided = match.start() if divided < 0 else divided
        elif divided >= 0:
            blanks.append((divided, match.end()))
            opened = divided = -1
        blanks.append(match.span())
        findings.add(
            CONFLICT_MARKER,
            match.span(),
            Message("A conflict marker of git: {marker}", marker=match[0].rstrip()),
            Message("Keep one of the two versions and delete the marker lines around them"),
        )
    return _blanked(text, blanks)


def _blanked(text: str, places: list[tuple[int, int]]) -> str:
    """Return *text* with spaces at *places*, which may overlap."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(places):
        if end > done:
            pieces += text[done:start], _NOT_LINE_END.sub(" ", text[max(start, done) : end])
            done = end
    return "".join([*pieces, text[done:]])
