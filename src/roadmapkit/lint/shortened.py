"""Words of a text that are abbreviations: in capitals, but not for loudness."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from roadmapkit.lazily import dataclass, regex
from roadmapkit.resolve.parties.abbreviations import is_abbreviation
from roadmapkit.resolve.parties.names import is_surname_like
from roadmapkit.resources import listing

__all__ = ["SHORTENED", "ShortenedWord", "may_be_shortened", "shortened_words"]

SHORTENED = r"(?<![\w.])[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ][А-ЯЁа-яё]*(?!\w)"
"""A word with two capitals at least."""

_WORD = regex(SHORTENED)
_INSIDE = regex("[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ]")
_ENDED = regex(r"([А-ЯЁ]{2,}|[А-ЯЁ][А-ЯЁа-яё]+[А-ЯЁ])(?:ов|ам|ами|ах|ей|ом|ы|и|а|у|е)")
_ROMAN = regex("[ХХIVМСЛ]+")
_VOWELS = regex("[АЕЁИОУЫЭЮЯЬ]")
_BEFORE = regex(r"([А-ЯЁ][а-яё]+)\s$")
_LOUD = 5
_LOUD_ALONE = 7
_LOUD_VOWELS = 0.3


@cache
def _words() -> frozenset[str]:
    """Return the short words that loud headings hold and nobody uses as an abbreviation."""
    text = listing(__file__, "data/capital_words.txt")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class ShortenedWord:
    """An abbreviation in a text.

    Attributes:
        base: The abbreviation without an ending: «КИМ» of «КИМов».
        start: Its first character.
        end: The one after its last.
        named: It is the whole of a name in quotation marks.
    """

    base: str
    start: int
    end: int
    named: bool


def may_be_shortened(word: str) -> bool:
    """Tell whether a word, parts with hyphens and all, may be an abbreviation or hold one."""
    return not (word.islower() or word[1:].islower()) and _INSIDE.search(word) is not None


def shortened_words(text: str, known: Callable[[str], bool]) -> Iterator[ShortenedWord]:
    """Yield the abbreviations of a text; none of words that are written in capitals to be loud.

    Args:
        text: The text.
        known: Tells a well-known abbreviation, which is no loud word.
    """
    matches = list(_WORD.finditer(text))
    loud = [_may_be_loud(match[0], known) for match in matches]
    for index, match in enumerate(matches):
        word = match[0]
        if not is_abbreviation(word) or word in _words() or _ROMAN.fullmatch(word):
            continue
        beside = any(
            loud[other] and _side_by_side(text, *sorted((match, matches[other]), key=_start))
            for other in (index - 1, index + 1)
            if 0 <= other < len(matches)
        )
        alone = loud[index] and len(word) >= _LOUD_ALONE
        if beside or alone or _are_initials(text, match):
            continue
        ended = None if known(word) else _ENDED.fullmatch(word)
        named = text[match.start() - 1 : match.start()] in {"«", '"', "„"} and (
            text[match.end() : match.end() + 1] in {"»", '"', "“"}
        )
        yield ShortenedWord(ended[1] if ended else word, match.start(), match.end(), named)


def _start(match: re.Match[str]) -> int:
    return match.start()


def _may_be_loud(word: str, known: Callable[[str], bool]) -> bool:
    """Tell whether a word in capitals is as long and as easy to say as a word of the language."""
    if word in _words():
        return True
    if len(word) < _LOUD or not word.isupper() or known(word):
        return False
    return len(_VOWELS.findall(word)) / len(word) >= _LOUD_VOWELS


def _side_by_side(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    return not text[one.end() : two.start()].strip(" -–—,\n")


def _are_initials(text: str, match: re.Match[str]) -> bool:
    """Tell whether two capitals are initials without full stops: «Иванова СВ»."""
    if len(match[0]) != 2:
        return False
    before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    return before is not None and is_surname_like(before[1].lower())
