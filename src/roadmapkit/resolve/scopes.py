"""Which directory holds where: the folders of a workspace."""

from __future__ import annotations

from roadmapkit.language import FormLedger
from roadmapkit.load import LoadedWorkspace
from roadmapkit.load.discovery import directory_scope, is_directory_file
from roadmapkit.model.kinds import Directory
from roadmapkit.resolve.directory.index import DirectoryIndex

__all__ = ["directory_of", "directory_scope", "is_directory_file"]


def directory_of(loaded: LoadedWorkspace) -> DirectoryIndex:
    """Return all directories of a workspace as one index, whatever their folders."""
    return DirectoryIndex(
        (
            (item.model, item.origin)
            for item in loaded.documents
            if isinstance(item.model, Directory)
        ),
        forms=FormLedger(loaded.forms.known()),
    )
