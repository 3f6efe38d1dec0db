"""Which other files the documents of a workspace name, whether they can be had or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from roadmapkit.load.attached import attached_name
from roadmapkit.load.data_tables import csv_files
from roadmapkit.load.workspace import LoadedWorkspace
from roadmapkit.model.kinds import Program

__all__ = ["attachment_digests"]


def attachment_digests(loaded: LoadedWorkspace) -> dict[str, str]:
    """Return the files that documents and settings name: digests as read, by name from the root.

    The digest of a file that could not be had is empty.

    Names that lead out of the workspace are left out: such a file is never read.

    Args:
        loaded: A workspace, or a part of one.
    """
    names = (name.removeprefix("./") for name in _named(loaded))
    inside = sorted({name for name in names if _is_inside(name)})
    return {name: loaded.digest_as_read(name) for name in inside}


def _named(loaded: LoadedWorkspace) -> Iterator[str]:
    for item in loaded.documents:
        file = item.origin.document.source.path
        if isinstance(item.model, Program):
            for chapter in item.model.chapters:
                if chapter.file is not None:
                    yield attached_name(file, chapter.file)
        yield from csv_files(item.model, file)
    letterhead = loaded.settings.letterhead
    if letterhead is not None and letterhead.emblem is not None:
        yield attached_name(loaded.settings_file or "", letterhead.emblem)
    yield from loaded.settings.checks.schemas


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in name
