"""Edits of a part of a text that leave its quoting, folding and comments as they are."""

from __future__ import annotations

from roadmapkit.diagnostics import Edit
from roadmapkit.lint.texts import PrintedText
from roadmapkit.source.within import character_places

__all__ = ["replaced"]

_UNSAFE = frozenset("'\"\\:#\n")


def replaced(text: PrintedText, start: int, end: int, new: str) -> tuple[Edit, ...]:
    """Return the edit that puts *new* in the place of a part of a text.

    Args:
        text: The text.
        start: First character of the part.
        end: The one after its last; the same as *start* puts *new* in.
        new: What stands there afterwards.

    Returns:
        Nothing where the part cannot be told in the file, stands on several of its lines,
        or where *new* could mean something else to YAML.
    """
    places = character_places(text.origin)
    if places is None or _UNSAFE & set(new) or not 0 <= start <= end <= len(places):
        return ()
    source = text.origin.document.source
    if start == end:
        place = places[start - 1] + 1 if start else places[0]
        return (Edit(source.span(place, place), new),)
    first, last = places[start], places[end - 1] + 1
    former = source.text[first:last]
    if "\n" in former or former != text.text[start:end] or start == 0:
        return ()
    return (Edit(source.span(first, last), new),)
