"""The directories of a workspace: each folder has its own, with those above it behind."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import dirname

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.language import FormLedger
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.directory import Directory
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.scopes import directory_scope
from roadmapkit.source import Origin

__all__ = ["FolderDirectories"]


class FolderDirectories:
    """Indexes the directories of one workspace, each once; findings gather in ``diagnostics``.

    Attributes:
        scopes: Directories by the folder that they hold in.
    """

    def __init__(self, loaded: LoadedWorkspace, forms: FormLedger) -> None:
        self._forms = forms
        self._indexes: dict[str, DirectoryIndex] = {}
        self.diagnostics: list[Diagnostic] = []
        self.scopes: Mapping[str, list[tuple[Directory, Origin]]] = _scoped(loaded)

    def at(self, origin: Origin) -> DirectoryIndex:
        """Return the directory that a document is resolved with."""
        return self._index_of(dirname(origin.document.source.path))

    def check(self) -> None:
        """Report the faults of directories too in whose folders no document lies."""
        for scope in sorted(self.scopes):
            self._index_of(scope)

    def _index_of(self, folder: str) -> DirectoryIndex:
        if folder in self._indexes:
            return self._indexes[folder]
        parent = self._index_of(dirname(folder)) if folder else None
        own = self.scopes.get(folder)
        if not own and parent is not None:
            index = parent
        else:
            index = DirectoryIndex(own or (), parent=parent, forms=self._forms)
            self.diagnostics += index.diagnostics
        self._indexes[folder] = index
        return index


def _scoped(loaded: LoadedWorkspace) -> dict[str, list[tuple[Directory, Origin]]]:
    scopes: dict[str, list[tuple[Directory, Origin]]] = {}
    for item in loaded.documents:
        if isinstance(item.model, Directory):
            scope = directory_scope(item.origin.document.source.path)
            scopes.setdefault(scope, []).append((item.model, item.origin))
    return scopes
