"""Events with days that an author gives, in the settings or in a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.deadlines import Event, EventTime, Period, explain_deadline
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.deadline import DatedEvent
from roadmapkit.resolve import document_codes as codes
from roadmapkit.source import Origin

__all__ = ["check_events", "dated_events"]

_PROBE = "2001-2010"
"""Years in which whatever comes round comes round at least once."""


def dated_events(given: Sequence[DatedEvent], period: Period | None) -> tuple[Event, ...]:
    """Return the events with their days.

    Args:
        given: As the author gave them; one without sound days has no times.
        period: Period of the document; what recurs takes place in it.
    """
    return tuple(
        Event((one.name, *one.aliases), tuple(sorted(_times(one, period)))) for one in given
    )


def _times(given: DatedEvent, period: Period | None) -> Iterator[EventTime]:
    if given.on is not None:
        yield EventTime(given.on, given.on)
    elif given.start is not None and given.end is not None:
        if given.start <= given.end:
            yield EventTime(given.start, given.end)
    elif given.when is not None:
        meaning = explain_deadline(given.when, period=period)
        for one in meaning.occurrences:
            yield EventTime(one.start, one.end)


def check_events(
    given: Sequence[DatedEvent], origin: Origin, documents: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Yield a finding for each event that has no days, or more than one account of them.

    Args:
        given: As the author gave them.
        origin: Place of their list.
        documents: Ids of the documents that the findings are about.
    """
    for index, one in enumerate(given):
        message = _fault(one)
        if message is not None:
            yield codes.EVENT_WITHOUT_DAYS.at(
                origin.child(index).span,
                message,
                hint=Message("Give `on`, or `start` and `end`, or `when`: ежегодно 25 августа"),
                documents=documents,
            )


def _fault(given: DatedEvent) -> Message | None:
    ways = [
        given.on is not None,
        given.start is not None or given.end is not None,
        bool(given.when),
    ]
    if not any(ways):
        return Message("The event {name!r} has no days", name=given.name)
    if sum(ways) > 1 or (given.start is None) != (given.end is None):
        return Message("The days of the event {name!r} are not clear", name=given.name)
    if given.start is not None and given.end is not None and given.end < given.start:
        return Message("The event {name!r} ends before it starts", name=given.name)
    if given.when is not None and not explain_deadline(given.when, period=_PROBE).occurrences:
        meaning = explain_deadline(given.when, period="2001")
        if not meaning.occurrences:
            return Message(
                "The days of the event {name!r} cannot be read: {when!r}",
                name=given.name,
                when=given.when,
            )
    return None
