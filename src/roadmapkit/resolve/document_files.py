"""Which files a document is made from: its own, directories, settings, what it prints and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from posixpath import dirname
from typing import TYPE_CHECKING

from roadmapkit.load import SETTINGS_NAME, LoadedWorkspace, csv_files
from roadmapkit.model.kinds import Order
from roadmapkit.resolve.counted_from import counted_from
from roadmapkit.resolve.references import DocumentIndex
from roadmapkit.resolve.resolved import ResolvedProgram, ResolvedProgress, ResolvedRoadmap
from roadmapkit.resolve.scopes import directory_scope, is_directory_file
from roadmapkit.source import NodePath, Origin

if TYPE_CHECKING:
    from roadmapkit.model import PrintedDocument
    from roadmapkit.model.directory import Directory

__all__ = ["DocumentFiles"]


class DocumentFiles:
    """Finds the files of the documents of one workspace.

    Args:
        loaded: The workspace.
        index: Its documents by id.
        scopes: Directories by the folder that they hold in.
        approving: Day and id of the act that approves each document.
    """

    def __init__(
        self,
        loaded: LoadedWorkspace,
        index: DocumentIndex,
        scopes: Mapping[str, Sequence[tuple[Directory, Origin]]],
        approving: Mapping[str, tuple[date | None, str]],
    ) -> None:
        self._loaded = loaded
        self._index = index
        self._scopes = scopes
        self._approving = approving
        self._settings = [name for name in loaded.files if name == SETTINGS_NAME]
        # By place, and by folder: asked for every document, of which there may be thousands.
        self._models: dict[tuple[int, NodePath], list[PrintedDocument]] = {}
        for entry in index.entries.values():
            self._models.setdefault(_place(entry.origin), []).append(entry.model)
        self._meant: dict[str, list[str]] = {}
        for name in filter(is_directory_file, loaded.files):
            self._meant.setdefault(directory_scope(name), []).append(name)

    def of(
        self,
        origin: Origin,
        needed: Iterable[ResolvedRoadmap | ResolvedProgram | ResolvedProgress],
        *,
        acts: Iterable[str] = (),
        texts: Iterable[str] = (),
        names: Iterable[str] = (),
    ) -> tuple[str, ...]:
        """Return the files that a document is made from, sorted.

        Args:
            origin: The document.
            needed: The roadmaps, programmes and progress that it prints.
            acts: What it names by id; an act's date, number and title are printed.
            texts: Files of running text that it prints.
            names: Documents whose title or activities it names by id.
        """
        file = origin.document.source.path
        files = {file, *texts, *self._of_directories(dirname(file))}
        files.update(self._settings)
        if self._loaded.settings_file is not None:
            files.add(self._loaded.settings_file)
        files.update(self.of_acts(acts))
        files.update(self._tables(origin))
        files.update(self._counted_from(origin))
        named = (self._index.get(id_) for id_ in names)
        files.update(one.origin.document.source.path for one in named if one is not None)
        for printed in needed:
            files.update(printed.sources)
        return tuple(sorted(files))

    def of_acts(self, acts: Iterable[str]) -> Iterator[str]:
        """Yield the files of acts; what is no id of an act is the author's own text."""
        for id_ in acts:
            entry = self._index.get(id_)
            if entry is not None and isinstance(entry.model, Order):
                yield entry.origin.document.source.path

    def _tables(self, origin: Origin) -> Iterator[str]:
        """Yield the CSV files of the tables of a document, those that could be had."""
        file = origin.document.source.path
        for model in self._models.get(_place(origin), ()):
            names = csv_files(model, file)
            yield from (name for name in names if self._loaded.source_lines(name) is not None)

    def _counted_from(self, origin: Origin) -> Iterator[str]:
        """Yield the files of the documents that terms count from, and so on from there."""
        ahead = list(self._models.get(_place(origin), ()))
        seen: set[str] = set()
        while ahead:
            for id_ in counted_from(ahead.pop()):
                entry = self._index.get(id_)
                if entry is None or id_ in seen:
                    continue
                seen.add(id_)
                file = entry.origin.document.source.path
                yield from (file, *self._of_directories(dirname(file)))
                yield from self.of_acts([self._approving.get(id_, (None, ""))[1]])
                ahead.append(entry.model)

    def _of_directories(self, folder: str) -> Iterator[str]:
        while True:
            for _, origin in self._scopes.get(folder, ()):
                yield origin.document.source.path
            # A directory that cannot be read holds up the documents that need it.
            yield from self._meant.get(folder, ())
            if not folder:
                return
            folder = dirname(folder)


def _place(origin: Origin) -> tuple[int, NodePath]:
    """Return what tells a document from all others, quicker than its contents do."""
    return id(origin.document), origin.path
