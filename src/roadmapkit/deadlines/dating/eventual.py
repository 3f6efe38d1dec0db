"""Terms that an event sets: «после педсовета», «в течение 10 рабочих дней со дня …»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from roadmapkit.deadlines.calendars.civil_code import first_day
from roadmapkit.deadlines.dating.bases import Base, find_base
from roadmapkit.deadlines.dating.context import Context
from roadmapkit.deadlines.dating.counting import counted, counting_rules
from roadmapkit.deadlines.dating.events import EventTime
from roadmapkit.deadlines.dating.occurrences import single_occurrence
from roadmapkit.deadlines.dating.openers import Edge, Relation
from roadmapkit.deadlines.meaning import (
    Alternative,
    Bound,
    Deadline,
    DeadlineKind,
    Occurrence,
)
from roadmapkit.deadlines.phrases.tree import Offset, Qualifier, Reading
from roadmapkit.diagnostics import Message
from roadmapkit.lazily import dataclass

__all__ = ["resolve_event"]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Span:
    """One time of the term; an end is None where the words leave it open."""

    start: date | None
    end: date | None
    parties: tuple[str, ...] = ()


def resolve_event(reading: Reading, phrase: str, event: Qualifier, context: Context) -> Deadline:
    """Return the deadline that *event* sets, with dates where its day is known.

    One day gives the first and last day of the term; an event that comes round gives one
    occurrence for each of its times, and no single first and last day. The end of a school
    year without a distance from it («по итогам учебного года») is no term of its own either:
    it has its occurrence, but no dates that the phrase fixes.
    """
    base = find_base(event, context)
    found = Deadline(
        phrase,
        DeadlineKind.EVENT,
        canonical="",
        offset=event.offset,
        bound=Bound.WITHIN if event.offset else None,
        reading=reading,
    )
    if base is None:
        return found
    spans = [_span(time, base, event.offset, context) for time in base.times]
    known = [span for span in spans if span is not None]
    if not known:
        return found
    found = replace(
        found,
        bound=_bound(base, event.offset),
        because=(*base.because, *_rules(base, event.offset)),
        occurrences=tuple(_occurrences(known, base, event.offset, context)),
        diagnostics=base.diagnostics,
    )
    if len(known) > 1 or (base.of_calendar and event.offset is None):
        return found  # the words name no one first and last day
    others = tuple(_other_readings(base, event.offset, known[0]))
    return replace(found, start=known[0].start, end=known[0].end, alternatives=others)


def _span(time: EventTime, base: Base, offset: Offset | None, context: Context) -> _Span | None:
    day = base.day(time, distance=offset is not None)
    if offset is not None:
        last = counted(day, offset, context)
        if last is None:
            return None
        return _Span(None if offset.before else first_day(day), last, time.parties)
    ends_before = base.relation is Relation.BEFORE and base.edge is not Edge.END
    start, end = {
        Relation.AFTER: (first_day(day), None),
        Relation.FROM: (day, None),
        Relation.BEFORE: (None, day - _DAY if ends_before else day),
        Relation.BY: (None, day),
        Relation.WITHIN: (time.start, time.end),
    }[base.relation]
    return _Span(start, end, time.parties)


def _bound(base: Base, offset: Offset | None) -> Bound:
    if offset is not None:
        return Bound.BY if offset.before else Bound.WITHIN
    return {
        Relation.AFTER: Bound.FROM,
        Relation.FROM: Bound.FROM,
        Relation.BEFORE: Bound.BY,
        Relation.BY: Bound.BY,
        Relation.WITHIN: Bound.ON,
    }[base.relation]


def _rules(base: Base, offset: Offset | None) -> tuple[Message, ...]:
    if offset is not None:
        return counting_rules(offset)
    if base.relation is Relation.AFTER:
        return (Message("what comes after an event begins on the next day (ГК РФ, ст. 191)"),)
    if base.relation is Relation.BEFORE and base.edge is not Edge.END:
        return (Message("what comes before an event ends on the day before it"),)
    return ()


def _other_readings(base: Base, offset: Offset | None, span: _Span) -> Sequence[Alternative]:
    """«С момента подписания» is a start, but can be meant as the day itself."""
    if offset is not None or base.relation is not Relation.FROM or not base.signing:
        return ()
    return (Alternative(DeadlineKind.DATE, span.start, span.start, None, base.because[0]),)


def _occurrences(
    spans: Sequence[_Span], base: Base, offset: Offset | None, context: Context
) -> list[Occurrence]:
    """Return one occurrence for each time; one that is open ends where the next begins."""
    exact = offset is not None or base.relation in {Relation.BEFORE, Relation.BY}
    found: list[Occurrence] = []
    for place, span in enumerate(spans):
        start, end = span.start, span.end
        following = spans[place + 1].start if place + 1 < len(spans) else None
        if end is None and start is not None and following is not None:
            end = max(following - _DAY, start)
        before = spans[place - 1].end if place else None
        if start is None and end is not None and before is not None:
            start = min(before + _DAY, end)
        day = exact or (start == end and base.relation is Relation.WITHIN)
        found.extend(
            replace(one, parties=span.parties)
            for one in single_occurrence(start, end, context, exact=day)
        )
    return found
