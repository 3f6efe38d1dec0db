"""The schools that a text lists by their numbers: «СОШ № 5, 8, ООШ № 19»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.candidates import matching
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["SCHOOLS", "SchoolList", "listing_texts", "numbers_in", "school_lists"]

SCHOOLS = r"(?:школ\w*|гимнази\w*|лице\w*|[СОН]ОШ|ОУ|ОО|ШНОР)"
_NUMBERED = regex(
    rf"(?:{SCHOOLS})[^№;.()\n]{{0,60}}№\s*(\d+)((?:\s*(?:,|и)\s*(?:№\s*)?\d+(?![\d.]))*)",
    re.IGNORECASE,
)
_FURTHER = regex(r"\d+")
_LISTED = regex(r"№[^\d\x00]*\d+(?:[^\d\x00]+\d+){3}")


@dataclass(frozen=True, slots=True)
class SchoolList:
    """Schools that stand together in one text.

    Attributes:
        numbers: Their numbers.
        text: The text.
        start: First character of the first.
        end: The one after the last.
    """

    numbers: frozenset[int]
    text: AnyText
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span(self.start, self.end)


def numbers_in(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the numbers of the schools that a part of a text names."""
    for match in _NUMBERED.finditer(text, start, len(text) if end is None else end):
        yield int(match[1])
        yield from map(int, _FURTHER.findall(match[2]))


def listing_texts(subject: Subject) -> list[PrintedText]:
    """Return the texts that may list four schools and more, in their order."""
    return matching(subject, _LISTED)


def school_lists(text: AnyText, least: int) -> Iterator[SchoolList]:
    """Yield the list of schools of a text, if it names so many."""
    if "№" not in text.text or len(_FURTHER.findall(text.text)) < least:
        return
    places = list(_NUMBERED.finditer(text.text))
    numbers = frozenset(numbers_in(text.text))
    if len(numbers) >= least:
        yield SchoolList(numbers, text, places[0].start(), places[-1].end())
