"""Tables of a report: rows of texts, each with the place that it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from roadmapkit.documents.tables import ColumnSpec, heading_rows, lay_out
from roadmapkit.documents.view import Align, Cell, Row, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.lazily import dataclass
from roadmapkit.source import Origin

__all__ = ["Heading", "TextRow", "one_line", "text_table"]

Heading = tuple[str, int, Align]
"""Heading of a column, its weight and the alignment of its cells."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row before typesetting.

    Attributes:
        cells: Lines of each cell.
        origins: Where each cell came from; the last one stands for all that follow.
        total: Whether the row sums up the others.
    """

    cells: tuple[tuple[str, ...], ...]
    origins: tuple[Origin, ...]
    total: bool = False


def text_table(
    headings: Sequence[Heading],
    rows: Iterable[TextRow],
    wording: Wording,
    width_mm: float,
    *,
    font_pt: float | None = None,
) -> TableView:
    """Return a table of *rows*, as wide as asked.

    Args:
        headings: Columns.
        rows: Rows.
        wording: Typography.
        width_mm: Width of the table in millimetres.
        font_pt: Size of its letters; None leaves it to the template.
    """
    specs = tuple(
        ColumnSpec(str(index), text, weight=weight, align=align)
        for index, (text, weight, align) in enumerate(headings)
    )
    widths = lay_out(specs, width_mm)
    body = tuple(
        Row(
            tuple(
                Cell(
                    lines=tuple(wording.text(line) for line in lines) or ("",),
                    align=spec.align,
                    width_mm=column.width_mm,
                    bold=row.total,
                    origin=row.origins[min(index, len(row.origins) - 1)],
                )
                for index, (lines, spec, column) in enumerate(
                    zip(row.cells, specs, widths, strict=True)
                )
            ),
            kind="total" if row.total else "data",
        )
        for row in rows
    )
    heading = heading_rows(specs, widths)
    return TableView(columns=widths, heading=heading, rows=body, font_pt=font_pt)


def one_line(text: str) -> str:
    """Return a text of the YAML in one line."""
    return " ".join(text.split())
