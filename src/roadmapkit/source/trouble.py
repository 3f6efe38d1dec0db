"""The place where a YAML parser stopped, and the lines around it."""

from __future__ import annotations

from typing import NamedTuple

from roadmapkit.diagnostics import Code, Message
from roadmapkit.lazily import dataclass, regex

__all__ = ["Finding", "Place", "Trouble", "quoted"]

_BETWEEN_VALUES = regex(r"(?:\s|[:,\[{?](?=\s)|-(?=\s)|---(?=\s)|(?<=\s)#[^\r\n]*)*")
_LINE_REST = regex(r"[^\r\n]*")
_COMMENT = regex(r"[ \t]+#")


class Place(NamedTuple):
    """A stretch of the file in characters, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """A stop of the parser.

    Attributes:
        text: The whole file.
        begin: Place where the document begins.
        problem: What the parser says.
        context: What the parser was doing.
        at: Place where it stopped.
        since: Place where what it was doing began.
        last: Place of the last complete value, if there is one.
    """

    text: str
    begin: int
    problem: str
    context: str
    at: int
    since: int
    last: tuple[int, int] | None

    def line(self, place: int) -> Place:
        """Return the line around *place*, without its end."""
        start = max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1
        return Place(start, self.line_end(start))

    def line_end(self, place: int) -> int:
        """Return where the line of *place* ends, trailing blanks not counted."""
        match = _LINE_REST.match(self.text, place)
        return place + len(match[0].rstrip()) if match else place

    def text_end(self, place: int) -> int:
        """Return where the text at *place* ends in its line: before a comment, if there is one."""
        end = self.line_end(place)
        comment = _COMMENT.search(self.text, place, end)
        return comment.start() if comment else end

    def indent(self, line: Place) -> int:
        """Return how many spaces *line* begins with."""
        text = self.read(line)
        return len(text) - len(text.lstrip(" "))

    def lines_above(self, place: int) -> list[Place]:
        """Return the lines of this document above *place*, nearest first, without empty ones."""
        found: list[Place] = []
        start = self.line(place).start
        while start > self.begin and len(found) < 500:
            line = self.line(start - 1)
            if line.end > line.start:
                found.append(line)
            start = line.start
        return found

    def at_line_start(self) -> bool:
        """Say whether nothing but blanks stands before the stop in its line."""
        return not self.text[self.line(self.at).start : self.at].strip()

    def opens_line(self) -> bool:
        """Say whether nothing but blanks and dashes stands before the stop in its line."""
        return not self.text[self.line(self.at).start : self.at].strip(" \t-")

    def running_text(self) -> int:
        """Return where the unquoted text begins that the parser was in when it stopped.

        It is the last value if nothing is between that and the stop; otherwise the first
        thing behind it that is neither a sign of structure nor a comment.
        """
        start, place = self.last or (self.begin, self.begin)
        if start < place and not self.text[place : self.at].strip():
            return start
        match = _BETWEEN_VALUES.match(self.text, place, self.at)
        return match.end() if match else place

    def read(self, place: Place) -> str:
        """Return the text at *place*."""
        return self.text[place.start : place.end]

    def char(self) -> str:
        """Return the character at the stop; empty at the end of the file."""
        return self.text[self.at : self.at + 1]


Finding = tuple[Code, Place, Message, Message]
"""Kind, place, what is wrong, the way out."""


def quoted(text: str) -> str:
    """Return *text* as a scalar in the quotation marks that cost fewest changes."""
    if len(text) > 2 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
