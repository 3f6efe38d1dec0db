"""The columns of a table of data: their names, and the order in which they are computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.kinds import Average, DataColumn, DataTable, Difference, Growth, Share, Sum
from roadmapkit.resolve.data_tables import codes
from roadmapkit.resolve.data_tables.resolved import ResolvedColumn
from roadmapkit.source import Origin, SourceDocument

__all__ = ["AGGREGATES", "ColumnIndex", "inputs_of", "list_columns"]

_NO_HEADING = "–"
"""What a column of a file without a heading prints; a dash stands for nothing in a table."""

AGGREGATES = ("sum", "average", "minimum", "maximum")
"""Keys of a row of totals that name columns."""


def list_columns(
    table: DataTable, origin: Origin, cells: SourceDocument | None
) -> tuple[ResolvedColumn, ...]:
    """Return the columns of a table: the author's, or all of its CSV file."""
    if not table.columns and cells is not None:
        return tuple(
            ResolvedColumn(
                DataColumn(heading=heading or _NO_HEADING),
                heading,
                cells.origin(("columns", index)),
            )
            for index, heading in enumerate(cells.data["columns"])
        )
    columns = []
    for index, column in enumerate(table.columns):
        details = column if isinstance(column, DataColumn) else DataColumn(heading=column)
        key = " ".join((details.key or details.heading).split())
        columns.append(ResolvedColumn(details, key, origin.child("columns", index)))
    return tuple(columns)


def inputs_of(column: DataColumn) -> tuple[tuple[str, tuple[str | int, ...]], ...]:
    """Return the keys of the columns that one is computed from, each with its place in it."""
    match column.compute:
        case Difference() | Growth() | Share() as rule:
            named = ((key, getattr(rule, key)) for key in type(rule).model_fields)
            return tuple((value, (key,)) for key, value in named if value is not None)
        case Sum(sum=keys):
            return tuple((key, ("sum", index)) for index, key in enumerate(keys))
        case Average(average=keys):
            return tuple((key, ("average", index)) for index, key in enumerate(keys))
        case _:
            return ()


class ColumnIndex:
    """The columns of one table by key; what they refer to wrongly gathers in ``diagnostics``."""

    def __init__(
        self, table: DataTable, columns: Sequence[ResolvedColumn], origin: Origin, owner: str
    ) -> None:
        self._columns = columns
        self._owner = owner
        self.diagnostics: list[Diagnostic] = []
        self.inputs: dict[int, tuple[int, ...]] = {}
        self.totals: list[dict[int, str]] = []
        self._check_own_keys()
        for index, column in enumerate(columns):
            if inputs := inputs_of(column.details):
                place = column.origin.child("compute")
                found = [self._found(key, place.child(*path)) for key, path in inputs]
                self.inputs[index] = tuple(at for at in found if at is not None)
        for position, row in enumerate(table.totals):
            place = origin.child("totals", position)
            self.totals.append(dict(self._totalled(row, place)))
        self.order = tuple(self._sorted())

    def numeric(self) -> frozenset[int]:
        """Return the columns whose cells have to be numbers."""
        named = {at for inputs in self.inputs.values() for at in inputs}
        totalled = {at for row in self.totals for at in row}
        looked = {at for at, one in enumerate(self._columns) if one.details.format is not None}
        counted = {at for at, one in enumerate(self._columns) if one.details.compute == "number"}
        return frozenset((named | totalled | looked) - counted)

    def _check_own_keys(self) -> None:
        """Report a ``key`` that the author gave twice, whether or not anything refers to it."""
        seen: set[str] = set()
        for column in self._columns:
            if column.details.key is None:
                continue
            if column.key in seen:
                self._twice(column.key, column.origin.child("key"))
            seen.add(column.key)

    def _totalled(self, row: object, place: Origin) -> Iterator[tuple[int, str]]:
        for name in AGGREGATES:
            for index, key in enumerate(getattr(row, name)):
                at = self._found(key, place.child(name, index))
                if at is not None:
                    yield at, name

    def _found(self, key: str, place: Origin) -> int | None:
        """Return the index of the column called *key*, None where there is not exactly one."""
        name = " ".join(key.split())
        found = [at for at, column in enumerate(self._columns) if column.key == name]
        if len(found) == 1 and self._columns[found[0]].details.compute != "number":
            return found[0]
        if len(found) > 1:
            self._twice(name, place)
            return None
        usable = [one.key for one in self._columns if one.details.compute != "number"]
        message = (
            Message("The column {key!r} numbers the rows, nothing is computed from it", key=name)
            if found
            else Message("The table has no column {key!r}", key=name)
        )
        self.diagnostics.append(
            codes.UNKNOWN_COLUMN.at(
                place.span,
                message,
                hint=Message("The columns are: {columns}", columns=list(dict.fromkeys(usable))),
                documents=(self._owner,),
            )
        )
        return None

    def _twice(self, key: str, place: Origin) -> None:
        finding = codes.KEY_TWICE.at(
            place.span,
            Message("Two columns of the table are called {key!r}", key=key),
            hint=Message("Give each of them a `key` of its own"),
            documents=(self._owner,),
        )
        if finding not in self.diagnostics:
            self.diagnostics.append(finding)

    def _sorted(self) -> Iterator[int]:
        """Yield the computed columns, each after those that it is computed from."""
        states: dict[int, bool] = {}

        def visit(at: int, trail: tuple[int, ...]) -> Iterator[int]:
            if at in trail:
                self._circle(trail[trail.index(at) :])
                return
            if at in states or at not in self.inputs:
                return
            for other in self.inputs[at]:
                yield from visit(other, (*trail, at))
            if at not in states:
                states[at] = True
                yield at

        for at in self.inputs:
            yield from visit(at, ())

    def _circle(self, circle: Sequence[int]) -> None:
        first = self._columns[min(circle)]
        names = [self._columns[at].key for at in (*circle, circle[0])]
        finding = codes.CIRCULAR.at(
            first.origin.child("compute").span,
            Message("The columns are computed in a circle: {columns}", columns=" → ".join(names)),
            hint=Message("Compute one of them from columns with numbers of their own"),
            documents=(self._owner,),
        )
        if not any(one.span == finding.span for one in self.diagnostics):
            self.diagnostics.append(finding)
