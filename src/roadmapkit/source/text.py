"""The text of one file, and the way from a place in it to a line and a column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import regex

__all__ = ["SourceText"]

_LINE_END = regex(r"\r\n|\n|\r")


@dataclass(frozen=True)
class SourceText:
    """One file as characters.

    Places in it are counted in characters from 0; lines and columns from 1. A line
    ends at LF, CR LF or a lone CR, as editors count them.

    Attributes:
        path: Path as it is shown: relative to the workspace, with ``/``.
        text: Characters of the file without its byte order mark, line ends unchanged.
        digest: SHA-256 of the bytes that were read; empty where no file stands behind it.
    """

    path: str
    text: str
    digest: str = field(default="", compare=False, repr=False)

    @classmethod
    def from_string(cls, name: str, text: str) -> SourceText:
        """Return a source that no file stands behind; *name* is what spans will show."""
        return cls(path=name, text=text.removeprefix("\ufeff"))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Place of the first character of every line."""
        if "\r" in self.text:
            return (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        lengths = (len(line) + 1 for line in self.text.split("\n")[:-1])
        return tuple(accumulate(lengths, initial=0))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Lines without their line ends; after a final line end comes an empty line."""
        if "\r" not in self.text:
            return tuple(self.text.split("\n"))
        return tuple(_LINE_END.split(self.text))

    def position(self, place: int) -> tuple[int, int]:
        """Return line and column of the character at *place*."""
        starts = self.line_starts
        line = bisect_right(starts, place)
        return line, place - starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the stretch from the character at *start* to just before *end*."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        return Span(self.path, line, column, end_line, end_column)
