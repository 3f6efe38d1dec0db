"""Latin letters that look like Cyrillic ones, and the finding about a word that mixes them."""

from __future__ import annotations

from collections.abc import Iterable

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.resolve import party_codes as codes

__all__ = ["LOOKALIKES", "cyrillic", "mixed_letters"]

LOOKALIKES = dict(zip("AaBCcEeHKkMOoPpTXxYy", "АаВСсЕеНКкМОоРрТХхУу", strict=True))
"""The Cyrillic letter for each Latin one that looks like it."""

_TABLE = str.maketrans(LOOKALIKES)


def cyrillic(word: str) -> str:
    """Return a word with the Latin letters replaced by the Cyrillic ones that look alike."""
    return word.translate(_TABLE)


def mixed_letters(word: str, text: str, letters: Iterable[str], span: Span | None) -> Diagnostic:
    """Return the finding that a Cyrillic word of a text has Latin letters.

    Args:
        word: The word.
        text: What it stands in.
        letters: Its Latin letters, of which each is told once.
        span: Where the text stands.
    """
    return codes.MIXED_LETTERS.at(
        span,
        Message(
            "The word {word!r} in {text!r} has Latin letters: {letters}",
            word=word,
            text=text,
            letters=", ".join(dict.fromkeys(letters)),
        ),
        hint=Message("Type it with Cyrillic letters: {word}", word=cyrillic(word)),
    )
