"""Models become resolved documents: dates, people, numbers, references between documents.

``workspace`` runs it all; one module a concern: ``references``, ``directory``,
``parties``, ``due``, ``numbering``, ``appendices``, ``people``; one a kind of
document: ``roadmaps``, ``orders``, ``progress``.
"""

from roadmapkit.resolve import party_codes, reference_codes
from roadmapkit.resolve.directory.index import DirectoryIndex, Holder, post_title
from roadmapkit.resolve.numbering import clause_number
from roadmapkit.resolve.parties.reading import PartiesReading, PartyRef, resolve_parties
from roadmapkit.resolve.people import held_posts
from roadmapkit.resolve.resolved import (
    ActivityStatus,
    GroupListing,
    GroupRow,
    ResolvedActivity,
    ResolvedAppendix,
    ResolvedCell,
    ResolvedDocument,
    ResolvedDue,
    ResolvedOrder,
    ResolvedPart,
    ResolvedProgress,
    ResolvedReport,
    ResolvedRoadmap,
    ResolvedSection,
    ResolvedSignatory,
    ResolvedWorkspace,
)
from roadmapkit.resolve.workspace import directory_of, resolve_workspace

CODES = (*reference_codes.CODES, *party_codes.CODES)
"""Every kind of finding of this package."""

__all__ = [
    "CODES",
    "ActivityStatus",
    "DirectoryIndex",
    "GroupListing",
    "GroupRow",
    "Holder",
    "PartiesReading",
    "PartyRef",
    "ResolvedActivity",
    "ResolvedAppendix",
    "ResolvedCell",
    "ResolvedDocument",
    "ResolvedDue",
    "ResolvedOrder",
    "ResolvedPart",
    "ResolvedProgress",
    "ResolvedReport",
    "ResolvedRoadmap",
    "ResolvedSection",
    "ResolvedSignatory",
    "ResolvedWorkspace",
    "clause_number",
    "directory_of",
    "held_posts",
    "post_title",
    "resolve_parties",
    "resolve_workspace",
]
