"""Which texts hold a mark: found in all of them at once, not text by text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from roadmapkit.lint.texts import PrintedText

__all__ = ["TextIndex"]

_BORDER = "\x00"
"""What no text of a YAML file can hold."""


class TextIndex:
    """Texts of a workspace, one behind the other in one string.

    A rule about a mark that stands nowhere, which is most rules on most documents, then costs one
    search instead of a turn of a loop for each text.
    """

    def __init__(self, texts: Sequence[PrintedText], *, folded: bool = False) -> None:
        """Keep texts.

        Args:
            texts: The texts, in the order in which they are given back.
            folded: Look at them in small letters; marks are then given in small letters too.
        """
        written = [text.text.lower() if folded else text.text for text in texts]
        self._texts = texts
        self._joined = _BORDER.join(written)
        self._starts = [0, *accumulate(len(text) + len(_BORDER) for text in written)]
        self._places: dict[str, tuple[int, ...]] = {}

    def holding(self, *marks: str) -> list[PrintedText]:
        """Return the texts that hold at least one of some marks, in their order."""
        if len(marks) == 1:
            return [self._texts[place] for place in self._of(marks[0])]
        places = {place for mark in marks for place in self._of(mark)}
        return [self._texts[place] for place in sorted(places)]

    def _of(self, mark: str) -> tuple[int, ...]:
        """Return the places in the list of the texts that hold a mark; found once."""
        if mark not in self._places:
            self._places[mark] = tuple(self._find(mark))
        return self._places[mark]

    def _find(self, mark: str) -> Iterator[int]:
        at = self._joined.find(mark)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield place
            at = self._joined.find(mark, self._starts[place + 1])
