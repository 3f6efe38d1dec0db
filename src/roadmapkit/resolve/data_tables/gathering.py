"""The cells of a table of data as its author gave them, in YAML or in a CSV file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass
from roadmapkit.model.kinds import DataCell, DataTable, SpanRow
from roadmapkit.resolve import document_codes
from roadmapkit.resolve.data_tables import codes
from roadmapkit.resolve.data_tables.resolved import ResolvedColumn, TableCell
from roadmapkit.source import Origin, SourceDocument

__all__ = ["GivenRow", "csv_rows", "yaml_rows"]


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row before anything is computed.

    Attributes:
        cells: Its cells by their first column.
        section: The text of a heading across the table, None for a row of data.
    """

    cells: dict[int, TableCell] = field(default_factory=dict)
    section: TableCell | None = None


def yaml_rows(
    table: DataTable, columns: Sequence[ResolvedColumn], origin: Origin, owner: str
) -> tuple[list[GivenRow], list[Diagnostic]]:
    """Return the rows written in YAML; each has a cell for every column not computed."""
    given = [at for at, column in enumerate(columns) if column.details.compute is None]
    rows: list[GivenRow] = []
    found: list[Diagnostic] = []
    for index, row in enumerate(table.rows):
        place = origin.child("rows", index)
        if isinstance(row, SpanRow):
            section = TableCell(row.section, place.child("section"), 0, len(columns))
            rows.append(GivenRow(section=section))
            continue
        details = [cell if isinstance(cell, DataCell) else DataCell(text=cell) for cell in row]
        taken = sum(cell.span for cell in details)
        if taken != len(given):
            found.append(_row_length(taken, len(given), place, owner))
            continue
        rows.append(GivenRow(dict(_cells(details, given, place))))
    return rows, found


def _cells(
    details: Sequence[DataCell], given: Sequence[int], place: Origin
) -> Iterator[tuple[int, TableCell]]:
    position = 0
    for index, cell in enumerate(details):
        covered = given[position : position + cell.span]
        width = covered[-1] - covered[0] + 1  # computed columns between are covered too
        yield (
            covered[0],
            TableCell(cell.text or "", place.child(index), covered[0], width),
        )
        position += cell.span


def _row_length(taken: int, width: int, place: Origin, owner: str) -> Diagnostic:
    return document_codes.ROW_LENGTH.at(
        place.span,
        Message("The row takes {taken} columns of {width}", taken=taken, width=width),
        hint=Message("Write an empty cell as a hyphen with nothing after it, in brackets as null"),
        documents=(owner,),
    )


def csv_rows(
    file: SourceDocument, columns: Sequence[ResolvedColumn], owner: str
) -> tuple[list[GivenRow], list[Diagnostic]]:
    """Return the rows of a CSV file, their cells under the columns that name its headings."""
    headings = [" ".join(heading.split()) for heading in file.data["columns"]]
    found: list[Diagnostic] = []
    taken: dict[int, int] = {}
    for at, column in enumerate(columns):
        if column.details.compute is not None:
            continue
        name = " ".join((column.details.csv_column or column.key).split())
        if column.origin.document is file:
            taken[at] = column.origin.path[-1]  # type: ignore[assignment]  # an index of `columns`
        elif headings.count(name) == 1:
            taken[at] = headings.index(name)
        else:
            found.append(_no_heading(name, headings, column, file, owner))
    rows = []
    for index, cells in enumerate(file.data["rows"]):
        rows.append(
            GivenRow(
                {
                    at: TableCell(cells[position], file.origin(("rows", index, position)), at)
                    for at, position in taken.items()
                }
            )
        )
    return rows, found


def _no_heading(
    name: str, headings: Sequence[str], column: ResolvedColumn, file: SourceDocument, owner: str
) -> Diagnostic:
    place = column.origin.child("csv_column" if column.details.csv_column else "key")
    if name in headings:
        return codes.KEY_TWICE.at(
            place.span,
            Message("{file} has two columns called {key!r}", file=file.source.path, key=name),
            hint=Message("Rename one of them in the file"),
            documents=(owner,),
        )
    return codes.UNKNOWN_COLUMN.at(
        place.span,
        Message("{file} has no column {key!r}", file=file.source.path, key=name),
        hint=Message(
            "Write one of its headings as `csv_column`: {columns}",
            columns=[heading for heading in headings if heading],
        ),
        documents=(owner,),
    )
