"""Everything that can be wrong with a table that a directory is made from."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["BAD_CELL", "CODES", "CONTRADICTION", "NO_HEADINGS", "ONE_PERSON", "UNKNOWN_COLUMN"]

NO_HEADINGS = Code(
    "IMP001", "no-headings", Severity.WARNING, "A sheet without headings that are understood"
)
UNKNOWN_COLUMN = Code(
    "IMP002", "unknown-column", Severity.INFO, "A column that a directory has no place for"
)
BAD_CELL = Code("IMP003", "bad-cell", Severity.WARNING, "A cell that cannot be read as its column")
CONTRADICTION = Code(
    "IMP004", "rows-contradict", Severity.WARNING, "Two rows say different things of one entry"
)

ONE_PERSON = Code(
    "IMP005", "taken-for-one-person", Severity.INFO, "Rows of several organisations name one person"
)

CODES = (NO_HEADINGS, UNKNOWN_COLUMN, BAD_CELL, CONTRADICTION, ONE_PERSON)
