"""Decisions of meetings as text for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.cli.places import shown_path
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from roadmapkit.resolve.decided import DecidedBy

__all__ = ["decided_lines"]

_KINDS = {
    "approve": Message("approved"),
    "create": Message("added"),
    "change": Message("changed"),
    "status": Message("marked"),
}


def decided_lines(
    session: Session, decisions: Iterable[DecidedBy], root: Path, *, about: bool = False
) -> Iterator[str]:
    """Yield decisions under a heading; nothing where there are none.

    Args:
        session: The call.
        decisions: What was decided.
        root: Folder of the workspace.
        about: Name the document and the activity that each is about.
    """
    told = [_line(session, one, root, about=about) for one in decisions]
    if told:
        yield ""
        yield session.say(Message("Decided")) + ":"
        yield from told


def _line(session: Session, one: DecidedBy, root: Path, *, about: bool) -> str:
    say = session.say
    done = say(_KINDS[one.kind])
    if one.status:
        done = f"{done} «{one.status}»"
    if about:
        done = f"{done}: {'/'.join(part for part in (one.document, one.activity) if part)}"
    minutes = (
        Message(
            "minutes {id} of {day}, decision {number}",
            id=one.minutes,
            day=one.day,
            number=one.number.rstrip("."),
        )
        if one.day is not None
        else Message(
            "minutes {id}, decision {number}", id=one.minutes, number=one.number.rstrip(".")
        )
    )
    draft = "" if one.registered else f" ({say(Message('draft'))})"
    file = shown_path((root / one.place.file).resolve(), Path.cwd().resolve())
    return f"  {done} – {say(minutes)}{draft} – {file}:{one.place.line}"
