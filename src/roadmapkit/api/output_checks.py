"""A given output held against the sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Message
from roadmapkit.errors import WorkspaceError

if TYPE_CHECKING:
    from roadmapkit.api.workspaces import Workspace
    from roadmapkit.building.output.checking import OutputCheck
    from roadmapkit.load import LoadedWorkspace

__all__ = ["check_build"]


def check_build(
    workspace: Workspace,
    folder: str | os.PathLike[str],
    ids: Collection[str] = (),
    *,
    papers: Collection[str] = (),
    on_progress: Callable[[int, int, str], None] | None = None,
    compressor: str | None = None,
) -> OutputCheck:
    """Tell whether a folder holds what :func:`build` would write, byte for byte.

    Nothing is written, there or elsewhere. PDFs, whose bytes depend on LibreOffice, are not
    compared, nor is what the record of the folder says was asked for by hand.

    Args:
        workspace: What :func:`open_workspace` gave.
        folder: The given output.
        ids: Documents to compare; all of them where empty, and then no other produced file
            may lie there.
        papers: As for :func:`build`.
        on_progress: As for :func:`build`.
        compressor: As for :func:`build`.

    Raises:
        ArgumentError: As for :func:`build`.
        WorkspaceError: There is no such folder.
    """
    from roadmapkit.api.preparing import prepare_asked
    from roadmapkit.building.output.checking import check_output
    from roadmapkit.building.packers import with_compressor
    from roadmapkit.building.papers.asked import require_papers, with_papers

    given = Path(folder)
    if not given.is_dir():
        message = Message(
            "There is no folder {path}; name the output that is to be compared", path=str(given)
        )
        raise WorkspaceError(message, path=str(given))

    def change(loaded: LoadedWorkspace) -> LoadedWorkspace:
        return with_compressor(with_papers(loaded, papers), compressor)

    workspace, prepared = prepare_asked(workspace, ids, change=change)
    require_papers(prepared, ids, papers)
    loaded = workspace.loaded
    complete = not ids and loaded.path == loaded.root and not loaded.nameless
    return check_output(prepared, loaded, given, complete=complete, on_progress=on_progress)
