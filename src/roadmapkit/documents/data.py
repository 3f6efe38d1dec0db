"""Tables of data and matrices of results."""

from __future__ import annotations

from roadmapkit.documents.tables import (
    ColumnSpec,
    align_of,
    column_numbers,
    heading_rows,
    lay_out,
)
from roadmapkit.documents.view import Align, Cell, Row, TableColumn, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.model.table import DataCell, DataColumn, DataTable, SpanRow
from roadmapkit.resolve import ResolvedPart
from roadmapkit.source import Origin

__all__ = ["data_table"]


def data_table(part: ResolvedPart, wording: Wording, width_mm: float) -> TableView:
    """Return the table of a part; a cell left empty on purpose stays empty."""
    table = part.table or DataTable(columns=())
    origin = part.origin.child(part.kind)
    specs = _specs(table, origin.child("columns"))
    widths = lay_out(specs, width_mm)
    heading = heading_rows(specs, widths)
    if table.column_numbers:
        heading = (*heading, column_numbers(widths))
    rows = tuple(
        _row(row, specs, widths, wording, origin.child("rows", index))
        for index, row in enumerate(table.rows)
    )
    caption = wording.text(table.caption) if table.caption else None
    return TableView(columns=widths, heading=heading, rows=rows, caption=caption)


def _specs(table: DataTable, origin: Origin) -> tuple[ColumnSpec, ...]:
    specs = []
    for index, column in enumerate(table.columns):
        details = column if isinstance(column, DataColumn) else DataColumn(heading=column)
        align: Align = "left" if index == 0 else "center"
        specs.append(
            ColumnSpec(
                field=str(index),
                heading=details.heading,
                group=details.group,
                weight=details.width or 10,
                align=align_of(details.align, align),
                origin=origin.child(index),
            )
        )
    return tuple(specs)


def _row(
    row: tuple[str | DataCell | None, ...] | SpanRow,
    specs: tuple[ColumnSpec, ...],
    widths: tuple[TableColumn, ...],
    wording: Wording,
    origin: Origin,
) -> Row:
    if isinstance(row, SpanRow):
        cell = Cell(
            lines=wording.lines(row.section),
            colspan=len(specs),
            align="center",
            width_mm=round(sum(column.width_mm for column in widths), 2),
            bold=True,
            origin=origin.child("section"),
        )
        return Row((cell,), kind="section")
    cells: list[Cell] = []
    position = 0
    for index, value in enumerate(row):
        details = value if isinstance(value, DataCell) else DataCell(text=value)
        taken = widths[position : position + details.span]
        cells.append(
            Cell(
                lines=wording.lines(details.text) if details.text else ("",),
                colspan=len(taken),
                align=specs[position].align,
                width_mm=round(sum(column.width_mm for column in taken), 2),
                origin=origin.child(index),
            )
        )
        position += details.span
    cells.extend(Cell(width_mm=column.width_mm, origin=origin) for column in widths[position:])
    return Row(tuple(cells))
