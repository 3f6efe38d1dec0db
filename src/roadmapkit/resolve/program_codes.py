"""Findings about programmes: what they name and do not print, what prints nothing."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "NOTHING_TO_PRINT", "UNPRINTED_FACT"]

NOTHING_TO_PRINT = Code(
    "TXT002",
    "nothing-to-print",
    Severity.ERROR,
    "A chapter or a row of a passport for which the programme has no content",
)
UNPRINTED_FACT = Code(
    "TXT003", "unprinted-fact", Severity.WARNING, "A fact of a programme that its passport omits"
)

CODES = (NOTHING_TO_PRINT, UNPRINTED_FACT)
