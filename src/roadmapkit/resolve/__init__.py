"""Models become resolved documents: dates, people, numbers, references between documents.

``workspace`` runs it all; one module a concern: ``references``, ``directory``,
``parties``, ``due``, ``numbering``, ``appendices``, ``posts``, ``named``, ``people``,
``groups``; one a kind of document: ``roadmaps``, ``orders``, ``progress``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from

if TYPE_CHECKING:
    from roadmapkit.resolve.agenda import Agenda, DueItem, State
    from roadmapkit.resolve.all_codes import CODES
    from roadmapkit.resolve.directory.index import DirectoryIndex, Holder, post_title
    from roadmapkit.resolve.explained import PlanExplanation, TermExplanation
    from roadmapkit.resolve.explaining import explain_activity, explain_plan
    from roadmapkit.resolve.house_deadline import explain_in_house
    from roadmapkit.resolve.numbering import clause_number, clause_numbers
    from roadmapkit.resolve.orders import keeps_control
    from roadmapkit.resolve.parties.reading import PartiesReading, PartyRef, resolve_parties
    from roadmapkit.resolve.posts import Official, PostTitle, official_meant, title_on
    from roadmapkit.resolve.resolved import (
        ActivityStatus,
        Attended,
        AttendedList,
        DecisionEffect,
        GroupListing,
        GroupRow,
        ResolvedActivity,
        ResolvedAppendix,
        ResolvedCell,
        ResolvedChapter,
        ResolvedDocument,
        ResolvedDue,
        ResolvedLetter,
        ResolvedMinutes,
        ResolvedOrder,
        ResolvedPapers,
        ResolvedPart,
        ResolvedProgram,
        ResolvedProgress,
        ResolvedReport,
        ResolvedRoadmap,
        ResolvedSection,
        ResolvedSignatory,
        ResolvedWorkspace,
    )
    from roadmapkit.resolve.resolved_letter import ResolvedAddressee
    from roadmapkit.resolve.resolved_papers import (
        ApprovalLine,
        ResolvedCopy,
        ResolvedGroupPaper,
    )
    from roadmapkit.resolve.who import HeldBy, WhoIs, WhoIsMember, who_is
    from roadmapkit.resolve.workspace import directory_of, resolve_workspace

__all__ = [
    "CODES",
    "ActivityStatus",
    "Agenda",
    "ApprovalLine",
    "Attended",
    "AttendedList",
    "DecisionEffect",
    "DirectoryIndex",
    "DueItem",
    "GroupListing",
    "GroupRow",
    "HeldBy",
    "Holder",
    "Official",
    "PartiesReading",
    "PartyRef",
    "PlanExplanation",
    "PostTitle",
    "ResolvedActivity",
    "ResolvedAddressee",
    "ResolvedAppendix",
    "ResolvedCell",
    "ResolvedChapter",
    "ResolvedCopy",
    "ResolvedDocument",
    "ResolvedDue",
    "ResolvedGroupPaper",
    "ResolvedLetter",
    "ResolvedMinutes",
    "ResolvedOrder",
    "ResolvedPapers",
    "ResolvedPart",
    "ResolvedProgram",
    "ResolvedProgress",
    "ResolvedReport",
    "ResolvedRoadmap",
    "ResolvedSection",
    "ResolvedSignatory",
    "ResolvedWorkspace",
    "State",
    "TermExplanation",
    "WhoIs",
    "WhoIsMember",
    "clause_number",
    "clause_numbers",
    "directory_of",
    "explain_activity",
    "explain_in_house",
    "explain_plan",
    "keeps_control",
    "official_meant",
    "post_title",
    "resolve_parties",
    "resolve_workspace",
    "title_on",
    "who_is",
]

__getattr__ = names_from(
    __name__,
    {
        "agenda": "Agenda DueItem State",
        "all_codes": "CODES",
        "directory.index": "DirectoryIndex Holder post_title",
        "explained": "PlanExplanation TermExplanation",
        "explaining": "explain_activity explain_plan",
        "house_deadline": "explain_in_house",
        "numbering": "clause_number clause_numbers",
        "orders": "keeps_control",
        "parties.reading": "PartiesReading PartyRef resolve_parties",
        "posts": "Official PostTitle official_meant title_on",
        "resolved": (
            "ActivityStatus Attended AttendedList DecisionEffect GroupListing "
            "GroupRow ResolvedActivity ResolvedAppendix ResolvedCell "
            "ResolvedChapter ResolvedDocument ResolvedDue ResolvedLetter ResolvedMinutes "
            "ResolvedOrder ResolvedPapers ResolvedPart ResolvedProgram ResolvedProgress "
            "ResolvedReport ResolvedRoadmap ResolvedSection ResolvedSignatory "
            "ResolvedWorkspace"
        ),
        "resolved_letter": "ResolvedAddressee",
        "resolved_papers": "ApprovalLine ResolvedCopy ResolvedGroupPaper",
        "who": "HeldBy WhoIs WhoIsMember who_is",
        "workspace": "directory_of resolve_workspace",
    },
)
