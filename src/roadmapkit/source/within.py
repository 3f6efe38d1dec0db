"""Where the characters of a value stand in its file, whatever its quoting and folding."""

from __future__ import annotations

from roadmapkit.diagnostics import Edit, Span
from roadmapkit.source.document import Origin

__all__ = ["character_places", "edit_within", "span_within"]

_BLOCK = ("|", ">")
_QUOTES = frozenset("'\"")
_ESCAPES = {"'": "''", '"': "\\"}
"""What stands before a character that would otherwise end the quoted text, by the quotes."""

_UNSAFE = frozenset("'\"\\:#\n")
"""Characters that may mean something to YAML wherever they stand."""


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
        # A line end that folding made a space of stays before the place.
        place += not character.isspace() or text[place : place + 1] == character
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


def edit_within(
    origin: Origin, start: int, end: int, new: str, *, safe: bool = True
) -> tuple[Edit, ...]:
    """Return the edit that puts *new* in the place of a part of a text.

    Args:
        origin: The text.
        start: First character of the part, counted in characters of the value.
        end: The one after its last; the same as *start* puts *new* in.
        new: What stands there afterwards.
        safe: It changes no meaning.

    Returns:
        Nothing where the part cannot be told in the file, stands on several of its lines,
        or where *new* could mean something else to YAML.
    """
    places = character_places(origin)
    if places is None or _UNSAFE & set(new) or not 0 <= start <= end <= len(places):
        return ()
    source = origin.document.source
    if start == end:
        place = places[start - 1] + 1 if start else places[0]
        return (Edit(source.span(place, place), new, safe),)
    first, last = places[start], places[end - 1] + 1
    former = source.text[first:last]
    if "\n" in former or former != origin.document.value(origin.path)[start:end]:
        return ()
    return (Edit(source.span(first, last), new, safe),)
