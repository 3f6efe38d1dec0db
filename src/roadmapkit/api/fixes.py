"""Mend what can be mended without a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.api.workspaces import Workspace

if TYPE_CHECKING:
    from roadmapkit.building.fixing import Fixed

__all__ = ["fix"]


def fix(workspace: Workspace, *, unsafe: bool = False, dry_run: bool = False) -> Fixed:
    """Make the fixes that the findings of a workspace bring, until none is left.

    Comments, order, quoting and line ends stay. What a signed act prints is not touched, and
    a file that fixes would give an error is left as it was.

    Args:
        workspace: What :func:`open_workspace` gave.
        unsafe: Make those fixes too that a person should look at.
        dry_run: Write nothing; the result shows what would be changed.

    Raises:
        OutputError: A file cannot be written, or was changed meanwhile; then none is changed.
    """
    from roadmapkit.building.fixing import mend

    return mend(workspace.loaded, unsafe=unsafe, dry_run=dry_run)
