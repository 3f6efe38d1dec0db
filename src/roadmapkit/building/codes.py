"""Findings about signed acts and about writing."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "CHANGED_AFTER_SIGNING",
    "CODES",
    "NOT_SEALED",
    "OUTPUT_FAILED",
    "SAME_OUTPUT",
]

CHANGED_AFTER_SIGNING = Code(
    "ACT001", "changed-after-signing", Severity.ERROR, "A registered act that prints something else"
)
NOT_SEALED = Code(
    "ACT002", "not-sealed", Severity.INFO, "A registered act whose signed text is not recorded"
)
OUTPUT_FAILED = Code("BLD001", "output-failed", Severity.ERROR, "A file that cannot be written")
SAME_OUTPUT = Code("BLD002", "same-output", Severity.ERROR, "Two documents with one output file")

CODES = (CHANGED_AFTER_SIGNING, NOT_SEALED, OUTPUT_FAILED, SAME_OUTPUT)
"""Every code of this package."""
