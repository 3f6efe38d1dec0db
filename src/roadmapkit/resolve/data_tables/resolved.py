"""A table of data with every value in its place: what documents print and mentions search."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from roadmapkit.lazily import dataclass
from roadmapkit.model.kinds import DataColumn
from roadmapkit.resolve.data_tables.numbers import NumberLook
from roadmapkit.source import Origin

__all__ = ["ResolvedColumn", "ResolvedTable", "ResolvedTableRow", "TableCell"]


@dataclass(frozen=True, slots=True)
class ResolvedColumn:
    """A column: its description, the name that it is referred to by, and its place."""

    details: DataColumn
    key: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell.

    Attributes:
        text: What the author wrote, or words of our own; not used where there is a number.
        origin: The place of the YAML or the CSV file that gave it, for a computed cell
            that of its rule.
        span: How many columns it takes.
        number: A number to print.
        look: How it is printed.
        column: Index of its first column.
    """

    text: str
    origin: Origin
    column: int
    span: int = 1
    number: Decimal | None = None
    look: NumberLook | None = None


@dataclass(frozen=True, slots=True)
class ResolvedTableRow:
    """A row: of data, a heading across the table, or totals."""

    cells: tuple[TableCell, ...]
    kind: Literal["data", "section", "total"]


@dataclass(frozen=True, slots=True)
class ResolvedTable:
    """A table of data, computed."""

    columns: tuple[ResolvedColumn, ...]
    rows: tuple[ResolvedTableRow, ...]
    origin: Origin
    caption: str | None = None
    column_numbers: bool = False
