"""From items to readings: which of them belong together, and what they lend to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from roadmapkit.deadlines.grammar import Item, Names, Throughout, Without
from roadmapkit.deadlines.terms import order_key
from roadmapkit.deadlines.tree import (
    Frequency,
    Qualifier,
    QualifierKind,
    Reading,
    Recurrence,
    Scale,
    Term,
    Through,
    Unit,
)
from roadmapkit.deadlines.units import YearTail, with_tail

__all__ = ["compose"]

_YEARS = frozenset({Scale.YEAR, Scale.ACADEMIC_YEAR})
_TERM_WORDS = ("четверт", "триместр")
_BARE_PERIODS = frozenset(
    {"неделя", "месяц", "квартал", "четверть", "триместр", "полугодие"}
)
_LABEL_MARKS = frozenset({"dash", "colon"})
_MOST_YEARS = 12
_SCHOOL_YEAR_STARTS = 9
_DIGITS = re.compile(r"\d")
_STAGE = re.compile(r"\b\d{1,2}(?:-?[а-я]{1,2})?\s+(?:этап|тур|класс|срок|раунд|смен|поток)\w*")
_NEGATION = re.compile(r"\b(?:кроме|не|без|исключ\w*)\b", re.IGNORECASE)
_BARE_YEAR = re.compile(r"\d{4}$")


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
    if not item.before & {"comma", "и", "а"} or item.text.lower() in _BARE_PERIODS:
        return False
    frequencies = {
        other.value.frequency for other in before if isinstance(other.value, Recurrence)
    }
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
    items = _settle_years(_spread_bounds(_lend_years(_each_year(_labelled(items)))))
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
    main: Recurrence | None = None
    main_text, main_bracketed = "", False
    terms: list[Term] = []
    qualifiers: list[Qualifier] = []
    parties: list[str] = []
    through: Through | None = None
    for item in items:
        value = item.value
        if isinstance(value, Recurrence):
            if value.frequency is None and value.count is None and value.day is None:
                # «Регулярно» names no frequency: the word itself is all that is known.
                qualifiers.append(Qualifier(QualifierKind.NOTE, item.text))
            if main is None or _joins(main, value):
                main = value if main is None else _join(main, value)
            elif item.bracketed and not main_bracketed:
                # «Ежегодно (1 раз в квартал)»: the bracket defines the word before it.
                qualifiers.append(Qualifier(QualifierKind.NOTE, main_text))
                main = value
            else:
                qualifiers.append(Qualifier(QualifierKind.NOTE, item.text))
            main_text, main_bracketed = main_text or item.text, main_bracketed or item.bracketed
        elif isinstance(value, Term):
            terms.append(value)
        elif isinstance(value, Throughout):
            through = value.through
            terms.extend(value.terms)
        elif isinstance(value, Without):
            main = replace(main, without=value.months) if main else main
        elif isinstance(value, Names):
            parties.extend(value.names)
        else:
            qualifiers.append(value)
            main = _defined_by(main, item)
    return Reading(tuple(terms), main, through, tuple(qualifiers), tuple(parties))


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
    )


def _defined_by(main: Recurrence | None, item: Item) -> Recurrence | None:
    """A bracket with a school term defines the recurrence before it more closely."""
    if main is None or not item.bracketed or main.frequency is Frequency.ACADEMIC_TERM:
        return main
    if any(word in item.text.lower() for word in _TERM_WORDS):
        return Recurrence(Frequency.ACADEMIC_TERM, count=main.count, per=None)
    return main


def _labelled(items: Sequence[Item]) -> list[Item]:
    """A remark without digits in brackets or behind a dash is a label: «март (1 этап)»."""
    return [
        replace(item, value=replace(item.value, understood=True))
        if isinstance(item.value, Qualifier)
        and item.value.kind is QualifierKind.NOTE
        and (item.bracketed or item.before & _LABEL_MARKS)
        and not _DIGITS.search(_STAGE.sub("", item.text))
        and not _NEGATION.search(item.text)
        and any(isinstance(other.value, Term | Recurrence | Throughout) for other in items)
        else item
        for item in items
    ]


def _each_year(items: Sequence[Item]) -> list[Item]:
    """«Август 2021-2023 гг.», «сентябрь 2022, 2023»: the same time in each of the years."""
    spread: list[Item] = []
    for item in items:
        last = spread[-1] if spread else None
        years = _listed_years(item)
        if last is None or not years or not isinstance(last.value, Term) or item.bracketed:
            spread.append(item)
        elif _needs_year(last) and len(years) > 1 and not item.before:
            spread.pop()
            tails = [YearTail(year, academic=False, pair=True) for year in years]
            spread.extend(replace(last, value=_dated(last.value, tail)) for tail in tails)
        elif _ends_in_bare_year(last) and item.before == {"comma"}:
            bare = Term(_undated(last.value.first), _undated(last.value.last))
            tails = [YearTail(year, academic=False, pair=True) for year in years]
            spread.extend(
                Item(_dated(bare, tail), item.before, text=item.text) for tail in tails
            )
        else:
            spread.append(item)
    return spread


def _listed_years(item: Item) -> list[int]:
    """Return the years of a term that is a year or a range of years."""
    value = item.value
    if not isinstance(value, Term) or value.first is None or value.last is None:
        return []
    ends = (value.first, value.last)
    if any(unit.scale is not Scale.YEAR or unit.year is None or unit.part for unit in ends):
        return []
    years = list(range(value.first.year or 0, (value.last.year or 0) + 1))
    return years if len(years) <= _MOST_YEARS else []


def _ends_in_bare_year(item: Item) -> bool:
    """True for «сентябрь 2022» and for the bare «2023» that was read as another September."""
    value = item.value
    return (
        isinstance(value, Term)
        and value.is_single
        and value.units[0].scale is Scale.MONTH
        and value.units[0].year is not None
        and _BARE_YEAR.search(item.text) is not None
    )


def _undated(unit: Unit | None) -> Unit | None:
    return replace(unit, year=None) if unit is not None else None


def _lend_years(items: Sequence[Item]) -> list[Item]:
    """A whole year beside a shorter term without one is that term's year, not a second term."""
    donors = [item for item in items if _is_donor(item)]
    takers = [item for item in items if _needs_year(item)]
    if len(donors) != 1 or not takers or _recurs(items):
        return list(items)
    donor = donors[0]
    unit = donor.value.units[0] if isinstance(donor.value, Term) else donor.value.terms[0].units[0]
    tail = YearTail(unit.year, academic=unit.scale is Scale.ACADEMIC_YEAR, pair=True)
    lent: list[Item] = []
    for item in items:
        if item is donor:
            continue
        if _needs_year(item) and isinstance(item.value, Term):
            lent.append(replace(item, value=_dated(item.value, tail)))
        else:
            lent.append(item)
    return lent


def _is_donor(item: Item) -> bool:
    value = item.value
    terms = value.terms if isinstance(value, Throughout) else (value,)
    return len(terms) == 1 and all(
        isinstance(term, Term) and term.is_single and term.units[0].scale in _YEARS
        and term.units[0].year is not None and term.units[0].part is None
        for term in terms
    )


def _needs_year(item: Item) -> bool:
    return isinstance(item.value, Term) and all(
        unit.year is None and not unit.following and unit.scale not in _YEARS for unit in item.value.units
    )


def _dated(term: Term, tail: YearTail) -> Term:
    """Return *term* with both ends in the year of *tail*."""
    first = with_tail(term.first, tail) if term.first else None
    last = with_tail(term.last, tail) if term.last else None
    if not tail.academic and first and last and first.year and order_key(first) > order_key(last):
        last = replace(last, year=first.year + 1)
    return replace(term, first=first, last=last)


def _spread_bounds(items: Sequence[Item]) -> list[Item]:
    """«До 1 марта, 1 июня»: the preposition before the first date governs the next ones."""
    spread: list[Item] = []
    for item in items:
        last = spread[-1].value if spread else None
        value = item.value
        if (
            isinstance(last, Term)
            and isinstance(value, Term)
            and last.first is None
            and last.last is not None
            and value.is_single
            and value.last is not None
            and value.last.scale is last.last.scale is Scale.DAY
            and item.before
            and not item.bracketed
            and item.before <= {"comma", "и", "а", "также", "newline"}
        ):
            spread.append(replace(item, value=Term(None, value.last)))
        else:
            spread.append(item)
    return spread


def _settle_years(items: Sequence[Item]) -> list[Item]:
    """Give a term without a year that of the next one in the list, else of the one before."""
    settled = list(items)
    for order in (range(len(settled) - 2, -1, -1), range(1, len(settled))):
        step = 1 if order.step == -1 else -1
        for place in order:
            here, there = settled[place], _neighbour(settled, place, step)
            if there is None or not _needs_year(here) or not isinstance(here.value, Term):
                continue
            settled[place] = replace(here, value=_beside(here.value, there, step))
    return settled


def _neighbour(items: Sequence[Item], place: int, step: int) -> Term | None:
    """Return the next term in the direction, over remarks and lists."""
    place += step
    while 0 <= place < len(items):
        value = items[place].value
        if isinstance(value, Term):
            return value
        place += step
    return None


def _beside(term: Term, neighbour: Term, step: int) -> Term:
    ends = neighbour.units if step == 1 else tuple(reversed(neighbour.units))
    near = ends[0]
    own = term.units[-1] if step == 1 else term.units[0]
    if near.year is None or near.scale.is_school != own.scale.is_school or near.scale in _YEARS:
        return term
    year = near.year
    if step == -1 and order_key(own) < order_key(near):
        year += 1
    if step == 1 and _school_order(own, near):
        year -= 1
    return replace(
        term,
        first=_in_year(term.first, year),
        last=_in_year(term.last, year),
    )


def _school_order(own: Unit, near: Unit) -> bool:
    """«Сентябрь, декабрь, март 2022»: an autumn named before a spring is the year before."""
    return (own.month or 0) >= _SCHOOL_YEAR_STARTS > (near.month or 99)


def _in_year(unit: Unit | None, year: int) -> Unit | None:
    return replace(unit, year=year) if unit is not None else None
