"""Every kind of finding of this package."""

from __future__ import annotations

from roadmapkit.documents import codes, format_codes

__all__ = ["CODES"]

CODES = (*codes.CODES, *format_codes.CODES)
