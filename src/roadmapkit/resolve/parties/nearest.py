"""Names like an unknown one, the answer of :func:`difflib.get_close_matches` but sooner."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from heapq import heappush, heapreplace, nlargest

from roadmapkit.resolve.parties.words import fold

__all__ = ["NearNames"]

_LIKENESS = 0.6


class NearNames:
    """The names of a directory, ready to be compared with many unknown ones.

    Each letter of a name, and each repetition of it, is one bit. How many bits two names
    share bounds how alike they can be, so that most names are never compared letter by
    letter, and those that are come in the order of that bound. The longest common
    subsequence, found for all places of a letter at once, bounds it more closely.

    Args:
        names: The names; of those that differ in case or «ё» only, the first in order is kept.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._written: dict[str, str] = {}
        for name in sorted(names):
            self._written.setdefault(fold(name), name)
        self._bits: dict[tuple[str, int], int] = {}
        ordered = sorted(self._written, key=lambda name: (len(name), name))
        self._lengths = [len(name) for name in ordered]
        self._marked = [(self._mark(name, grow=True), len(name), name) for name in ordered]
        self._known: dict[tuple[str, int], tuple[str, ...]] = {}

    def nearest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Return the names most like *text*, the nearest first; case and «ё» do not count."""
        key = (fold(text), limit)
        if key not in self._known:
            self._known[key] = tuple(self._written[name] for name in self._nearest(*key))
        return self._known[key]

    def _nearest(self, text: str, limit: int) -> list[str]:
        if not text:
            return [text] if text in self._written else []
        matcher = SequenceMatcher()
        matcher.set_seq2(text)
        places = _places(text)
        best: list[tuple[float, str]] = []
        for bound, name in self._candidates(text):
            least = best[0][0] if len(best) == limit else _LIKENESS
            if bound < least:
                break
            shared = _common(places, len(text), name)
            if 2.0 * shared / (len(text) + len(name)) < least:
                continue
            matcher.set_seq1(name)
            ratio = matcher.ratio()
            if ratio < _LIKENESS:
                continue
            if len(best) < limit:
                heappush(best, (ratio, name))
            elif (ratio, name) > best[0]:
                heapreplace(best, (ratio, name))
        return [name for _, name in nlargest(limit, best)]

    def _candidates(self, text: str) -> list[tuple[float, str]]:
        """Return the names that share letters enough, with how alike they can be, most first."""
        size = len(text)
        first = bisect_left(self._lengths, size * _LIKENESS / (2 - _LIKENESS) - 1)
        last = bisect_right(self._lengths, size * (2 - _LIKENESS) / _LIKENESS + 1)
        mark = self._mark(text)
        least = _LIKENESS / 2
        found = [
            (2.0 * shared / (size + length), name)
            for bits, length, name in self._marked[first:last]
            if (shared := (bits & mark).bit_count()) + 0.5 >= least * (size + length)
        ]
        found.sort(reverse=True)
        return found

    def _mark(self, text: str, *, grow: bool = False) -> int:
        mark = 0
        for bit in self._letters(text, grow=grow):
            mark |= 1 << bit
        return mark

    def _letters(self, text: str, *, grow: bool) -> Iterator[int]:
        for letter, count in Counter(text).items():
            for repetition in range(count):
                key = (letter, repetition)
                if grow:
                    self._bits.setdefault(key, len(self._bits))
                if key in self._bits:
                    yield self._bits[key]


def _places(text: str) -> dict[str, int]:
    """Return for each letter of *text* its places as bits."""
    places: dict[str, int] = {}
    for index, letter in enumerate(text):
        places[letter] = places.get(letter, 0) | 1 << index
    return places


def _common(places: dict[str, int], size: int, name: str) -> int:
    """Return the length of the longest common subsequence of a text and *name*.

    Args:
        places: What :func:`_places` returns for the text.
        size: Length of the text.
        name: The other text.

    Source:
        H. Hyyrö, Bit-parallel LCS-length computation revisited (2004).
    """
    full = (1 << size) - 1
    row = full
    for letter in name:
        matched = row & places.get(letter, 0)
        row = (row + matched | row - matched) & full
    return size - row.bit_count()
