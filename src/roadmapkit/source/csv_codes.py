"""Findings about the text of a CSV file, before anybody asks what its cells mean."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "CSV_FORM", "CSV_ROW"]

CSV_FORM = Code("TBL002", "csv-form", Severity.ERROR, "A CSV file that cannot be divided in cells")
CSV_ROW = Code(
    "TBL003",
    "csv-row",
    Severity.ERROR,
    "A row of a CSV file with more or fewer cells than its head",
)

CODES = (CSV_FORM, CSV_ROW)
