"""Why a file cannot be read as a Word document: one row a kind of finding."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "DAMAGED", "ENCRYPTED", "NOT_DOCX", "TOO_LARGE", "UNSAFE"]

NOT_DOCX = Code("INS001", "not-a-docx", Severity.ERROR, "The file is no Word document (.docx)")
ENCRYPTED = Code("INS002", "encrypted", Severity.ERROR, "The document is protected by a password")
DAMAGED = Code("INS003", "damaged", Severity.ERROR, "The document is damaged")
TOO_LARGE = Code("INS004", "too-much-data", Severity.ERROR, "The document unpacks to too much data")
UNSAFE = Code("INS005", "unsafe-archive", Severity.ERROR, "The archive has an unsafe member")

CODES: tuple[Code, ...] = (NOT_DOCX, ENCRYPTED, DAMAGED, TOO_LARGE, UNSAFE)
