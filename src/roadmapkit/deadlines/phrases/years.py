"""What terms of one list lend each other: years, and the preposition before the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from roadmapkit.deadlines.phrases.grammar import Item, Throughout
from roadmapkit.deadlines.phrases.ranges import order_key
from roadmapkit.deadlines.phrases.tails import YearTail, with_tail
from roadmapkit.deadlines.phrases.tree import (
    Part,
    Qualifier,
    QualifierKind,
    Recurrence,
    Scale,
    Term,
    Unit,
)
from roadmapkit.lazily import regex

__all__ = ["needs_year", "share_years"]

_YEARS = frozenset({Scale.YEAR, Scale.ACADEMIC_YEAR})
_MOST_YEARS = 12
_SCHOOL_YEAR_STARTS = 9
_EDGE_MONTHS = {Part.START: 9, Part.END: 5}
_LENGTHS = {Scale.QUARTER: 3, Scale.HALF: 6}
_BARE_YEAR = regex(r"\d{4}$")


def share_years(items: Sequence[Item]) -> list[Item]:
    """Return the items with every year and preposition that one term has from another."""
    return _settle_years(_spread_bounds(_drop_restated(_lend_years(_each_year(items)))))


def _each_year(items: Sequence[Item]) -> list[Item]:
    """«Август 2021-2023 гг.», «сентябрь 2022, 2023»: the same time in each of the years."""
    spread: list[Item] = []
    for item in items:
        last = spread[-1] if spread else None
        years = _listed_years(item)
        if last is None or not years or not isinstance(last.value, Term) or item.bracketed:
            spread.append(item)
        elif needs_year(last) and len(years) > 1 and item.before <= {"newline"}:
            spread.pop()
            tails = [YearTail(year, academic=False, pair=True) for year in years]
            spread.extend(replace(last, value=_dated(last.value, tail)) for tail in tails)
        elif _ends_in_bare_year(last) and item.before - {"newline"} == {"comma"}:
            bare = Term(_undated(last.value.first), _undated(last.value.last), place=item.place)
            tails = [YearTail(year, academic=False, pair=True) for year in years]
            spread.extend(replace(item, value=_dated(bare, tail)) for tail in tails)
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
    if not isinstance(value, Term) or value.first is None or value.last is None:
        return False
    months = {value.first.scale, value.last.scale} == {Scale.MONTH}
    one_year = value.first.year is not None and value.first.year == value.last.year
    return months and one_year and _BARE_YEAR.search(item.text) is not None


def _undated(unit: Unit | None) -> Unit | None:
    return replace(unit, year=None) if unit is not None else None


def _lend_years(items: Sequence[Item]) -> list[Item]:
    """A whole year beside a shorter term without one is that term's year, not a second term.

    Several such years each have terms of their own: behind them where the first thing said
    is a year, «2015 г. – март, 2016 г. – апрель», else before them, «май (2015), июнь (2016)».
    """
    donors = [place for place, item in enumerate(items) if _is_donor(item)]
    takers = [place for place, item in enumerate(items) if needs_year(item)]
    if not donors or not takers or any(isinstance(item.value, Recurrence) for item in items):
        return list(items)
    leads = donors[0] < takers[0]
    owner = {place: _owner(place, donors, leads=leads) for place in takers}
    if set(owner.values()) != set(donors):
        return list(items)
    lent: list[Item] = []
    for place, item in enumerate(items):
        if place in owner and isinstance(item.value, Term):
            unit = _terms_of(items[owner[place]])[0].units[0]
            tail = YearTail(unit.year, academic=unit.scale is Scale.ACADEMIC_YEAR, pair=True)
            lent.append(replace(item, value=_dated(item.value, tail)))
        elif place not in donors:
            lent.append(item)
    return lent


def _owner(place: int, donors: Sequence[int], *, leads: bool) -> int:
    """Return the year that the term at *place* belongs to."""
    if len(donors) == 1:
        return donors[0]
    if leads:
        return max((donor for donor in donors if donor < place), default=donors[0])
    return min((donor for donor in donors if donor > place), default=donors[-1])


def _drop_restated(items: Sequence[Item]) -> list[Item]:
    """«Сентябрь 2021 – май 2022 (2021/2022 уч. год)»: the year around the terms is no other term.

    Only a year in brackets is one: «май 2022 г., 2022 год» may well be two terms.
    """
    items = _days_in_brackets(items)
    if any(isinstance(item.value, Recurrence) for item in items):
        return items
    items = _narrowed(items)
    others = [item for item in items if isinstance(item.value, Term) and not _is_donor(item)]
    if not others:
        return list(items)
    return [
        item
        for item in items
        if not (
            item.bracketed
            and isinstance(item.value, Term)
            and _is_donor(item)
            and all(_lies_in(other.value, item.value.units[0]) for other in others)
        )
    ]


def _narrowed(items: Sequence[Item]) -> list[Item]:
    """«IV квартал (декабрь)», «декабрь (IV квартал)»: the bracket says the same, or narrows it."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        if last is None or not item.bracketed or last.bracketed:
            kept.append(item)
            continue
        if _is_break(item.value) and _whole_months(last.value):
            kept.append(_remark(item))
            continue
        if _is_break(last.value) and _whole_months(item.value):
            kept[-1:] = [replace(item, bracketed=False, before=last.before), _remark(last)]
            continue
        outer, inner = _whole_months(last.value), _whole_months(item.value)
        if not outer or not inner or not (outer <= inner or inner <= outer):
            kept.append(item)
        elif inner < outer and not _is_edge(item.value):
            kept[-1] = item
    return kept


def _is_break(value: object) -> bool:
    """«Ноябрь (осенние каникулы)»: the break, whose dates are local, explains the month."""
    return isinstance(value, Term) and all(unit.scale is Scale.BREAK for unit in value.units)


def _remark(item: Item) -> Item:
    return replace(item, value=Qualifier(QualifierKind.NOTE, item.text), bracketed=True)


def _days_in_brackets(items: Sequence[Item]) -> list[Item]:
    """«Август 2024 г. (до 25 августа)»: the days in brackets say which of the months' days."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        beside = last is not None and item.bracketed and not last.bracketed
        days = _days_within(item.value, _whole_months(last.value)) if last and beside else None
        if days is None:
            kept.append(item)
        else:
            kept[-1] = replace(item, value=days)
    return kept


def _days_within(value: object, months: frozenset[tuple[int | None, int]]) -> Term | None:
    """Return days in the year of the months around them, or None where they lie elsewhere."""
    if not isinstance(value, Term) or not months:
        return None
    (year, *others) = {year for year, _ in months}
    if others or any(
        unit.scale is not Scale.DAY
        or unit.part is not None
        or unit.year not in {None, year}
        or (year, unit.month) not in months
        for unit in value.units
    ):
        return None
    return replace(value, first=_in_year(value.first, year), last=_in_year(value.last, year))


def _is_edge(value: object) -> bool:
    """«Август – сентябрь (начало учебного года)»: rough words explain, they do not narrow."""
    return isinstance(value, Term) and any(unit.part is not None for unit in value.units)


def _whole_months(value: object) -> frozenset[tuple[int | None, int]]:
    """Return the months of a month, quarter or half-year, each with its year."""
    if not isinstance(value, Term) or value.first is None or value.last is None:
        return frozenset()
    unit, last = value.first, value.last
    if unit.scale is last.scale is Scale.MONTH and unit.year == last.year and not last.part:
        months = range(unit.month or 1, (last.month or 0) + 1)
        return frozenset((unit.year, month) for month in months if not unit.part)
    if not value.is_single:
        return frozenset()
    if unit.scale is Scale.ACADEMIC_YEAR and unit.part in _EDGE_MONTHS and unit.year is None:
        return frozenset({(None, _EDGE_MONTHS[unit.part])})
    length = _LENGTHS.get(unit.scale)
    if length is None or unit.part is not None:
        return frozenset()
    first = ((unit.index or 1) - 1) * length + 1
    return frozenset((unit.year, month) for month in range(first, first + length))


def _lies_in(term: object, year: Unit) -> bool:
    """True if every end of *term* lies in the year or academic year."""
    return isinstance(term, Term) and all(_unit_in(unit, year) for unit in term.units)


def _unit_in(unit: Unit, year: Unit) -> bool:
    if unit.year is None or year.year is None:
        return False
    if unit.scale.is_school or year.scale is Scale.YEAR:
        return unit.year == year.year
    later = order_key(unit)[0] < _SCHOOL_YEAR_STARTS
    return unit.year == year.year + later


def _terms_of(item: Item) -> tuple[Term, ...]:
    value = item.value
    if isinstance(value, Throughout):
        return value.terms
    return (value,) if isinstance(value, Term) else ()


def _is_donor(item: Item) -> bool:
    """True for one whole year or academic year, also one that lasts throughout."""
    terms = _terms_of(item)
    if len(terms) != 1 or not terms[0].is_single:
        return False
    unit = terms[0].units[0]
    return unit.scale in _YEARS and unit.year is not None and unit.part is None


def needs_year(item: Item) -> bool:
    """True for a calendar term shorter than a year that names no year of its own."""
    return isinstance(item.value, Term) and all(
        unit.year is None and not unit.following and unit.scale not in _YEARS
        for unit in item.value.units
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
            and item.bracketed == spread[-1].bracketed
            and item.before <= {"comma", "и", "а", "также", "newline"}
        ):
            spread.append(replace(item, value=replace(value, first=None)))
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
            if there is None or not needs_year(here) or not isinstance(here.value, Term):
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


def _in_year(unit: Unit | None, year: int | None) -> Unit | None:
    return replace(unit, year=year) if unit is not None else None
