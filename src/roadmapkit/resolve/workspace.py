"""The whole workspace: references between documents, then each document in its turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from posixpath import dirname

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.language import FormLedger
from roadmapkit.load import SETTINGS_NAME, LoadedWorkspace
from roadmapkit.model.directory import Directory
from roadmapkit.model.order import Order
from roadmapkit.model.progress import Progress, ReportRequest
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.resolve.appendices import AppendixResolver
from roadmapkit.resolve.counted_from import counted_from, in_force_words
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.house_days import house_time
from roadmapkit.resolve.orders import OrderResolver, act_day
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.plan_terms import PlanTerms
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
from roadmapkit.resolve.roles import check_roles, roles_of, with_roles
from roadmapkit.resolve.scopes import directory_of, directory_scope, is_directory_file
from roadmapkit.resolve.surroundings import Bases, Surroundings
from roadmapkit.source import Origin

__all__ = ["directory_of", "directory_scope", "resolve_workspace"]


def resolve_workspace(
    loaded: LoadedWorkspace, signed_on: date | None = None, forms: FormLedger | None = None
) -> tuple[ResolvedWorkspace, list[Diagnostic]]:
    """Resolve every document of a workspace.

    Documents that contain themselves are left out, and what refers to them is told so.

    Args:
        loaded: The files.
        signed_on: Day on which every act that is not registered is taken to be signed, and
            every plan that no act approves to be approved; None goes by the documents.
        forms: Where case forms are asked for; by default one that knows the reviewed ones.
    """
    return _Resolution(loaded, signed_on, forms or FormLedger(loaded.forms.known())).run()


class _Resolution:
    """One run over one workspace."""

    def __init__(self, loaded: LoadedWorkspace, signed_on: date | None, forms: FormLedger) -> None:
        self._loaded = loaded
        self._forms = forms
        self._signed_on = signed_on
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
        self._terms: dict[tuple[str, date | None], PlanTerms] = {}
        self._bases = Bases(self._approved_terms, self._day_of)
        self._time, faults = house_time(loaded)
        self._diagnostics += faults

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
        surroundings = self._surroundings(model, entry.origin, self._act_day(model))
        resolver = OrderResolver(model, surroundings)
        sources = self._sources(
            entry.origin, surroundings.roadmaps.values(), acts=repealed_ids(model)
        )
        resolved = resolver.resolve(sources)
        self._diagnostics += resolver.diagnostics
        return resolved

    def _act_day(self, order: Order) -> date | None:
        """Return the day of an act: its own, or the one that drafts are taken to be signed on."""
        if self._signed_on is not None and order.state != "registered":
            return self._signed_on
        return act_day(order)

    def _day_of(self, id_: str) -> date | None:
        entry = self._index.get(id_)
        return self._act_day(entry.model) if entry and isinstance(entry.model, Order) else None

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
            index = DirectoryIndex(own or (), parent=parent, forms=self._forms)
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
            day = self._act_day(order)
            targets = {target for target, _, _ in approved_ids(order)}
            targets.update(target for target, _ in plan_ids(order.appendices))
            for target in sorted(targets):
                rank = (order.state != "registered", day or date.max, id_, day)
                found.setdefault(target, []).append(rank)
        first = {target: min(ranks, key=lambda rank: rank[:3]) for target, ranks in found.items()}
        return {target: (day, id_) for target, (_, _, id_, day) in first.items()}

    def _approved_roadmap(self, id_: str) -> ResolvedRoadmap | None:
        """Return a roadmap with the people of the day of the act that approves it, if any does."""
        day, act = self._approving.get(id_, (self._signed_on, ""))
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
        place = origin.child("roles")
        self._diagnostics += check_roles(model.roles, directory, as_of, place, model.id)
        knowing = with_roles(directory, roles_of(model, self._approving_act(model.id)))
        terms = self._plan_terms(model, origin, as_of)
        resolver = RoadmapResolver(terms, replace(surroundings, directory=knowing))
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

    def _approving_act(self, id_: str) -> Order | None:
        entry = self._index.get(self._approving.get(id_, (None, ""))[1])
        return entry.model if entry is not None and isinstance(entry.model, Order) else None

    def _plan_terms(self, model: Roadmap, origin: Origin, as_of: date | None) -> PlanTerms:
        """Return the terms of a plan as of a day; they need nothing that the plan prints."""
        key = model.id, as_of
        if key not in self._terms:
            period, _ = resolve_period(model, origin)
            around = self._around(model, origin, as_of)
            knowing = with_roles(around.directory, roles_of(model, self._approving_act(model.id)))
            self._terms[key] = PlanTerms(model, period, replace(around, directory=knowing))
        return self._terms[key]

    def _approved_terms(self, id_: str) -> PlanTerms | None:
        """Return the terms of a plan as of the day of the act that approves it."""
        entry = self._index.get(id_)
        if entry is None or id_ in self._circular or not isinstance(entry.model, Roadmap):
            return None
        day, _ = self._approving.get(id_, (self._signed_on, ""))
        return self._plan_terms(entry.model, entry.origin, day)

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
        roadmaps = self._needed(model, as_of)
        return replace(self._around(model, origin, as_of), roadmaps=roadmaps)

    def _around(
        self, model: Roadmap | Order | Progress, origin: Origin, as_of: date | None
    ) -> Surroundings:
        """Return the surroundings without what the document prints."""
        act = model if isinstance(model, Order) else self._approving_act(model.id)
        return Surroundings(
            id=model.id,
            origin=origin,
            directory=self._directory(origin).on(as_of),
            as_of=as_of,
            settings=self._loaded.settings,
            entries=self._index.entries,
            broken=self._broken,
            roadmaps={},
            time=self._time,
            in_force=in_force_words(act) if act is not None else "",
            bases=self._bases,
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
        files.update(self._files_counted_from(origin))
        for roadmap in needed:
            files.update(roadmap.sources)
        return tuple(sorted(files))

    def _files_of(self, acts: Iterable[str]) -> Iterator[str]:
        """Yield the files of acts; what is no id of an act is the author's own text."""
        for id_ in acts:
            entry = self._index.get(id_)
            if entry is not None and isinstance(entry.model, Order):
                yield entry.origin.document.source.path

    def _files_counted_from(self, origin: Origin) -> Iterator[str]:
        """Yield the files of the documents that terms count from, and so on from there."""
        ahead = [entry.model for entry in self._index.entries.values() if entry.origin == origin]
        seen: set[str] = set()
        while ahead:
            for id_ in counted_from(ahead.pop()):
                entry = self._index.get(id_)
                if entry is None or id_ in seen:
                    continue
                seen.add(id_)
                file = entry.origin.document.source.path
                yield from (file, *self._directory_files(dirname(file)))
                yield from self._files_of([self._approving.get(id_, (None, ""))[1]])
                ahead.append(entry.model)

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
