"""Texts one behind the other in one string, in which a pattern looks at all of them at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, repeat
from operator import add

__all__ = ["JoinedTexts"]

_BORDER = "\x00"
"""What no text of a YAML file can hold; it stands before each of them."""


class JoinedTexts:
    """Texts in their order.

    What none of them has costs one search, not one for each text, if it begins with plain
    letters.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Keep texts."""
        written = tuple(texts)
        self._joined = _BORDER.join(("", *written))
        sizes = map(add, map(len, written), repeat(len(_BORDER)))
        self._starts = list(accumulate(sizes, initial=0))

    def matching(self, pattern: re.Pattern[str], *, folded: bool = False) -> Iterator[int]:
        r"""Yield the places of the texts in which a pattern may match, in their order.

        Args:
            pattern: No more than what tells the texts worth a look: it does not see the end of a
                text, and what it may run over to the next one is found too. ``\\x00`` stands for
                the beginning.
            folded: It looks at small letters without «ё».
        """
        joined = self._folded if folded else self._joined
        match = pattern.search(joined)
        while match is not None:
            place = bisect_right(self._starts, match.start()) - 1
            yield place
            match = pattern.search(joined, self._starts[place + 1])

    def holding(self, *marks: str) -> list[int]:
        """Return the places of the texts that hold one of some words, in their order.

        Args:
            marks: The words or their beginnings, in small letters and without «ё».
        """
        return sorted({place for mark in marks for place in self._holding(mark)})

    def _holding(self, mark: str) -> Iterator[int]:
        at = self._folded.find(mark)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield place
            at = self._folded.find(mark, self._starts[place + 1])

    @cached_property
    def _folded(self) -> str:
        # The only letter of which the small form is two characters would shift the places.
        return self._joined.replace("İ", "i").lower().replace("ё", "е")
