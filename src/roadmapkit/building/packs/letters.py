"""The covering letter of a pack: the letter of the workspace, to the party of the pack."""

from __future__ import annotations

from functools import partial

from roadmapkit.building.composing import Composed
from roadmapkit.building.stages import Prepared
from roadmapkit.building.targets import Target, worded
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents import compose_letter
from roadmapkit.documents.recipient import Recipient
from roadmapkit.errors import ArgumentError
from roadmapkit.model.letter import Addressee
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ResolvedAddressee, ResolvedLetter

__all__ = ["find_letter", "letter_to"]


def find_letter(prepared: Prepared, id_: str | None) -> ResolvedLetter | None:
    """Return the letter with an id, None where none is asked for.

    Raises:
        ArgumentError: It has errors, or is no letter.
    """
    if id_ is None:
        return None
    letter = prepared.workspace.documents.get(id_)
    if id_ in prepared.blocked:
        message = Message("{id!r} has errors; `roadmapkit check` tells which", id=id_)
        raise ArgumentError(message, argument="letter", value=id_)
    if not isinstance(letter, ResolvedLetter):
        raise ArgumentError(Message("{id!r} is no letter", id=id_), argument="letter", value=id_)
    return letter


def letter_to(
    letter: ResolvedLetter, recipient: Recipient, settings: Settings, folder: str
) -> tuple[Composed, tuple[Diagnostic, ...]]:
    """Return the letter to one party, whomever the letter itself names.

    Args:
        letter: The letter.
        recipient: Whom the pack is for.
        settings: Layout.
        folder: Folder of the pack.
    """
    own = next((one for one in letter.addressees if one.key == recipient.key), None)
    addressee = own or ResolvedAddressee(
        Addressee(to=recipient.reference), recipient.key, letter.origin.child("to")
    )
    compose = partial(compose_letter, letter, (addressee,), settings)
    view, found = worded(letter, settings, compose, letter.as_of)()
    target = Target(
        document=letter.model.id,
        path=f"{folder}/{letter.model.id}.письмо.docx",
        sources=letter.sources,
        origin=letter.origin.child("id"),
        act=None,
        compose=lambda: (view, ()),
    )
    return Composed(target, view), found
