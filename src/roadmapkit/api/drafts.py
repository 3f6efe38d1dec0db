"""Documents that one goes on editing: next year's draft, a document to begin with."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from roadmapkit.api.workspaces import Workspace
from roadmapkit.diagnostics import Message
from roadmapkit.errors import OutputError

if TYPE_CHECKING:
    from roadmapkit.scaffold.drafts import Draft

__all__ = ["new_document", "shift_document", "write_draft"]


def shift_document(
    workspace: Workspace,
    id_: str,
    *,
    shift: str = "1y",
    kind: str | None = None,
    id: str | None = None,  # noqa: A002  # the word that users know, by keyword only
    file: str | os.PathLike[str] | None = None,
    whole_file: bool = False,
) -> Draft:
    """Return the draft that a document becomes some years later; nothing is written.

    Terms, period and titles are shifted by the characters that name years, so that
    comments, order and layout stay. What is not surely a year of the plan stays as it is
    and is flagged: dates and numbers of acts, quoted titles, years outside the plan's.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The pattern.
        shift: Whole years: ``1y``, ``2y``, ``-1y``, ``12m``.
        kind: Kind that the pattern has to have.
        id: Id of the draft; by default the pattern's with its years shifted.
        file: The new file; by default beside the pattern's, with the years shifted.
        whole_file: Take all documents of the file; they then refer to each other.

    Raises:
        ArgumentError: No such document, another kind, no whole years, or an id that is
            taken or cannot be made.
    """
    from roadmapkit.scaffold import drafts

    return drafts.shift_document(
        workspace.loaded,
        id_,
        drafts.parse_shift(shift),
        kind=kind,
        id=id,
        file=_named(workspace, file),
        whole_file=whole_file,
    )


def new_document(
    workspace: Workspace,
    kind: str,
    *,
    year: int,
    id: str | None = None,  # noqa: A002  # the word that users know, by keyword only
    file: str | os.PathLike[str] | None = None,
    plan: str | None = None,
) -> Draft:
    """Return a commented document to begin with; nothing is written.

    Args:
        workspace: What :func:`open_workspace` gave.
        kind: ``roadmap``, ``order``, ``program``, ``minutes`` or ``progress``.
        year: Year that it is about.
        id: Its id; by default the kind and the year.
        file: The new file; by default named by the id, in ``roadmaps``.
        plan: The plan that an order approves, a programme holds, or progress is of.

    Raises:
        ArgumentError: No such kind, plan or year, or the id is taken.
    """
    from roadmapkit.scaffold import drafts

    return drafts.starter(
        workspace.loaded, kind, year=year, id=id, file=_named(workspace, file), plan=plan
    )


def write_draft(workspace: Workspace, draft: Draft) -> Path:
    """Write a draft as a new file of a workspace and return its path.

    Raises:
        OutputError: There is such a file already, or it cannot be written.
    """
    from roadmapkit.building.output.writing import write_atomically

    target = workspace.root / draft.file
    if target.exists() or target.is_symlink():
        reason = Message("there is such a file already")
        message = Message(
            "Cannot write {path}: {reason}; name another file with --out",
            path=target.as_posix(),
            reason=reason,
        )
        raise OutputError(message, path=target.as_posix(), reason=reason)
    write_atomically(target, draft.text.encode("utf-8"))
    return target


def _named(workspace: Workspace, file: str | os.PathLike[str] | None) -> str | None:
    """Return the name of a file from the root of the workspace, with ``/``."""
    if file is None:
        return None
    name = os.path.relpath(Path(file).absolute(), workspace.root.absolute())
    return PurePath(name).as_posix()
