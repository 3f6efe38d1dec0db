"""Dated events that phrases count from, found by the phrase's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date

from roadmapkit.deadlines.calendars.period import Period
from roadmapkit.deadlines.dating.openers import narrowing, own_act
from roadmapkit.deadlines.dating.stems import Word, words_of
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass, regex

__all__ = ["Event", "EventDates", "EventTime", "GivenDays", "Meant", "event_dates"]

GivenDays = date | tuple[date, date]
"""A day, or the first and the last of several."""

_JOINTS = frozenset({",", "и"})
_YEAR = regex(r"(?:19|20)\d{2}")
_YEAR_WORDS = frozenset(words_of("в за год г гг учебного уч"))
_DAYS_IN_YEAR = 366


@dataclass(frozen=True, slots=True, order=True)
class EventTime:
    """One time at which an event takes place.

    Attributes:
        start: First day.
        end: Last day, inclusive.
        parties: For whom only, empty for all.
    """

    start: date
    end: date
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An event with its days (событие).

    Attributes:
        names: What it is called, in any case of declension.
        times: When it takes place, in order; none where that is not known.
        because: What its days rest on; None says that they were given.
        of_act: It happens to the act that holds the phrase; words behind the name that
            speak of another act then name another event.
    """

    names: tuple[str, ...]
    times: tuple[EventTime, ...]
    because: Message | None = None
    of_act: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """The event or events that words name.

    Attributes:
        names: As the events are called.
        times: When, in order.
        because: What the days rest on.
    """

    names: tuple[str, ...]
    times: tuple[EventTime, ...]
    because: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class EventDates:
    """Every event that is known where a phrase stands; what stands first wins."""

    events: tuple[Event, ...] = field(default=())

    def first(self, other: Iterable[Event]) -> EventDates:
        """Return these events behind *other* ones, which take the place of their namesakes."""
        added = tuple(other)
        taken = {words_of(name) for event in added for name in event.names}
        kept = (
            event
            for event in self.events
            if taken.isdisjoint(words_of(name) for name in event.names)
        )
        return EventDates((*added, *kept))

    def find(self, words: Sequence[Word], period: Period | None) -> Meant | None:
        """Return the event that *words* begin with and name wholly, None where none does.

        The longest name wins. A year behind the name chooses among the times of the event;
        without one the times in the period count, and failing these the last in the year
        before it. A comma or «и» may join a second event: then both have to be over.
        """
        for length, group in self._named(words):
            rest = words[length:]
            joined = len(rest) > 1 and rest[0] in _JOINTS
            if joined and not _YEAR.fullmatch(rest[1]):
                others = self.find(rest[1:], period)
                meant = _meant(group, (), period) if others else None
                if others and meant:
                    return _both(meant, others)
                continue
            meant = _meant(group, rest, period)
            if meant is not None:
                return meant
        return None

    def _named(self, words: Sequence[Word]) -> Iterator[tuple[int, tuple[Event, ...]]]:
        """Yield the events that *words* begin with, those of one name together."""
        groups: dict[tuple[Word, ...], list[Event]] = {}
        for event in self.events:
            for name in dict.fromkeys(words_of(name) for name in event.names):
                if name and tuple(words[: len(name)]) == name:
                    groups.setdefault(name, []).append(event)
        for name in sorted(groups, key=len, reverse=True):
            first = groups[name][0]
            same = [event for event in groups[name] if event.of_act == first.of_act]
            yield len(name), tuple(same if first.because is None else (first,))


def _meant(group: tuple[Event, ...], rest: Sequence[Word], period: Period | None) -> Meant | None:
    """Return what the events of one name are where *rest* stands behind it."""
    first = group[0]
    times = sorted({time for event in group for time in event.times})
    years = [int(word) for word in rest if _YEAR.fullmatch(word)]
    if years and all(word in _YEAR_WORDS or _YEAR.fullmatch(word) for word in rest):
        times = [time for time in times if time.start.year in years or time.end.year in years]
    elif first.of_act and rest:
        if not own_act(rest):
            return None
    elif rest and (rest[0] in narrowing() or _JOINTS.intersection(rest)):
        return None
    elif period is not None and len(times) > 1:
        times = _of_period(times, period)
    if not times:
        return None
    because = tuple(dict.fromkeys(e.because for e in group if e.because is not None))
    return Meant(first.names[:1], tuple(times), because or _given(first.names[0], times))


def _of_period(times: list[EventTime], period: Period) -> list[EventTime]:
    inside = [time for time in times if period.overlaps(time.start, time.end)]
    before = [time for time in times if 0 < (period.start - time.end).days <= _DAYS_IN_YEAR]
    return inside or before[-1:]


def _given(name: str, times: Iterable[EventTime]) -> tuple[Message, ...]:
    return tuple(
        Message("the event {name!r} is on {day}", name=name, day=time.start)
        if time.start == time.end
        else Message(
            "the event {name!r} is from {start} to {end}",
            name=name,
            start=time.start,
            end=time.end,
        )
        for time in times
    )


def _both(one: Meant, other: Meant) -> Meant | None:
    """Return two events as one that is over when both are; None where either comes round."""
    if len(one.times) != 1 or len(other.times) != 1:
        return None
    left, right = one.times[0], other.times[0]
    time = EventTime(min(left.start, right.start), max(left.end, right.end))
    return Meant((*one.names, *other.names), (time,), (*one.because, *other.because))


def event_dates(
    given: EventDates | Mapping[str, GivenDays | Sequence[GivenDays]] | None,
) -> EventDates:
    """Return the events that a mapping from name to days describes.

    Args:
        given: A day, first and last day, or a list of either, by the name of the event.

    Raises:
        ArgumentError: Something else stands for the days, or an event ends before it starts.
    """
    if given is None:
        return EventDates()
    if isinstance(given, EventDates):
        return given
    return EventDates(
        tuple(Event((name,), tuple(sorted(_times(name, days)))) for name, days in given.items())
    )


def _times(name: str, days: GivenDays | Sequence[GivenDays]) -> Iterator[EventTime]:
    match days:
        case date():
            yield EventTime(days, days)
        case (date() as start, date() as end) if isinstance(days, tuple):
            if end < start:
                message = Message("the event {name!r} ends before it starts", name=name)
                raise ArgumentError(message, argument="events", value=days)
            yield EventTime(start, end)
        case [*several] if isinstance(days, list | tuple):
            for one in several:
                yield from _times(name, one)
        case _:
            message = Message(
                "the event {name!r} has no days: give a date, or a first and a last one",
                name=name,
            )
            raise ArgumentError(message, argument="events", value=days)
