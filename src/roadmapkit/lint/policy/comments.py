"""Suppressions that stand beside what they silence, as comments in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass, regex

__all__ = ["MARK", "Suppression", "suppressions"]

MARK = "roadmapkit"
"""A word that every such comment has in it, and few lines besides."""

_COMMENT = regex(r"(?:^|\s)#\s*roadmapkit:\s*(?P<verb>ignore-file|ignore)\b[ \t]*(?P<rest>.*)$")
_SELECTOR = regex(r"[A-Za-z][A-Za-z0-9-]*")
_DASH = regex(r"\s*(?:[-–—:]+\s*)?")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment ``# roadmapkit: ignore DUE003 – the reason``.

    Attributes:
        selectors: Which findings.
        reason: Why; empty where none is given.
        file: The file.
        line: Line that it is about, from 1; None for the whole file.
        span: Where the comment stands.
    """

    selectors: tuple[str, ...]
    reason: str
    file: str
    line: int | None
    span: Span


def suppressions(file: str, lines: Sequence[str]) -> Iterator[Suppression]:
    """Yield the suppressions of a file.

    A comment behind a value is about its line; one that has a line of its own is about the
    next line that is no comment.
    """
    # That a line holds the word is sooner told than by the pattern.
    for index in [index for index, line in enumerate(lines) if MARK in line]:
        line = lines[index]
        match = _COMMENT.search(line)
        if match is None:
            continue
        selectors, reason = _parts(match["rest"])
        start = line.index("#", match.start())
        span = Span(file, index + 1, start + 1, index + 1, len(line.rstrip()) + 1)
        about: int | None = index + 1
        if match["verb"] == "ignore-file":
            about = None
        elif not line[:start].strip():
            about = _next_line(lines, index)
        yield Suppression(selectors, reason, file, about, span)


def _parts(rest: str) -> tuple[tuple[str, ...], str]:
    """Return the selectors and the reason: «DUE003, year-open – the reason»."""
    selectors: list[str] = []
    place = 0
    while match := _SELECTOR.match(rest, place):
        selectors.append(match[0])
        place = match.end()
        comma = re.compile(r"\s*,\s*").match(rest, place)
        if comma is None:
            break
        place = comma.end()
    dash = _DASH.match(rest, place)
    return tuple(selectors), rest[dash.end() if dash else place :].strip()


def _next_line(lines: Sequence[str], index: int) -> int:
    for place in range(index + 1, len(lines)):
        if lines[place].strip() and not lines[place].lstrip().startswith("#"):
            return place + 1
    return index + 1
