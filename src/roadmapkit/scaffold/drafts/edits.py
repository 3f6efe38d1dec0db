"""Small changes of a file, and where every place of it is afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roadmapkit.source import NodePath, SourceDocument

__all__ = ["Edit", "Edited", "key_place", "removal"]

_LINE_END = re.compile(r"\r\n|\r|\n|\Z")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a text and what is written instead."""

    start: int
    end: int
    new: str


class Edited:
    """A stretch of a text with its edits made.

    Args:
        text: The whole text.
        bounds: First and last place of the stretch.
        edits: What changes, none within another.
        before: What is written before the stretch.
    """

    def __init__(
        self, text: str, bounds: tuple[int, int], edits: Iterable[Edit], before: str = ""
    ) -> None:
        self._start = bounds[0]
        self._before = len(before)
        self._edits = sorted(set(edits))
        pieces, place = [before], bounds[0]
        for edit in self._edits:
            pieces += [text[place : edit.start], edit.new]
            place = edit.end
        self.text = "".join([*pieces, text[place : bounds[1]]])

    def place(self, place: int) -> int:
        """Return where a place of the text is now; one that was taken out, where it stood."""
        moved = 0
        for edit in self._edits:
            if edit.start >= place:
                break
            new_end = edit.start + len(edit.new)
            moved += len(edit.new) - (edit.end - edit.start)
            if place < edit.end:
                return min(place, new_end) - self._start + self._before
        return place + moved - self._start + self._before


def key_place(document: SourceDocument, path: NodePath) -> tuple[int, int]:
    """Return the place of a key in characters of the file."""
    span = document.key_span(path)
    start = document.source.line_starts[span.line - 1] + span.column - 1
    return start, start + span.end_column - span.column


def removal(document: SourceDocument, path: NodePath) -> Edit | None:
    """Return the edit that takes a key and its value out, None where they are not there.

    A key that begins an item of a list, or stands within brackets, keeps its place and
    gets an empty value: the lines around it hang on it.
    """
    if not path or document.value(path) is document.value(path[:-1]):
        return None
    text = document.source.text
    key, _ = key_place(document, path)
    start, end = document.extent(path)
    line = max(text.rfind("\n", 0, key), text.rfind("\r", 0, key)) + 1
    stop = _LINE_END.search(text, end)
    after = stop.end() if stop is not None else len(text)
    rest = text[end : stop.start()] if stop is not None else ""
    if text[line:key].strip() or (rest.strip() and not rest.lstrip().startswith("#")):
        value = text[start:end]
        space = " " if start == end and text[start - 1 : start] == ":" else ""
        return None if value == "null" else Edit(start, end, f"{space}null")
    return Edit(line, after, "")
