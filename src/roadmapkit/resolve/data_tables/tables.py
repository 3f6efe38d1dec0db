"""One table of data from its description to rows with every number in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from roadmapkit.diagnostics import Diagnostic, Message, Severity
from roadmapkit.model.kinds import DataTable
from roadmapkit.resolve.data_tables import codes
from roadmapkit.resolve.data_tables.columns import ColumnIndex, list_columns
from roadmapkit.resolve.data_tables.computing import ColumnNumbers, added, compute, looks_of
from roadmapkit.resolve.data_tables.gathering import GivenRow, csv_rows, yaml_rows
from roadmapkit.resolve.data_tables.numbers import NumberLook, is_dash, read_number
from roadmapkit.resolve.data_tables.resolved import (
    ResolvedColumn,
    ResolvedTable,
    ResolvedTableRow,
    TableCell,
)
from roadmapkit.resolve.data_tables.totals import Totals
from roadmapkit.source import Origin, SourceDocument

__all__ = ["CsvOf", "resolve_table"]

CsvOf = Callable[[str], SourceDocument | None]
"""Returns the cells of the CSV file that a table names, None where it cannot be had."""


def resolve_table(
    table: DataTable, origin: Origin, owner: str, csv_of: CsvOf
) -> tuple[ResolvedTable, list[Diagnostic]]:
    """Return a table with its computed columns and totals, and what is wrong with it.

    Args:
        table: The author's description.
        origin: Where it stands.
        owner: Id of the document that it belongs to, for findings.
        csv_of: Finds the CSV file that it names.
    """
    cells = csv_of(table.csv) if table.csv is not None else None
    shape = list(_shape_faults(table, origin, owner))
    if shape or (table.csv is not None and cells is None):
        return ResolvedTable((), (), origin), shape
    return _Table(table, origin, owner, cells).resolved()


def _shape_faults(table: DataTable, origin: Origin, owner: str) -> list[Diagnostic]:
    if table.csv is not None and table.rows:
        place = origin.child("rows")
        message = Message("The table has rows of its own and those of a CSV file")
        hint = Message("Keep one of the two")
    elif table.csv is None and not table.columns:
        place = origin
        message = Message("The table has no columns")
        hint = Message("Name them under `columns`, or take them from a file: `csv: scores.csv`")
    else:
        return []
    return [codes.TABLE_SHAPE.at(place.span, message, hint=hint, documents=(owner,))]


class _Table:
    """One table on its way."""

    def __init__(
        self, table: DataTable, origin: Origin, owner: str, cells: SourceDocument | None
    ) -> None:
        self._table = table
        self._origin = origin
        self._owner = owner
        self._columns: Sequence[ResolvedColumn] = list_columns(table, origin, cells)
        if cells is not None:
            self._given, self.diagnostics = csv_rows(cells, self._columns, owner)
        else:
            self._given, self.diagnostics = yaml_rows(table, self._columns, origin, owner)
        self._index = ColumnIndex(table, self._columns, origin, owner)
        self.diagnostics += self._index.diagnostics
        self._written: dict[int, ColumnNumbers] = {}
        self._wholes: dict[int, Decimal] = {}

    def resolved(self) -> tuple[ResolvedTable, list[Diagnostic]]:
        values = [self._numbers(row) for row in self._given]
        self._label_faults()
        if any(found.severity is Severity.ERROR for found in self.diagnostics):
            return ResolvedTable(tuple(self._columns), (), self._origin), self.diagnostics
        looks = looks_of(self._columns, self._index.order, self._index.inputs, self._written)
        for at in self._index.order:
            for given, row in zip(self._given, values, strict=True):
                self._compute(at, given, row, values)
        rows = self._rows(values, looks)
        return (
            ResolvedTable(
                tuple(self._columns),
                tuple(rows),
                self._origin,
                self._table.caption,
                self._table.column_numbers,
            ),
            self.diagnostics,
        )

    # -- numbers ----------------------------------------------------------------------------

    def _numbers(self, row: GivenRow) -> dict[int, Decimal]:
        """Return the numbers of a row by column; report cells that should hold one."""
        values: dict[int, Decimal] = {}
        for at in sorted(self._index.numeric()):
            cell = row.cells.get(at)
            if cell is None:
                continue
            number = read_number(cell.text)
            if number is not None:
                values[at] = number.value
                numbers = self._written.setdefault(at, ColumnNumbers())
                numbers.note(number.decimals, percent=number.percent)
            elif not cell.text or is_dash(cell.text):
                self._no_number(cell)
            else:
                self._not_a_number(cell)
        return values

    def _no_number(self, cell: TableCell) -> None:
        """Warn of an empty cell; a dash is the author's word, and only noted."""
        name = self._columns[cell.column].key
        if cell.text:
            message = Message("The dash in {column!r} is left out of the computation", column=name)
            hint = Message("Nothing is to be done if there is no number")
        else:
            message = Message("The cell in {column!r} is empty, and is computed with", column=name)
            hint = Message("Write the number, or a dash if there is none")
        code = codes.NO_NUMBER
        severity = Severity.INFO if cell.text else code.severity
        self.diagnostics.append(
            Diagnostic(code.id, severity, message, cell.origin.span, hint, None, (self._owner,))
        )

    def _not_a_number(self, cell: TableCell) -> None:
        name = self._columns[cell.column].key
        self.diagnostics.append(
            codes.NOT_A_NUMBER.at(
                cell.origin.span,
                Message(
                    "{value!r} is no number, and {column!r} is computed with",
                    value=cell.text,
                    column=name,
                ),
                hint=Message("Write a number such as {example}, or a dash", example="1,5"),
                documents=(self._owner,),
            )
        )

    def _compute(
        self,
        at: int,
        given: GivenRow,
        row: dict[int, Decimal],
        rows: Sequence[dict[int, Decimal]],
    ) -> None:
        rule = self._columns[at].details.compute
        if rule is None or given.section is not None:
            return
        inputs = self._index.inputs[at]
        value = compute(
            rule,
            [row.get(one) for one in inputs],
            partial(self._whole, inputs[0], rows),
            partial(self._zero, at, given, rows),
        )
        if value is not None:
            row[at] = value

    def _whole(self, at: int, rows: Sequence[dict[int, Decimal]]) -> Decimal:
        if at not in self._wholes:
            self._wholes[at] = added(row[at] for row in rows if at in row)
        return self._wholes[at]

    def _zero(self, at: int, given: GivenRow, _rows: object) -> None:
        base = self._index.inputs[at][-1]
        cell = given.cells.get(base)
        place = cell.origin if cell is not None else self._columns[at].origin
        self.diagnostics.append(
            codes.DIVISION_BY_ZERO.at(
                place.span,
                Message(
                    "{column!r} is a share of {base!r}, which is zero here",
                    column=self._columns[at].key,
                    base=self._columns[base].key,
                ),
                hint=Message("A dash is printed; write a dash for the zero if there is no number"),
                documents=(self._owner,),
            )
        )

    # -- rows -------------------------------------------------------------------------------

    def _rows(
        self, values: Sequence[dict[int, Decimal]], looks: dict[int, NumberLook]
    ) -> list[ResolvedTableRow]:
        index = self._index
        for at in {inputs[0] for inputs in index.inputs.values() if len(inputs) == 1}:
            self._whole(at, values)
        numbers = index.numeric() | set(index.inputs)
        words = next((at for at in range(len(self._columns)) if at in numbers), 1)
        inputs = {at: index.inputs[at] for at in index.order}
        totals = Totals(self._columns, inputs, looks, self._wholes, words)
        rows: list[ResolvedTableRow] = []
        section: list[dict[int, Decimal]] = []
        number = 0

        def close(gathered: list[dict[int, Decimal]], *, by_section: bool) -> None:
            for position, total in enumerate(self._table.totals):
                if total.by_section is by_section and gathered:
                    place = self._origin.child("totals", position)
                    rows.append(totals.row(total, index.totals[position], gathered, place))

        for given, found in zip(self._given, values, strict=True):
            if given.section is not None:
                close(section, by_section=True)
                section = []
                rows.append(ResolvedTableRow((given.section,), "section"))
                continue
            number += 1
            section.append(found)
            rows.append(ResolvedTableRow(tuple(self._cells(given, found, looks, number)), "data"))
        close(section, by_section=True)
        close([row for row in values if row], by_section=False)
        return rows

    def _cells(
        self,
        given: GivenRow,
        values: dict[int, Decimal],
        looks: dict[int, NumberLook],
        number: int,
    ) -> list[TableCell]:
        cells: list[TableCell] = []
        at = 0
        while at < len(self._columns):
            column = self._columns[at]
            cell = given.cells.get(at)
            if cell is None:
                text = f"{number}." if column.details.compute == "number" else ""
                cell = TableCell(text, column.origin.child("compute"), at)
                if at in values:
                    cell = TableCell("", cell.origin, at, number=values[at], look=looks[at])
                elif column.details.compute != "number" and self._partly(at, given):
                    cell = TableCell("–", cell.origin, at)
            elif column.details.format is not None and at in values and cell.span == 1:
                cell = TableCell(cell.text, cell.origin, at, number=values[at], look=looks[at])
            cells.append(cell)
            at += cell.span
        return cells

    def _partly(self, at: int, given: GivenRow) -> bool:
        """Tell whether anything stands in the columns that a cell would be computed from."""
        ahead, seen = [at], set()
        while ahead:
            one = ahead.pop()
            if one in seen:
                continue
            seen.add(one)
            cell = given.cells.get(one)
            if cell is not None and cell.text:
                return True
            ahead += self._index.inputs.get(one, ())
        return False

    def _label_faults(self) -> None:
        """Report totals in the first column, where the name of their row stands."""
        for position, asked in enumerate(self._index.totals):
            if 0 in asked:
                self.diagnostics.append(
                    codes.TABLE_SHAPE.at(
                        self._origin.child("totals", position, asked[0]).span,
                        Message("The first column holds the name of the row, no total"),
                        hint=Message("Put a column with words or numbers of rows before it"),
                        documents=(self._owner,),
                    )
                )
