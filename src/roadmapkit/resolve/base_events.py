"""Days that terms may count from: of activities, of acts, of what an act sets in force."""

from __future__ import annotations

from datetime import date

from roadmapkit.deadlines import (
    Bound,
    Deadline,
    DeadlineKind,
    Event,
    EventTime,
    explain_deadline,
    first_day,
)
from roadmapkit.diagnostics import Message

__all__ = ["act_event", "activity_event", "in_force_event"]

_OPEN_KINDS = frozenset({DeadlineKind.CONTINUOUS, DeadlineKind.SCHEDULE})


def activity_event(names: tuple[str, ...], label: str, meaning: Deadline | None) -> Event:
    """Return the event that an activity is carried out; without times where it has no date.

    Args:
        names: What the phrase calls it.
        label: Number or id, for the reason.
        meaning: Its term.
    """
    times = _times(meaning) if meaning is not None else ()
    days = ", ".join(dict.fromkeys(f"{time.end:%d.%m.%Y}" for time in times))
    because = Message("the term of activity {label!r} ends on {days}", label=label, days=days)
    return Event(names, times, because)


def _times(meaning: Deadline) -> tuple[EventTime, ...]:
    if meaning.kind is DeadlineKind.MULTIPLE:
        found = {time for part in meaning.parts for time in _times(part)}
        return tuple(sorted(found))
    if meaning.kind in _OPEN_KINDS and meaning.end is None:
        return ()
    until = (
        meaning.bound in {Bound.BY, Bound.WITHIN} and meaning.kind is not DeadlineKind.CONTINUOUS
    )
    dated = [
        EventTime(one.end if until else one.start, one.end, one.parties)
        for one in meaning.occurrences
        if not one.reporting and meaning.bound is not Bound.FROM
    ]
    if not dated and meaning.end is not None:
        dated = [EventTime(meaning.end, meaning.end)]
    return tuple(sorted(set(dated)))


def act_event(id_: str, day: date | None) -> Event:
    """Return the event that an act is signed; without times where it has no date."""
    times = (EventTime(day, day),) if day is not None else ()
    because = Message("the act {id!r} is dated {day}", id=id_, day=day or "")
    return Event((id_,), times, because)


def in_force_event(words: str, signed_on: date | None) -> Event:
    """Return the event that an act enters into force as its own point says.

    Where the point names an event without a day, such as publication, the event has no
    times: an act is then not in force from its signing.

    Args:
        words: «со дня подписания», «с 1 сентября 2024 г.».
        signed_on: Day of signing.
    """
    meaning = explain_deadline(words, signed_on=signed_on)
    day = meaning.start
    if meaning.offset is not None and meaning.end is not None:
        day = first_day(meaning.end)
    times = (EventTime(day, day),) if day is not None else ()
    because = Message(
        "the act enters into force {words}, on {day}", words=words.strip(), day=day or ""
    )
    names = ("вступление в силу", "введение в действие")
    return Event(names, times, because, of_act=True)
