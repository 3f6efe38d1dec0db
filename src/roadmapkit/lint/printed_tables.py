"""Tables of data as documents print them, cell by cell with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapkit.lint.subject import Subject
from roadmapkit.model.table import DataCell, DataColumn, DataTable, SpanRow
from roadmapkit.resolve import ResolvedAppendix
from roadmapkit.source import Origin

__all__ = ["PrintedCell", "PrintedRow", "PrintedTable", "appendices_of", "printed_tables"]


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell; ``span`` is how many columns it takes."""

    text: str
    origin: Origin
    span: int = 1


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of cells, or one that is a heading over the whole width."""

    cells: tuple[PrintedCell, ...]
    origin: Origin
    section: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table of data.

    Attributes:
        kind: ``matrix`` or ``table``.
    """

    document: str
    kind: str
    columns: tuple[str, ...]
    rows: tuple[PrintedRow, ...]
    origin: Origin


def appendices_of(subject: Subject) -> Iterator[tuple[str, tuple[ResolvedAppendix, ...]]]:
    """Yield the id of each document that has appendices, with them."""
    for order in subject.orders:
        yield order.model.id, order.appendices
    for minutes in subject.minutes:
        yield minutes.model.id, minutes.appendices
    for program in subject.programs:
        yield program.model.id, program.appendices
    for roadmap in subject.roadmaps:
        yield roadmap.model.id, roadmap.appendices


def printed_tables(subject: Subject) -> Iterator[PrintedTable]:
    """Yield the tables of appendices and of the chapters of programmes."""
    for document, appendices in appendices_of(subject):
        for appendix in appendices:
            for part in appendix.parts:
                if part.table is not None:
                    origin = part.origin.child(part.kind)
                    yield _table(document, part.kind, part.table, origin)
    for program in subject.programs:
        for chapter in program.chapters:
            if chapter.chapter.table is not None:
                table, origin = chapter.chapter.table, chapter.origin.child("table")
                yield _table(program.model.id, "table", table, origin)


def _table(document: str, kind: str, table: DataTable, origin: Origin) -> PrintedTable:
    columns = tuple(
        column.heading if isinstance(column, DataColumn) else column for column in table.columns
    )
    rows: list[PrintedRow] = []
    for index, row in enumerate(table.rows):
        place = origin.child("rows", index)
        if isinstance(row, SpanRow):
            rows.append(PrintedRow((), place, row.section))
            continue
        cells = [
            PrintedCell(cell.text or "", place.child(at), cell.span)
            if isinstance(cell, DataCell)
            else PrintedCell(cell or "", place.child(at))
            for at, cell in enumerate(row)
        ]
        whole = len(cells) == 1 and cells[0].span == len(columns) > 1
        rows.append(PrintedRow(tuple(cells), place, cells[0].text if whole else None))
    return PrintedTable(document, kind, columns, tuple(rows), origin)
