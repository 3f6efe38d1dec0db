"""Tables of data: cells from YAML or CSV, columns that are computed, rows of totals."""

from roadmapkit.resolve.data_tables.codes import CODES
from roadmapkit.resolve.data_tables.numbers import NumberLook
from roadmapkit.resolve.data_tables.resolved import (
    ResolvedColumn,
    ResolvedTable,
    ResolvedTableRow,
    TableCell,
)
from roadmapkit.resolve.data_tables.tables import CsvOf, resolve_table

__all__ = [
    "CODES",
    "CsvOf",
    "NumberLook",
    "ResolvedColumn",
    "ResolvedTable",
    "ResolvedTableRow",
    "TableCell",
    "resolve_table",
]
