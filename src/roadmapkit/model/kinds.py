"""The kinds of documents, of which a workspace rarely has all: their models load when met.

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
    from roadmapkit.model.program import KnownRow, PassportRow, Program, YearlyResult
    from roadmapkit.model.progress import Progress
    from roadmapkit.model.roadmap import Roadmap
    from roadmapkit.model.settings import Settings

__all__ = [
    "MODELS",
    "Absentee",
    "Addressee",
    "AppointClause",
    "Appointment",
    "ApproveClause",
    "ApproveDecision",
    "ApproveItem",
    "AssignClause",
    "Assignee",
    "Attachment",
    "Attendance",
    "CaseForms",
    "ChangeDecision",
    "ControlClause",
    "CreateDecision",
    "Directory",
    "Executor",
    "FormerName",
    "FormerOrganizationName",
    "FormerTitle",
    "Group",
    "GroupMember",
    "InForceClause",
    "Item",
    "KnownRow",
    "Letter",
    "Minutes",
    "Order",
    "Organization",
    "OrganizationQuery",
    "PassportRow",
    "Person",
    "Post",
    "PrintedDocument",
    "Program",
    "Progress",
    "PublishClause",
    "RepealClause",
    "RepealedAct",
    "Roadmap",
    "Settings",
    "StatusDecision",
    "TextClause",
    "TextDecision",
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
    "program": "KnownRow PassportRow YearlyResult",
}

_stand_in = classes_from(
    __name__,
    {f"roadmapkit.model.{kind}": f"{name} {_PARTS.get(kind, '')}" for kind, name in _KINDS.items()},
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
