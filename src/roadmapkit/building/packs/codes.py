"""Findings about packs."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "MAY_CONCERN", "NOTHING_FOR_PARTY", "UNDATED_IN_PACK"]

NOTHING_FOR_PARTY = Code(
    "BLD003", "nothing-for-party", Severity.INFO, "A pack for a party that has nothing to do"
)
MAY_CONCERN = Code(
    "BLD004", "may-concern", Severity.WARNING, "Work that a pack may lack: nobody knows whose it is"
)
UNDATED_IN_PACK = Code(
    "BLD005", "undated-in-pack", Severity.INFO, "Work of a pack that its calendar cannot show"
)

CODES = (NOTHING_FOR_PARTY, MAY_CONCERN, UNDATED_IN_PACK)
"""Every code of packs."""
