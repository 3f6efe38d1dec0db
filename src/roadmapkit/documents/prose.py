"""Paragraphs and lists of plain narrative text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.documents.view import Line
from roadmapkit.documents.wording import Wording
from roadmapkit.source import Origin

__all__ = ["paragraphs"]

_BULLETS = ("- ", "– ", "— ", "• ")


def paragraphs(text: str, origin: Origin, wording: Wording) -> Iterator[Line]:
    """Yield the paragraphs of a narrative.

    A blank line ends a paragraph; a line that begins with a dash is an item of a
    list; other line breaks are spaces.
    """
    gathered: list[str] = []
    for line in [*text.strip().split("\n"), ""]:
        stripped = line.strip()
        bullet = stripped.startswith(_BULLETS)
        if (not stripped or bullet) and gathered:
            yield _paragraph(gathered, origin, wording)
            gathered = []
        if bullet:
            gathered = [f"– {stripped[2:].strip()}"]
        elif stripped:
            gathered.append(stripped)


def _paragraph(lines: Sequence[str], origin: Origin, wording: Wording) -> Line:
    text = wording.text(" ".join(lines))
    return Line(text, "item" if text.startswith("–") else "body", origin)
