"""From items to readings: which of them belong together, and what they lend to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from roadmapkit.deadlines.phrases.grammar import Item, Names, Throughout, Without
from roadmapkit.deadlines.phrases.tree import (
    Frequency,
    Place,
    Qualifier,
    QualifierKind,
    Reading,
    Recurrence,
    Term,
    Through,
)
from roadmapkit.deadlines.phrases.years import share_years

__all__ = ["compose"]

_TERM_WORDS = ("четверт", "триместр")
_BARE_PERIODS = frozenset({"неделя", "месяц", "квартал", "четверть", "триместр", "полугодие"})
_ONWARD = frozenset({"далее", "затем", "впоследствии"})
_LABEL_MARKS = frozenset({"dash", "colon"})
_NUMBERED = re.compile(r"\d|\b[IVІ]+\b|\b(?:перв|втор|трет|четверт(?:ой|ую|ая)|последн)", re.I)
_DIGITS = re.compile(r"\d")
_STAGE = re.compile(
    r"\b\d{1,2}(?:-?[а-я]{1,2})?\s+(?:этап|тур|класс|раунд|смен|поток)\w*|приложени\w*\s+\d+",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:кроме|не|без|исключ\w*)\b", re.IGNORECASE)


def compose(items: Sequence[Item]) -> Reading:
    """Return what the items say together."""
    segments = _segments(items)
    telling = [segment for segment in segments if _has_time(segment)]
    if len(telling) > 1 and any(_recurs(segment) for segment in telling):
        return _several([_segment(segment) for segment in segments])
    return _segment(items)


def _segments(items: Sequence[Item]) -> list[list[Item]]:
    """Split at semicolons, and at line breaks before a second recurrence."""
    segments: list[list[Item]] = [[]]
    for item in items:
        new_line = "newline" in item.before and isinstance(item.value, Recurrence)
        repeated = new_line and _recurs(segments[-1])
        if segments[-1] and ("semicolon" in item.before or repeated or _second(item, segments[-1])):
            segments.append([])
        segments[-1].append(item)
    return [segment for segment in segments if segment]


def _second(item: Item, before: Sequence[Item]) -> bool:
    """«Ежеквартально, ежегодно»: a second recurrence of its own, not in brackets."""
    value = item.value
    if not isinstance(value, Recurrence) or item.bracketed or value.frequency is None:
        return False
    joined = not item.before or item.before & {"comma", "и", "а"}
    if not joined or item.text.lower() in _BARE_PERIODS:
        return False
    frequencies = {other.value.frequency for other in before if isinstance(other.value, Recurrence)}
    return bool(frequencies) and not frequencies & {value.frequency, None}


def _has_time(items: Iterable[Item]) -> bool:
    return any(isinstance(item.value, Term | Recurrence | Throughout) for item in items)


def _recurs(items: Iterable[Item]) -> bool:
    return any(isinstance(item.value, Recurrence) for item in items)


def _several(parts: Sequence[Reading]) -> Reading:
    """Join readings; what has no time of its own describes the part before it."""
    kept: list[Reading] = []
    for part in parts:
        if part.terms or part.recurrence or part.through or part.parts or not kept:
            kept.extend(part.parts or [part])
        else:
            last = kept[-1]
            kept[-1] = replace(
                last,
                qualifiers=last.qualifiers + part.qualifiers,
                parties=last.parties + part.parties,
            )
    return kept[0] if len(kept) == 1 else Reading(parts=tuple(kept))


def _segment(items: Sequence[Item]) -> Reading:
    items = share_years(_labelled(items))
    if _recurs(items):
        return _recurring(items)
    clauses = _clauses(items)
    timed = [clause for clause in clauses if clause.term is not None]
    if len(timed) > 1:
        return _several([clause.reading() for clause in clauses])
    return _merged(clauses)


def _merged(clauses: Sequence[_Clause]) -> Reading:
    """Return one reading of all clauses, of which at most one holds a term."""
    readings = [clause.reading() for clause in clauses]
    through = next((reading.through for reading in readings if reading.through), None)
    terms = tuple(term for reading in readings for term in reading.terms)
    return Reading(
        terms=terms,
        through=through,
        qualifiers=tuple(q for reading in readings for q in reading.qualifiers),
        parties=tuple(name for reading in readings for name in reading.parties),
    )


@dataclass(slots=True)
class _Clause:
    """A term and what was said of it."""

    term: Term | None = None
    through: Through | None = None
    qualifiers: list[Qualifier] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)

    def reading(self) -> Reading:
        return Reading(
            terms=(self.term,) if self.term else (),
            through=self.through,
            qualifiers=tuple(self.qualifiers),
            parties=tuple(self.parties),
        )


def _clauses(items: Sequence[Item]) -> list[_Clause]:
    """Group every remark and school list with its term; labels may stand before or behind."""
    leading = _labels_lead(items)
    clauses: list[_Clause] = []
    pending = _Clause()
    for item in items:
        value = item.value
        if isinstance(value, Term):
            pending.term = value
            clauses.append(pending)
            pending = _Clause()
            continue
        last = clauses[-1] if clauses else pending
        target = pending if leading and not item.bracketed else last
        if isinstance(value, Throughout):
            target = last
            target.through = value.through
            if value.terms and target.term is None:
                target.term = value.terms[0]
        elif isinstance(value, Names):
            target.parties.extend(value.names)
        elif isinstance(value, Qualifier):
            target.qualifiers.append(value)
    if pending.through or pending.qualifiers or pending.parties:
        clauses.append(pending)
    return clauses


def _labels_lead(items: Sequence[Item]) -> bool:
    """True for «СОШ № 1 – январь, СОШ № 2 – февраль»: the label comes before its term."""
    if not items or isinstance(items[0].value, Term | Recurrence | Throughout):
        return False
    for item in items[1:]:
        if isinstance(item.value, Term):
            return bool(item.before & _LABEL_MARKS)
    return False


def _recurring(items: Sequence[Item]) -> Reading:
    """Return the one recurrence that the items say together."""
    collected = _Collected()
    for item in items:
        collected.take(item)
    return Reading(
        tuple(collected.terms),
        collected.main,
        collected.through,
        tuple(collected.qualifiers),
        tuple(collected.parties),
    )


@dataclass(slots=True)
class _Collected:
    """A recurrence and what was said beside it.

    Attributes:
        text: Words of the recurrence that came first.
        bracketed: They stand in brackets.
    """

    main: Recurrence | None = None
    text: str = ""
    bracketed: bool = False
    terms: list[Term] = field(default_factory=list)
    through: Through | None = None
    qualifiers: list[Qualifier] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)

    def take(self, item: Item) -> None:
        """Take one more item in."""
        value = item.value
        if isinstance(value, Recurrence):
            self._recurrence(value, item)
        elif isinstance(value, Term):
            self.terms.append(value)
        elif isinstance(value, Throughout):
            self.through = value.through
            # In front of the others: the term that lasts throughout bounds the rest.
            self.terms[:0] = value.terms
        elif isinstance(value, Without):
            self.main = replace(self.main, without=value.months) if self.main else None
        elif isinstance(value, Names):
            self.parties.extend(value.names)
        else:
            loose = not item.bracketed and _names_school_term(item)
            self.qualifiers.append(replace(value, place=Place.COMMA) if loose else value)
            self.main = _defined_by(self.main, item)

    def _recurrence(self, value: Recurrence, item: Item) -> None:
        if item.before & _ONWARD:
            value = replace(value, onward=True)
        if value.frequency is None and value.count is None and value.day is None:
            # «Регулярно» names no frequency: the word itself is all that is known.
            self._note(item.text, Place.BRACKET)
        if self.main is None:
            self.main = value
        elif _joins(self.main, value):
            self.main = _join(self.main, value)
        elif (item.bracketed and not self.bracketed) or item.before & _LABEL_MARKS:
            # «Ежегодно (1 раз в квартал)»: the bracket defines the word before it.
            self._note(self.text, Place.HEAD)
            self.main = value
        else:
            self._note(item.text, Place.BRACKET if item.bracketed else Place.COMMA)
        self.text = self.text or item.text
        self.bracketed = self.bracketed or item.bracketed

    def _note(self, text: str, place: Place) -> None:
        self.qualifiers.append(Qualifier(QualifierKind.NOTE, text, place=place))


def _joins(main: Recurrence, other: Recurrence) -> bool:
    """True if *other* only says more of *main*: a day of the month, weekdays, a year."""
    day_only = other.day is not None or main.day is not None
    same = other.frequency in {main.frequency, None} or main.frequency is None
    more = other.weekdays and not main.weekdays
    return bool(same or more or (day_only and other.day is not None))


def _join(main: Recurrence, other: Recurrence) -> Recurrence:
    """Return *main* with what *other* adds; the longer period is what is reported on."""
    named, day = (main, other) if main.frequency is not None else (other, main)
    if day.day is None:
        named, day = (main, other)
    counts = [count for count in (named.count, day.count) if count is not None]
    return Recurrence(
        frequency=named.frequency or day.frequency,
        every=max(named.every, day.every),
        count=max(counts, default=None),
        per=named.per or day.per,
        at_least=named.at_least or day.at_least,
        weekdays=named.weekdays or day.weekdays,
        day=day.day if day.day is not None else named.day,
        reporting=day.reporting or named.reporting,
        by=day.by if day.day is not None else named.by,
        without=named.without or day.without,
        onward=named.onward or day.onward,
    )


def _defined_by(main: Recurrence | None, item: Item) -> Recurrence | None:
    """A bracket with a school term defines the recurrence before it more closely.

    A numbered term, «2 раза в год (по итогам I и III четверти)», is an event of its own.
    """
    if main is None or not item.bracketed or main.frequency is Frequency.ACADEMIC_TERM:
        return main
    plain = main.count == 1 and main.every == 1 and not main.at_least
    if plain and _names_school_term(item) and not _NUMBERED.search(item.text):
        return Recurrence(Frequency.ACADEMIC_TERM, count=main.count, per=None)
    return main


def _labelled(items: Sequence[Item]) -> list[Item]:
    """A remark in brackets or beside a dash is a label, unless it changes the term."""
    timed = _has_time(items) or any(
        isinstance(item.value, Qualifier) and item.value.kind is not QualifierKind.NOTE
        for item in items
    )
    labelled: list[Item] = []
    for place, item in enumerate(items):
        following = items[place + 1].before if place + 1 < len(items) else frozenset()
        beside = item.bracketed or (item.before | following) & _LABEL_MARKS
        if timed and beside and isinstance(item.value, Qualifier) and _is_label(item):
            item = replace(item, value=replace(item.value, understood=True))  # noqa: PLW2901 the item with its label marked takes the place of the item
        labelled.append(item)
    return labelled


def _is_label(item: Item) -> bool:
    """True for words without a number that might be a date, and without a negation."""
    numbers = _DIGITS.search(_STAGE.sub("", item.text))
    return not numbers and not _NEGATION.search(item.text)


def _names_school_term(item: Item) -> bool:
    return any(word in item.text.lower() for word in _TERM_WORDS)
