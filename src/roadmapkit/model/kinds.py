"""The kinds of documents, of which a workspace rarely has all: their models load when met.

So do the models of what a document rarely has: appendices, tables, papers of its own.

What asks of a document or an entry what it is takes the classes from here; what only annotates
takes them from their own modules, under ``TYPE_CHECKING``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from importlib import import_module
from operator import or_
from typing import TYPE_CHECKING, Any

from roadmapkit.lazily import classes_from

if TYPE_CHECKING:
    from roadmapkit.model.appendix import (
        AbbreviationsPart,
        Appendix,
        GroupPart,
        MatrixPart,
        PlanPart,
        ProgramPart,
        ReportPart,
        TablePart,
        TextPart,
    )
    from roadmapkit.model.computed import Average, Difference, Growth, Share, Sum
    from roadmapkit.model.directory import (
        Appointment,
        CaseForms,
        Directory,
        FormerName,
        FormerOrganizationName,
        FormerTitle,
        Group,
        GroupMember,
        Organization,
        OrganizationQuery,
        Person,
        Post,
        Vacancy,
    )
    from roadmapkit.model.document import Document, PrintedDocument
    from roadmapkit.model.letter import Addressee, Attachment, Letter
    from roadmapkit.model.minutes import (
        Absentee,
        ApproveDecision,
        Attendance,
        ChangeDecision,
        CreateDecision,
        Minutes,
        StatusDecision,
        TextDecision,
        Vote,
    )
    from roadmapkit.model.order import (
        AppointClause,
        ApproveClause,
        ApproveItem,
        AssignClause,
        Assignee,
        ControlClause,
        Executor,
        InForceClause,
        Item,
        Order,
        PublishClause,
        RepealClause,
        RepealedAct,
        TextClause,
    )
    from roadmapkit.model.own_papers import ApprovalRound, Approver, GroupPaper
    from roadmapkit.model.program import KnownRow, PassportRow, Program, YearlyResult
    from roadmapkit.model.progress import Progress
    from roadmapkit.model.roadmap import Roadmap
    from roadmapkit.model.settings import Settings
    from roadmapkit.model.table import DataCell, DataColumn, DataTable, SpanRow

__all__ = [
    "MODELS",
    "AbbreviationsPart",
    "Absentee",
    "Addressee",
    "Appendix",
    "AppointClause",
    "Appointment",
    "ApprovalRound",
    "ApproveClause",
    "ApproveDecision",
    "ApproveItem",
    "Approver",
    "AssignClause",
    "Assignee",
    "Attachment",
    "Attendance",
    "Average",
    "CaseForms",
    "ChangeDecision",
    "ControlClause",
    "CreateDecision",
    "DataCell",
    "DataColumn",
    "DataTable",
    "Difference",
    "Directory",
    "Executor",
    "FormerName",
    "FormerOrganizationName",
    "FormerTitle",
    "Group",
    "GroupMember",
    "GroupPaper",
    "GroupPart",
    "Growth",
    "InForceClause",
    "Item",
    "KnownRow",
    "Letter",
    "MatrixPart",
    "Minutes",
    "Order",
    "Organization",
    "OrganizationQuery",
    "PassportRow",
    "Person",
    "PlanPart",
    "Post",
    "PrintedDocument",
    "Program",
    "ProgramPart",
    "Progress",
    "PublishClause",
    "RepealClause",
    "RepealedAct",
    "ReportPart",
    "Roadmap",
    "Settings",
    "Share",
    "SpanRow",
    "StatusDecision",
    "Sum",
    "TablePart",
    "TextClause",
    "TextDecision",
    "TextPart",
    "Vacancy",
    "Vote",
    "YearlyResult",
]

_KINDS = {
    "roadmap": "Roadmap",
    "order": "Order",
    "program": "Program",
    "minutes": "Minutes",
    "letter": "Letter",
    "progress": "Progress",
    "directory": "Directory",
    "settings": "Settings",
}
_PARTS = {
    "appendix": (
        "AbbreviationsPart Appendix GroupPart MatrixPart PlanPart ProgramPart ReportPart "
        "TablePart TextPart"
    ),
    "computed": "Average Difference Growth Share Sum",
    "directory": (
        "Appointment CaseForms FormerName FormerOrganizationName FormerTitle Group GroupMember "
        "Organization OrganizationQuery Person Post Vacancy"
    ),
    "letter": "Addressee Attachment",
    "minutes": (
        "Absentee ApproveDecision Attendance ChangeDecision CreateDecision StatusDecision "
        "TextDecision Vote"
    ),
    "order": (
        "AppointClause ApproveClause ApproveItem AssignClause Assignee ControlClause Executor "
        "InForceClause Item PublishClause RepealClause RepealedAct TextClause"
    ),
    "own_papers": "ApprovalRound Approver GroupPaper",
    "program": "KnownRow PassportRow YearlyResult",
    "table": "DataCell DataColumn DataTable SpanRow",
}

_stand_in = classes_from(
    __name__,
    {
        f"roadmapkit.model.{module}": f"{_KINDS.get(module, '')} {_PARTS.get(module, '')}"
        for module in (*_KINDS, *(_PARTS.keys() - _KINDS.keys()))
    },
)


class _Models(Mapping[str, "type[Document]"]):
    """Models by ``kind``, each loaded when it is asked for."""

    def __getitem__(self, kind: str) -> type[Document]:
        name = _KINDS[kind]
        model: type[Document] = getattr(import_module(f"roadmapkit.model.{kind}"), name)
        return model

    def __contains__(self, kind: object) -> bool:
        return kind in _KINDS

    def __iter__(self) -> Iterator[str]:
        return iter(_KINDS)

    def __len__(self) -> int:
        return len(_KINDS)


MODELS: Mapping[str, type[Document]] = _Models()
"""Model of each value of ``kind``."""


def __getattr__(name: str) -> Any:
    if name != "PrintedDocument":
        return _stand_in(name)
    printed = [kind for kind in _KINDS.values() if kind not in {"Directory", "Settings"}]
    found = globals()[name] = reduce(or_, map(_stand_in, printed))
    return found
