"""The papers of a document: what it asks for itself, then what the settings ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.kinds import GroupPaper
from roadmapkit.model.papers import PAPER_KINDS, CopyPaper, DefaultPapers, PublicationPaper
from roadmapkit.model.signatory import Signatory
from roadmapkit.resolve import paper_codes as codes
from roadmapkit.resolve.appendices import GROUP_FIELDS
from roadmapkit.resolve.approval_rounds import ApprovalRounds
from roadmapkit.resolve.columns import unknown_columns
from roadmapkit.resolve.groups import check_group, list_group
from roadmapkit.resolve.named import Use, check_named
from roadmapkit.resolve.named_parties import listed_groups, named_parties
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.references import unknown_id
from roadmapkit.resolve.resolved import (
    ResolvedDocument,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedProgress,
)
from roadmapkit.resolve.resolved_letter import ResolvedLetter
from roadmapkit.resolve.resolved_papers import ResolvedCopy, ResolvedGroupPaper, ResolvedPapers
from roadmapkit.source import NodePath, Origin

__all__ = ["no_such_paper", "resolve_papers"]


def resolve_papers(
    document: ResolvedDocument, defaults: DefaultPapers
) -> tuple[ResolvedPapers, tuple[Diagnostic, ...]]:
    """Return the papers of a document and what is wrong with them.

    Args:
        document: The document.
        defaults: What the settings ask for of every document; its own wishes win.
    """
    resolution = _Papers(document, defaults)
    return resolution.resolve(), tuple(resolution.diagnostics)


def no_such_paper(
    document: ResolvedDocument, key: str, message: Message, hint: Message
) -> Diagnostic:
    """Return the finding that a paper which a document asks for cannot be made."""
    return codes.NO_SUCH_PAPER.at(
        document.origin.child("papers", key).key_span,
        message,
        hint=hint,
        documents=(document.model.id,),
    )


class _Papers:
    """One document."""

    def __init__(self, document: ResolvedDocument, defaults: DefaultPapers) -> None:
        self._document = document
        self._id = document.model.id
        self._directory = document.directory
        self._day: date | None = getattr(document, "as_of", None)
        self._own = getattr(document.model, "papers", None)
        self._defaults = defaults
        self.diagnostics: list[Diagnostic] = []

    def resolve(self) -> ResolvedPapers:
        """Return the papers; findings gather in ``diagnostics``."""
        if isinstance(self._document, ResolvedLetter):
            return ResolvedPapers()
        publication = self._wish("publication")
        names = ""
        if publication:
            details = publication if isinstance(publication, PublicationPaper) else None
            names = details.names if details else PublicationPaper().names
        asked = frozenset(key for key in PAPER_KINDS if self._asks(key))
        if isinstance(self._document, ResolvedProgress):
            return ResolvedPapers(names=names, asked=asked)
        return ResolvedPapers(
            copy=self._copy(),
            approval=self._approval(),
            acquainted=tuple(self._acquainted()),
            groups=tuple(self._groups()),
            abbreviations=self._abbreviations(),
            names=names,
            asked=asked,
        )

    def _asks(self, key: str) -> bool:
        return bool(_value(self._own, key))

    def _wish(self, key: str) -> Any:
        """Return what is asked for under a key: of the document itself, else of the settings."""
        own = _value(self._own, key)
        return own if own is not None else _value(self._defaults, key)

    def _origin(self, *path: str | int) -> Origin:
        return self._document.origin.child("papers", *path)

    def _place(self, key: str, index: int) -> Origin:
        """Return the place of an item, which may stand alone without a list."""
        listed = self._document.origin.document.value(("papers", key))
        return self._origin(key, index) if isinstance(listed, list) else self._origin(key)

    def _missing(self, key: str, message: Message, hint: Message) -> None:
        if self._asks(key):
            self.diagnostics.append(no_such_paper(self._document, key, message, hint))

    # -- copy -------------------------------------------------------------------------------

    def _copy(self) -> ResolvedCopy | None:
        wish = self._wish("copy")
        document = self._document
        if not wish or not isinstance(document, ResolvedOrder | ResolvedMinutes):
            return None
        if document.model.state != "registered":
            message = Message("{id!r} is a draft, and only what is signed has copies", id=self._id)
            hint = Message("Register it first; until then build makes it without a copy")
            self._missing("copy", message, hint)
            return None
        details = wish if isinstance(wish, CopyPaper) else CopyPaper()
        certify: Signatory | None = wish if isinstance(wish, str) else details.certify
        path: NodePath = ("copy",) if isinstance(wish, str) else ("copy", "certify")
        certifier, found = resolve_signatory(
            certify,
            self._directory.on(details.date or self._day),
            details.date or self._day,
            self._origin(*path) if self._asks("copy") else document.origin.child("id"),
            self._id,
        )
        self.diagnostics += found
        return ResolvedCopy(certifier, details.date, details.kept or "", details.signed)

    # -- approval ---------------------------------------------------------------------------

    def _approval(self) -> tuple[Any, ...]:
        wish = self._wish("approval")
        if not wish:
            return ()
        rounds = ApprovalRounds(self._document, self._day)
        if wish is not True:
            listed = isinstance(self._document.origin.document.value(("papers", "approval")), list)
            resolved = rounds.written(wish, self._origin("approval"), listed=listed)
            self.diagnostics += rounds.diagnostics
            return resolved
        if isinstance(self._document, ResolvedOrder) and self._document.approval:
            resolved = rounds.of_order(self._document)
            self.diagnostics += rounds.diagnostics
            return resolved
        message = Message("{id!r} does not say who approves it", id=self._id)
        hint = Message("Name them: papers, approval, people")
        self._missing("approval", message, hint)
        return ()

    # -- lists ------------------------------------------------------------------------------

    def _acquainted(self) -> Iterator[tuple[str, Origin]]:
        wish = self._wish("acquaintance")
        if not wish:
            return
        if wish is not True:
            for index, who in enumerate(wish):
                place = self._place("acquaintance", index)
                self.diagnostics += check_named(
                    who, self._directory, self._day, place, self._id, use=Use()
                )
                yield who, place
            return
        named = tuple(dict(named_parties(self._document)).items())
        if not named:
            message = Message("{id!r} names nobody who could read it", id=self._id)
            hint = Message("List them: acquaintance, ids of people, posts, groups")
            self._missing("acquaintance", message, hint)
        yield from named

    def _groups(self) -> Iterator[ResolvedGroupPaper]:
        wish = self._wish("groups")
        if not wish:
            return
        if wish is True:
            found = [
                ResolvedGroupPaper(listing, columns, origin)
                for listing, columns, origin in listed_groups(self._document)
            ]
            if not found:
                message = Message("{id!r} prints the members of no group", id=self._id)
                self._missing("groups", message, Message("Give the ids of groups"))
            yield from found
            return
        for index, item in enumerate(wish):
            origin = self._place("groups", index)
            details = item if isinstance(item, GroupPaper) else GroupPaper(group=item)
            place = origin.child("group") if isinstance(item, GroupPaper) else origin
            listing = list_group(details.group, self._directory, self._day, place)
            if listing is None:
                known = self._directory.group_ids()
                self.diagnostics.append(unknown_id(details.group, place, known, (self._id,)))
                continue
            self.diagnostics += unknown_columns(
                details.columns, GROUP_FIELDS, origin.child("columns"), self._id
            )
            self.diagnostics += check_group(listing, self._directory, self._day, place, self._id)
            yield ResolvedGroupPaper(listing, details.columns, origin)

    def _abbreviations(self) -> bool | tuple[tuple[str, str, Origin | None], ...]:
        wish = self._wish("abbreviations")
        if not wish or wish is True:
            return bool(wish)
        found = []
        for index, short in enumerate(wish):
            entry = self._directory.abbreviation(short)
            if entry is None:
                place = self._place("abbreviations", index)
                known = self._directory.abbreviation_shorts()
                self.diagnostics.append(unknown_id(short, place, known, (self._id,)))
                continue
            found.append(entry)
        return tuple(found)


def _value(papers: Any, key: str) -> Any:
    return getattr(papers, "copy_" if key == "copy" else key, None)
