"""Values of computed columns: differences, growth, shares, sums and averages of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

from roadmapkit.model.kinds import Average, Difference, Growth, Share, Sum
from roadmapkit.resolve.data_tables.numbers import EXACT, NumberLook
from roadmapkit.resolve.data_tables.resolved import ResolvedColumn

if TYPE_CHECKING:
    from roadmapkit.model.computed import Computation

__all__ = ["ColumnNumbers", "added", "averaged", "compute", "looks_of"]

_HUNDRED = Decimal(100)


def added(values: Iterable[Decimal]) -> Decimal:
    """Return the exact sum."""
    return reduce(EXACT.add, values, Decimal(0))


def averaged(values: Sequence[Decimal]) -> Decimal:
    """Return the mean of at least one value."""
    return EXACT.divide(added(values), Decimal(len(values)))


def compute(
    rule: Computation,
    values: Sequence[Decimal | None],
    whole: Callable[[], Decimal | None],
    on_zero: Callable[[], None],
) -> Decimal | None:
    """Return the value of a computed cell, None where a number for it is missing.

    Args:
        rule: How it is computed.
        values: The numbers of the columns that it is computed from, in their order.
        whole: Returns the sum of the column, of which a share without ``of`` is one.
        on_zero: Called where a share of zero is asked for.
    """
    known = [value for value in values if value is not None]
    if not known or (len(known) != len(values) and not isinstance(rule, Sum | Average)):
        return None
    match rule:
        case Sum():
            return added(known)
        case Average():
            return averaged(known)
        case Difference():
            return EXACT.subtract(known[0], known[1])
        case Growth():
            return _percent(EXACT.subtract(known[0], known[1]), known[1], on_zero)
        case _:
            return _percent(known[0], known[1] if known[1:] else whole(), on_zero)


def _percent(part: Decimal, base: Decimal | None, on_zero: Callable[[], None]) -> Decimal | None:
    if base is None:
        return None
    if not base:
        on_zero()
        return None
    return EXACT.divide(EXACT.multiply(part, _HUNDRED), base)


class ColumnNumbers:
    """What the numbers of one column look like: decimals, and whether all are per cent."""

    def __init__(self) -> None:
        self.decimals = 0
        self.percent: bool | None = None

    def note(self, decimals: int, *, percent: bool) -> None:
        """Take notice of one more number."""
        self.decimals = max(self.decimals, decimals)
        self.percent = percent if self.percent is None else self.percent and percent


def looks_of(
    columns: Sequence[ResolvedColumn],
    order: Sequence[int],
    inputs: Mapping[int, Sequence[int]],
    written: Mapping[int, ColumnNumbers],
) -> dict[int, NumberLook]:
    """Return how the numbers of each column are printed, by column.

    What the author does not say follows from the numbers: a sum and a difference are as
    exact as what they are made from, a share, a growth and a mean have one decimal at
    least; a difference and a growth bear their sign.
    """
    looks: dict[int, NumberLook] = {}
    for at, numbers in written.items():
        usual = NumberLook(decimals=numbers.decimals, percent=bool(numbers.percent))
        looks[at] = _asked(columns[at], usual)
    for at in order:
        known = [looks[one] for one in inputs[at] if one in looks]
        decimals = max((look.decimals for look in known), default=0)
        same_unit = bool(known) and all(look.percent for look in known)
        match columns[at].details.compute:
            case Difference():
                usual = NumberLook(decimals, sign=True)
            case Growth():
                usual = NumberLook(1, sign=True, percent=True)
            case Share():
                usual = NumberLook(1, percent=True)
            case Average():
                usual = NumberLook(max(decimals, 1), percent=same_unit)
            case _:
                usual = NumberLook(decimals, percent=same_unit)
        looks[at] = _asked(columns[at], usual)
    return looks


def _asked(column: ResolvedColumn, usual: NumberLook) -> NumberLook:
    """Return *usual* with what the author says otherwise."""
    asked = column.details.format
    if asked is None:
        return usual
    return NumberLook(
        decimals=usual.decimals if asked.decimals is None else asked.decimals,
        sign=usual.sign if asked.sign is None else asked.sign,
        thousands=asked.thousands,
        percent=usual.percent if asked.percent is None else asked.percent,
        unit=asked.unit or "",
    )
