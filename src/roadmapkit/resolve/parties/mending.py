"""The name of the directory that an unknown one most likely stands for, put in its place."""

from __future__ import annotations

from difflib import SequenceMatcher

from roadmapkit.diagnostics import Edit
from roadmapkit.lazily import regex
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.spelling import to_cyrillic
from roadmapkit.resolve.parties.words import fold
from roadmapkit.source import Origin
from roadmapkit.source.within import edit_within

__all__ = ["near_name"]

_ALIKE = 0.9
_APART = 0.8
_NUMBER = regex(r"\d+")


def near_name(text: str, index: DirectoryIndex, origin: Origin | None) -> tuple[Edit, ...]:
    """Return the edit that puts the one like name of the directory in the place of *text*.

    A person should look at it: two bodies may have names that differ in a letter.

    Args:
        text: What the directory does not know; no person, whose initials are no slip.
        index: The directory.
        origin: The cell.

    Returns:
        Nothing where several names are alike, where numbers differ, or where the words do not
        stand in the cell exactly once.
    """
    # The same question as that of the hint, which the index remembers the answer to.
    found = index.nearest(to_cyrillic(text))
    value = origin.document.value(origin.path) if origin is not None else None
    if origin is None or not isinstance(value, str) or not found or value.count(text) != 1:
        return ()
    name, *others = found
    if _likeness(text, name) < _ALIKE or _NUMBER.findall(text) != _NUMBER.findall(name):
        return ()
    if any(_likeness(text, other) >= _APART for other in others):
        return ()
    start = value.index(text)
    return edit_within(origin, start, start + len(text), name, safe=False)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()
