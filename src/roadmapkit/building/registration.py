"""Registering an act: its date and number are written, and what it prints is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roadmapkit.building.signing import LOCK_NAME, read_seals, seal_of, seals_text
from roadmapkit.building.stages import prepare
from roadmapkit.building.writing import write_atomically
from roadmapkit.diagnostics import Message, Severity
from roadmapkit.documents import DocumentView
from roadmapkit.errors import ArgumentError, WorkspaceError
from roadmapkit.load import LoadedWorkspace, load_workspace
from roadmapkit.model.order import Order
from roadmapkit.resolve import ResolvedOrder
from roadmapkit.source import SourceDocument, replace_values

__all__ = ["Registration", "register_act"]


@dataclass(frozen=True, slots=True)
class Registration:
    """What registering wrote.

    Attributes:
        document: Id of the act.
        file: Source file with the new state, date and number.
        lock: File with the seal.
    """

    document: str
    file: Path
    lock: Path


def register_act(loaded: LoadedWorkspace, id_: str, *, date: date, number: str) -> Registration:
    """Make a draft a registered act, or seal one that is registered already.

    The source file keeps its comments, order and quoting: only state, date and
    number change. If the act has an error as of its new date, nothing is written.

    Raises:
        ArgumentError: No such act, one that is sealed already, or one with errors.
        WorkspaceError: The file with the seals cannot be read.
    """
    document = _document(loaded, id_)
    seals, damage = read_seals(loaded.root)
    if damage:
        message = Message(
            "{file} is damaged: {reason}; restore it from git",
            file=LOCK_NAME,
            reason=damage[0].message,
        )
        raise WorkspaceError(message, path=str(loaded.root / LOCK_NAME))
    if id_ in seals:
        raise ArgumentError(
            Message(
                "{id!r} is registered already; a signed act is changed by an amending act", id=id_
            ),
            argument="id",
            value=id_,
        )
    source = document.source
    changed = replace_values(
        document, {"state": "registered", "date": date.strftime("%d.%m.%Y"), "number": number}
    )
    future = load_workspace(loaded.path, replacing={source.path: changed})
    view = _signed_view(future, id_)
    seals[id_] = seal_of(view)
    file, lock = loaded.root / source.path, loaded.root / LOCK_NAME
    write_atomically(file, changed.encode("utf-8"))
    write_atomically(lock, seals_text(seals).encode("utf-8"))
    return Registration(id_, file, lock)


def _document(loaded: LoadedWorkspace, id_: str) -> SourceDocument:
    for item in loaded.documents:
        if isinstance(item.model, Order) and item.model.id == id_:
            return item.origin.document
    raise ArgumentError(
        Message("There is no act with the id {id!r}; give the id of an order", id=id_),
        argument="id",
        value=id_,
    )


def _signed_view(loaded: LoadedWorkspace, id_: str) -> DocumentView:
    """Return the act as it would be printed once registered.

    Raises:
        ArgumentError: It has errors, as of its day.
    """
    prepared = prepare(loaded, (id_,))
    order = prepared.workspace.documents.get(id_)
    for composed in prepared.composed:
        if isinstance(order, ResolvedOrder) and composed.view.act is not None:
            return composed.view
    reasons = [item.message for item in prepared.diagnostics if item.severity is Severity.ERROR]
    message = Message(
        "{id!r} cannot be registered while it has errors: {reasons}", id=id_, reasons=reasons
    )
    raise ArgumentError(message, argument="id", value=id_)
