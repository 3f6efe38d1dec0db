"""Which words of a phrase gave which part of its meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import singledispatch
from itertools import groupby

from roadmapkit.deadlines.calendars.school import SchoolCalendar
from roadmapkit.deadlines.dating.bounds import term_days
from roadmapkit.deadlines.meaning import Deadline, Words
from roadmapkit.deadlines.phrases.grammar import Item, Names, Throughout, Weekdays, Without
from roadmapkit.deadlines.phrases.lexicon import month_forms
from roadmapkit.deadlines.phrases.tree import (
    Offset,
    Qualifier,
    QualifierKind,
    Reading,
    Recurrence,
    Term,
)
from roadmapkit.deadlines.wording.readings import print_recurrence
from roadmapkit.deadlines.wording.terms import print_term, russian_forms
from roadmapkit.diagnostics import Message

__all__ = ["with_words"]


def with_words(found: Deadline, items: Sequence[Item], school: SchoolCalendar) -> Deadline:
    """Return the deadline and its parts with the words that each of them comes from.

    Every item of the phrase is there in its order, also a remark that was not understood;
    marks between the items, and what was passed over as noise, are not.

    Args:
        found: What the items mean together.
        items: Items of the phrase.
        school: Dates of school terms, as for *found*.
    """
    terms = {term.place: term for term in _terms(found.reading) if term.place is not None}
    given = {
        place: Words(one[0].text, _gives(one, terms.get(place), school))
        for place, one in ((p, list(group)) for p, group in groupby(items, key=_place))
    }
    # A list such as «1 и 15 марта» has one place and several terms.
    for place, listed in _listed(found.reading).items():
        if place in given and len(listed) > 1:
            dates = "; ".join(print_term(term) for term in listed)
            given[place] = replace(
                given[place], gives=Message("the calendar terms: {terms}", terms=dates)
            )
    return _attached(found, given, whole=True)


def _place(item: Item) -> int:
    return item.place


def _attached(found: Deadline, given: dict[int, Words], *, whole: bool) -> Deadline:
    places = sorted(given) if whole else sorted({*found.reading.places} & given.keys())
    return replace(
        found,
        words=tuple(given[place] for place in places),
        parts=tuple(_attached(part, given, whole=False) for part in found.parts),
    )


def _terms(reading: Reading) -> Iterator[Term]:
    yield from reading.terms
    for part in reading.parts:
        yield from _terms(part)


def _listed(reading: Reading) -> dict[int, list[Term]]:
    listed: dict[int, list[Term]] = {}
    for term in _terms(reading):
        if term.place is not None:
            listed.setdefault(term.place, []).append(term)
    return listed


def _gives(items: Sequence[Item], term: Term | None, school: SchoolCalendar) -> Message:
    """Return what the words of one production gave; *term* has the years that were found."""
    value = items[0].value
    if isinstance(value, Term | Throughout | Weekdays) and term is not None:
        return _dates(term, school) or _undated(term)
    return _role(value)


def _dates(term: Term, school: SchoolCalendar) -> Message | None:
    """Return the first and last day, nothing while a year is open."""
    if any(unit.year is None for unit in term.units):
        return None
    try:
        start, end = term_days(term, school)
    except (ValueError, OverflowError):
        return None
    if start is None:
        return Message("the calendar term: until {end}", end=end)
    if end is None:
        return Message("the calendar term: from {start}", start=start)
    if start == end:
        return Message("the calendar term: {day}", day=start)
    return Message("the calendar term: {start} – {end}", start=start, end=end)


def _undated(term: Term) -> Message:
    if all(unit.year is not None for unit in term.units):
        return Message("a day that the calendar does not have: {term}", term=print_term(term))
    return Message("the calendar term without a year: {term}", term=print_term(term))


@singledispatch
def _role(value: object) -> Message:
    """Return what words of one kind give."""
    raise TypeError(type(value).__name__)


@_role.register
def _(value: Term) -> Message:
    del value
    return Message("the year, or the bounds, of the terms beside it")


@_role.register
def _(value: Recurrence) -> Message:
    words = print_recurrence(value)
    if not words:
        return Message("a recurrence that no frequency names")
    return Message("the recurrence: {words}", words=words)


@_role.register
def _(value: Throughout) -> Message:
    del value
    return Message("all through the time named")


@_role.register
def _(value: Weekdays) -> Message:
    days = ", ".join(str(russian_forms()["weekdays"][str(day)]) for day in value.days)
    return Message("the days of the week: по {days}", days=days)


@_role.register
def _(value: Without) -> Message:
    months = ", ".join(month_forms(month)[0] for month in value.months)
    return Message("the months left out: {months}", months=months)


@_role.register
def _(value: Names) -> Message:
    return Message("whom the term is for: {names}", names=", ".join(value.names))


@_role.register
def _(value: Qualifier) -> Message:
    if not value.understood:
        return Message("not understood, kept as a remark")
    if value.kind is QualifierKind.SCHEDULE:
        return Message("another document that sets the term")
    if value.kind is QualifierKind.NOTE:
        return Message("a remark that does not change the term")
    if value.offset is not None:
        return _distance(value.offset)
    return Message("an event or a circumstance that sets the time")


def _distance(offset: Offset) -> Message:
    count = offset.count
    if offset.working:
        return Message("a distance from an event, in working days: {count}", count=count)
    named = {
        "hour": Message("a distance from an event, in hours: {count}", count=count),
        "day": Message("a distance from an event, in days: {count}", count=count),
        "week": Message("a distance from an event, in weeks: {count}", count=count),
        "decade": Message("a distance from an event, in ten days: {count}", count=count),
        "month": Message("a distance from an event, in months: {count}", count=count),
        "quarter": Message("a distance from an event, in quarters: {count}", count=count),
        "half-year": Message("a distance from an event, in half-years: {count}", count=count),
        "year": Message("a distance from an event, in years: {count}", count=count),
        "academic-term": Message("a distance from an event, in school terms: {count}", count=count),
    }
    return named[offset.unit]
