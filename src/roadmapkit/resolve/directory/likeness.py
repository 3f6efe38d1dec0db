"""The names most like what was written, for «did you mean»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from roadmapkit.diagnostics import Message
from roadmapkit.resolve.parties.words import fold

__all__ = ["closest", "nearest_hint"]

_LIKENESS = 0.6


def closest(text: str, names: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the *names* most like *text*, the nearest first; case and «ё» do not count."""
    folded: dict[str, str] = {}
    for name in sorted(names):
        folded.setdefault(fold(name), name)
    return tuple(folded[found] for found in get_close_matches(fold(text), folded, limit, _LIKENESS))


def nearest_hint(found: Sequence[str], otherwise: Message) -> Message:
    """Return «did you mean» with the nearest entries, *otherwise* where there are none."""
    if not found:
        return otherwise
    return Message("The nearest entries are: {names}", names=", ".join(found))
