"""From a reading to a deadline: dates, kind, alternatives, and the reasons for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from roadmapkit.deadlines.calendars.civil_code import add_months, add_workdays, first_day
from roadmapkit.deadlines.codes import COVERAGE, LEFT_OVER, UNPARSED
from roadmapkit.deadlines.dating.context import Context, DatedTerm, term_bound, term_kind
from roadmapkit.deadlines.dating.occurrences import single_occurrence
from roadmapkit.deadlines.dating.recurring import resolve_recurrence
from roadmapkit.deadlines.dating.terms import date_term
from roadmapkit.deadlines.dating.throughout import throughout
from roadmapkit.deadlines.meaning import (
    Alternative,
    Bound,
    Deadline,
    DeadlineKind,
    PartySpan,
)
from roadmapkit.deadlines.phrases.tree import (
    Offset,
    Qualifier,
    QualifierKind,
    Reading,
    Scale,
    Term,
    Through,
)
from roadmapkit.deadlines.wording.readings import print_reading
from roadmapkit.deadlines.wording.terms import print_term
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import CalendarCoverageError

__all__ = ["resolve_reading"]

_MONTHS_OF = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_DAYS_OF = {"day": 1, "week": 7, "decade": 10}


def resolve_reading(reading: Reading, phrase: str, context: Context) -> Deadline:
    """Return what *reading* means in *context*."""
    if reading.parts:
        return _multiple(reading, phrase, context)
    if reading.is_empty:
        return _unparsed(reading, phrase)
    if reading.recurrence is not None:
        found = resolve_recurrence(reading, phrase, context)
    elif reading.through is not None and (not reading.terms or reading.through is Through.TERM):
        found = _continuous(reading, phrase, context)
    elif reading.terms:
        found = _calendar(reading, phrase, context)
    else:
        found = _without_calendar(reading, phrase, context)
    if found.kind is DeadlineKind.UNPARSED:
        return found
    return _finished(found, reading)


def _finished(found: Deadline, reading: Reading) -> Deadline:
    """Add what is the same for every kind: words kept, school lists, the canonical phrase."""
    parties = found.parties
    if reading.parties and not parties:
        parties = (PartySpan(reading.parties, found.start, found.end),)
    event = ", ".join(q.text for q in reading.qualifiers) or None
    return replace(
        found,
        event=event,
        parties=parties,
        canonical=print_reading(found.reading),
        diagnostics=(*found.diagnostics, *_left_over(reading)),
        occurrences=tuple(
            replace(occurrence, parties=reading.parties) for occurrence in found.occurrences
        ),
    )


def _left_over(reading: Reading) -> list[Diagnostic]:
    return [
        LEFT_OVER.at(
            None,
            Message("The words {words!r} were not understood as a term", words=q.text),
            hint=Message("They are kept as a remark; correct them if they belong to the term"),
        )
        for q in reading.qualifiers
        if not q.understood
    ]


def _unparsed(reading: Reading, phrase: str) -> Deadline:
    words = ", ".join((*(q.text for q in reading.qualifiers), *reading.parties)) or phrase
    message = (
        Message("No term was understood in {words!r}", words=words)
        if words.strip()
        else Message("The deadline is empty")
    )
    finding = UNPARSED.at(
        None,
        message,
        hint=Message("Write a date, a month, a recurrence or an event, e.g. январь 2024"),
    )
    return Deadline(
        phrase,
        DeadlineKind.UNPARSED,
        canonical=" ".join(phrase.split()),
        diagnostics=(finding,),
        reading=reading,
    )


def _broken(reading: Reading, phrase: str, dated: DatedTerm) -> Deadline:
    return Deadline(
        phrase,
        DeadlineKind.UNPARSED,
        canonical=" ".join(phrase.split()),
        diagnostics=dated.diagnostics,
        reading=reading,
    )


def _calendar(reading: Reading, phrase: str, context: Context) -> Deadline:
    term = reading.terms[0]
    dated = date_term(term, print_term(term), context)
    if dated.broken:
        return _broken(reading, phrase, dated)
    return Deadline(
        phrase,
        term_kind(dated.term),
        canonical="",
        start=dated.start,
        end=dated.end,
        bound=term_bound(dated.term),
        months=dated.months,
        day=dated.day,
        alternatives=dated.alternatives,
        occurrences=single_occurrence(
            dated.start, dated.end, context, exact=_ends_on_a_day(dated.term)
        ),
        because=dated.because,
        diagnostics=dated.diagnostics,
        reading=replace(reading, terms=(dated.term,)),
    )


def _ends_on_a_day(term: Term) -> bool:
    """True where the phrase names the day on which the term ends."""
    return term.last is not None and term.last.scale is Scale.DAY


def _continuous(reading: Reading, phrase: str, context: Context) -> Deadline:
    if reading.through is Through.TERM and reading.terms:
        dated = date_term(reading.terms[0], print_term(reading.terms[0]), context)
    else:
        dated = throughout(reading.through or Through.ALWAYS, context)
    if dated.broken:
        return _broken(reading, phrase, dated)
    period = context.period
    start, end = dated.start, dated.end
    if reading.through is Through.ALWAYS and period is not None:
        start, end = period.start, period.end
    return Deadline(
        phrase,
        DeadlineKind.CONTINUOUS,
        canonical="",
        start=dated.start,
        end=dated.end,
        bound=Bound.WITHIN,
        months=dated.months,
        day=dated.day,
        alternatives=dated.alternatives,
        occurrences=single_occurrence(start, end, context, exact=False),
        because=dated.because,
        diagnostics=dated.diagnostics,
        reading=replace(reading, terms=(dated.term,)) if reading.terms else reading,
    )


def _without_calendar(reading: Reading, phrase: str, context: Context) -> Deadline:
    """Return a deadline that an event or another document sets."""
    qualifiers = reading.qualifiers
    schedule = next((q for q in qualifiers if q.kind is QualifierKind.SCHEDULE), None)
    if schedule is not None:
        return Deadline(phrase, DeadlineKind.SCHEDULE, canonical="", reading=reading)
    event = next(q for q in qualifiers if q.kind is QualifierKind.EVENT)
    found = Deadline(
        phrase,
        DeadlineKind.EVENT,
        canonical="",
        offset=event.offset,
        bound=Bound.WITHIN if event.offset else None,
        reading=reading,
    )
    if not event.signing or context.signed_on is None:
        return found
    if event.offset is None:
        return _from_signing(found, context.signed_on)
    return _counted_from_signing(found, event, event.offset, context)


def _from_signing(found: Deadline, signed_on: date) -> Deadline:
    reason = Message("the act was signed on {day}", day=signed_on)
    other = Alternative(DeadlineKind.DATE, signed_on, signed_on, None, reason)
    return replace(
        found, start=signed_on, bound=Bound.FROM, because=(reason,), alternatives=(other,)
    )


def _counted_from_signing(
    found: Deadline, event: Qualifier, offset: Offset, context: Context
) -> Deadline:
    """Return the deadline that runs from the day after signing (ГК РФ, ст. 191)."""
    signed_on = context.signed_on
    if signed_on is None or offset.before:
        return found
    try:
        end = _counted(signed_on, offset, context)
    except CalendarCoverageError as error:
        return replace(found, diagnostics=(_uncovered(error.year),))
    if end is None:
        return found
    start = first_day(signed_on)
    reasons = (
        Message("the act was signed on {day}", day=signed_on),
        Message("a term runs from the next day (ГК РФ, ст. 191)"),
    )
    return replace(
        found,
        start=start,
        end=end,
        because=reasons,
        occurrences=single_occurrence(start, end, context, exact=True),
    )


def _counted(event: date, offset: Offset, context: Context) -> date | None:
    if offset.working:
        if context.calendar is None:
            return None
        return add_workdays(event, offset.count, context.calendar)
    if offset.unit in _MONTHS_OF:
        return add_months(event, offset.count * _MONTHS_OF[offset.unit])
    days = _DAYS_OF.get(offset.unit)
    return event + timedelta(days=days * offset.count) if days else None


def _uncovered(year: int) -> Diagnostic:
    return COVERAGE.at(
        None,
        Message("The production calendar does not know the year {year}", year=year),
        hint=Message("Look up in the production calendar whether it is a working day"),
    )


def _multiple(reading: Reading, phrase: str, context: Context) -> Deadline:
    parts = [resolve_reading(part, print_reading(part), context) for part in reading.parts]
    broken = [part for part in parts if part.kind is DeadlineKind.UNPARSED]
    diagnostics = tuple(dict.fromkeys(d for part in parts for d in part.diagnostics))
    if len(broken) == len(parts):
        return replace(broken[0], phrase=phrase, diagnostics=diagnostics, reading=reading)
    starts = [part.start for part in parts if part.start is not None]
    ends = [part.end for part in parts if part.end is not None]
    whole = replace(reading, parts=tuple(part.reading for part in parts))
    spans = tuple(span for part in parts for span in part.parties)
    occurrences = tuple(
        sorted(
            (o for part in parts for o in part.occurrences),
            key=lambda o: (o.due, o.start, o.end, o.parties),
        )
    )
    return Deadline(
        phrase,
        DeadlineKind.MULTIPLE,
        canonical=print_reading(whole),
        start=min(starts, default=None),
        end=max(ends, default=None),
        bound=_common_bound(parts),
        months=_union(parts),
        event=", ".join(part.event for part in parts if part.event) or None,
        parties=spans,
        parts=tuple(parts),
        occurrences=occurrences,
        alternatives=tuple(a for part in parts for a in part.alternatives),
        because=tuple(dict.fromkeys(m for part in parts for m in part.because)),
        diagnostics=diagnostics,
        reading=whole,
    )


def _common_bound(parts: Sequence[Deadline]) -> Bound | None:
    bounds = {part.bound for part in parts}
    return bounds.pop() if len(bounds) == 1 else None


def _union(parts: Sequence[Deadline]) -> tuple[int, ...]:
    months = tuple(dict.fromkeys(month for part in parts for month in part.months))
    return () if len(months) >= 12 else months
