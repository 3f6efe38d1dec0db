"""Where a finding stands, in the words of somebody who looks at the document in Word."""

from __future__ import annotations

from roadmapkit.diagnostics import Message, Span
from roadmapkit.rendering.reading import Place

__all__ = ["place_words", "span_at"]

_LONGEST = 40
_HEADERS = {
    ("header", "default"): Message("header"),
    ("header", "first"): Message("header of the first page"),
    ("header", "even"): Message("header of even pages"),
    ("footer", "default"): Message("footer"),
    ("footer", "first"): Message("footer of the first page"),
    ("footer", "even"): Message("footer of even pages"),
}


def place_words(place: Place | None, text: str = "") -> Message:
    """Return a place in words, with the beginning of the text that stands there.

    Args:
        place: The place; None for the document as a whole.
        text: Text of the paragraph.
    """
    if place is None:
        return Message("the whole document")
    if place.variant == "section":
        return Message("section {section}", section=place.section)
    if place.story in {"header", "footer"}:
        name = _HEADERS.get((place.story, place.variant), _HEADERS[place.story, "default"])
        return Message("section {section}, {header}", section=place.section, header=name)
    begin = _beginning(text)
    return _in_table(place, begin) if place.table else _in_text(place, begin)


def _in_text(place: Place, begin: str) -> Message:
    if not begin:
        return Message("paragraph {number}", number=place.paragraph)
    return Message("paragraph {number} («{text}»)", number=place.paragraph, text=begin)


def _in_table(place: Place, begin: str) -> Message:
    if not place.row:
        return Message("table {table}", table=place.table)
    if not place.cell:
        return Message("table {table}, row {row}", table=place.table, row=place.row)
    values = {"table": place.table, "row": place.row, "cell": place.cell}
    if not begin:
        return Message("table {table}, row {row}, cell {cell}", **values)
    return Message("table {table}, row {row}, cell {cell} («{text}»)", text=begin, **values)


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def span_at(file: str, place: Place | None, start: int, end: int) -> Span:
    """Return a place as a span: the line is the number of the paragraph, from 1."""
    line = place.paragraph if place is not None else 1
    return Span(file, max(line, 1), start + 1, max(line, 1), max(end, start) + 1)
