"""The names most like what was written, for «did you mean»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Message
from roadmapkit.resolve.parties.nearest import NearNames

if TYPE_CHECKING:
    from roadmapkit.resolve.directory.index import DirectoryIndex

__all__ = ["closest", "nearest_hint", "nearest_of", "nobody_called", "several_called"]

_MOST_NAMES = 3


def closest(text: str, names: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the *names* most like *text*, the nearest first; case and «ё» do not count."""
    return NearNames(names).nearest(text, limit)


def nearest_hint(found: Sequence[str], otherwise: Message) -> Message:
    """Return «did you mean» with the nearest entries, *otherwise* where there are none."""
    if not found:
        return otherwise
    return Message("The nearest entries are: {names}", names=", ".join(found))


def nearest_of(
    text: str, names: Iterable[str], directories: Iterable[DirectoryIndex]
) -> tuple[str, ...]:
    """Return what *text* may be a slip for: of some names, then of directories and their ids."""
    near = dict.fromkeys(closest(text, names))
    for directory in directories:
        near.update(dict.fromkeys((*directory.nearest(text), *closest(text, directory.ids()))))
    return tuple(near)[:_MOST_NAMES]


def nobody_called(party: str, near: Sequence[str]) -> Message:
    """Return that nobody has a name, with the names that are near."""
    if not near:
        return Message("Nobody is called {party!r}", party=party)
    return Message("Nobody is called {party!r}; perhaps {names}", party=party, names=[*near])


def several_called(party: str, ids: Iterable[str], directory: DirectoryIndex) -> Message:
    """Return that several entries have a name, with the full name and the id of each."""
    names = [f"{directory.printed_name(id_, full=True)} ({id_})" for id_ in ids]
    return Message("{party!r} may be: {names}; give the id", party=party, names=names)
