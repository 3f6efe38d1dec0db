"""The meaning of a deadline as text for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.cli.session import Session
from roadmapkit.cli.terms import DEADLINE_KINDS, FREQUENCIES, PERS, once_in
from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from roadmapkit.deadlines import Alternative, Deadline, Occurrence

__all__ = ["aligned", "deadline_lines", "deadline_sections"]

_MOST_OCCURRENCES = 24


def deadline_lines(session: Session, deadline: Deadline) -> Iterator[str]:
    """Yield what a deadline means: kind, dates, occurrences, reasons, other readings.

    Args:
        session: The call.
        deadline: What to tell of.
    """
    yield from aligned(_facts(session, deadline))
    yield from deadline_sections(session, deadline)


def deadline_sections(session: Session, deadline: Deadline) -> Iterator[str]:
    """Yield the lists that explain a deadline; a list without entries is left out.

    The rule behind a date has a number, and the date bears it: ``[1]``.

    Args:
        session: The call.
        deadline: What to tell of.
    """
    shown = deadline.occurrences[:_MOST_OCCURRENCES]
    notes = {
        message: number
        for number, message in enumerate(
            dict.fromkeys(message for item in shown for message in item.because), start=1
        )
    }
    for heading, entries in (
        (Message("Read from"), _words(session, deadline)),
        (Message("Parts"), _parts(session, deadline)),
        (Message("Falls due"), _occurrences(session, deadline.occurrences, notes)),
        (Message("Because"), _reasons(session, deadline, notes)),
        (Message("Other readings"), _alternatives(session, deadline.alternatives)),
    ):
        lines = list(entries)
        if lines:
            yield f"{session.say(heading)}:"
            yield from (f"  {line}" for line in lines)


def aligned(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield names and values one below the other, the values in a column of their own."""
    rows = list(facts)
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        yield f"{name + ':':{width + 2}}{value}"


def _facts(session: Session, deadline: Deadline) -> Iterator[tuple[str, str]]:
    say = session.say
    yield say(Message("Phrase")), deadline.phrase
    yield say(Message("Kind")), say(DEADLINE_KINDS[deadline.kind.value])
    if deadline.canonical.split() != deadline.phrase.split():
        yield say(Message("Wording of the house")), deadline.canonical
    if deadline.start is not None or deadline.end is not None:
        yield say(Message("Dates")), say(_span(deadline.start, deadline.end))
    if deadline.frequency is not None:
        yield say(Message("Recurs")), _recurrence(session, deadline)
    if deadline.event is not None:
        yield say(Message("Depends on")), deadline.event
    for party in deadline.parties:
        names = ", ".join(party.names)
        yield say(Message("For")), f"{names}: {say(_span(party.start, party.end))}"


def _span(start: date | None, end: date | None) -> Message:
    if start is None and end is None:
        return Message("without a date of its own")
    if start is None:
        return Message("until {end}", end=end)
    if end is None:
        return Message("from {start}", start=start)
    if start == end:
        return Message("{day}", day=start)
    return Message("{start} – {end}", start=start, end=end)


def _recurrence(session: Session, deadline: Deadline) -> str:
    say = session.say
    words = []
    frequency, count = deadline.frequency, deadline.count
    if frequency is not None and deadline.every > 1:
        words.append(say(once_in(deadline.every, frequency.value)))
    elif frequency is not None:
        words.append(say(FREQUENCIES[frequency.value]))
    if deadline.per is not None and count is not None and count > 1:
        per = PERS[deadline.per.value]
        words.append(
            say(Message("at least {count} times {per}", count=count, per=per))
            if deadline.at_least
            else say(Message("{count} times {per}", count=count, per=per))
        )
    if deadline.day is not None:
        words.append(say(_day_of_month(deadline.day, by=deadline.bound == "by")))
    return ", ".join(words)


def _day_of_month(day: int, *, by: bool) -> Message:
    if day == -1:
        return Message("on the last day of the month")
    if by:
        return Message("by day {day} of the month", day=day)
    return Message("on day {day} of the month", day=day)


def _words(session: Session, deadline: Deadline) -> Iterator[str]:
    for words in deadline.words:
        yield f"«{words.text}» – {session.say(words.gives)}"


def _parts(session: Session, deadline: Deadline) -> Iterator[str]:
    for part in deadline.parts:
        kind = session.say(DEADLINE_KINDS[part.kind.value])
        dates = session.say(_span(part.start, part.end))
        yield f"{part.canonical}: {kind}, {dates}"
        yield from (f"  – {session.say(message)}" for message in dict.fromkeys(part.because))


def _occurrences(
    session: Session, occurrences: tuple[Occurrence, ...], notes: Mapping[Message, int]
) -> Iterator[str]:
    for occurrence in occurrences[:_MOST_OCCURRENCES]:
        line = session.say(_span(occurrence.start, occurrence.end))
        if occurrence.due != occurrence.end:
            line += session.say(Message(", working day {due}", due=occurrence.due))
        if occurrence.times > 1:
            line += session.say(Message(", {times} times", times=occurrence.times))
        if occurrence.reporting:
            line += session.say(Message(", reporting date of the house"))
        if occurrence.parties:
            line += f" ({', '.join(occurrence.parties)})"
        if occurrence.outside_period:
            line += session.say(Message(", outside the period"))
        marks = "".join(f" [{notes[message]}]" for message in dict.fromkeys(occurrence.because))
        yield line + marks
    if len(occurrences) > _MOST_OCCURRENCES:
        more = len(occurrences) - _MOST_OCCURRENCES
        yield session.say(Message("and {more} more, see --format json", more=more))


def _reasons(session: Session, deadline: Deadline, notes: Mapping[Message, int]) -> Iterator[str]:
    """Yield what holds for the whole term, then what its dates bear the numbers of."""
    told = {message for part in deadline.parts for message in part.because}
    for message in dict.fromkeys(deadline.because):
        if message not in told and message not in notes:
            yield f"– {session.say(message)}"
    for message, number in notes.items():
        yield f"[{number}] {session.say(message)}"


def _alternatives(session: Session, alternatives: tuple[Alternative, ...]) -> Iterator[str]:
    for other in alternatives:
        kind = session.say(DEADLINE_KINDS[other.kind.value])
        dates = session.say(_span(other.start, other.end))
        yield f"– {kind}, {dates}: {session.say(other.because)}"
