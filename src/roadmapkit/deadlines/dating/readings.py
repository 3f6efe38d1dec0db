"""From a reading to a deadline: dates, kind, alternatives, and the reasons for each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from roadmapkit.deadlines.codes import LEFT_OVER, UNPARSED
from roadmapkit.deadlines.dating.combined import combined
from roadmapkit.deadlines.dating.context import Context, DatedTerm, term_bound, term_kind
from roadmapkit.deadlines.dating.counting import counted, counting_rules, distance_back
from roadmapkit.deadlines.dating.eventual import resolve_event
from roadmapkit.deadlines.dating.occurrences import single_occurrence
from roadmapkit.deadlines.dating.reporting import with_reporting
from roadmapkit.deadlines.dating.several_days import resolve_days
from roadmapkit.deadlines.dating.terms import date_term
from roadmapkit.deadlines.dating.throughout import throughout
from roadmapkit.deadlines.meaning import Bound, Deadline, DeadlineKind, PartySpan
from roadmapkit.deadlines.phrases.tree import QualifierKind, Reading, Scale, Term, Through
from roadmapkit.deadlines.wording.readings import print_reading
from roadmapkit.deadlines.wording.terms import print_term
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import regex

__all__ = ["resolve_reading"]

_WORK = regex(
    r"[а-яё]+(?:[еао]ни[ея]|аци[яи]|[оеи]вк[аи]|пересмотр|отч[её]т)(?:\s+[а-яё]+){0,2}",
    re.IGNORECASE,
)
"""What is done each time, beside a recurrence: «декабрь 2021 г., обновление ежегодно»."""


def resolve_reading(reading: Reading, phrase: str, context: Context) -> Deadline:
    """Return what *reading* means in *context*."""
    if reading.parts:
        return _multiple(reading, phrase, context)
    if reading.is_empty:
        return _unparsed(reading, phrase)
    if reading.recurrence is not None:
        found = resolve_days(reading, phrase, context)
    elif reading.through is not None and (not reading.terms or reading.through is Through.TERM):
        found = _continuous(reading, phrase, context)
    elif reading.terms:
        found = _calendar(reading, phrase, context)
    else:
        found = _without_calendar(reading, phrase, context)
    if found.kind is DeadlineKind.UNPARSED:
        return found
    return _finished(with_reporting(found, context, resolve_reading), reading)


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
            replace(occurrence, parties=reading.parties or occurrence.parties)
            for occurrence in found.occurrences
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
        if not q.understood and not (reading.recurrence is not None and _WORK.fullmatch(q.text))
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
    written = dated.term
    dated = _counted_back(dated, reading, context)
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
        reading=replace(reading, terms=(written,)),
    )


def _counted_back(dated: DatedTerm, reading: Reading, context: Context) -> DatedTerm:
    """Return the term that ends a distance before its day, with no end if none can be told."""
    distance = distance_back(reading)
    if distance is None or dated.end is None or dated.term.first is not None:
        return dated
    day = dated.end + timedelta(days=1) if dated.term.before else dated.end
    because = (*dated.because, *counting_rules(distance))
    return replace(dated, end=counted(day, distance, context), because=because)


def _ends_on_a_day(term: Term) -> bool:
    """True where the phrase names the day on which the term ends."""
    return term.last is not None and term.last.scale in {Scale.DAY, Scale.WEEKDAY}


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
    return resolve_event(reading, phrase, event, context)


def _multiple(reading: Reading, phrase: str, context: Context) -> Deadline:
    parts = [resolve_reading(part, print_reading(part), context) for part in reading.parts]
    broken = [part for part in parts if part.kind is DeadlineKind.UNPARSED]
    diagnostics = tuple(dict.fromkeys(d for part in parts for d in part.diagnostics))
    if len(broken) == len(parts):
        return replace(broken[0], phrase=phrase, diagnostics=diagnostics, reading=reading)
    whole = replace(reading, parts=tuple(part.reading for part in parts))
    return combined(parts, phrase, print_reading(whole), whole)
