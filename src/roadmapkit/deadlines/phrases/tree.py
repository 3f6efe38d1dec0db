"""What a phrase says before any year or period is known: the syntax tree of deadlines."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from roadmapkit.lazily import dataclass

__all__ = [
    "Frequency",
    "Offset",
    "Part",
    "Per",
    "Place",
    "Qualifier",
    "QualifierKind",
    "Reading",
    "Recurrence",
    "Reporting",
    "Scale",
    "Term",
    "Through",
    "Unit",
]


class Scale(StrEnum):
    """Size of a calendar unit, from a day to years."""

    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    DECADE = "decade"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half-year"
    YEAR = "year"
    SCHOOL_TERM = "school term"
    TRIMESTER = "trimester"
    SCHOOL_HALF = "school half-year"
    BREAK = "school break"
    ACADEMIC_YEAR = "academic year"

    @property
    def is_school(self) -> bool:
        """True where the year is the one in which the academic year begins."""
        return self in {
            Scale.SCHOOL_TERM,
            Scale.TRIMESTER,
            Scale.SCHOOL_HALF,
            Scale.BREAK,
            Scale.ACADEMIC_YEAR,
        }


class Part(StrEnum):
    """A rough part of a unit: «начало», «середина», «конец», «первая половина»."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


class Frequency(StrEnum):
    """How often something recurs (периодичность)."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    ACADEMIC_TERM = "academic-term"
    ACADEMIC_YEAR = "academic-year"


class Per(StrEnum):
    """The time in which a number of times is counted."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    ACADEMIC_TERM = "academic-term"
    ACADEMIC_YEAR = "academic-year"


class Reporting(StrEnum):
    """In which month a report is due that follows a recurring period."""

    NEXT = "month after the period"
    LAST = "last month of the period"
    SAME = "every month"


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the calendar whose year may be unknown.

    Attributes:
        scale: Its size.
        index: Number within the year: quarter, half-year, season (1 winter), school term,
            break (1 autumn, 2 winter, 3 spring, 4 summer); number of a week, decade or
            weekday within its month, -1 for the last.
        month: Month of a day, weekday, week, decade or month; None for a bare weekday.
        day: Day of the month, -1 for the last.
        weekday: 1 for Monday … 7, 0 for any working day.
        year: Calendar year; for school units the year in which the academic year begins.
        part: A rough part of the unit instead of all of it.
        following: «Следующего года»: one year after the period of the document.
    """

    scale: Scale
    index: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year: int | None = None
    part: Part | None = None
    following: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One unit, a range of units, or one open end of it.

    Attributes:
        first: Unit in which it begins; None for «до …».
        last: Unit in which it ends; None for «с …»; the same as *first* for one unit.
        before: The end is the last day *before* ``last``, as in «до ноября».
        after: The start is the day after ``first``, as in «после 1 марта».
        place: Which item of the phrase it was read from; no part of its meaning.
    """

    first: Unit | None
    last: Unit | None
    before: bool = False
    after: bool = False
    place: int | None = field(default=None, compare=False)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The ends that are there, each once."""
        ends = [unit for unit in (self.first, self.last) if unit is not None]
        return tuple(dict.fromkeys(ends))

    @property
    def is_single(self) -> bool:
        """True for one unit without an open end."""
        return self.first is not None and self.first == self.last


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often, without when (периодичность).

    Attributes:
        frequency: None for «регулярно» and for «ежедневно», which no frequency names.
        every: 3 in «раз в 3 года».
        count: 2 in «2 раза в год».
        per: Time in which *count* is counted; None for a bare «четверть».
        at_least: «не менее», «не реже».
        weekdays: 1 for Monday …
        day: Day of the month, -1 for the last one.
        since_day: First day of the month in «с 1 по 10 число каждого месяца».
        days: All of them in «5 и 20 числа каждого месяца», where *day* is the last.
        reporting: Month in which *day* lies where the period is longer than a month.
        by: *day* is the last possible one («до 5 числа»), not the only one.
        without: Months left out («кроме июля»).
        onward: «Далее ежеквартально»: the term beside it is only the first time.
    """

    frequency: Frequency | None
    every: int = 1
    count: int | None = 1
    per: Per | None = None
    at_least: bool = False
    weekdays: tuple[int, ...] = ()
    day: int | None = None
    reporting: Reporting | None = None
    by: bool = True
    without: tuple[int, ...] = ()
    onward: bool = False
    since_day: int | None = None
    days: tuple[int, ...] = ()


class Through(StrEnum):
    """All the time, and of what (непрерывно)."""

    ALWAYS = "always"
    YEAR = "year"
    ACADEMIC_YEAR = "academic year"
    PERIOD = "period"
    TERM = "term"


class QualifierKind(StrEnum):
    """What else a phrase names beside the calendar."""

    SCHEDULE = "schedule"
    EVENT = "event"
    NOTE = "note"


class Place(StrEnum):
    """Where a qualifier stands, where that makes a difference to a recurrence."""

    BRACKET = "bracket"
    COMMA = "comma"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance in time from an event: «в течение 10 рабочих дней со дня …».

    Attributes:
        count: How many units.
        unit: ``day``, ``week``, ``month``, ``quarter``, ``half-year``, ``year``, ``hour``.
        working: Days are working days.
        before: Counted back from the event.
    """

    count: int
    unit: str
    working: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words that set or narrow the time without naming a date.

    Attributes:
        kind: Another document, an event, or a remark.
        text: The author's own words, without needless spaces.
        offset: Distance from the event, where one is written.
        signing: The event is the signing of the act that holds the phrase.
        understood: False where no production covers the words.
        place: In brackets behind the term, behind a comma, or before the bracket that
            defines it more closely.
    """

    kind: QualifierKind
    text: str
    offset: Offset | None = None
    signing: bool = False
    understood: bool = True
    place: Place = Place.BRACKET


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole phrase, or one of several separate terms in it.

    Attributes:
        terms: Calendar terms; at most one, or the windows of a recurrence.
        recurrence: How often.
        through: All the time.
        qualifiers: Everything else that was said, in order.
        parties: Names of a school list that the term is for.
        parts: Separate terms; then the other attributes describe them all.
        places: Which items of the phrase it was read from; no part of its meaning.
    """

    terms: tuple[Term, ...] = ()
    recurrence: Recurrence | None = None
    through: Through | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    parties: tuple[str, ...] = ()
    parts: tuple[Reading, ...] = field(default=())
    places: tuple[int, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """True when nothing in the phrase is a term of any kind."""
        telling = any(q.kind is not QualifierKind.NOTE for q in self.qualifiers)
        return not (self.terms or self.recurrence or self.through or self.parts or telling)
