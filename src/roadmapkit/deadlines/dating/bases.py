"""What a term counts from: events that are given, the act's own days, times of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from roadmapkit.deadlines.dating.bounds import unit_days
from roadmapkit.deadlines.dating.context import Context
from roadmapkit.deadlines.dating.events import Event, EventDates, EventTime
from roadmapkit.deadlines.dating.openers import Anchor, Edge, Relation, anchors, every
from roadmapkit.deadlines.dating.recurring import resolve_recurrence
from roadmapkit.deadlines.dating.remarks import local_terms
from roadmapkit.deadlines.dating.stems import words_of
from roadmapkit.deadlines.dating.terms import term_in_year
from roadmapkit.deadlines.phrases.compose import compose
from roadmapkit.deadlines.phrases.grammar import phrase_items
from roadmapkit.deadlines.phrases.noise import tokenize
from roadmapkit.deadlines.phrases.tree import Qualifier, Reading, Scale, Term
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass

__all__ = ["Base", "find_base"]

_FIRST_SCHOOL_MONTH = 9


@dataclass(frozen=True, slots=True)
class Base:
    """What a term counts from (событие, с которого исчисляется срок).

    Attributes:
        relation: How the term stands to it.
        edge: The end of it that the words name, None where they name none.
        times: When it takes place; several where it comes round.
        because: What the days rest on.
        signing: It is the signing of the act.
        of_calendar: It is no event but a time of the calendar.
        diagnostics: What is to be said about the days.
    """

    relation: Relation
    edge: Edge | None
    times: tuple[EventTime, ...]
    because: tuple[Message, ...]
    signing: bool = False
    of_calendar: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    def day(self, time: EventTime, *, distance: bool) -> date:
        """Return the day of one time that counts.

        Args:
            time: One of the times.
            distance: A distance is counted from the day.
        """
        edge = self.edge or _usual_edge(self.relation, distance=distance)
        return time.start if edge is Edge.START else time.end


def _usual_edge(relation: Relation, *, distance: bool) -> Edge:
    """Return the end of an event that counts where the words name none.

    What runs after an event runs from its end, what comes before it looks to its beginning.
    """
    forward = relation is Relation.AFTER or (relation is Relation.FROM and distance)
    return Edge.END if forward else Edge.START


def find_base(qualifier: Qualifier, context: Context) -> Base | None:
    """Return what the words count from, None where that is not known.

    What the author has named apart from the phrase comes first, then the events that are
    given, then the signing of the act and its entry into force, and last the times that the
    grammar of deadlines understands itself: «окончания учебного года», «1 сентября».
    """
    offset = qualifier.offset
    before = offset is not None and offset.before
    ways = anchors(qualifier.text, distance=offset is not None, before=before)
    if context.base is not None:
        return _given_apart(context.base, ways, before=before)
    events, signing = _with_own_act(context)
    for way in ways:
        meant = events.find(way.words, context.period)
        if meant is not None:
            signed = signing is not None and meant.because == (signing.because,)
            return Base(way.relation, way.edge, meant.times, meant.because, signed)
    if ways and (offset is not None or ways[0].relation is not Relation.WITHIN):
        return _of_calendar(ways[-1], qualifier, context)
    return None


def _given_apart(base: Event, ways: list[Anchor], *, before: bool) -> Base | None:
    if not base.times:
        return None
    edge = ways[-1].edge if ways else None
    relation = Relation.BEFORE if before else ways[0].relation if ways else Relation.AFTER
    because = (base.because,) if base.because else ()
    return Base(relation, edge, base.times, because)


def _with_own_act(context: Context) -> tuple[EventDates, Event | None]:
    """Return the events with those of the act itself, and its signing."""
    day = context.signed_on
    if day is None:
        return context.events, None
    time = (EventTime(day, day),)
    signed = Message("the act was signed on {day}", day=day)
    names = ("подписание", "издание приказа", "издание распоряжения", "издание постановления")
    signing = Event(names, time, signed, of_act=True)
    in_force = Event(
        ("вступление в силу", "введение в действие"),
        time,
        Message("the act names no other day, so it is in force from its signing, {day}", day=day),
        of_act=True,
    )
    own = EventDates((signing, in_force))
    return own.first(context.events.events), signing


# -- times of the calendar ------------------------------------------------------------------


def _of_calendar(way: Anchor, qualifier: Qualifier, context: Context) -> Base | None:
    """Return the base where the words behind the opener are a term of the calendar."""
    words = _words_behind(qualifier.text, way.skipped)
    if not words:
        return None
    base = Base(way.relation, way.edge, (), (), of_calendar=True)
    distance = qualifier.offset is not None
    return _unit_base(base, words, context, distance=distance) or _recurring_base(
        base, words, way, context
    )


def _words_behind(text: str, skipped: int) -> str:
    """Return *text* without its first *skipped* words, as written."""
    pieces = text.split()
    for place in range(len(pieces) + 1):
        if len(words_of(" ".join(pieces[:place]))) >= skipped:
            return " ".join(pieces[place:])
    return ""


def _parsed(words: str) -> Reading | None:
    """Return the reading of words that are wholly a term or a recurrence."""
    items, unpaired = phrase_items(tokenize(words).tokens, words)
    reading = compose(items)
    spoilt = reading.parts or reading.parties or reading.qualifiers or reading.through
    return None if spoilt or unpaired else reading


def _unit_base(base: Base, words: str, context: Context, *, distance: bool) -> Base | None:
    """Return one unit of the calendar, in each year of the period where it names none."""
    reading = _parsed(words)
    if reading is None or reading.recurrence is not None or len(reading.terms) != 1:
        return None
    term, period = reading.terms[0], context.period
    if not term.is_single or term.before or term.after:
        return None
    times = tuple(_times_of(term, context))
    if len(times) > 1 and period is not None:
        times = tuple(t for t in times if period.contains(base.day(t, distance=distance)))
    if not times:
        return None
    if not term.units[0].scale.is_school:
        reason = Message("{words!r} is a time of the calendar", words=words)
        return replace(base, times=times, because=(reason,))
    if all(context.school.knows(_academic_year(time.start)) for time in times):
        reason = Message("the dates of school terms come from the school's timetable")
        return replace(base, times=times, because=(reason,))
    reason = Message("the dates of school terms are the recommended default")
    found = (local_terms(words),)
    return replace(base, times=times, because=(reason,), diagnostics=found)


def _academic_year(day: date) -> int:
    return day.year if day.month >= _FIRST_SCHOOL_MONTH else day.year - 1


def _times_of(term: Term, context: Context) -> Iterator[EventTime]:
    unit, period = term.units[0], context.period
    if unit.year is not None:
        years = range(unit.year, unit.year + 1)
    elif period is not None:
        years = range(period.start.year - 1, period.end.year + 1)
    else:
        return
    for year in years:
        try:
            start, end = unit_days(term_in_year(term, year).units[0], year, context.school)
        except (ValueError, OverflowError):
            continue
        if unit.scale is Scale.ACADEMIC_YEAR:
            # «До конца учебного года» is the last day of lessons, not 31 August.
            start, end = context.school.year(year).lessons
        yield EventTime(start, end)


def _recurring_base(base: Base, words: str, way: Anchor, context: Context) -> Base | None:
    """Return every time of a unit that comes round: «отчётного квартала», «четверти»."""
    pieces = words.split()
    bare = pieces[1:] if way.words[0] in every() else pieces
    if len(bare) != 1 or context.period is None:
        return None
    for opener in ("каждого", "каждой"):
        reading = _parsed(f"{opener} {bare[0]}")
        if reading is None or reading.recurrence is None or reading.terms:
            continue
        series = resolve_recurrence(reading, words, replace(context, calendar=None))
        times = tuple(EventTime(one.start, one.end) for one in series.occurrences)
        reason = Message("{words!r} comes round in the period", words=words)
        return replace(base, times=times, because=(reason,)) if times else None
    return None
