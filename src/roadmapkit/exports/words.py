"""Words of the exports, which a catalogue turns into the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from roadmapkit.diagnostics import Message
from roadmapkit.documents.standing import standing_words
from roadmapkit.resolve.agenda import DueItem, State

__all__ = ["STATES", "Translate", "concerned", "full_title", "mark_text", "state_text"]

Translate = Callable[[Message], str]

STATES: Mapping[State, Message] = MappingProxyType(
    {
        State.LATE: Message("late"),
        State.DUE: Message("in its time"),
        State.AHEAD: Message("ahead"),
        State.DONE: Message("done"),
        State.CANCELLED: Message("cancelled"),
        State.UNDATED: Message("without a date"),
    }
)


def state_text(item: DueItem, translate: Translate) -> str:
    """Return how an item stands, and by how many days it is late."""
    if item.late_by is not None:
        return translate(Message("late, days: {days}", days=item.late_by))
    return translate(STATES[item.state])


def full_title(item: DueItem) -> str:
    """Return what has to be done, with its sub-items, in one line."""
    if not item.points:
        return item.title
    return f"{item.title.rstrip(' :')}: {'; '.join(point.rstrip(' ;.') for point in item.points)}"


def concerned(item: DueItem) -> tuple[str, ...]:
    """Return the school list of an item; nothing where those responsible are concerned."""
    if item.parties == item.answerable:
        return ()
    return tuple(party.text for party in item.parties)


def mark_text(item: DueItem) -> str:
    """Return the mark as its author wrote it, with its day and reason, or how parties stand."""
    if item.standing:
        return standing_words(item.standing)
    if item.mark is None:
        return ""
    text = " ".join(item.mark.text) or item.mark.status
    day = f" ({item.mark.date:%d.%m.%Y})" if item.mark.date else ""
    reason = f"; {item.mark.reason}" if item.mark.reason else ""
    return " ".join(f"{text}{day}{reason}".split())
