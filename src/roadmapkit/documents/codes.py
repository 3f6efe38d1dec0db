"""Findings made while a document is put into words."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "UNPRINTED_FACT"]

UNPRINTED_FACT = Code(
    "DOC001", "unprinted-fact", Severity.WARNING, "A fact of the source that no column prints"
)

CODES = (UNPRINTED_FACT,)
"""Every code of this package."""
