"""What an author meant by a word that is not on the list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from roadmapkit.lazily import regex
from roadmapkit.source.keys import to_latin

__all__ = ["suggest"]

# One key of the keyboard in the Russian and in the English layout.
_RUSSIAN_LAYOUT = "йцукенгшщзхъфывапролджэячсмитьбю"
_ENGLISH_LAYOUT = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_TO_ENGLISH = str.maketrans(_RUSSIAN_LAYOUT, _ENGLISH_LAYOUT)
_TO_RUSSIAN = str.maketrans(_ENGLISH_LAYOUT, _RUSSIAN_LAYOUT)
_TERM_END = regex(r"[,:;(«–.]")
_WORD = regex(r"[^\W\d_]+")


def suggest(word: str, choices: Mapping[str, str]) -> str | None:
    """Return the choice that *word* most likely stands for, or None.

    Forgiven are case, hyphens for underscores, letters of the other alphabet that look
    the same, the other keyboard layout, a letter or two, and a Russian term where the
    choice is an English one.

    Args:
        word: What the author wrote.
        choices: What there is, each with its Russian description, which may be empty.
    """
    by_spelling = {choice.casefold(): choice for choice in reversed(list(choices))}
    written = word.strip().casefold()
    spellings = (
        written,
        re.sub(r"[\s-]+", "_", written),
        to_latin(written),
        written.translate(_TO_ENGLISH),
        written.translate(_TO_RUSSIAN),
    )
    for spelling in spellings:
        if spelling in by_spelling:
            return by_spelling[spelling]
    near = next(
        filter(None, (get_close_matches(one, by_spelling, 1, 0.7) for one in spellings[:3])), None
    )
    return by_spelling[near[0]] if near else _by_description(written, choices)


def _by_description(written: str, choices: Mapping[str, str]) -> str | None:
    """Return the one choice whose description begins with the term *written*."""
    if len(written) < 3:
        return None
    terms: dict[str, list[str]] = {}
    for choice, description in choices.items():
        for part in description.split(","):
            term = _TERM_END.split(part, maxsplit=1)[0].strip().casefold()
            for name in dict.fromkeys((term, *_WORD.findall(term))):
                terms.setdefault(name, []).append(choice)
    for name in (written, *get_close_matches(written, terms, 1, 0.85)):
        if len(terms.get(name, ())) == 1:
            return terms[name][0]
    return None
