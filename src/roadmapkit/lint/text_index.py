"""Which texts hold a mark or show a sign: found in all of them at once, not text by text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from copy import copy
from functools import cache, cached_property, lru_cache
from itertools import accumulate

from roadmapkit.lint.text_words import BORDER, TextWords, Vocabulary

__all__ = ["TextIndex"]

_INSTEAD = "\x01"
"""What stands for a border that a text itself holds, as it can in quotation marks of YAML."""

_SHORT = 10_000
"""Letters of texts that are looked at one by one in less time than a pattern is compiled."""

_SELDOM = 8
"""Short workspaces, one after another, after which their patterns are worth compiling."""

_compiled = cache(re.compile)
_asked: Counter[tuple[str, ...]] = Counter()
"""How often signs were asked for in short texts; as many as there are in the code of rules."""


@lru_cache(maxsize=4096)  # nearly all marks stand in the code of rules
def _signs_in(mark: str) -> tuple[str, ...]:
    """Return the characters of a mark that are no letters or figures."""
    return tuple({sign: None for sign in mark if not sign.isalnum()})


class TextIndex:
    """Different texts, one behind the other in one string with a border around each.

    A rule about something that stands nowhere, which is most rules on most documents, then costs
    one search instead of a turn of a loop for each text. What is found are texts to be looked
    at: where signs are searched, some of them may hold nothing.
    """

    def __init__(self, texts: Sequence[str], written: Sequence[str] = ()) -> None:
        """Keep texts.

        Args:
            texts: The texts, in the order in which they are given back.
            written: What is looked at for each of them where that is something else: the same
                in small letters, or without its addresses.
        """
        self.texts = texts
        written = written or texts
        self._joined = BORDER.join(("", *written, ""))
        if self._joined.count(BORDER) > len(texts) + 1:
            plain = (text.replace(BORDER, _INSTEAD) for text in written)
            self._joined = BORDER.join(("", *plain, ""))
        ends = accumulate((len(text) + len(BORDER) for text in written), initial=len(BORDER))
        self._starts = array("l", ends)
        self._places: dict[str, Sequence[int]] = {}
        self._signs: dict[str, bool] = {}

    @cached_property
    def words(self) -> TextWords:
        """The words of the texts."""
        return TextWords(self._joined)

    @cached_property
    def folded(self) -> TextIndex:
        """The same texts in small letters."""
        joined = self._joined.lower()
        if len(joined) == len(self._joined):
            # Each small letter stands where its capital stood, and so do the borders.
            folded = self._reading(joined)
        else:
            written = [self._written(at).lower() for at in range(len(self.texts))]
            folded = TextIndex(self.texts, written)
        folded._vocabulary = self._vocabulary.folded()
        return folded

    @cached_property
    def bare(self) -> TextIndex:
        """The same texts in small letters, «ё» written as «е»."""
        bare = self.folded._reading(self.folded._joined.replace("ё", "е"))
        bare._vocabulary = self.folded._vocabulary.bare()
        return bare

    def _reading(self, joined: str) -> TextIndex:
        """Return an index of the same texts in which each character is replaced by one."""
        other = copy(self)
        other._joined, other._places, other._signs = joined, {}, {}
        for made in ("words", "folded", "bare", "_vocabulary"):
            vars(other).pop(made, None)
        return other

    def holding(self, *marks: str) -> list[str]:
        """Return the texts that hold at least one of some marks, in their order."""
        return self._given(self._holding(marks))

    def showing(self, signs: Sequence[str], marks: Sequence[str] = ()) -> list[str]:
        """Return the texts in which one of some patterns may be found, in their order.

        Args:
            signs: The patterns. One that begins with a letter or a mark, and looks back at what
                stands before it, is found in a tenth of the time of another one. There is no
                ``^`` and no ``$``: before and behind a text stands a character that is neither
                a letter nor a space.
            marks: What a text holds one of at least, if any are given. They are enough where
                the texts are so short that no pattern need be compiled to look at fewer.
        """
        if marks:
            if not signs or self._is_short_for(tuple(signs)):
                return self.holding(*marks)
            if not any(map(self._may_hold, marks)):
                return []
        found = {number for sign in signs for number in self._search(_compiled(sign))}
        return [
            self.texts[number]
            for number in sorted(found)
            if not marks or any(mark in self._written(number) for mark in marks)
        ]

    def matching(self, pattern: re.Pattern[str]) -> list[str]:
        r"""Return the texts in which a pattern may match, in their order.

        Args:
            pattern: No more than what tells the texts worth a look: it does not see the end of a
                text, and what it may run over to the next one is found too. ``\\x00`` stands for
                the beginning.
        """
        return self._given(self._matching(pattern))

    def with_words(self, words: Collection[str]) -> list[str]:
        """Return the texts that have at least one of some words, in their order."""
        return self._given(self.words.places(words)) if words else []

    def ending_with(self, words: Collection[str]) -> list[str]:
        """Return the texts whose last word is one of some, given in small letters."""
        return self._given(self.words.last(words))

    def with_repeated_word(self) -> list[str]:
        """Return the texts in which a word follows itself, in whatever letters."""
        return self._given(self.words.repeated())

    def with_pair(
        self,
        first: Collection[str],
        second: Collection[str],
        wrong: Callable[[str, str], bool] = lambda one, two: True,
    ) -> list[str]:
        """Return the texts in which some words follow some others, with whatever between them.

        Args:
            first: The words that may be the first of two; a set.
            second: The words that may be the second; a set.
            wrong: Judges two of them, each pair once.
        """
        judged = cache(wrong)
        pairs = self.words.pairs(first, second) if first and second else ()
        found = (number for one, two, number in pairs if judged(one, two))
        return self._given(dict.fromkeys(found))

    def _given(self, numbers: Iterable[int]) -> list[str]:
        return [self.texts[number] for number in numbers]

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.words.distinct)

    def _written(self, number: int) -> str:
        return self._joined[self._starts[number] : self._starts[number + 1] - len(BORDER)]

    def _may_hold(self, mark: str) -> bool:
        """Tell whether all letters of a mark stand somewhere, which is found in no time."""
        for sign in _signs_in(mark):
            if sign not in self._signs:
                self._signs[sign] = sign in self._joined
            if not self._signs[sign]:
                return False
        return self._vocabulary.may_hold(mark)

    def _holding(self, marks: Sequence[str]) -> Iterable[int]:
        if len(marks) == 1:
            return self._of(marks[0])
        found: set[int] = set()
        for mark in marks:
            found.update(self._of(mark))
        return sorted(found)

    def _of(self, mark: str) -> Sequence[int]:
        """Return the numbers of the texts that hold a mark; found once."""
        found = self._places.get(mark)
        if found is None:
            found = tuple(self._find(mark)) if self._may_hold(mark) else ()
            self._places[mark] = found
        return found

    def _find(self, mark: str) -> Iterator[int]:
        at = self._joined.find(mark)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._joined.find(mark, self._starts[number + 1])

    def _is_short_for(self, signs: tuple[str, ...]) -> bool:
        """Tell whether compiling signs would take longer than looking at each text."""
        if len(self._joined) >= _SHORT:
            return False
        _asked[signs] += 1
        return _asked[signs] <= _SELDOM

    def _search(self, sign: re.Pattern[str]) -> Iterator[int]:
        match = sign.search(self._joined, len(BORDER))
        while match and match.start() < self._starts[-1]:
            number = bisect_right(self._starts, match.start()) - 1
            yield number
            match = sign.search(self._joined, self._starts[number + 1])

    def _matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        match = pattern.search(self._joined)
        while match:
            start = match.start() + (self._joined[match.start()] == BORDER)
            if start >= self._starts[-1]:
                return
            number = bisect_right(self._starts, start) - 1
            yield number
            match = pattern.search(self._joined, self._starts[number + 1] - len(BORDER))
