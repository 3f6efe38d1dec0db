"""Figures as documents write them, exactly: «6 907», «+1,1», «−2,2», «56 %»."""

from __future__ import annotations

import re
from decimal import Decimal

from roadmapkit.lazily import regex

__all__ = ["COUNT", "count_meant", "figure", "written_figure"]

_FIGURE = regex(r"([+\-−–]?)\s*(\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+)(?:[.,](\d+))?\s*%?")
_WORDS = (("дв", 2), ("тр", 3), ("четыр", 4), ("пят", 5), ("шест", 6), ("сем", 7), ("вос", 8),
          ("девят", 9), ("десят", 10))  # fmt: skip
COUNT = (
    r"(?:\d{1,3}|дв(?:а|е|ух)|тр(?:и|ех|ёх)|четыр(?:е|ех|ёх)|пят(?:ь|и)|шест(?:ь|и)|сем(?:ь|и)"
    r"|вос(?:емь|ьми)|девят(?:ь|и)|десят(?:ь|и))"
)
"""A count in figures or in a word up to ten, as a part of a pattern."""


def figure(text: str) -> Decimal | None:
    """Return the figure that a cell holds and nothing else, None for other text."""
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    whole = re.sub(r"\s", "", match[2])
    value = Decimal(f"{whole}.{match[3]}" if match[3] else whole)
    return -value if match[1] in {"-", "−", "–"} else value


def written_figure(value: Decimal) -> str:
    """Return a figure as documents write it."""
    return format(value, "f").replace(".", ",").replace("-", "−")


def count_meant(text: str) -> int:
    """Return the number that a text matching :data:`COUNT` stands for."""
    if text.isdigit():
        return int(text)
    return next(value for stem, value in _WORDS if text.casefold().startswith(stem))
