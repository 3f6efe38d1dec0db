"""One unit, or a range of two: what the ends lend each other, and which of them go together."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.tree import Scale, Term, Unit

__all__ = ["adjacent", "comparable", "like", "order_key", "single", "span"]

_LAST_OF_MONTH = 31
_MONTHS_IN_QUARTER = 3
_FIRST_MONTH_OF_SEASON = {1: 12, 2: 3, 3: 6, 4: 9}


def like(unit_: Unit, number: int) -> Unit | None:
    """Return the unit of the same kind with another number."""
    if unit_.scale is Scale.DAY:
        return replace(unit_, day=number) if 0 < number <= 99 else None
    if unit_.scale is Scale.YEAR:
        return replace(unit_, year=number) if number >= 1000 else None
    if unit_.scale is Scale.MONTH:
        return replace(unit_, month=number) if 0 < number <= 12 else None
    if unit_.index is None or number > 12:
        return None
    return replace(unit_, index=number)


def single(only: Unit) -> Term:
    """Return the term of one unit."""
    return Term(only, only)


def span(first: Unit, last: Unit, *, before: bool = False) -> Term:
    """Return the range with the year that one end lends to the other."""
    if first.year is None and last.year is not None and not _mixed(first, last):
        wraps = order_key(first) > order_key(last) and not _same_month(first, last)
        first = replace(first, year=last.year - wraps)
    elif last.year is None and first.year is not None and not _mixed(first, last):
        last = replace(last, year=first.year + (order_key(first) > order_key(last)))
    return Term(first, last, before=before)


def _same_month(first: Unit, last: Unit) -> bool:
    """«С 20 по 10 мая 2016 г.» is a slip of the pen, not a term of a year."""
    return first.scale is last.scale is Scale.DAY and first.month == last.month


def _mixed(first: Unit, last: Unit) -> bool:
    return first.scale.is_school != last.scale.is_school


def comparable(first: Unit, last: Unit) -> bool:
    """A range of a day and a year is no range; neither is a year after a month."""
    if _mixed(first, last):
        return False
    whole_years = {Scale.YEAR, Scale.ACADEMIC_YEAR}
    return (first.scale in whole_years) == (last.scale in whole_years)


def adjacent(first: Unit, last: Unit) -> bool:
    """True for a unit and the next of its kind."""
    if first.scale is not last.scale or first.scale is Scale.DAY:
        return False
    if first.scale is Scale.MONTH and first.month and last.month:
        return (last.month - first.month) % 12 == 1
    return first.index is not None and last.index == first.index + 1


def order_key(unit_: Unit) -> tuple[int, int]:
    """Return where the unit stands within its year."""
    if unit_.scale.is_school:
        return (unit_.index or 0, 0)
    if unit_.scale is Scale.YEAR:
        return (0, 0)
    if unit_.scale is Scale.QUARTER:
        return (((unit_.index or 1) - 1) * _MONTHS_IN_QUARTER + 1, 0)
    if unit_.scale is Scale.HALF:
        return (((unit_.index or 1) - 1) * 2 * _MONTHS_IN_QUARTER + 1, 0)
    if unit_.scale is Scale.SEASON:
        return (_FIRST_MONTH_OF_SEASON[unit_.index or 1], 0)
    inner = unit_.day or (unit_.index or 0) * 7
    if inner < 0:
        inner = _LAST_OF_MONTH
    return (unit_.month or 0, inner)
