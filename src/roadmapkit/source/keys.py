"""Keys whose characters are not what they look like: invisible, borrowed, or quotes from Word."""

from __future__ import annotations

import unicodedata

from roadmapkit.diagnostics import Message
from roadmapkit.lazily import dataclass, regex

__all__ = ["KeyFault", "inspect_key", "to_latin"]

_USUAL_KEY = regex(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_WORD = regex(r"[^\W\d_]+")
# Spaces that YAML does not take for spaces, and characters without any width.
_SPACES = "\u00a0\u2007\u202f\u2009\u3000"
_INVISIBLE = regex("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTED_NAME = regex("[«“”„‟‘’‚‛″′]([A-Za-z][A-Za-z0-9_-]*)[»“”„‟‘’‚‛″′]\\Z")

_LATIN = "aceopxyiskABCEHKMOPTXYIS"
_CYRILLIC = "асеорхуіѕкАВСЕНКМОРТХУІЅ"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)


@dataclass(frozen=True, slots=True)
class KeyFault:
    """What is wrong with a key, and the key that was meant."""

    meant: str
    message: Message
    hint: Message


def to_latin(text: str) -> str:
    """Return *text* with Cyrillic letters that look like Latin ones replaced by those."""
    return text.translate(_TO_LATIN)


def inspect_key(key: str) -> KeyFault | None:
    """Return what is deceptive about *key*, or None.

    A key of another language is no fault. A word that mixes two alphabets is one
    only if all the letters of one of them look like letters of the other.
    """
    if _USUAL_KEY.match(key):
        return None
    return _quoted(key) or _invisible(key) or _mixed(key)


def _quoted(key: str) -> KeyFault | None:
    match = _QUOTED_NAME.match(key)
    if match is None:
        return None
    return KeyFault(
        match[1],
        Message("The quotation marks around the key {key} are typographic ones", key=key),
        Message("Write the key without quotation marks: {meant}", meant=match[1]),
    )


def _invisible(key: str) -> KeyFault | None:
    hidden = _INVISIBLE.search(key)
    meant = _INVISIBLE.sub("", key).strip(_SPACES + " ")
    char = hidden[0] if hidden else next((c for c in key[:1] + key[-1:] if c in _SPACES), "")
    if not char:
        return None
    return KeyFault(
        meant,
        Message(
            "The key {meant!r} holds a character that cannot be seen: {character}",
            meant=meant,
            character=f"U+{ord(char):04X} {unicodedata.name(char)}",
        ),
        Message("Delete the key and its surroundings and type it again"),
    )


def _mixed(key: str) -> KeyFault | None:
    meant = _WORD.sub(lambda match: _one_alphabet(match[0]), key)
    if meant == key:
        return None
    strange = next(char for char, right in zip(key, meant, strict=True) if char != right)
    return KeyFault(
        meant,
        Message(
            "The key {key!r} mixes two alphabets: {letter!r} is {character}",
            key=key,
            letter=strange,
            character=Message("a Latin letter")
            if strange.isascii()
            else Message("a Cyrillic letter"),
        ),
        Message("Type the key again with one keyboard layout: {meant}", meant=meant),
    )


def _one_alphabet(word: str) -> str:
    """Return *word* in one alphabet if its foreign letters only look the part."""
    latin = [char for char in word if char.isascii()]
    other = [char for char in word if not char.isascii()]
    if not latin or not other:
        return word
    candidates = sorted((word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)))
    whole = [text for text in candidates if text.isascii() or not any(map(str.isascii, text))]
    if len(whole) == 2:
        # Every letter could be either: the alphabet that most of them have is meant.
        return whole[0] if len(latin) >= len(other) else whole[1]
    return whole[0] if whole else word
