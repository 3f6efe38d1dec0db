"""Which words documents write with a small letter, by their roots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from itertools import pairwise

from roadmapkit.lazily import regex
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES

__all__ = ["root_of", "small_pairs", "small_words"]

_SMALL = regex(r"[а-яё]+(?:-[а-яё]+)*")
_SMALL_OR_BETWEEN = regex(r"[а-яё]+(?:-[а-яё]+)*|[^а-яё ]+")
_ROOT = 5


def root_of(word: str) -> str:
    """Return what the forms of a word in small letters have in common."""
    return word.replace("ё", "е")[: max(_ROOT, len(word) - 3)][:8]


def small_words(subject: Subject, roots: Set[str]) -> Counter[str]:
    """Return how often words of some roots stand with a small letter, short words not counted.

    Args:
        subject: The documents.
        roots: The roots, as :func:`root_of` returns them.
    """
    rooted = {word: _roots_in(word, roots) for word in subject.words} if roots else {}
    wanted = {word for word, found in rooted.items() if found}
    times: dict[int, int] = {}
    small: Counter[str] = Counter()
    for word, number in subject.index.words.standing(wanted) if wanted else ():
        if number not in times:
            printed = subject.printing([subject.index.texts[number]])
            times[number] = sum(text.role not in LINES for text in printed)
        for root in rooted[word]:
            small[root] += times[number]
    return small


def small_pairs(subject: Subject, pairs: Set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return which pairs of roots stand side by side, both words with a small letter.

    Args:
        subject: The documents.
        pairs: The pairs that are asked for.
    """
    found: set[tuple[str, str]] = set()
    first, second = {one for one, _ in pairs}, {two for _, two in pairs}
    runs = {word: _SMALL.findall(word) for word in subject.words} if pairs else {}
    held = subject.index.with_pair(
        {word for word, small in runs.items() if small and root_of(small[-1]) in first},
        {word for word, small in runs.items() if small and root_of(small[0]) in second},
    )
    for text in subject.printing(held):
        if text.role not in LINES:
            words = map(root_of, _SMALL_OR_BETWEEN.findall(text.text))
            found.update(pair for pair in pairwise(words) if pair in pairs)
    return found


def _roots_in(word: str, roots: Set[str]) -> list[str]:
    """Return the roots among some of the parts of a word that are in small letters."""
    small = (part for part in _SMALL.findall(word) if len(part) >= _ROOT)
    return [root for root in map(root_of, small) if root in roots]
