"""Answers that are remembered between calls, kept in the output folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.api.opened import Workspace

if TYPE_CHECKING:
    from roadmapkit.api.results import BuildResult
    from roadmapkit.building import Prepared
    from roadmapkit.building.memory import Memory, Recalled
    from roadmapkit.building.written import Written
    from roadmapkit.diagnostics import Diagnostic

__all__ = [
    "Attached",
    "attachments",
    "keep_build",
    "keep_check",
    "memory_of",
    "recalled",
    "standing",
    "told_by",
]

_OF_SOURCES = frozenset({"BLD002", "BLD014"})
"""The findings of their family that tell of the sources, and not of the output folder."""

Attached = Callable[[], Mapping[str, str]]
"""Returns the files that a result was made from beside the source files, with their digests."""


def memory_of(workspace: Workspace, folder: Path, *wishes: object) -> Memory | None:
    """Return what remembers the answers about a workspace.

    None for one that is held in memory, which may differ from the files, and for a single
    file.

    Args:
        workspace: The workspace.
        folder: The output folder.
        wishes: What was asked for.
    """
    if workspace.is_loaded or workspace.path != workspace.root or not workspace.files:
        return None
    from roadmapkit.building.memory import Memory

    return Memory(workspace.root, workspace.files, folder, repr(wishes))


def recalled(workspace: Workspace, memory: Memory | None) -> Recalled | None:
    """Return what is remembered of a workspace, if it still holds."""
    told = memory.recall() if memory is not None else None
    if told is not None:
        workspace.note_locale(told.locale)
    return told


def keep_check(
    workspace: Workspace, memory: Memory | None, told: Recalled, attached: Attached
) -> None:
    """Remember what a check has told."""
    from dataclasses import replace

    if memory is not None and not _has_house_rules():
        memory.keep(replace(told, locale=workspace.locale), attached)


def keep_build(
    workspace: Workspace, memory: Memory, result: BuildResult, attached: Attached
) -> None:
    """Remember what a build has told and written; not one that the disk has refused."""
    if _has_house_rules() or any(_is_of_folder(item) for item in result.diagnostics):
        return
    from roadmapkit.building.memory import KeptFile, Recalled, digest_of_file
    from roadmapkit.load.file_names import MANIFEST

    files = tuple(
        KeptFile(
            one.document,
            one.path.relative_to(result.folder).as_posix(),
            one.size,
            one.fingerprint,
            # Not that of the file as it is now: another build may have replaced it already.
            one.digest,
        )
        for one in result.written
    )
    told = Recalled(
        result.diagnostics,
        (),
        result.blocked,
        locale=workspace.locale,
        files=files,
        record=digest_of_file(result.folder / MANIFEST),
    )
    memory.keep(told, attached)


def _has_house_rules() -> bool:
    """Tell whether rules of a house take part, which may change without any version."""
    from roadmapkit.lint.house import house_rules

    return bool(house_rules(frozenset()))


def _is_of_folder(item: Diagnostic) -> bool:
    """Tell whether a finding is about what lies in the output folder: that is looked at anew."""
    return item.code.startswith("BLD") and item.code not in _OF_SOURCES


def standing(told: Recalled, folder: Path) -> tuple[Written, ...]:
    """Return the files of a former build, which stand as they are."""
    from roadmapkit.building.written import Why, Written

    fresh = Why("fresh")
    return tuple(
        Written(
            one.document, folder / one.path, one.size, one.fingerprint, False, fresh, one.digest
        )
        for one in told.files
    )


def told_by(prepared: Prepared, unreviewed: int) -> Recalled:
    """Return what a run over a whole workspace tells."""
    from roadmapkit.building.memory import Recalled

    documents = sorted(prepared.workspace.documents.keys() | prepared.blocked)
    return Recalled(prepared.diagnostics, tuple(documents), prepared.blocked, unreviewed)


def attachments(workspace: Workspace) -> dict[str, str]:
    """Return the files that the documents of a workspace name, each with its digest as read."""
    from roadmapkit.load.attachments import attachment_digests

    return attachment_digests(workspace.loaded)
