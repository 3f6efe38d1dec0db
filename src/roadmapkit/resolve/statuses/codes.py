"""Everything that can be wrong with a mark of a party or of an occurrence."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "CODES",
    "CONTRADICTING_MARKS",
    "NOT_RESPONSIBLE",
    "PLANNED_FOR_NOTHING",
    "UNKNOWN_OCCURRENCE",
    "UNKNOWN_PARTY",
]

UNKNOWN_PARTY = Code(
    "STA001", "mark-of-nobody", Severity.ERROR, "A mark of a party that nobody is called"
)
NOT_RESPONSIBLE = Code(
    "STA002", "mark-of-another", Severity.WARNING, "A mark of a party that is not responsible"
)
UNKNOWN_OCCURRENCE = Code(
    "STA003", "mark-of-no-term", Severity.ERROR, "A mark about a term that the activity lacks"
)
CONTRADICTING_MARKS = Code(
    "STA004",
    "marks-contradict",
    Severity.WARNING,
    "Two marks of one party and day that say different things",
)
PLANNED_FOR_NOTHING = Code(
    "STA005",
    "planned-for-nothing",
    Severity.WARNING,
    "A mark with `planned_for` that plans nothing",
)

CODES = (
    UNKNOWN_PARTY,
    NOT_RESPONSIBLE,
    UNKNOWN_OCCURRENCE,
    CONTRADICTING_MARKS,
    PLANNED_FOR_NOTHING,
)
