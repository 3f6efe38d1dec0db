"""Everything that can be wrong with a filled form, once its cells are read."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "CODES",
    "CONFLICT",
    "DAY_OF_MARK",
    "FOREIGN_ROW",
    "LOCKED_CELL",
    "OUTDATED_ROW",
    "RENAMED_ROW",
    "UNKNOWN_STATUS",
]

FOREIGN_ROW = Code(
    "STA012", "row-of-another-plan", Severity.ERROR, "A row of a form of another plan"
)
LOCKED_CELL = Code(
    "STA013", "locked-cell-changed", Severity.ERROR, "A locked cell of a form was changed"
)
OUTDATED_ROW = Code(
    "STA014", "row-out-of-date", Severity.ERROR, "A row that the plan no longer asks for as it is"
)
RENAMED_ROW = Code(
    "STA015", "row-renamed", Severity.WARNING, "An activity that was renamed since the form went"
)
UNKNOWN_STATUS = Code(
    "STA016", "form-status", Severity.ERROR, "A row of a form whose status is none"
)
DAY_OF_MARK = Code(
    "STA017", "form-day", Severity.ERROR, "A row of a form whose day is none or cannot be"
)
CONFLICT = Code(
    "STA018", "form-conflict", Severity.ERROR, "A mark of a form against one that is held already"
)

CODES = (
    FOREIGN_ROW,
    LOCKED_CELL,
    OUTDATED_ROW,
    RENAMED_ROW,
    UNKNOWN_STATUS,
    DAY_OF_MARK,
    CONFLICT,
)
