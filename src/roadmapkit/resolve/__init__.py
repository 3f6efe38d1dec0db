"""Models become resolved documents: dates, people, numbers, references between documents.

``workspace`` runs it all; one module a concern: ``references``, ``directory``,
``parties``, ``due``, ``numbering``, ``appendices``, ``posts``, ``named``, ``people``,
``groups``; one a kind of document: ``roadmaps``, ``orders``, ``progress``.
"""

from roadmapkit.resolve import document_codes, party_codes
from roadmapkit.resolve.directory.index import DirectoryIndex, Holder, post_title
from roadmapkit.resolve.numbering import clause_number
from roadmapkit.resolve.orders import keeps_control
from roadmapkit.resolve.parties.reading import PartiesReading, PartyRef, resolve_parties
from roadmapkit.resolve.posts import Official, PostTitle, official_meant, title_on
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

CODES = (*document_codes.CODES, *party_codes.CODES)
"""Every kind of finding of this package."""

__all__ = [
    "CODES",
    "ActivityStatus",
    "DirectoryIndex",
    "GroupListing",
    "GroupRow",
    "Holder",
    "Official",
    "PartiesReading",
    "PartyRef",
    "PostTitle",
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
    "keeps_control",
    "official_meant",
    "post_title",
    "resolve_parties",
    "resolve_workspace",
    "title_on",
]
