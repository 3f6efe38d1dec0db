"""Groups of letters that no Russian word has: a cheap sign of a slip, without a dictionary.

Three in four slips of the pen («обсужддается») make a group of four letters that no form of
any word of the dictionary has. The file is written by ``tools/letter_groups.py``.
"""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from functools import cache, lru_cache

from roadmapkit.resources import listing

__all__ = ["DATA", "SIZE", "file_text", "is_unheard", "number_of"]

DATA = "letter_groups.txt"
"""Name of the file: a bit for each group of four, compressed, in letters of ASCII."""

_HEAD = (
    "# A bit for each group of four letters of Russian words: zlib, base64. "
    "Written by tools/letter_groups.py.\n"
)
_WIDTH = 96

_ALPHABET = "^$абвгдежзийклмнопрстуфхцчшщъыьэюя"
_PLACES = {letter: place for place, letter in enumerate(_ALPHABET)}
_LENGTH = 4
_GROUPS = len(_ALPHABET) ** _LENGTH
SIZE = _GROUPS // 8 + 1
"""Bytes of the file when it is unpacked."""


def number_of(group: str) -> int:
    """Return the number of a group of letters; ``^`` begins a word and ``$`` ends it."""
    number = 0
    for letter in group:
        number = number * len(_ALPHABET) + _PLACES[letter]
    return number


def file_text(bits: bytes) -> str:
    """Return what the file holds for a bit of each group."""
    letters = b64encode(zlib.compress(bits, 9)).decode("ascii")
    lines = (letters[place : place + _WIDTH] for place in range(0, len(letters), _WIDTH))
    return _HEAD + "".join(f"{line}\n" for line in lines)


@cache
def _groups() -> bytes:
    text = listing(__file__, f"data/{DATA}")
    return zlib.decompress(b64decode(text.partition("\n")[2]))


@lru_cache(maxsize=16384)  # documents of one trade share most of their words
def is_unheard(word: str) -> bool:
    """Tell whether a word in small letters has a group of letters that no known word has."""
    groups = _groups()
    edged = f"^{word.replace('ё', 'е')}$"
    number = number_of(edged[: _LENGTH - 1])
    for letter in edged[_LENGTH - 1 :]:
        number = (number * len(_ALPHABET) + _PLACES[letter]) % _GROUPS
        if not groups[number >> 3] >> (number & 7) & 1:
            return True
    return False
