"""The way in: a phrase, or dates, to a deadline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from roadmapkit.deadlines.calendars.civil_code import Shift
from roadmapkit.deadlines.calendars.period import Period, parse_period
from roadmapkit.deadlines.calendars.production import RussianCalendar, WorkCalendar
from roadmapkit.deadlines.calendars.school import SchoolCalendar
from roadmapkit.deadlines.codes import (
    COVERAGE,
    NOISE,
    SPELLING,
    TOO_LONG,
    UNBALANCED,
    YEAR_STRANGE,
)
from roadmapkit.deadlines.dating.context import Context
from roadmapkit.deadlines.dating.events import Event, EventDates, GivenDays, event_dates
from roadmapkit.deadlines.dating.readings import resolve_reading
from roadmapkit.deadlines.meaning import Deadline, DeadlineKind
from roadmapkit.deadlines.phrases.compose import compose
from roadmapkit.deadlines.phrases.grammar import Item, phrase_items
from roadmapkit.deadlines.phrases.noise import Lexed, tokenize
from roadmapkit.deadlines.phrases.tree import Reading, Scale, Term, Unit
from roadmapkit.deadlines.wording.readings import print_reading, print_sentence
from roadmapkit.deadlines.wording.terms import DateStyle
from roadmapkit.deadlines.words import with_words
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import ArgumentError

__all__ = ["deadline_from_dates", "explain_deadline", "parse_phrase", "word_deadline"]

_LONGEST_PHRASE = 4000
_QUOTED = 60
_NO_EVENTS = EventDates()


def explain_deadline(
    phrase: str,
    *,
    period: Period | str | int | Mapping[str, object] | None = None,
    signed_on: date | None = None,
    school: SchoolCalendar | None = None,
    calendar: WorkCalendar | None = None,
    policy: Shift | str = Shift.PREVIOUS,
    events: EventDates | Mapping[str, GivenDays | Sequence[GivenDays]] | None = None,
    base: Event | None = None,
    reporting: str | Sequence[str] = (),
) -> Deadline:
    """Return what a deadline means that an author wrote in words.

    Args:
        phrase: As officials write it: «до 18 марта 2024 г.», «ежегодно (август)».
        period: The time that the document is for, see :func:`parse_period`; a year that the
            phrase leaves out comes from it where only one fits.
        signed_on: Date of the act that holds the phrase, for «с момента подписания».
        school: Dates of school terms; the recommended ones where it is None.
        calendar: Production calendar; None leaves working dates where the phrase has them.
        policy: What happens to the working date of a named day that is a day off.
        events: Days of events by their names, for «за 2 недели до педсовета»; the names may
            stand in any case of declension.
        base: What the phrase counts from, whatever its words for it are.
        reporting: When the house reports, as a phrase or several; a term without a date of
            its own falls due then.

    Returns:
        The deadline; a phrase in which nothing was understood is of the kind ``unparsed``
        and says so in its diagnostics.

    Raises:
        ArgumentError: The phrase is no text, the period is none, or an event has no days.
    """
    if not isinstance(phrase, str):
        message = f"a deadline phrase must be text, not {type(phrase).__name__}: quote it"
        raise ArgumentError(message, argument="phrase", value=phrase)
    context = _context(
        period,
        signed_on,
        school,
        calendar,
        policy,
        events=event_dates(events),
        base=base,
        reporting=(reporting,) if isinstance(reporting, str) else tuple(reporting),
    )
    if len(phrase) > _LONGEST_PHRASE:
        return _too_long(phrase)
    # A calendar that is not ours may answer otherwise the next time.
    known = calendar is None or type(calendar) is RussianCalendar
    return _remembered(phrase, context) if known else _meaning(phrase, context)


def _meaning(phrase: str, context: Context) -> Deadline:
    reading, items, remarks = _read(phrase)
    found = resolve_reading(reading, phrase, context)
    found = with_words(found, items, context.school)
    uncovered = _uncovered(context)
    return replace(found, diagnostics=(*found.diagnostics, *uncovered, *remarks))


# Plans of one house repeat their terms row after row and plan after plan.
_remembered = lru_cache(maxsize=1024)(_meaning)


def deadline_from_dates(
    *,
    on: date | None = None,
    by: date | None = None,
    start: date | None = None,
    end: date | None = None,
    period: Period | str | int | Mapping[str, object] | None = None,
    calendar: WorkCalendar | None = None,
    policy: Shift | str = Shift.PREVIOUS,
) -> Deadline:
    """Return the deadline that an author gave as dates, with its canonical wording.

    Args:
        on: On this day.
        by: Not later than this day.
        start: From this day on; with *end* a range.
        end: Up to this day, inclusive; needs *start*.
        period: As in :func:`explain_deadline`.
        calendar: As in :func:`explain_deadline`.
        policy: As in :func:`explain_deadline`.

    Raises:
        ArgumentError: Not exactly one of *on*, *by* and *start* is given, *end* stands
            without *start*, or lies before it.
    """
    given = {"on": on, "by": by, "start": start}
    named = [name for name, day in given.items() if day is not None]
    if len(named) != 1 or (end is not None and start is None):
        message = Message("exactly one of on, by and start is wanted; end goes with start")
        raise ArgumentError(message, argument="on", value={**given, "end": end})
    if start is not None and end is not None and end < start:
        message = Message("the end {end} lies before the start {start}", end=end, start=start)
        raise ArgumentError(message, argument="end", value=end)
    if by is not None:
        term = Term(None, _day(by))
    else:
        first = on or start
        last = on or end
        term = Term(_day(first) if first else None, _day(last) if last else None)
    phrase = print_reading(Reading(terms=(term,)))
    reading, items, _ = _read(phrase)
    context = _context(period, None, None, calendar, policy)
    found = with_words(resolve_reading(reading, phrase, context), items, context.school)
    return replace(found, diagnostics=(*found.diagnostics, *_uncovered(context)))


def parse_phrase(phrase: str) -> Reading:
    """Return the syntax tree of a phrase, before any period is known."""
    return _read(phrase)[0]


def word_deadline(
    deadline: Deadline, *, sentence: bool = False, dates: DateStyle | str = DateStyle.WORDS
) -> str:
    """Return the canonical wording of a deadline.

    Args:
        deadline: Of any kind; an unparsed one keeps the author's words.
        sentence: As inside a sentence («в январе 2024 г.») instead of a column of terms.
        dates: ``"words"`` for «5 июня 2016 г.», ``"digits"`` for ``05.06.2016``.
    """
    if deadline.kind is DeadlineKind.UNPARSED:
        return deadline.canonical
    style = DateStyle(dates)
    if sentence:
        return print_sentence(deadline.reading, style)
    return print_reading(deadline.reading, style)


def _context(
    period: object,
    signed_on: date | None,
    school: SchoolCalendar | None,
    calendar: WorkCalendar | None,
    policy: Shift | str,
    *,
    events: EventDates = _NO_EVENTS,
    base: Event | None = None,
    reporting: tuple[str, ...] = (),
) -> Context:
    return Context(
        period=parse_period(period),
        signed_on=signed_on,
        school=school or SchoolCalendar(),
        calendar=calendar,
        policy=Shift(policy),
        events=events,
        base=base,
        reporting=reporting,
    )


def _uncovered(context: Context) -> tuple[Diagnostic, ...]:
    """Return the finding that working days could not be counted, for want of a calendar."""
    if context.uncounted:
        count = ", ".join(str(number) for number in sorted(context.uncounted))
        message = Message(
            "No production calendar is given to count working days: {count}", count=count
        )
        hint = Message("Give the production calendar, or the last day itself")
        return (COVERAGE.at(None, message, hint=hint),)
    if not context.unknown_years:
        return ()
    years = ", ".join(str(year) for year in sorted(context.unknown_years))
    return (
        COVERAGE.at(
            None,
            Message("The production calendar does not know the year {years}", years=years),
            hint=Message(
                "Once its calendar is decreed, add the year to the settings, calendar, years: "
                "{years}; till then look the days off up",
                years=years,
            ),
        ),
    )


def _day(day: date) -> Unit:
    return Unit(Scale.DAY, month=day.month, day=day.day, year=day.year)


@lru_cache(maxsize=512)  # plans repeat the same few dozen phrases row after row
def _read(phrase: str) -> tuple[Reading, tuple[Item, ...], tuple[Diagnostic, ...]]:
    lexed = tokenize(phrase)
    items, unpaired = phrase_items(lexed.tokens, phrase)
    return compose(items), tuple(items), tuple(_remarks(lexed, unpaired))


def _remarks(lexed: Lexed, unpaired: list[str]) -> list[Diagnostic]:
    """Return what is to be said about the writing, whatever it means."""
    found = [
        NOISE.at(
            None,
            Message("{marks!r} is no part of the term and was passed over", marks=marks),
            hint=Message("Move footnotes and times of day out of the deadline"),
        )
        for marks in lexed.noise
    ]
    found.extend(
        SPELLING.at(
            None,
            Message("{written!r} was read as {read!r}", written=written, read=read),
            hint=Message("Correct the word"),
        )
        for written, read in lexed.spelling
    )
    found.extend(
        YEAR_STRANGE.at(
            None,
            Message("The year of {text!r} has two digits and was read as 20…", text=text),
            hint=Message("Write four digits"),
        )
        for text in lexed.short_years
    )
    found.extend(
        UNBALANCED.at(
            None,
            Message("The bracket {mark!r} has no pair", mark=mark),
            hint=Message("Close the bracket or remove it"),
        )
        for mark in unpaired
    )
    return found


def _too_long(phrase: str) -> Deadline:
    start = " ".join(phrase[:_QUOTED].split())
    finding = TOO_LONG.at(
        None,
        Message(
            "The deadline has {length} characters and cannot be read: {start!r}…",
            length=len(phrase),
            start=start,
        ),
        hint=Message("Keep the term here and move the rest to the activity"),
    )
    return Deadline(
        phrase, DeadlineKind.UNPARSED, canonical=" ".join(phrase.split()), diagnostics=(finding,)
    )
