"""What terms of one list lend each other: years, and the preposition before the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from roadmapkit.deadlines.phrases.grammar import Item, Throughout
from roadmapkit.deadlines.phrases.terms import order_key
from roadmapkit.deadlines.phrases.tree import Recurrence, Scale, Term, Unit
from roadmapkit.deadlines.phrases.units import YearTail, with_tail

__all__ = ["share_years"]

_YEARS = frozenset({Scale.YEAR, Scale.ACADEMIC_YEAR})
_MOST_YEARS = 12
_SCHOOL_YEAR_STARTS = 9
_BARE_YEAR = re.compile(r"\d{4}$")


def share_years(items: Sequence[Item]) -> list[Item]:
    """Return the items with every year and preposition that one term has from another."""
    return _settle_years(_spread_bounds(_lend_years(_each_year(items))))


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
            spread.extend(Item(_dated(bare, tail), item.before, text=item.text) for tail in tails)
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
    recurs = any(isinstance(item.value, Recurrence) for item in items)
    if len(donors) != 1 or not takers or recurs:
        return list(items)
    donor = donors[0]
    unit = _terms_of(donor)[0].units[0]
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


def _needs_year(item: Item) -> bool:
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
