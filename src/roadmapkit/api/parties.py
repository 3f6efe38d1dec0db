"""Who somebody is, where they are named, and directories from spreadsheets."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.api.days import require_day
from roadmapkit.api.workspaces import Workspace, open_workspace

if TYPE_CHECKING:
    from roadmapkit.building import DirectoryComparison
    from roadmapkit.load import ImportedDirectory
    from roadmapkit.resolve import WhoIs
    from roadmapkit.resolve.mentions import Impact
    from roadmapkit.resolve.mentions.items import EntryKind

__all__ = ["compare_directories", "impact", "import_directory", "who_is"]


def who_is(
    workspace: Workspace | str | os.PathLike[str], text: str, *, on: date | None = None
) -> WhoIs:
    """Return who is meant by words on a day: «директор школы № 15» on 1 March 2024.

    Args:
        workspace: What :func:`open_workspace` gave, or the path of a workspace or a
            directory file.
        text: An id, a name, or a post with its organisation.
        on: The day; None asks for the appointments without a last day.

    Returns:
        A post with its holder, a person with the posts held, an organisation with its head,
        a group with its members, all by their names of the day; or the names that are near.

    Raises:
        ArgumentError: *on* is no day.
        WorkspaceError: There is no such file or folder.
    """
    from roadmapkit import resolve

    if on is not None:
        require_day(on, "on")
    opened = workspace if isinstance(workspace, Workspace) else open_workspace(workspace)
    return resolve.who_is(text, resolve.directory_of(opened.loaded), on)


def impact(
    workspace: Workspace, party: str, *, kind: EntryKind | None = None, since: date | None = None
) -> Impact:
    """Return every place that names a party: itself, or through a post, a group, a body headed.

    Acts that a registered act repeals are left out, and plans that only such acts approve.

    Args:
        workspace: What :func:`open_workspace` gave.
        party: An id of the directory, or a name, a post or an organisation as written.
        kind: ``person``, ``post``, ``organization`` or ``group``, where it has to be one.
        since: Keep documents that hold on this day or later, and terms due from it on.

    Raises:
        ArgumentError: Nobody is called so, or several may be meant, it is another kind, or
            *since* is no day.
    """
    from roadmapkit.building import find_impact

    if since is not None:
        require_day(since, "since")
    return find_impact(workspace.loaded, party, kind=kind, since=since)


def compare_directories(
    workspace: Workspace, other: Workspace | str | os.PathLike[str]
) -> DirectoryComparison:
    """Return how the directory differs from another, and which documents that touches.

    Args:
        workspace: What :func:`open_workspace` gave, with the directory as it is.
        other: Another copy of the workspace or of the directory file, as it was.

    Raises:
        ArgumentError: *other* has no directory, or it is not clear which one it replaces.
        WorkspaceError: There is no such file or folder.
    """
    from roadmapkit.building import compare

    opened = other if isinstance(other, Workspace) else open_workspace(other)
    return compare(workspace.loaded, opened.loaded)


def import_directory(path: str | os.PathLike[str]) -> ImportedDirectory:
    """Return the directory that a table of people, posts and organisations holds, as YAML.

    Args:
        path: A CSV or XLSX file with Russian headings, in any order.

    Raises:
        WorkspaceError: It cannot be opened: missing, too large, protected by a password,
            or of another format.
    """
    from roadmapkit import load

    return load.import_directory(path)
