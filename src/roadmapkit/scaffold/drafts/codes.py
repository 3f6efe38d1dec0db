"""What is to be looked at in a draft that was made from another document."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "ACT_KEPT",
    "CODES",
    "DAY_CUT",
    "LEFT_OUT",
    "OLD_REFERENCE",
    "YEAR_KEPT",
]

YEAR_KEPT = Code(
    "NEW001", "year-kept", Severity.INFO, "A year of a new draft that was not shifted for certain"
)
ACT_KEPT = Code(
    "NEW002", "act-kept", Severity.INFO, "Date, number or title of an act, which no shift changes"
)
OLD_REFERENCE = Code(
    "NEW003", "old-reference", Severity.INFO, "A new draft that refers to a document of before"
)
DAY_CUT = Code(
    "NEW004", "day-cut", Severity.INFO, "29 February of a new draft whose year has no such day"
)
LEFT_OUT = Code(
    "NEW005", "left-out", Severity.INFO, "What a new draft does not take over from its pattern"
)

CODES = (YEAR_KEPT, ACT_KEPT, OLD_REFERENCE, DAY_CUT, LEFT_OUT)
"""Every code of drafts."""
