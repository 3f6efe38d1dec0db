"""Findings about what lies in the output folder."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "CODES",
    "COMPRESSOR_MISSING",
    "EDITED_OUTPUT",
    "FOREIGN_OUTPUT",
    "KEPT_OUTPUT",
    "MANIFEST_DAMAGED",
    "MANIFEST_UNWRITTEN",
    "OTHER_OUTPUT",
    "OUTDATED_PDF",
    "VANISHED_TARGET",
]

EDITED_OUTPUT = Code(
    "BLD006", "edited-output", Severity.WARNING, "A produced file that somebody changed afterwards"
)
VANISHED_TARGET = Code(
    "BLD007", "vanished-target", Severity.INFO, "A produced file that nothing produces any more"
)
KEPT_OUTPUT = Code(
    "BLD008", "kept-output", Severity.WARNING, "A file that is not removed, for it was changed"
)
MANIFEST_DAMAGED = Code(
    "BLD009", "manifest-damaged", Severity.INFO, "A record of the output folder that is no use"
)
MANIFEST_UNWRITTEN = Code(
    "BLD010",
    "manifest-unwritten",
    Severity.WARNING,
    "A record of the output folder that cannot be written",
)
OUTDATED_PDF = Code(
    "BLD011", "outdated-pdf", Severity.INFO, "A PDF of a document that has changed since"
)
OTHER_OUTPUT = Code(
    "BLD012", "other-output", Severity.ERROR, "A given output that the sources do not give"
)
FOREIGN_OUTPUT = Code(
    "BLD013",
    "foreign-output",
    Severity.WARNING,
    "A file of another origin in the place of a document",
)
COMPRESSOR_MISSING = Code(
    "BLD014", "compressor-missing", Severity.WARNING, "A chosen compressor that is not installed"
)

CODES = (
    EDITED_OUTPUT,
    VANISHED_TARGET,
    KEPT_OUTPUT,
    MANIFEST_DAMAGED,
    MANIFEST_UNWRITTEN,
    OUTDATED_PDF,
    OTHER_OUTPUT,
    FOREIGN_OUTPUT,
    COMPRESSOR_MISSING,
)
"""Every code of the output folder."""
