"""Years that a title says a document is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.deadlines import Period
from roadmapkit.lazily import dataclass, regex

__all__ = ["TitleYears", "contradicting", "title_years", "years_of"]

_YEARS = regex(
    r"(?<!\w)(?:на|за|в)\s+(?:период\s+(?:с\s+)?)?(20\d\d)(?:\s*(?:[-–—/]|и|по|до)\s*(20\d\d|\d\d))?"
    r"(?!\d)\s*(?:-?\s*й\s+)?(?=год|г\.|гг|г\.г|уч|\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TitleYears:
    """«на 2021–2023 годы» in a title, with its place."""

    first: int
    last: int
    start: int
    end: int


def title_years(text: str) -> Iterator[TitleYears]:
    """Yield the years that a text is for: «на 2024 год», «за 2021–2022 учебный год»."""
    for match in _YEARS.finditer(text):
        first = int(match[1])
        second = match[2] or match[1]
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        if first <= last:
            start = match.start(1)
            yield TitleYears(first, last, start, match.end(2) if match[2] else match.end(1))


def years_of(period: Period) -> frozenset[int]:
    """Return the calendar years that a period touches."""
    return frozenset(range(period.start.year, period.end.year + 1))


def contradicting(text: str, years: frozenset[int]) -> TitleYears | None:
    """Return the years that a title names and the period has not.

    A plan of one year may name the years of the programme that it belongs to: where one of
    the phrases fits, the title is right.
    """
    found = list(title_years(text))
    fitting = any({item.first, item.last} <= years for item in found)
    return None if fitting or not found or not years else found[-1]
