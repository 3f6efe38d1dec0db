"""Findings about tables of data: their columns, their numbers, what is computed from them."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "CIRCULAR",
    "CODES",
    "DIVISION_BY_ZERO",
    "KEY_TWICE",
    "NOT_A_NUMBER",
    "NO_NUMBER",
    "TABLE_SHAPE",
    "UNKNOWN_COLUMN",
]

TABLE_SHAPE = Code(
    "TBL004", "table-shape", Severity.ERROR, "A table without columns, or with two sets of rows"
)
UNKNOWN_COLUMN = Code(
    "TBL005", "unknown-table-column", Severity.ERROR, "A column that the table does not have"
)
KEY_TWICE = Code(
    "TBL006", "column-key-twice", Severity.ERROR, "Two columns under the name that is referred to"
)
NOT_A_NUMBER = Code(
    "TBL007", "not-a-number", Severity.ERROR, "A cell to compute with that holds no number"
)
NO_NUMBER = Code(
    "TBL008", "no-number", Severity.WARNING, "An empty cell in a column that is computed with"
)
DIVISION_BY_ZERO = Code(
    "TBL009", "division-by-zero", Severity.WARNING, "A share of zero, which prints as a dash"
)
CIRCULAR = Code(
    "TBL010", "circular-columns", Severity.ERROR, "Columns that are computed from one another"
)

CODES = (
    TABLE_SHAPE,
    UNKNOWN_COLUMN,
    KEY_TWICE,
    NOT_A_NUMBER,
    NO_NUMBER,
    DIVISION_BY_ZERO,
    CIRCULAR,
)
