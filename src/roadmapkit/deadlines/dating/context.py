"""What is known beside the phrase, and a term once it has its dates."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from roadmapkit.deadlines.calendars.civil_code import Shift
from roadmapkit.deadlines.calendars.period import Period
from roadmapkit.deadlines.calendars.production import WorkCalendar
from roadmapkit.deadlines.calendars.school import SchoolCalendar
from roadmapkit.deadlines.dating.events import Event, EventDates
from roadmapkit.deadlines.meaning import Alternative, Bound, DeadlineKind
from roadmapkit.deadlines.phrases.tree import Scale, Term
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass

__all__ = ["Context", "DatedTerm", "term_bound", "term_kind"]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the phrase.

    Attributes:
        period: Period of the document.
        signed_on: Date of the act that holds the phrase.
        school: Dates of school terms.
        calendar: Production calendar; None leaves working dates alone.
        policy: What happens to a working date on a day off.
        events: Events that are dated beside the phrase.
        base: What the phrase counts from, where its author has said so apart from it.
        reporting: The house's reporting dates, as phrases.
        unknown_years: Years that the calendar was asked for and does not know; they
            gather while the phrase is dated.
        uncounted: Numbers of working days that there is no calendar to count; they gather
            as the years do.
    """

    period: Period | None
    signed_on: date | None
    school: SchoolCalendar
    calendar: WorkCalendar | None
    policy: Shift
    events: EventDates = field(default=EventDates())
    base: Event | None = None
    reporting: tuple[str, ...] = ()
    unknown_years: set[int] = field(default_factory=set, compare=False)
    uncounted: set[int] = field(default_factory=set, compare=False)


@dataclass(frozen=True, slots=True)
class DatedTerm:
    """A term with its dates, or with the reason why it has none.

    Attributes:
        term: With years where they are known.
        start: First day, where there is one.
        end: Last day, where there is one.
        broken: No such day, or a range that ends before it starts.
        months: Months at month precision; of any precision while the year is open.
        day: Day of the month while the year is open.
    """

    term: Term
    start: date | None = None
    end: date | None = None
    broken: bool = False
    months: tuple[int, ...] = ()
    day: int | None = None
    alternatives: tuple[Alternative, ...] = ()
    because: tuple[Message, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def term_kind(term: Term) -> DeadlineKind:
    """Return the kind of a calendar term that stands alone."""
    if term.first is None:
        return DeadlineKind.BY
    unit = term.first
    if not term.is_single or unit.part is not None or term.after:
        return DeadlineKind.RANGE
    return {
        Scale.DAY: DeadlineKind.DATE,
        Scale.WEEKDAY: DeadlineKind.DATE,
        Scale.MONTH: DeadlineKind.MONTH,
        Scale.YEAR: DeadlineKind.YEAR,
        Scale.ACADEMIC_YEAR: DeadlineKind.ACADEMIC_YEAR,
    }.get(unit.scale, DeadlineKind.RANGE)


def term_bound(term: Term) -> Bound:
    """Return how the dates of the term bind."""
    if term.first is None:
        return Bound.BY
    return Bound.FROM if term.last is None else Bound.ON
