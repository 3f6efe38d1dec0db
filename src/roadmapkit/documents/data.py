"""Tables of data and matrices of results."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapkit.documents.numbers import number_text
from roadmapkit.documents.tables import (
    ColumnSpec,
    align_of,
    column_numbers,
    has_long_row,
    heading_rows,
    lay_out,
)
from roadmapkit.documents.view import Align, Cell, Row, TableColumn, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.resolve.data_tables import (
    ResolvedTable,
    ResolvedTableRow,
    TableCell,
)
from roadmapkit.source import SourceDocument

__all__ = ["data_table"]

_NUMBER_WIDTH = 6
_LEAST_WIDTH = 8
_LONG_LINE = 24
_PADDING = 5


def data_table(table: ResolvedTable, wording: Wording, width_mm: float) -> TableView:
    """Return a table; a cell left empty on purpose stays empty."""
    specs = _specs(table)
    from_file = wording.at(table.origin.child("csv"))
    widths = lay_out(specs, width_mm)
    heading = heading_rows(specs, widths, wording)
    if table.column_numbers:
        heading = (*heading, column_numbers(widths))
    own = table.origin.document
    rows = tuple(
        _row(row, specs, widths, wording if _written_in(own, row) else from_file)
        for row in table.rows
    )
    caption = wording.text(table.caption) if table.caption else None
    return TableView(widths, heading, rows, caption, split_rows=has_long_row(rows))


def _specs(table: ResolvedTable) -> tuple[ColumnSpec, ...]:
    specs = []
    named = next((at for at, one in enumerate(table.columns) if one.details.compute != "number"), 0)
    for index, column in enumerate(table.columns):
        details = column.details
        align: Align = "left" if index == named else "center"
        specs.append(
            ColumnSpec(
                field=str(index),
                heading=details.heading,
                group=details.group,
                weight=details.width or _usual_weight(table, index),
                align=align_of(details.align, align),
                origin=column.origin,
            )
        )
    return tuple(specs)


def _row(
    row: ResolvedTableRow,
    specs: Sequence[ColumnSpec],
    widths: Sequence[TableColumn],
    wording: Wording,
) -> Row:
    cells = tuple(_cell(cell, row, specs, widths, wording) for cell in row.cells)
    return Row(cells, kind=row.kind)


def _cell(
    cell: TableCell,
    row: ResolvedTableRow,
    specs: Sequence[ColumnSpec],
    widths: Sequence[TableColumn],
    wording: Wording,
) -> Cell:
    taken = widths[cell.column : cell.column + cell.span]
    return Cell(
        lines=_lines(cell, wording),
        colspan=len(taken),
        align=_alignment(cell, row, specs),
        width_mm=round(sum(column.width_mm for column in taken), 2),
        bold=row.kind != "data",
        origin=cell.origin,
    )


def _alignment(cell: TableCell, row: ResolvedTableRow, specs: Sequence[ColumnSpec]) -> Align:
    if row.kind == "section":
        return "center"
    # The name of a row of totals is no number, whatever stands above it.
    return "left" if row.kind == "total" and cell.column == 0 else specs[cell.column].align


def _usual_weight(table: ResolvedTable, index: int) -> int:
    """Return the width of a column in letters: its longest word of the heading, its cells."""
    details = table.columns[index].details
    if details.compute == "number":
        return _NUMBER_WIDTH
    words = [len(word) + _PADDING for word in details.heading.split()]
    lines = [
        min(len(line), _LONG_LINE) + 1
        for row in table.rows
        for cell in row.cells
        if cell.column == index and cell.span == 1
        for line in cell.text.split("\n")
    ]
    return max(_LEAST_WIDTH, *words, *lines)


def _lines(cell: TableCell, wording: Wording) -> tuple[str, ...]:
    if cell.number is not None and cell.look is not None:
        return (number_text(cell.number, cell.look),)
    return wording.at(cell.origin).lines(cell.text) if cell.text else ("",)


def _written_in(document: SourceDocument, row: ResolvedTableRow) -> bool:
    """Tell whether the cells of a row stand in the document itself, and in no file beside it."""
    return all(cell.origin.document is document for cell in row.cells)
