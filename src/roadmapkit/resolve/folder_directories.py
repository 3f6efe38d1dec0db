"""The directories of a workspace: each folder has its own, with those above it behind."""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_
from posixpath import dirname

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.language import FormLedger
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.kinds import Directory
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.scopes import directory_scope
from roadmapkit.source import Origin

__all__ = ["FolderDirectories", "HeldIndex"]

HeldIndex = tuple[tuple[Directory | DirectoryIndex | None, ...], DirectoryIndex | None]
"""What an index was made of: its directories and the index of the folder above; and the index."""


class FolderDirectories:
    """Indexes the directories of one workspace, each once; findings gather in ``diagnostics``.

    Args:
        loaded: The workspace.
        forms: Where case forms are asked for.
        held: Indexes that other parts of the workspace have made, by folder; those of common
            directories are added to it. All of them ask *forms*.

    Attributes:
        scopes: Directories by the folder that they hold in.
    """

    def __init__(
        self,
        loaded: LoadedWorkspace,
        forms: FormLedger,
        held: dict[str, HeldIndex] | None = None,
    ) -> None:
        self._forms = forms
        part = loaded.part
        # After the one that has all of them no other part comes.
        goes_on = part is not None and part.gathered is None
        self._common = part.common if part is not None and goes_on else frozenset()
        self._held = held if held is not None else {}
        self._indexes: dict[str, DirectoryIndex] = {}
        self.diagnostics: list[Diagnostic] = []
        self.scopes: Mapping[str, list[tuple[Directory, Origin]]] = _scoped(loaded)

    def at(self, origin: Origin) -> DirectoryIndex:
        """Return the directory that a document is resolved with."""
        return self._index_of(dirname(origin.document.source.path))

    def check(self) -> None:
        """Report the faults of directories too in whose folders no document lies.

        Of those, which a region has hundreds of, no index is kept but while folders below
        come: nobody asks for it any more.
        """
        asked = frozenset(self._indexes)
        for scope in sorted(self.scopes, key=lambda folder: folder.split("/")):
            if scope in asked:
                continue
            self._indexes = {
                folder: index
                for folder, index in self._indexes.items()
                if folder in asked or not folder or scope.startswith(f"{folder}/")
            }
            self._index_of(scope)

    def _index_of(self, folder: str) -> DirectoryIndex:
        if folder in self._indexes:
            return self._indexes[folder]
        parent = self._index_of(dirname(folder)) if folder else None
        own = self.scopes.get(folder)
        if not own and parent is not None:
            index = parent
        else:
            index = self._made(folder, own or [], parent)
            self.diagnostics += index.diagnostics
        self._indexes[folder] = index
        return index

    def _made(
        self, folder: str, own: list[tuple[Directory, Origin]], parent: DirectoryIndex | None
    ) -> DirectoryIndex:
        """Return the index of a folder, the held one where it was made of the same."""
        made_of = (*(model for model, _ in own), parent)
        models, index = self._held.get(folder, ((), None))
        same = len(models) == len(made_of) and all(map(is_, models, made_of))
        if index is not None and same:
            return index
        index = DirectoryIndex(own, parent=parent, forms=self._forms)
        if all(origin.document.source.path in self._common for _, origin in own):
            self._held[folder] = (made_of, index)
        return index


def _scoped(loaded: LoadedWorkspace) -> dict[str, list[tuple[Directory, Origin]]]:
    scopes: dict[str, list[tuple[Directory, Origin]]] = {}
    for item in loaded.documents:
        if isinstance(item.model, Directory):
            scope = directory_scope(item.origin.document.source.path)
            scopes.setdefault(scope, []).append((item.model, item.origin))
    return scopes
