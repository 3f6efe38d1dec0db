"""A letter (письмо) as of its own date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.lazily import dataclass
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model import PrintedDocument
    from roadmapkit.model.letter import Addressee, Letter
    from roadmapkit.resolve.directory.index import DirectoryIndex
    from roadmapkit.resolve.resolved import ResolvedAppendix, ResolvedSignatory

__all__ = ["AttachedDocument", "ResolvedAddressee", "ResolvedLetter"]


@dataclass(frozen=True, slots=True)
class ResolvedAddressee:
    """Whom a letter is for.

    Attributes:
        addressee: As the author describes him; of the member of a group, his id.
        key: What tells his letter from those of others in the name of a file.
        origin: Where he is named.
    """

    addressee: Addressee
    key: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class AttachedDocument:
    """A document that a letter sends, with the parties of its own folder and day."""

    model: PrintedDocument
    origin: Origin
    directory: DirectoryIndex


@dataclass(frozen=True, slots=True)
class ResolvedLetter:
    """A letter.

    Attributes:
        as_of: Day whose people it names.
        addressees: Everybody whom it is for, in order; of a separate letter each has his own.
        attached: The documents that it sends, by id.
        appendices: What is printed together with it.
        sources: Files that it is made from, sorted.
        prints: Ids of other documents whose content or title it prints.
    """

    model: Letter
    origin: Origin
    as_of: date | None
    directory: DirectoryIndex
    addressees: tuple[ResolvedAddressee, ...]
    attached: Mapping[str, AttachedDocument]
    appendices: tuple[ResolvedAppendix, ...]
    signatory: ResolvedSignatory | None
    sources: tuple[str, ...] = ()
    prints: frozenset[str] = field(default=frozenset())
