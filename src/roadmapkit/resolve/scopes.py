"""Which directory holds where: the folders of a workspace."""

from __future__ import annotations

from posixpath import basename, dirname

from roadmapkit.language import FormLedger
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.directory import Directory
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


def directory_scope(file: str) -> str:
    """Return the folder in which the directory of *file* holds, with all below it.

    ``directory.yaml`` holds where it lies, ``directory/*.yaml`` in the folder above.
    """
    folder = dirname(file)
    return dirname(folder) if basename(folder) == "directory" else folder


def is_directory_file(file: str) -> bool:
    """Tell by its name whether a file is meant to hold a directory."""
    return basename(dirname(file)) == "directory" or basename(file) in (
        "directory.yaml",
        "directory.yml",
    )
