"""Every kind of finding of this package."""

from __future__ import annotations

from roadmapkit.resolve import (
    data_tables,
    document_codes,
    minutes_codes,
    paper_codes,
    party_codes,
    program_codes,
    reporting,
    statuses,
)

__all__ = ["CODES"]

CODES = (
    *document_codes.CODES,
    *party_codes.CODES,
    *program_codes.CODES,
    *minutes_codes.CODES,
    *data_tables.CODES,
    *paper_codes.CODES,
    *statuses.CODES,
    *reporting.CODES,
)
