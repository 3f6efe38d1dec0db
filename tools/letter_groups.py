"""Writes which groups of four letters stand in Russian words, for the search for misspelt ones.

The words are those of the morphological dictionary of the project (pymorphy3-dicts-ru, made
from OpenCorpora), without names and abbreviations. It takes some minutes and is needed only
after a change of the alphabet or for another dictionary:

    python tools/letter_groups.py
"""

from __future__ import annotations

import re
from pathlib import Path

import pymorphy3

from roadmapkit.lint.letter_groups import DATA, SIZE, file_text, number_of

_ROOT = Path(__file__).resolve().parent.parent
_WORD = re.compile("[а-яё]+")
_LEFT_OUT = ("Surn", "Name", "Patr", "Geox", "Orgn", "Abbr")


def main() -> None:
    """Write the file of groups."""
    groups: set[str] = set()
    for word, tag, *_ in pymorphy3.MorphAnalyzer().iter_known_word_parses():
        if _WORD.fullmatch(word) and not any(mark in tag for mark in _LEFT_OUT):
            edged = f"^{word.replace('ё', 'е')}$"
            groups.update(edged[place : place + 4] for place in range(len(edged) - 3))
    bits = bytearray(SIZE)
    for group in sorted(groups):
        number = number_of(group)
        bits[number >> 3] |= 1 << (number & 7)
    target = _ROOT / "src" / "roadmapkit" / "lint" / "data" / DATA
    target.write_text(file_text(bytes(bits)), encoding="ascii")
    print(f"{len(groups)} groups, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
