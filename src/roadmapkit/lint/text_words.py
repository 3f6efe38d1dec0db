"""The words of texts: taken out of them once, each judged once however often it stands there."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import compress, count, islice, repeat
from operator import eq

from roadmapkit.lazily import regex

__all__ = ["BORDER", "TextWords", "Vocabulary"]

BORDER = "\x00"
"""What stands around each of several texts that are kept as one string."""

_WORDS = regex(rf"[\w-]+|{BORDER}")
_WORD = regex(r"[\w-]+")


class TextWords:
    """The words of several texts: letters, figures and hyphens in a row.

    A rule about words asks first which of the different words, or of the pairs that could stand
    side by side, may be wrong, and then for the texts that have them.

    Attributes:
        distinct: The different words, in the order in which they stand first.
    """

    def __init__(self, joined: str) -> None:
        """Take the words out of texts.

        Args:
            joined: The texts with a border around each.
        """
        words = _WORDS.findall(joined)
        same: dict[str, str] = {}
        self._words: list[str] = list(map(same.setdefault, words, words))
        self._borders = array("l", compress(count(), map(eq, words, repeat(BORDER))))
        same.pop(BORDER)
        self.distinct = tuple(same)

    @cached_property
    def capitalised(self) -> tuple[str, ...]:
        """Those of the different words that have more than a capital at their beginning.

        No numbers, and no words in small letters: what is left are few.
        """
        return tuple(
            word
            for word in self.distinct
            if not (word[1:].islower() or word.isdecimal() or word.islower())
        )

    def of_first(self, texts: int) -> tuple[str, ...]:
        """Return the different words of some texts at the beginning, as they stand first."""
        if texts + 1 == len(self._borders):
            return self.distinct
        words = dict.fromkeys(self._words[: self._borders[texts]])
        words.pop(BORDER, None)
        return tuple(words)

    def places(self, words: Collection[str]) -> list[int]:
        """Return the numbers of the texts that have at least one of some words."""
        return list(dict.fromkeys(number for _, number in self.standing(words)))

    def standing(self, words: Collection[str]) -> Iterator[tuple[str, int]]:
        """Yield some words each time that they stand somewhere, with the number of the text."""
        wanted = frozenset(words)
        for at in compress(count(), map(wanted.__contains__, self._words)):
            yield self._words[at], self._number(at)

    def pairs(
        self, first: Collection[str], second: Collection[str]
    ) -> Iterator[tuple[str, str, int]]:
        """Yield words of two kinds that follow each other, with the number of their text.

        Args:
            first: The words that may be the first of two; a set.
            second: The words that may be the second; a set.
        """
        words = self._words
        rarer = first if len(first) <= len(second) else second
        # Before the first word and behind the last one stands a border.
        for place in compress(count(), map(rarer.__contains__, words)):
            at = place if rarer is first else place - 1
            if words[at] in first and words[at + 1] in second:
                yield words[at], words[at + 1], self._number(at)

    def last(self, words: Collection[str]) -> list[int]:
        """Return the numbers of the texts whose last word is one of some, in small letters."""
        ends = enumerate(self._borders[1:])
        return [number for number, end in ends if self._words[end - 1].lower() in words]

    def repeated(self) -> list[int]:
        """Return the numbers of the texts in which a word follows itself in any letters."""
        folded = dict(zip(self.distinct, map(str.lower, self.distinct), strict=True))
        words = list(map(folded.get, self._words))
        found = compress(count(), map(eq, words, islice(words, 1, None)))
        return list(dict.fromkeys(map(self._number, found)))

    def _number(self, at: int) -> int:
        return bisect_right(self._borders, at) - 1


class Vocabulary:
    """The different words of texts, to tell quickly what stands nowhere in them."""

    def __init__(self, words: Iterable[str]) -> None:
        """Keep words.

        Args:
            words: The words.
        """
        self._words = frozenset(words)
        self._joined = " ".join(self._words)

    def folded(self) -> Vocabulary:
        """Return the words in small letters."""
        return Vocabulary(_WORD.findall(self._joined.lower()))

    def bare(self) -> Vocabulary:
        """Return the words with «е» for «ё»."""
        return Vocabulary(self._joined.replace("ё", "е").split(" "))

    def may_hold(self, mark: str) -> bool:
        """Tell whether texts of these words may hold a mark: a letter, part of a word, words."""
        for word, whole in _words_in(mark):
            if word not in (self._words if whole else self._joined):
                return False
        return True


@lru_cache(maxsize=4096)  # nearly all marks stand in the code of rules
def _words_in(mark: str) -> tuple[tuple[str, bool], ...]:
    """Return the words of a mark, each with whether it is a whole one."""
    found = _WORD.finditer(mark)
    return tuple((one[0], one.start() > 0 and one.end() < len(mark)) for one in found)
