"""The whole workspace: references between documents, then each document in its turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from posixpath import basename, dirname

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.load import SETTINGS_NAME, LoadedWorkspace
from roadmapkit.model.directory import Directory
from roadmapkit.model.order import Order
from roadmapkit.model.progress import Progress, ReportRequest
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.resolve.appendices import AppendixResolver
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.house_days import house_calendar
from roadmapkit.resolve.orders import OrderResolver, act_day
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.progress import check_entries, check_report_columns, resolve_report
from roadmapkit.resolve.references import (
    Entry,
    approved_ids,
    find_circles,
    index_documents,
    missing_roadmap,
    plan_ids,
    repealed_ids,
)
from roadmapkit.resolve.resolved import (
    ResolvedAppendix,
    ResolvedDocument,
    ResolvedProgress,
    ResolvedReport,
    ResolvedRoadmap,
    ResolvedWorkspace,
)
from roadmapkit.resolve.roadmaps import RoadmapResolver, resolve_period
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import Origin

__all__ = ["directory_of", "directory_scope", "resolve_workspace"]


def resolve_workspace(loaded: LoadedWorkspace) -> tuple[ResolvedWorkspace, list[Diagnostic]]:
    """Resolve every document of a workspace.

    Documents that contain themselves are left out, and what refers to them is told so.
    """
    return _Resolution(loaded).run()


def directory_of(loaded: LoadedWorkspace) -> DirectoryIndex:
    """Return all directories of a workspace as one index, whatever their folders."""
    return DirectoryIndex(
        (item.model, item.origin) for item in loaded.documents if isinstance(item.model, Directory)
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


class _Resolution:
    """One run over one workspace."""

    def __init__(self, loaded: LoadedWorkspace) -> None:
        self._loaded = loaded
        self._diagnostics: list[Diagnostic] = []
        self._index, found = index_documents(
            Entry(item.model, item.origin)
            for item in loaded.documents
            if isinstance(item.model, Roadmap | Order | Progress)
        )
        circular, circles = find_circles(self._index)
        self._diagnostics += [*found, *circles]
        self._circular = circular
        self._broken = frozenset(loaded.broken_ids) | circular
        self._scopes = self._scoped_directories()
        self._indexes: dict[str, DirectoryIndex] = {}
        self._approving = self._approvals()
        self._roadmaps: dict[tuple[str, date | None], ResolvedRoadmap] = {}
        self._calendar, contradictions = house_calendar(loaded)
        self._diagnostics += contradictions

    def run(self) -> tuple[ResolvedWorkspace, list[Diagnostic]]:
        documents: dict[str, ResolvedDocument] = {}
        for id_, entry in sorted(self._index.entries.items()):
            if id_ in self._circular:
                continue
            resolved = self._resolve(entry)
            if resolved is not None:
                documents[id_] = resolved
        self._check_directories()
        return ResolvedWorkspace(self._loaded.settings, documents), self._diagnostics

    def _resolve(self, entry: Entry) -> ResolvedDocument | None:
        model = entry.model
        if isinstance(model, Roadmap):
            return self._approved_roadmap(model.id)
        if isinstance(model, Progress):
            return self._progress(model, entry.origin)
        surroundings = self._surroundings(model, entry.origin, act_day(model))
        resolver = OrderResolver(model, surroundings)
        sources = self._sources(
            entry.origin, surroundings.roadmaps.values(), acts=repealed_ids(model)
        )
        resolved = resolver.resolve(sources)
        self._diagnostics += resolver.diagnostics
        return resolved

    # -- directories ------------------------------------------------------------------------

    def _scoped_directories(self) -> Mapping[str, list[tuple[Directory, Origin]]]:
        scopes: dict[str, list[tuple[Directory, Origin]]] = {}
        for item in self._loaded.documents:
            if isinstance(item.model, Directory):
                scope = directory_scope(item.origin.document.source.path)
                scopes.setdefault(scope, []).append((item.model, item.origin))
        return scopes

    def _directory(self, origin: Origin) -> DirectoryIndex:
        return self._index_of(dirname(origin.document.source.path))

    def _index_of(self, folder: str) -> DirectoryIndex:
        if folder in self._indexes:
            return self._indexes[folder]
        parent = self._index_of(dirname(folder)) if folder else None
        own = self._scopes.get(folder)
        if not own and parent is not None:
            index = parent
        else:
            index = DirectoryIndex(own or (), parent=parent)
            self._diagnostics += index.diagnostics
        self._indexes[folder] = index
        return index

    def _check_directories(self) -> None:
        """Report the faults of directories too in whose folders no document lies."""
        for scope in sorted(self._scopes):
            self._index_of(scope)

    # -- roadmaps ---------------------------------------------------------------------------

    def _approvals(self) -> Mapping[str, tuple[date | None, str]]:
        """Return day and id of the act that approves each roadmap: the first signed, if any."""
        found: dict[str, list[tuple[bool, date, str, date | None]]] = {}
        for id_, entry in sorted(self._index.entries.items()):
            order = entry.model
            if not isinstance(order, Order):
                continue
            day = act_day(order)
            targets = {target for target, _, _ in approved_ids(order)}
            targets.update(target for target, _ in plan_ids(order.appendices))
            for target in sorted(targets):
                rank = (order.state != "registered", day or date.max, id_, day)
                found.setdefault(target, []).append(rank)
        first = {target: min(ranks, key=lambda rank: rank[:3]) for target, ranks in found.items()}
        return {target: (day, id_) for target, (_, _, id_, day) in first.items()}

    def _approved_roadmap(self, id_: str) -> ResolvedRoadmap | None:
        """Return a roadmap with the people of the day of the act that approves it, if any does."""
        day, act = self._approving.get(id_, (None, ""))
        roadmap = self._roadmap(id_, day)
        if roadmap is None or not act:
            return roadmap
        return replace(roadmap, sources=tuple(sorted({*roadmap.sources, *self._files_of([act])})))

    def _roadmap(self, id_: str, as_of: date | None) -> ResolvedRoadmap | None:
        """Return a roadmap with the people of one day: each act prints it with those of its own."""
        entry = self._index.get(id_)
        if entry is None or id_ in self._circular or not isinstance(entry.model, Roadmap):
            return None
        if (id_, as_of) not in self._roadmaps:
            self._roadmaps[id_, as_of] = self._resolve_roadmap(entry.model, entry.origin, as_of)
        return self._roadmaps[id_, as_of]

    def _resolve_roadmap(
        self, model: Roadmap, origin: Origin, as_of: date | None
    ) -> ResolvedRoadmap:
        surroundings = self._surroundings(model, origin, as_of)
        directory = surroundings.directory
        period, found = resolve_period(model, origin)
        self._diagnostics += found
        resolver = RoadmapResolver(model, period, surroundings)
        sections = resolver.sections()
        self._diagnostics += resolver.diagnostics
        place = origin.child("compiler")
        compiler, found = resolve_signatory(model.compiler, directory, as_of, place, model.id)
        self._diagnostics += found
        return ResolvedRoadmap(
            model=model,
            origin=origin,
            period=period,
            sections=sections,
            appendices=self._appendices(model, surroundings),
            compiler=compiler,
            directory=directory,
            sources=self._sources(origin, surroundings.roadmaps.values()),
            as_of=as_of,
            prints=frozenset(surroundings.roadmaps),
        )

    def _needed(
        self, model: Roadmap | Order | Progress, as_of: date | None
    ) -> dict[str, ResolvedRoadmap]:
        ids = [id_ for id_, _ in plan_ids(model.appendices)]
        if isinstance(model, Order):
            ids += [id_ for id_, _, _ in approved_ids(model)]
        found = {id_: self._roadmap(id_, as_of) for id_ in ids}
        return {id_: roadmap for id_, roadmap in found.items() if roadmap is not None}

    def _surroundings(
        self, model: Roadmap | Order | Progress, origin: Origin, as_of: date | None
    ) -> Surroundings:
        return Surroundings(
            id=model.id,
            origin=origin,
            directory=self._directory(origin),
            as_of=as_of,
            settings=self._loaded.settings,
            entries=self._index.entries,
            broken=self._broken,
            roadmaps=self._needed(model, as_of),
            calendar=self._calendar,
        )

    def _appendices(
        self, model: Roadmap | Progress, surroundings: Surroundings
    ) -> tuple[ResolvedAppendix, ...]:
        resolver = AppendixResolver(surroundings)
        resolved = resolver.resolve(
            (appendix, surroundings.origin.child("appendices", index))
            for index, appendix in enumerate(model.appendices)
        )
        self._diagnostics += resolver.diagnostics
        return resolved

    # -- progress ---------------------------------------------------------------------------

    def _progress(self, model: Progress, origin: Origin) -> ResolvedProgress | None:
        roadmap = self._approved_roadmap(model.roadmap)
        if roadmap is None:
            place = origin.child("roadmap")
            self._diagnostics.append(
                missing_roadmap(model.roadmap, place, self._index.entries, self._broken, model.id)
            )
            return None
        self._diagnostics += check_entries(model, roadmap, origin)
        self._diagnostics += check_report_columns(model, roadmap, origin)
        reports = tuple(
            self._report(model, roadmap, request, origin.child("reports", index))
            for index, request in enumerate(model.reports)
        )
        appended = self._needed(model, None)
        return ResolvedProgress(
            model=model,
            origin=origin,
            roadmap=roadmap,
            reports=reports,
            directory=self._directory(origin),
            sources=self._sources(origin, [roadmap, *appended.values()]),
            prints=frozenset({roadmap.model.id, *appended}),
        )

    def _report(
        self, model: Progress, roadmap: ResolvedRoadmap, request: ReportRequest, origin: Origin
    ) -> ResolvedReport:
        """Return one report with the people of its own day."""
        root = Origin(origin.document)
        surroundings = self._surroundings(model, root, request.as_of)
        place = root.child("signatory")
        signatory, found = resolve_signatory(
            model.signatory, surroundings.directory, request.as_of, place, model.id
        )
        self._diagnostics += found
        return replace(
            resolve_report(model, roadmap, request, origin),
            signatory=signatory,
            appendices=self._appendices(model, surroundings),
        )

    # -- sources ----------------------------------------------------------------------------

    def _sources(
        self, origin: Origin, needed: Iterable[ResolvedRoadmap], *, acts: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """Return the files that a document is made from, sorted.

        Args:
            origin: The document.
            needed: The roadmaps that it prints.
            acts: What it names by id; an act's date, number and title are printed.
        """
        file = origin.document.source.path
        files = {file, *self._directory_files(dirname(file))}
        files.update(name for name in self._loaded.files if name == SETTINGS_NAME)
        if self._loaded.settings_file is not None:
            files.add(self._loaded.settings_file)
        files.update(self._files_of(acts))
        for roadmap in needed:
            files.update(roadmap.sources)
        return tuple(sorted(files))

    def _files_of(self, acts: Iterable[str]) -> Iterator[str]:
        """Yield the files of acts; what is no id of an act is the author's own text."""
        for id_ in acts:
            entry = self._index.get(id_)
            if entry is not None and isinstance(entry.model, Order):
                yield entry.origin.document.source.path

    def _directory_files(self, folder: str) -> Iterator[str]:
        while True:
            for _, origin in self._scopes.get(folder, ()):
                yield origin.document.source.path
            # A directory that cannot be read holds up the documents that need it.
            yield from (
                name
                for name in self._loaded.files
                if is_directory_file(name) and directory_scope(name) == folder
            )
            if not folder:
                return
            folder = dirname(folder)
