"""Texts one behind the other in one string, in which a pattern looks at all of them at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

__all__ = ["JoinedTexts"]

_BORDER = "\x00"
"""What no text of a YAML file can hold."""


class JoinedTexts:
    """Texts in their order, small letters and capitals alike where they are given so.

    A pattern that begins with plain letters and that no text has costs one search, not one for
    each text.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Keep texts."""
        written = tuple(texts)
        self._joined = _BORDER.join(written)
        self._starts = [0, *accumulate(len(text) + len(_BORDER) for text in written)]

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """Yield the places of the texts in which a pattern may match, in their order.

        Args:
            pattern: No more than what tells the texts worth a look: it sees neither the beginning
                nor the end of a text, and what it may run over to the next one is found too.
        """
        match = pattern.search(self._joined)
        while match is not None:
            place = bisect_right(self._starts, match.start()) - 1
            yield place
            match = pattern.search(self._joined, self._starts[place + 1])

    def holding(self, *marks: str) -> list[int]:
        """Return the places of the texts that hold at least one of some marks, in their order."""
        return sorted({place for mark in marks for place in self._holding(mark)})

    def _holding(self, mark: str) -> Iterator[int]:
        at = self._joined.find(mark)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield place
            at = self._joined.find(mark, self._starts[place + 1])
