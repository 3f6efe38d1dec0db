"""Words compared without their endings: «августовского совещания» is «августовское совещание»."""

from __future__ import annotations

from roadmapkit.lazily import regex

__all__ = ["Word", "stem", "words_of"]

_PIECES = regex(r"\d+(?:\.\d+)+|[^\W_]+|[,;]")
# The longest first.
_ENDINGS = (
    "иями", "ьями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "ией", "ием", "иях",
    "иям", "ах", "ях", "ов", "ев", "ей", "ой", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие",
    "ую", "юю", "ом", "ем", "ам", "ям", "ию", "ия", "ии", "ью", "ья", "ье", "а", "я", "о", "е",
    "ы", "и", "у", "ю", "ь", "й",
)  # fmt: skip
_SHORTEST_STEM = 2
_FLEETING = regex(r"(?<=[^аеиоуыэюя])[ео](?=[^аеиоуыэюя]$)")

Word = str
"""A word without its ending, a number, or the comma between two events."""


def words_of(text: str) -> tuple[Word, ...]:
    """Return the stems of the words in *text*, commas among them."""
    return tuple(stem(piece) for piece in _PIECES.findall(text.lower().replace("ё", "е")))


def stem(word: str) -> Word:
    """Return *word*, in lower case without «ё», less its ending and a fleeting vowel.

    The same word in two cases has one stem; the stem itself need not be a word.
    """
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return _FLEETING.sub("", word)
