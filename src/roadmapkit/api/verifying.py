"""Verify a finished Word document."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.api.workspaces import Workspace, open_workspace

if TYPE_CHECKING:
    from roadmapkit.verification import Verification

__all__ = ["verify_document"]


def verify_document(
    path: str | os.PathLike[str],
    workspace: Workspace | str | os.PathLike[str] | None = None,
    *,
    at: str | None = None,
    document: str | None = None,
    on_commit: Callable[[int, int], None] | None = None,
) -> Verification:
    """Return whether a file is as it was built, from which commit, and how it differs.

    Args:
        path: A .docx that a build, a pack or a report has written, under whatever name.
        workspace: What :func:`open_workspace` gave, or its path; without it the digest in
            the file tells whether it was changed, and nothing is compared.
        at: Compare with the sources of this commit instead of the one that is found.
        document: Id of the document, for a file that has lost its properties.
        on_commit: Told how many commits were looked at, and of how many.

    Raises:
        UnreadableFileError: It cannot be read: missing, damaged, protected by a password,
            of another format, or too large.
        NotOursError: Nothing tells which document it is.
        ArgumentError: No document has the id *document*.
        GitError: There is no commit *at*.
        WorkspaceError: There is no such workspace.
    """
    from roadmapkit import verification

    opened = workspace
    if workspace is not None and not isinstance(workspace, Workspace):
        opened = open_workspace(workspace)
    loaded = opened.loaded if isinstance(opened, Workspace) else None
    return verification.verify(Path(path), loaded, at=at, document=document, on_commit=on_commit)
