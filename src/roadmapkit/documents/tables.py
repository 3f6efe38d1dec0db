"""Headings that span columns, widths, and the row of column numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from roadmapkit.documents.view import Align, Cell, Merge, Row, TableColumn
from roadmapkit.documents.wording import Wording
from roadmapkit.lazily import dataclass
from roadmapkit.model.column import Column
from roadmapkit.source import Origin

__all__ = [
    "ColumnSpec",
    "Usual",
    "align_of",
    "column_numbers",
    "column_specs",
    "has_long_row",
    "heading_rows",
    "lay_out",
]

Usual = Mapping[str, tuple[str, int, Align]]
"""Usual heading, weight and alignment of each field."""

_MOST_LINES = 25
"""Lines of a cell that surely fit on a landscape page below the heading rows."""

_LETTER_MM = 2.1
_PADDING_MM = 4.0

_ALIGN: dict[str, Align] = {
    "влево": "left",
    "по центру": "center",
    "вправо": "right",
    "по ширине": "justify",
}


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column before its width is known.

    Attributes:
        field: What stands in it.
        heading: Heading as printed.
        group: Headings above it, from the outermost inwards.
        weight: Width in relation to the other columns.
        align: Alignment of its cells.
        origin: The place of the YAML that described it, if any.
    """

    field: str
    heading: str
    group: tuple[str, ...] = ()
    weight: int = 10
    align: Align = "left"
    origin: Origin | None = None


def align_of(word: str | None, default: Align) -> Align:
    """Return the alignment that the author's *word* names."""
    return default if word is None else _ALIGN[word]


def column_specs(
    columns: Sequence[str | Column], usual: Usual, origin: Origin | None
) -> tuple[ColumnSpec, ...]:
    """Return the author's *columns* with what they leave unsaid taken from *usual*.

    Args:
        columns: Names of fields, or descriptions.
        usual: Heading, weight and alignment by field.
        origin: The place of the list in the YAML, None where the author gave none.
    """
    return tuple(
        _spec(column, usual, origin.child(index) if origin else None)
        for index, column in enumerate(columns)
    )


def _spec(column: str | Column, usual: Usual, origin: Origin | None) -> ColumnSpec:
    details = column if isinstance(column, Column) else Column.model_construct(field=column)
    heading, weight, align = usual.get(details.field, (details.field, 16, "left"))
    return ColumnSpec(
        field=details.field,
        heading=details.heading or heading,
        group=details.group,
        weight=details.width or weight,
        align=align_of(details.align, align),
        origin=origin,
    )


def lay_out(columns: Sequence[ColumnSpec], width_mm: float) -> tuple[TableColumn, ...]:
    """Share *width_mm* among the columns by their weights."""
    total = sum(column.weight for column in columns)
    return tuple(TableColumn(round(width_mm * column.weight / total, 2)) for column in columns)


def heading_rows(
    columns: Sequence[ColumnSpec],
    widths: Sequence[TableColumn],
    wording: Wording | None = None,
) -> tuple[Row, ...]:
    """Return the heading rows: common headings above their columns, the rest merged down.

    Args:
        columns: The columns.
        widths: Their widths.
        wording: Typography for headings of the author's; None for finished ones.
    """
    if wording is not None:
        columns = [
            replace(
                column,
                heading=wording.text(column.heading),
                group=tuple(wording.text(group) for group in column.group),
            )
            for column in columns
        ]
    depth = 1 + max((len(column.group) for column in columns), default=0)
    return tuple(Row(_heading_row(columns, widths, level, depth)) for level in range(depth))


def _heading_row(
    columns: Sequence[ColumnSpec], widths: Sequence[TableColumn], level: int, depth: int
) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    numbered = list(enumerate(columns))
    for _, run in groupby(numbered, key=lambda item: _heading_key(item, level)):
        members = list(run)
        first = members[0][1]
        width = sum(widths[index].width_mm for index, _ in members)
        if level < len(first.group):
            place = first.origin.child("group", level) if first.origin else None
            cells.append(_cell(first.group[level], width, len(members), "", place))
        elif level == len(first.group):
            merge: Merge = "restart" if level < depth - 1 else ""
            place = first.origin.child("heading") if first.origin else None
            cells.append(_cell(first.heading, width, 1, merge, place))
        else:
            cells.append(_cell("", width, 1, "continue", None))
    return tuple(cells)


def _heading_key(item: tuple[int, ColumnSpec], level: int) -> tuple[object, ...]:
    index, column = item
    return column.group[: level + 1] if level < len(column.group) else (index,)


def _cell(text: str, width: float, span: int, merge: Merge, origin: Origin | None) -> Cell:
    return Cell(
        lines=tuple(text.split("\n")),
        colspan=span,
        merge=merge,
        align="center",
        width_mm=round(width, 2),
        bold=True,
        origin=origin,
    )


def column_numbers(widths: Sequence[TableColumn]) -> Row:
    """Return the row «1 2 3 …» that repeats below the heading."""
    return Row(
        tuple(
            Cell(lines=(str(number),), align="center", width_mm=column.width_mm)
            for number, column in enumerate(widths, start=1)
        )
    )


def has_long_row(rows: Sequence[Row]) -> bool:
    """Tell whether a row may not fit on a page, so that it has to break across pages.

    It is judged by letters: what is broken without need looks poor, what cannot break is lost.
    """
    letters: dict[float, int] = {}
    for row in rows:
        for cell in row.cells:
            width = letters.get(cell.width_mm)
            if width is None:
                width = letters[cell.width_mm] = _letters_in(cell.width_mm)
            lines = cell.lines
            if len(lines) == 1:  # as in nearly all of the thousands of cells of a plan
                if len(lines[0]) >= width * _MOST_LINES:
                    return True
            elif sum(1 + len(line) // width for line in lines) > _MOST_LINES:
                return True
    return False


def _letters_in(width_mm: float) -> int:
    """Return about how many letters a line of a cell takes."""
    return max(1, int((width_mm - _PADDING_MM) / _LETTER_MM))
