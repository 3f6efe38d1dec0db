"""Registering an act: its date and number are written, and what it prints is sealed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from roadmapkit.building.output.writing import write_atomically
from roadmapkit.building.signing.lock_file import read_seals, seals_text
from roadmapkit.building.signing.seals import seal_of
from roadmapkit.building.stages import prepare
from roadmapkit.diagnostics import Message, Severity
from roadmapkit.documents import DocumentView
from roadmapkit.errors import ArgumentError, WorkspaceError
from roadmapkit.lazily import dataclass
from roadmapkit.load import LoadedWorkspace, load_workspace
from roadmapkit.load.file_names import SEALS_NAME
from roadmapkit.model.minutes import Minutes
from roadmapkit.model.order import Order
from roadmapkit.resolve import ResolvedMinutes, ResolvedOrder
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
    """Make a draft a registered act or registered minutes, or seal what is registered already.

    The source file keeps its comments, order and quoting: only state, date and
    number change. If the act has an error as of its new date, nothing is written;
    if one of the two files cannot be written, neither is changed.

    Raises:
        ArgumentError: No such act, one that is sealed already, one that is registered
            with another date or number, or one with errors.
        OutputError: A file cannot be written.
        WorkspaceError: The file with the seals cannot be read.
    """
    act, document = _document(loaded, id_)
    seals, damage = read_seals(loaded.root)
    if damage:
        message = Message(
            "{file} is damaged: {reason}; restore it from git",
            file=SEALS_NAME,
            reason=damage[0].message,
        )
        raise WorkspaceError(message, path=str(loaded.root / SEALS_NAME))
    if id_ in seals:
        raise ArgumentError(
            Message(
                "{id!r} is registered already; a signed act is changed by an amending act", id=id_
            ),
            argument="id",
            value=id_,
        )
    _require_same(act, date, number)
    _require_meeting_day(act, date)
    source = document.source
    changed = _registered(act, document, date, number)
    future = load_workspace(loaded.path, replacing={source.path: changed})
    seals[id_] = seal_of(_signed_view(future, id_))
    file, lock = loaded.root / source.path, loaded.root / SEALS_NAME
    former = lock.read_bytes() if lock.is_file() else None
    # The seal first: a seal without its act is reported, an act without its seal only noted.
    write_atomically(lock, seals_text(seals).encode("utf-8"))
    try:
        if changed != source.text:
            write_atomically(file, changed.encode("utf-8"))
    except BaseException:
        _restore(lock, former)
        raise
    return Registration(id_, file, lock)


def _require_same(act: Order | Minutes, day: date, number: str) -> None:
    """Require that an act which is registered already has this date and number, or none yet.

    Raises:
        ArgumentError: It has others.
    """
    if act.state != "registered":
        return
    if act.date not in (None, day):
        message = Message(
            "{id!r} is registered already, on {registered} and not on {given}; give that day, "
            "or put right what the file says",
            id=act.id,
            registered=act.date,
            given=day,
        )
        raise ArgumentError(message, argument="date", value=day)
    if act.number not in (None, number):
        message = Message(
            "{id!r} is registered already, with the number {registered!r} and not {given!r}; "
            "give that number, or put right what the file says",
            id=act.id,
            registered=act.number,
            given=number,
        )
        raise ArgumentError(message, argument="number", value=number)


def _require_meeting_day(act: Order | Minutes, day: date) -> None:
    """Require that minutes are dated with the day of the meeting, which drafts may tell already.

    Raises:
        ArgumentError: They tell another day.
    """
    if isinstance(act, Minutes) and act.state == "draft" and act.date not in (None, day):
        message = Message(
            "The minutes {id!r} are of the meeting of {registered}, not of {given}; their date "
            "is that of the meeting: give that day, or put right what the file says",
            id=act.id,
            registered=act.date,
            given=day,
        )
        raise ArgumentError(message, argument="date", value=day)


def _registered(act: Order | Minutes, document: SourceDocument, day: date, number: str) -> str:
    """Return the text of the act's file once it is registered; what it says already stays."""
    values = {"state": "registered", "date": day.strftime("%d.%m.%Y"), "number": number}
    if act.state == "registered":
        said = {"state": act.state, "date": act.date, "number": act.number}
        values = {key: value for key, value in values.items() if said[key] is None}
    return replace_values(document, values)


def _restore(lock: Path, former: bytes | None) -> None:
    """Give the lock file its former content back, or take it away where there was none."""
    if former is None:
        lock.unlink(missing_ok=True)
    else:
        write_atomically(lock, former)


def _document(loaded: LoadedWorkspace, id_: str) -> tuple[Order | Minutes, SourceDocument]:
    for item in loaded.documents:
        if isinstance(item.model, Order | Minutes) and item.model.id == id_:
            return item.model, item.origin.document
    raise ArgumentError(
        Message(
            "There is no act with the id {id!r}; give the id of an order or of minutes", id=id_
        ),
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
        signable = isinstance(order, ResolvedOrder | ResolvedMinutes)
        if signable and (composed.view.act or composed.view.minutes) is not None:
            return composed.view
    reasons = [item.message for item in prepared.diagnostics if item.severity is Severity.ERROR]
    message = Message(
        "{id!r} cannot be registered while it has errors: {reasons}", id=id_, reasons=reasons
    )
    raise ArgumentError(message, argument="id", value=id_)
