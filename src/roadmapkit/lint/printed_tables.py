"""Tables of data as documents print them, cell by cell with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.lazily import dataclass
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedAppendix
from roadmapkit.resolve.data_tables import ResolvedTable, TableCell
from roadmapkit.source import Origin

__all__ = ["PrintedCell", "PrintedRow", "PrintedTable", "appendices_of", "printed_tables"]

_COMPUTED = "–"


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


def printed_tables(subject: Subject) -> Sequence[PrintedTable]:
    """Return the tables of appendices and of the chapters of programmes, read once."""
    return subject.once(_printed_tables)


def _printed_tables(subject: Subject) -> tuple[PrintedTable, ...]:
    return tuple(_tables(subject))


def _tables(subject: Subject) -> Iterator[PrintedTable]:
    for document, appendices in appendices_of(subject):
        for appendix in appendices:
            for part in appendix.parts:
                if part.table is not None:
                    yield _table(document, part.kind, part.table)
    for program in subject.programs:
        for chapter in program.chapters:
            if chapter.table is not None:
                yield _table(program.model.id, "table", chapter.table)


def _table(document: str, kind: str, table: ResolvedTable) -> PrintedTable:
    rows: list[PrintedRow] = []
    for row in table.rows:
        if row.kind == "total":
            continue  # the library has added it up
        cells = tuple(PrintedCell(_text(cell), cell.origin, cell.span) for cell in row.cells)
        place = cells[0].origin if cells else table.origin
        whole = len(cells) == 1 and cells[0].span == len(table.columns) > 1
        section = cells[0].text if cells and (row.kind == "section" or whole) else None
        rows.append(PrintedRow(() if row.kind == "section" else cells, place, section))
    headings = tuple(column.details.heading for column in table.columns)
    return PrintedTable(document, kind, headings, tuple(rows), table.origin)


def _text(cell: TableCell) -> str:
    """Return what the author has written; a computed cell is beyond doubt."""
    if "compute" in cell.origin.path:
        return _COMPUTED
    return cell.text or ("" if cell.number is None else str(cell.number))
