"""One recurrence from everything that was said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace

from roadmapkit.deadlines.phrases.grammar import Item, Names, Throughout, Without
from roadmapkit.deadlines.phrases.grouped import ONWARD
from roadmapkit.deadlines.phrases.labels import LABEL_MARKS
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
from roadmapkit.lazily import dataclass, regex

__all__ = ["recurring"]

_TERM_WORDS = ("четверт", "триместр")
_NUMBERED = regex(r"\d|\b[IVІ]+\b|\b(?:перв|втор|трет|четверт(?:ой|ую|ая)|последн)", re.I)


def recurring(items: Sequence[Item]) -> Reading:
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
        places=tuple(item.place for item in items),
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
        elif isinstance(value, Qualifier):
            loose = not item.bracketed and _names_school_term(item)
            self.qualifiers.append(replace(value, place=Place.COMMA) if loose else value)
            self.main = _defined_by(self.main, item)

    def _recurrence(self, value: Recurrence, item: Item) -> None:
        if item.before & ONWARD:
            value = replace(value, onward=True)
        if value.frequency is None and value.count is None and value.day is None:
            # «Регулярно» names no frequency: the word itself is all that is known.
            self._note(item.text, Place.BRACKET)
        if self.main is None:
            self.main = value
        elif _counts_otherwise(self.main, value):
            self._note(item.text, Place.COMMA, understood=False)
        elif _joins(self.main, value):
            self.main = _join(self.main, value)
        elif (item.bracketed and not self.bracketed) or item.before & LABEL_MARKS:
            # «Ежегодно (1 раз в квартал)»: the bracket defines the word before it.
            self._note(self.text, Place.HEAD)
            self.main = value
        else:
            self._note(item.text, Place.BRACKET if item.bracketed else Place.COMMA)
        self.text = self.text or item.text
        self.bracketed = self.bracketed or item.bracketed

    def _note(self, text: str, place: Place, *, understood: bool = True) -> None:
        note = Qualifier(QualifierKind.NOTE, text, understood=understood, place=place)
        self.qualifiers.append(note)


def _counts_otherwise(main: Recurrence, other: Recurrence) -> bool:
    """«2022 год – 2 раза, 2023 год – 4 раза»: one recurrence cannot hold both counts."""
    bare = main.frequency is None and other.frequency is None
    return bare and None not in {main.count, other.count} and main.count != other.count


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
    days = day.days if day.day is not None else named.days
    if main.day is not None and other.day is not None and main.day != other.day:
        # «До 5 числа и до 20 числа»: neither day may get lost.
        days = tuple(dict.fromkeys((*(main.days or (main.day,)), *(other.days or (other.day,)))))
        day = replace(day, day=days[-1])
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
        since_day=day.since_day if day.day is not None else named.since_day,
        days=days,
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


def _names_school_term(item: Item) -> bool:
    return any(word in item.text.lower() for word in _TERM_WORDS)
