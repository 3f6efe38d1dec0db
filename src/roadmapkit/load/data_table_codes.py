"""Findings about the files that tables of data are taken from."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "TABLE_FILE"]

TABLE_FILE = Code(
    "TBL001", "table-file", Severity.ERROR, "A CSV file of a table that cannot be had"
)

CODES = (TABLE_FILE,)
