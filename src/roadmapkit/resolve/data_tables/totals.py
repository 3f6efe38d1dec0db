"""Rows of totals: sums, means and extremes of columns, and what is computed from these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from roadmapkit.resolve.data_tables.computing import added, averaged, compute
from roadmapkit.resolve.data_tables.numbers import NumberLook
from roadmapkit.resolve.data_tables.resolved import (
    ResolvedColumn,
    ResolvedTableRow,
    TableCell,
)
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.computed import TotalRow

__all__ = ["Totals"]

_AGGREGATES: Mapping[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "sum": added,
    "average": averaged,
    "minimum": min,
    "maximum": max,
}


class Totals:
    """Computes the rows of totals of one table.

    Args:
        columns: The columns.
        inputs: What each computed column is computed from; each comes after its inputs.
        looks: How the numbers of each column are printed.
        wholes: Sum of each column over the whole table.
        words: How many columns at the left edge hold no numbers: the name of a row takes them.
    """

    def __init__(
        self,
        columns: Sequence[ResolvedColumn],
        inputs: Mapping[int, Sequence[int]],
        looks: Mapping[int, NumberLook],
        wholes: Mapping[int, Decimal],
        words: int,
    ) -> None:
        self._columns = columns
        self._inputs = inputs
        self._looks = looks
        self._wholes = wholes
        self._words = max(1, words)

    def row(
        self,
        total: TotalRow,
        asked: Mapping[int, str],
        rows: Sequence[Mapping[int, Decimal]],
        origin: Origin,
    ) -> ResolvedTableRow:
        """Return one row of totals over *rows*; *asked* says what stands in which column.

        A computed column is computed from the totals beside it, so that a reader can prove
        it; a dash stands where these are totals of different rows.
        """
        values: dict[int, Decimal | None] = {}
        for at, name in asked.items():
            known = [row[at] for row in rows if at in row]
            values[at] = _AGGREGATES[name](known) if known else None
        kinds = dict(asked)
        for at in self._inputs:
            kind = self._common(at, kinds)
            if at in asked or kind is None:
                continue
            rule = self._columns[at].details.compute
            if rule is None:
                continue
            given = [values[one] for one in self._inputs[at]]
            if len({tuple(one in row for row in rows) for one in self._inputs[at]}) > 1:
                given = [None for _ in given]
            whole = self._wholes.get(self._inputs[at][0])
            values[at] = compute(rule, given, lambda whole=whole: whole, lambda: None)  # type: ignore[misc]
            kinds[at] = kind
        return ResolvedTableRow(tuple(self._cells(total, values, kinds, origin)), "total")

    def _common(self, at: int, kinds: Mapping[int, str]) -> str | None:
        """Return the one kind of total that all inputs of a computed column have here."""
        found = {kinds.get(one) for one in self._inputs[at]}
        kind = found.pop() if len(found) == 1 else None
        own_total = len(self._inputs[at]) == 1
        return kind if kind in ("sum", "average") and not (own_total and kind != "sum") else None

    def _cells(
        self,
        total: TotalRow,
        values: Mapping[int, Decimal | None],
        kinds: Mapping[int, str],
        origin: Origin,
    ) -> list[TableCell]:
        cells = [TableCell(total.label, origin.child("label"), 0, self._words)]
        for at in range(self._words, len(self._columns)):
            if at not in values:
                cells.append(TableCell("", origin, at))
            elif values[at] is None:
                cells.append(TableCell("–", origin, at))
            else:
                look = self._look(at, kinds[at])
                cells.append(TableCell("", origin, at, number=values[at], look=look))
        return cells

    def _look(self, at: int, kind: str) -> NumberLook:
        look = self._looks.get(at, NumberLook())
        chosen = self._columns[at].details.format
        if kind == "average" and (chosen is None or chosen.decimals is None):
            return replace(look, decimals=max(look.decimals, 1))
        return look
