"""Findings about the format: values of a house against the standard, QR codes."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["BEYOND_STANDARD", "CODES", "NO_QR_HERE", "QR_TOO_LONG", "SIGNATURE_TERM"]

BEYOND_STANDARD = Code(
    "FMT001",
    "beyond-standard",
    Severity.WARNING,
    "A layout value of the house that the standard does not allow",
)
NO_QR_HERE = Code(
    "FMT003",
    "no-qr-here",
    Severity.WARNING,
    "A QR code in a format profile that has no place for it",
)
QR_TOO_LONG = Code(
    "FMT004", "qr-too-long", Severity.ERROR, "A text too long for a QR code that can be read"
)
SIGNATURE_TERM = Code(
    "FMT005",
    "signature-term",
    Severity.WARNING,
    "An electronic signature whose certificate ends before it begins, or is not valid on the day",
)

CODES = (BEYOND_STANDARD, NO_QR_HERE, QR_TOO_LONG, SIGNATURE_TERM)
