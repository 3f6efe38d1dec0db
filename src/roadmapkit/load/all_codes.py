"""Every kind of finding of this package."""

from __future__ import annotations

from roadmapkit.load import codes, data_table_codes, tables

__all__ = ["CODES"]

CODES = (*codes.CODES, *data_table_codes.CODES, *tables.CODES)
