"""How wide text is on a terminal, and how text that cannot be seen is shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from roadmapkit.lazily import dataclass

__all__ = ["Cell", "cells", "visible"]

TAB = 4
"""Columns that a tab is shown as; the same everywhere, so that carets stay under the text."""

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_COMBINING = frozenset({"Mn", "Me"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One character of a source line as it is shown.

    Attributes:
        text: What is printed for it.
        width: Columns of the terminal that this takes; 0 for a combining mark.
    """

    text: str
    width: int


def cells(line: str) -> Iterator[Cell]:
    """Yield one cell for each character of *line*.

    A character that has no shape of its own – a control character, a zero-width space,
    a mark that turns the direction of writing – is shown as its number, ``<U+200B>``:
    the author is to see what the finding is about, and a terminal is not to obey it.
    """
    for character in line:
        category = unicodedata.category(character)
        if character == "\t":
            yield Cell(" " * TAB, TAB)
        elif category in _HIDDEN:
            shown = f"<U+{ord(character):04X}>"
            yield Cell(shown, len(shown))
        elif category in _COMBINING:
            yield Cell(character, 0)
        elif unicodedata.east_asian_width(character) in "WF":
            yield Cell(character, 2)
        else:
            yield Cell(character, 1)


def visible(text: str) -> str:
    """Return *text* on one line, with every character that cannot be seen as its number."""
    return "".join(cell.text for cell in cells(" ".join(text.splitlines())))
