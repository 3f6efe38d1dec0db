"""Findings about signed acts, about reviewed forms and about writing."""

from __future__ import annotations

from roadmapkit.building.output import codes as output_codes
from roadmapkit.building.output import pdf_codes
from roadmapkit.building.packs import codes as pack_codes
from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "CHANGED_AFTER_SIGNING",
    "CHANGED_FORM",
    "CODES",
    "NOT_SEALED",
    "OUTPUT_FAILED",
    "SAME_OUTPUT",
    "UNREVIEWED_FORM",
]

CHANGED_AFTER_SIGNING = Code(
    "ACT001", "changed-after-signing", Severity.ERROR, "A registered act that prints something else"
)
NOT_SEALED = Code(
    "ACT002", "not-sealed", Severity.INFO, "A registered act whose signed text is not recorded"
)
OUTPUT_FAILED = Code("BLD001", "output-failed", Severity.ERROR, "A file that cannot be written")
SAME_OUTPUT = Code("BLD002", "same-output", Severity.ERROR, "Two documents with one output file")
UNREVIEWED_FORM = Code(
    "FRM001", "unreviewed-form", Severity.WARNING, "A printed form that the lock of forms lacks"
)
CHANGED_FORM = Code(
    "FRM002",
    "changed-form",
    Severity.WARNING,
    "A reviewed form that the library would now make otherwise",
)

CODES = (
    CHANGED_AFTER_SIGNING,
    NOT_SEALED,
    OUTPUT_FAILED,
    SAME_OUTPUT,
    UNREVIEWED_FORM,
    CHANGED_FORM,
    *output_codes.CODES,
    *pack_codes.CODES,
    *pdf_codes.CODES,
)
"""Every code of this package."""
