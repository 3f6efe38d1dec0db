"""The papers that go with a document, resolved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.lazily import dataclass
from roadmapkit.model.column import ColumnChoice
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.resolve.resolved import GroupListing, ResolvedSignatory

__all__ = ["ApprovalLine", "ResolvedCopy", "ResolvedGroupPaper", "ResolvedPapers"]


@dataclass(frozen=True, slots=True)
class ResolvedCopy:
    """A certified copy (заверенная копия).

    Attributes:
        certifier: Who certifies it; None leaves a place for post and name.
        date: When, where that is known.
        kept: Where the original is kept; empty where the author does not say.
        signed: The word that stands for the signature of the original.
    """

    certifier: ResolvedSignatory | None
    date: date | None
    kept: str
    signed: str


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """A line of an approval sheet: who approves, and what he said when.

    Attributes:
        signatory: Post and name as of the day of the approval.
        caption: The author's caption; empty where the date speaks for itself.
        date: Day of the approval; None leaves a place for date and signature.
        remark: Remark.
        origin: Where the line stands.
        person: What tells one official from another.
    """

    signatory: ResolvedSignatory
    caption: str
    date: date | None
    remark: str
    origin: Origin
    person: str


@dataclass(frozen=True, slots=True)
class ResolvedGroupPaper:
    """A list of a group's members as a paper of its own."""

    listing: GroupListing
    columns: tuple[ColumnChoice, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class ResolvedPapers:
    """What papers a document has; a paper that nobody asks for is None or empty.

    Attributes:
        copy: The certified copy.
        approval: Rounds of the approval sheet.
        acquainted: Parties that sign the acquaintance sheet, by id or as written.
        groups: Lists of members.
        abbreviations: True for those that occur in the document, or the chosen ones.
        names: How the variant for publication prints full names; empty without one.
        asked: Whether the document itself asks for each paper, by its key: a paper that
            only the settings ask for is made where it can be.
    """

    copy: ResolvedCopy | None = None
    approval: tuple[tuple[ApprovalLine, ...], ...] = ()
    acquainted: tuple[tuple[str, Origin], ...] = ()
    groups: tuple[ResolvedGroupPaper, ...] = ()
    abbreviations: bool | tuple[tuple[str, str, Origin | None], ...] = False
    names: str = ""
    asked: frozenset[str] = frozenset()
