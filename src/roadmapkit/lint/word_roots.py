"""Beginnings of words that all their forms share, for telling what says the same."""

from __future__ import annotations

from functools import lru_cache

from roadmapkit.lazily import regex

__all__ = ["word_roots"]

_WORD = regex(r"[А-Яа-яЁё]+|\d+")
_SHORT = 3
_ROOT = 5
_PERFECTIVE = regex(r"^с(?=форм|конс|корр|дела)")
_ENDING = regex(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ьми|иях|ах|ях|ам|ям|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю"
    r"|ом|ем|ым|им|ых|их|ия|ии|ию|[аеиоуыэюяйьъ])$"
)
_EMPTY = regex(
    r"для|при|под|над|без|про|как|что|это|его|или|том|так|также|всех|все|они|где|тот|той|чем"
    r"|был|были|будет|далее|числе|иные|иных|другие|других"
)
"""Words that say nothing of the thing itself."""


@lru_cache(maxsize=16384)  # several rules ask for the words of one title
def word_roots(text: str) -> tuple[str, ...]:
    """Return what «проведение семинара» and «проведён семинар» share, word by word, in order.

    Words shorter than three letters and those that only join others are left out; figures
    stay as they are. No dictionary is asked: forms of one word begin alike, and a text of a
    dozen words is told by all of them together.
    """
    return tuple([root for word in _WORD.findall(text) if (root := _root(word))])


@lru_cache(maxsize=32768)  # the words of a language, of which a plan has some thousands
def _root(word: str) -> str:
    """Return the root of a word, empty for one that says nothing."""
    if word.isdecimal():
        return word
    folded = word.casefold().replace("ё", "е")
    if len(folded) < _SHORT or _EMPTY.fullmatch(folded):
        return ""
    plain = _PERFECTIVE.sub("", folded)
    stem = _ENDING.sub("", plain)
    return (stem if len(stem) >= _SHORT else plain)[:_ROOT]
