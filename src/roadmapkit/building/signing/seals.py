"""Signed acts are frozen: what was signed is recorded and held against what prints today."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from roadmapkit.building import codes
from roadmapkit.building.signing.lock_file import Seal
from roadmapkit.building.signing.pieces import MOST_OF_ONE_SHEET, Piece, lost_pieces, printed_pieces
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents import DocumentView
from roadmapkit.language import plain
from roadmapkit.load.file_names import SEALS_NAME
from roadmapkit.resolve import ResolvedDocument, ResolvedMinutes, ResolvedOrder
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.minutes import Minutes
    from roadmapkit.model.order import Order

__all__ = ["check_seal", "check_sealed", "seal_of", "unsealed"]


def seal_of(view: DocumentView) -> Seal:
    """Return the seal of what *view* prints; typography takes no part in it."""
    return Seal({piece.name: _digest(piece.text) for piece in printed_pieces(view)})


def _digest(text: str) -> str:
    return hashlib.sha256(plain(text).encode("utf-8")).hexdigest()[:16]


def check_seal(id_: str, view: DocumentView, seal: Seal) -> Iterator[Diagnostic]:
    """Yield a finding for each piece of a registered act that prints something else today.

    Of one appendix the first differences are told, and how many more there are.
    """
    pieces = list(printed_pieces(view))
    changed: dict[int, list[Piece]] = {}
    for piece in pieces:
        if seal.parts.get(piece.name) != _digest(piece.text):
            changed.setdefault(piece.sheet, []).append(piece)
    for sheet, found in changed.items():
        told = len(found) if sheet == 0 else MOST_OF_ONE_SHEET
        for piece in found[:told]:
            yield _changed(id_, piece, _difference(id_, piece, seal))
        if more := found[told:]:
            message = Message(
                "More of appendix {number} of the act {id!r} was signed with another text; "
                "places not listed: {count}",
                number=sheet,
                id=id_,
                count=len(more),
            )
            yield _changed(id_, more[0], message)
    missing = lost_pieces(set(seal.parts) - {piece.name for piece in pieces})
    if missing:
        origin = _origin(view)
        message = Message(
            "The signed text of the act {id!r} had more: {parts}", id=id_, parts=missing
        )
        yield codes.CHANGED_AFTER_SIGNING.at(
            origin.child("id").span if origin else None, message, hint=_AMEND, documents=(id_,)
        )


_AMEND = Message("Take the change back, or make an act that amends this one")


def _changed(id_: str, piece: Piece, message: Message) -> Diagnostic:
    span = piece.origin.span if piece.origin else None
    return codes.CHANGED_AFTER_SIGNING.at(span, message, hint=_AMEND, documents=(id_,))


def _difference(id_: str, piece: Piece, seal: Seal) -> Message:
    if piece.name not in seal.parts:
        return Message(
            "The act {id!r} was signed without this text ({part})", id=id_, part=piece.label
        )
    return Message(
        "The act {id!r} was signed with another text here ({part})", id=id_, part=piece.label
    )


def check_sealed(
    seals: Mapping[str, Seal],
    documents: Mapping[str, ResolvedDocument],
    unread: Collection[str] | None,
) -> Iterator[Diagnostic]:
    """Yield a finding for each seal whose act is no registered act of the workspace any more.

    Without it a signed act could be changed by making it a draft or giving it another id.

    Args:
        seals: The seals by id of the act.
        documents: The documents by id.
        unread: Ids of documents that are there and cannot be read, which is told
            elsewhere; None where not all documents are known.
    """
    for id_, seal in sorted(seals.items()):
        document = documents.get(id_)
        if document is not None:
            if not _is_registered(document):
                yield _not_registered(id_, document)
        elif unread is not None and id_ not in unread:
            yield codes.CHANGED_AFTER_SIGNING.at(
                seal.origin.key_span if seal.origin else None,
                Message("The act {id!r} was signed, and no document has that id", id=id_),
                hint=Message(
                    "Give the act its id back, or restore it from git; a signed act stays"
                ),
            )


def _is_registered(document: ResolvedDocument) -> bool:
    if isinstance(document, ResolvedOrder | ResolvedMinutes):
        return document.model.state == "registered"
    return False


def _origin(view: DocumentView) -> Origin | None:
    """Return the place of the act or of the minutes that a file prints."""
    printed = view.act or view.minutes
    return printed.origin if printed is not None else None


def _not_registered(id_: str, document: ResolvedDocument) -> Diagnostic:
    origin = document.origin
    signable = isinstance(document, ResolvedOrder | ResolvedMinutes)
    keys = ("state", "id") if signable else ("kind",)
    key = next(key for key in keys if key in origin.document.data)
    return codes.CHANGED_AFTER_SIGNING.at(
        origin.child(key).span,
        Message("The act {id!r} was signed, and this document is not a registered act", id=id_),
        hint=Message(
            "Restore the act with `state: registered`; where the act was never signed, "
            "delete its lines from {file}",
            file=SEALS_NAME,
        ),
        documents=(id_,),
    )


def unsealed(id_: str, view: DocumentView, act: Order | Minutes) -> Diagnostic:
    """Return the note that what a registered act printed at signing is not recorded."""
    origin = _origin(view)
    day = act.date.isoformat() if act.date else "YYYY-MM-DD"
    return codes.NOT_SEALED.at(
        origin.child("state").span if origin else None,
        Message("What the act {id!r} printed when it was signed is not recorded", id=id_),
        hint=Message(
            "Record it, so that later changes are noticed: "
            "roadmapkit register {id} --date {day} --number {number}",
            id=id_,
            day=day,
            number=act.number or "N",
        ),
        documents=(id_,),
    )
