"""Findings about PDF files."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "NO_CONVERTER", "PDF_FAILED"]

NO_CONVERTER = Code(
    "FMT006", "no-libreoffice", Severity.ERROR, "PDF asked for where LibreOffice is not installed"
)
PDF_FAILED = Code("FMT007", "pdf-failed", Severity.ERROR, "A document that was not turned into PDF")

CODES = (NO_CONVERTER, PDF_FAILED)
