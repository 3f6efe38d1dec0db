"""Where the characters of a value stand in its file, whatever its quoting and folding."""

from __future__ import annotations

from roadmapkit.diagnostics import Span
from roadmapkit.source.document import Origin

__all__ = ["character_places", "span_within"]

_BLOCK = ("|", ">")
_QUOTES = frozenset("'\"")
_ESCAPES = {"'": "''", '"': "\\"}
"""What stands before a character that would otherwise end the quoted text, by the quotes."""


def character_places(origin: Origin) -> tuple[int, ...] | None:
    """Return the place in the file of every character of a text.

    A space stands behind the character before it, for folding may have made it of a line
    end.

    Args:
        origin: The text.

    Returns:
        One place for each character, counted in characters of the file; None where the text
        is written in escapes that stand for other characters.
    """
    value = origin.document.value(origin.path)
    if not isinstance(value, str):
        return None
    text = origin.document.source.text
    place, end = origin.document.extent(origin.path)
    quote = text[place] if text[place : place + 1] in _QUOTES else ""
    if quote:
        place, end = place + 1, end - 1
    elif text.startswith(_BLOCK, place):
        place = text.find("\n", place, end) + 1
    escape = _ESCAPES.get(quote, "")
    places: list[int] = []
    for character in value:
        if not character.isspace():
            while place < end and text[place].isspace():
                place += 1
            if escape and text.startswith(escape, place, end):
                place += 1
            if place >= end or text[place] != character:
                return None
        places.append(min(place, end - 1))
        place += not character.isspace()
    return tuple(places)


def span_within(origin: Origin, start: int, end: int) -> Span:
    """Return the place of a part of a text, or of the whole where the part cannot be told.

    Args:
        origin: The text.
        start: Its first character, counted in characters of the value.
        end: The one after its last.
    """
    places = character_places(origin)
    if places is None or not 0 <= start < end <= len(places):
        return origin.span
    return origin.document.source.span(places[start], places[end - 1] + 1)
