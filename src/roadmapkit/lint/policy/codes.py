"""What can be wrong with the choice of checks itself."""

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "BASELINE_PAID",
    "BASELINE_UNREADABLE",
    "CODES",
    "NOTHING_SUPPRESSED",
    "NOT_SILENCEABLE",
    "NO_REASON",
    "UNKNOWN_CHECK",
]

UNKNOWN_CHECK = Code(
    "CHK001", "unknown-check", Severity.WARNING, "A code, name or family that no check has"
)
NO_REASON = Code(
    "CHK002", "no-reason", Severity.WARNING, "A finding suppressed in a line without a reason"
)
NOTHING_SUPPRESSED = Code(
    "CHK003", "nothing-suppressed", Severity.WARNING, "A suppression of what is not found"
)
NOT_SILENCEABLE = Code(
    "CHK004",
    "not-silenceable",
    Severity.WARNING,
    "An attempt to silence what keeps a document from being made",
)
BASELINE_UNREADABLE = Code(
    "CHK005", "baseline-unreadable", Severity.WARNING, "A baseline that cannot be read"
)
BASELINE_PAID = Code(
    "CHK006", "baseline-paid", Severity.INFO, "A baseline that lists what is not found any more"
)

CODES = (
    UNKNOWN_CHECK,
    NO_REASON,
    NOTHING_SUPPRESSED,
    NOT_SILENCEABLE,
    BASELINE_UNREADABLE,
    BASELINE_PAID,
)
