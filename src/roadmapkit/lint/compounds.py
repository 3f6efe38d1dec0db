"""Words of two parts with a hyphen, and the ones that were torn apart by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from roadmapkit.lazily import regex
from roadmapkit.lint.subject import Subject
from roadmapkit.resources import listing

__all__ = ["closed_compounds", "torn_compounds", "written_closed"]

_SPACED = regex(r"(?<![\w-])([а-яё]{3,})([ ][-–—][ ])([а-яё]{3,})(?![\w-])", re.I)
_CLOSED = regex(r"(?<![\w-])([А-Яа-яЁё]{3,})-([А-Яа-яЁё]{3,})(?![\w-])")
_ADJECTIVE = regex(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ую|ых|их|ым|им|ыми|ими)$")
_SIGNS = (" - ", " – ", " — ")
_MONTH = regex(r"янв|фев|мар|апр|ма[йя]|июн|июл|авг|сент|окт|нояб|дек", re.I)
_FIRST, _SECOND = 5, 6

Compound = tuple[str, str]


@cache
def _first_parts() -> frozenset[str]:
    """Return the first parts of compound adjectives that are usual in the field."""
    text = listing(__file__, "data/compound_parts.txt")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def closed_compounds(texts: Iterable[str]) -> set[Compound]:
    """Return the words that texts write with a hyphen, by the beginnings of their parts."""
    return {
        _key(match[1], match[2])
        for text in texts
        if "-" in text
        for match in _CLOSED.finditer(text)
        if not _MONTH.match(match[1])
    }


def written_closed(subject: Subject) -> set[Compound]:
    """Return the words that all documents write with a hyphen, by the beginnings of their parts.

    None are returned where no text has a dash with spaces, and so nothing can be torn.
    """
    return closed_compounds(subject.index.words.distinct) if subject.holding(*_SIGNS) else set()


def torn_compounds(text: str, closed: set[Compound]) -> Iterator[tuple[int, int]]:
    """Yield the dashes with spaces that stand inside one word.

    Args:
        text: The text.
        closed: What the documents write with a hyphen elsewhere.
    """
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _SPACED.finditer(text):
        first, second = match[1].casefold(), match[3].casefold()
        parts = {first, first[:-1] + "о"} & _first_parts()
        if (parts and _ADJECTIVE.search(second)) or _key(first, second) in closed:
            yield match.span(2)


def _key(first: str, second: str) -> Compound:
    return first.casefold()[:_FIRST], second.casefold()[:_SECOND]
