"""Beginnings of words in their dictionary forms, for telling what says the same."""

from __future__ import annotations

from functools import cache

from roadmapkit.lazily import regex

__all__ = ["may_repeat", "word_roots"]

_WORD = regex(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_SHORT = 3
_ROOT = 5
_PERFECTIVE = regex(r"^с(?=форм|конс|корр)")


def word_roots(text: str) -> frozenset[str]:
    """Return what «проведение семинара» and «проведён семинар» share, word by word.

    Words shorter than three letters are left out. The dictionary is loaded with the first
    call.
    """
    return frozenset(_root(word.casefold()) for word in _WORD.findall(text) if len(word) >= _SHORT)


def may_repeat(text: str, other: str) -> bool:
    """Tell whether every word of a text begins like some word of another one.

    It asks no dictionary, and lets by whatever :func:`word_roots` would.
    """
    begun = {_begun(word) for word in _WORD.findall(other)}
    return all(_begun(word) in begun for word in _WORD.findall(text) if len(word) >= _SHORT)


def _begun(word: str) -> str:
    return _PERFECTIVE.sub("", word.casefold().replace("ё", "е"))[:_SHORT]


@cache
def _root(word: str) -> str:
    from roadmapkit.language.morphology import russian  # takes a dictionary

    readings = russian().readings(word)
    lemma = readings[0].lemma.replace("ё", "е") if readings else word
    return _PERFECTIVE.sub("", lemma)[:_ROOT]
