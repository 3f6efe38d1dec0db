"""Findings about running text that a Word document cannot show as it was meant."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "NOT_FOR_WORD", "REFUSED", "TOO_DEEP", "UNKNOWN_NOTE", "UNUSED_NOTE"]

NOT_FOR_WORD = Code(
    "TXT004",
    "not-for-word",
    Severity.WARNING,
    "Markdown that an official document shows otherwise: a block of code",
)
TOO_DEEP = Code("TXT005", "list-too-deep", Severity.ERROR, "A list of more than nine levels")
UNKNOWN_NOTE = Code(
    "TXT006", "unknown-footnote", Severity.ERROR, "A reference to a footnote that has no text"
)
UNUSED_NOTE = Code(
    "TXT007", "unused-footnote", Severity.WARNING, "A footnote that nothing refers to"
)

REFUSED = Code(
    "TXT008",
    "not-printable",
    Severity.ERROR,
    "Markdown that an official document cannot show: a picture, HTML",
)

CODES = (NOT_FOR_WORD, TOO_DEEP, UNKNOWN_NOTE, UNUSED_NOTE, REFUSED)
