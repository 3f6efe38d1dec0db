"""Slips in the spelling of a cell: Latin letters, words cut at the end of a line, misprints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from roadmapkit.lazily import regex
from roadmapkit.resolve.parties.lookalikes import LOOKALIKES, cyrillic
from roadmapkit.resolve.parties.words import (
    Reading,
    fold,
    noun_forms,
    noun_readings,
)

__all__ = ["latin_in_words", "near_noun_readings", "to_cyrillic", "whole_word"]

_WORD = regex(r"[^\W\d_]+")
_CYRILLIC = regex(r"[А-Яа-яЁё]")
_ONLY_LOOKALIKES = regex(rf"(?!X+$)[{''.join(filter(str.isupper, LOOKALIKES))}]+")
_CUT = regex(r"([-‑\u00ad])?[ \t]*\n[ \t]*|\u00ad")
_SHORTEST = 7
_SCIENCE = regex(r"и(?:[ияюй]|ей)$")


def to_cyrillic(text: str) -> str:
    """Return *text*, as long as it was, with Latin letters typed for Cyrillic ones replaced.

    They are those in a word with Cyrillic letters, and capitals that make a whole word,
    as in «OO», where every one of them looks like a Cyrillic letter.
    """
    return _WORD.sub(lambda match: _corrected(match.group()), text)


def _corrected(word: str) -> str:
    mixed = _CYRILLIC.search(word) is not None
    return cyrillic(word) if mixed or _ONLY_LOOKALIKES.fullmatch(word) else word


def latin_in_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word that :func:`to_cyrillic` corrects, with the Latin letters in it."""
    for match in _WORD.finditer(text):
        word = match.group()
        if _corrected(word) != word:
            yield word, "".join(letter for letter in word if letter in LOOKALIKES)


def whole_word(text: str) -> str:
    """Return a word that is cut at the end of a line, «образова-⏎тельные», as one.

    The hyphen of a compound, «учебно-⏎методический», stays.
    """
    if "\n" not in text and "\u00ad" not in text:
        return text
    first, *rest = _CUT.split(text)[::2]
    joined = first
    for part in rest:
        compound = noun_readings(fold(joined)) or joined.endswith(("о", "е"))
        known = noun_readings(fold(joined + part))
        joined += part if known or not compound else f"-{part}"
    return joined


@cache
def _by_shorter(last: str) -> dict[str, tuple[str, ...]]:
    """Return the known nouns by themselves and by what is left of them without a letter.

    Args:
        last: The letter that they end in, since a small workspace asks for a few words only.
    """
    found: dict[str, dict[str, None]] = {}
    for form in noun_forms():
        if len(form) >= _SHORTEST and form.endswith(last):
            for shorter in (form, *_without_a_letter(form)):
                found.setdefault(shorter, {})[form] = None
    return {shorter: tuple(forms) for shorter, forms in found.items()}


def _without_a_letter(word: str) -> Iterator[str]:
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def near_noun_readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of the one known head noun that a folded word misspells.

    One letter may be missing, superfluous, wrong, or two exchanged, but not in the ending,
    which tells «психологии» from «психологи».
    """
    if len(word) < _SHORTEST - 1:
        return ()
    index, science = _by_shorter(word[-1]), bool(_SCIENCE.search(word))
    near: dict[str, None] = {}
    for shorter in (word, *_without_a_letter(word)):
        for form in index.get(shorter, ()):
            if bool(_SCIENCE.search(form)) == science and _differs_once(form, word):
                near[form] = None
    lemmas = {reading.lemma for form in near for reading in noun_readings(form)}
    if len(lemmas) != 1:
        return ()
    return tuple(reading for form in near for reading in noun_readings(form))


def _differs_once(first: str, second: str) -> bool:
    """Return whether two words differ by one letter or by the order of two neighbours."""
    if len(first) != len(second):
        return True  # found by leaving one letter out
    places = [
        index for index, pair in enumerate(zip(first, second, strict=True)) if len(set(pair)) > 1
    ]
    if len(places) == 1:
        return True
    exchanged = len(places) == 2 and places[1] - places[0] == 1
    return exchanged and first[places[0]] == second[places[1]]
