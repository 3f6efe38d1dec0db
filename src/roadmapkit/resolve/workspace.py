"""The whole workspace: references between documents, then each document in its turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.language import FormLedger
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.kinds import Letter, Minutes, Order, PrintedDocument, Program, Progress
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.resolve import references
from roadmapkit.resolve.appendices import AppendixResolver
from roadmapkit.resolve.approving import approving_acts
from roadmapkit.resolve.counted_from import in_force_words
from roadmapkit.resolve.decisions import decided_ids, reported_ids
from roadmapkit.resolve.document_files import DocumentFiles
from roadmapkit.resolve.elsewhere import documents_elsewhere
from roadmapkit.resolve.folder_directories import FolderDirectories, HeldIndex
from roadmapkit.resolve.house_days import house_time
from roadmapkit.resolve.letters import LetterResolver, letter_day
from roadmapkit.resolve.minutes import MinutesResolver, meeting_day
from roadmapkit.resolve.orders import OrderResolver, act_day
from roadmapkit.resolve.papers import resolve_papers
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.plan_terms import PlanTerms
from roadmapkit.resolve.references import Entry
from roadmapkit.resolve.resolved import (
    ResolvedAppendix,
    ResolvedDocument,
    ResolvedMinutes,
    ResolvedProgram,
    ResolvedProgress,
    ResolvedReport,
    ResolvedRoadmap,
    ResolvedWorkspace,
)
from roadmapkit.resolve.resolved_letter import ResolvedLetter
from roadmapkit.resolve.roadmaps import RoadmapResolver, resolve_period
from roadmapkit.resolve.roles import check_roles, roles_of, with_roles
from roadmapkit.resolve.scopes import directory_of, directory_scope
from roadmapkit.resolve.surroundings import Bases, Surroundings
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.progress import ReportRequest

__all__ = ["directory_of", "directory_scope", "resolve_workspace"]


def resolve_workspace(
    loaded: LoadedWorkspace,
    signed_on: date | None = None,
    forms: FormLedger | None = None,
    held: dict[str, HeldIndex] | None = None,
) -> tuple[ResolvedWorkspace, list[Diagnostic]]:
    """Resolve every document of a workspace.

    Documents that contain themselves are left out, and what refers to them is told so.

    Args:
        loaded: The files.
        signed_on: Day on which every act that is not registered is taken to be signed, and
            every plan that no act approves to be approved; None goes by the documents.
        forms: Where case forms are asked for; by default one that knows the reviewed ones.
        held: Indexes of directories that other parts have made, asking the same *forms*.
    """
    forms = forms or FormLedger(loaded.forms.known())
    return _Resolution(loaded, signed_on, FolderDirectories(loaded, forms, held)).run()


class _Resolution:
    """One run over one workspace."""

    def __init__(
        self, loaded: LoadedWorkspace, signed_on: date | None, directories: FolderDirectories
    ) -> None:
        self._loaded = loaded
        self._signed_on = signed_on
        self._diagnostics: list[Diagnostic] = []
        self._index, found = references.index_documents(
            Entry(item.model, item.origin)
            for item in loaded.documents
            if isinstance(item.model, PrintedDocument)
        )
        circular, circles = references.find_circles(self._index)
        self._time, faults = house_time(loaded)
        self._diagnostics += [*found, *circles, *faults]
        self._circular = circular
        self._broken = frozenset(loaded.broken_ids) | circular
        self._known = {**documents_elsewhere(loaded), **self._index.entries}
        self._directories = directories
        self._approving = approving_acts(self._index, self._act_day)
        self._files = DocumentFiles(loaded, self._index, self._directories.scopes, self._approving)
        self._programs: dict[tuple[str, date | None], ResolvedProgram] = {}
        self._roadmaps: dict[tuple[str, date | None], ResolvedRoadmap] = {}
        self._progresses: dict[str, ResolvedProgress | None] = {}
        self._terms: dict[tuple[str, date | None], PlanTerms] = {}
        self._bases = Bases(self._approved_terms, self._day_of)

    def run(self) -> tuple[ResolvedWorkspace, list[Diagnostic]]:
        documents = {
            id_: resolved
            for id_, entry in sorted(self._index.entries.items())
            if id_ not in self._circular and (resolved := self._resolve(entry)) is not None
        }
        papers = {}
        for id_, document in documents.items():
            papers[id_], found = resolve_papers(document, self._loaded.settings.outputs.papers)
            self._diagnostics += found
        self._directories.check()
        self._diagnostics += self._directories.diagnostics
        self._let_go()
        return ResolvedWorkspace(self._loaded.settings, documents, papers), self._diagnostics

    def _let_go(self) -> None:
        """Break the circle of the terms and what they count from.

        Else all that was read stays in memory until a collector of circles comes.
        """
        self._terms.clear()
        del self._bases

    def _resolve(self, entry: Entry) -> ResolvedDocument | None:
        model = entry.model
        if isinstance(model, Roadmap):
            return self._approved_roadmap(model.id)
        if isinstance(model, Progress):
            return self._progress(model.id)
        if isinstance(model, Program):
            return self._approved_program(model.id)
        if isinstance(model, Minutes):
            return self._minutes(model, entry.origin)
        if isinstance(model, Letter):
            return self._letter(model, entry.origin)
        surroundings = self._surroundings(model, entry.origin, self._act_day(model))
        resolver = OrderResolver(model, surroundings)
        acts, printed = references.repealed_ids(model), surroundings.printed()
        resolved = resolver.resolve(self._files.of(entry.origin, printed, acts=acts))
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

    # -- roadmaps ---------------------------------------------------------------------------

    def _approved_roadmap(self, id_: str) -> ResolvedRoadmap | None:
        """Return a roadmap with the people of the day of the act that approves it, if any does."""
        day, act = self._approving.get(id_, (self._signed_on, ""))
        roadmap = self._roadmap(id_, day)
        if roadmap is None or not act:
            return roadmap
        sources = {*roadmap.sources, *self._files.of_acts([act])}
        return replace(roadmap, sources=tuple(sorted(sources)))

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
            sources=self._files.of(origin, surroundings.roadmaps.values()),
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

    def _needed(self, model: PrintedDocument, as_of: date | None) -> dict[str, ResolvedRoadmap]:
        ids = [id_ for id_, _ in references.plan_ids(model.appendices)]
        if isinstance(model, Order):
            ids += [id_ for id_, _, _ in references.approved_ids(model)]
        if isinstance(model, Program):
            ids += [id_ for id_, _ in references.plans_of(model)]
        found = {id_: self._roadmap(id_, as_of) for id_ in ids}
        return {id_: roadmap for id_, roadmap in found.items() if roadmap is not None}

    def _surroundings(
        self, model: PrintedDocument, origin: Origin, as_of: date | None
    ) -> Surroundings:
        roadmaps = self._needed(model, as_of)
        return replace(
            self._around(model, origin, as_of),
            roadmaps=roadmaps,
            programs=self._needed_programs(model, as_of),
            progresses=self._needed_progress(model),
        )

    def _around(self, model: PrintedDocument, origin: Origin, as_of: date | None) -> Surroundings:
        """Return the surroundings without what the document prints."""
        act = model if isinstance(model, Order) else self._approving_act(model.id)
        return Surroundings(
            id=model.id,
            origin=origin,
            directory=self._directories.at(origin).on(as_of),
            as_of=as_of,
            settings=self._loaded.settings,
            entries=self._known,
            broken=self._broken,
            roadmaps={},
            time=self._time,
            in_force=in_force_words(act) if act is not None else "",
            bases=self._bases,
            csv_of=lambda name: self._loaded.table(origin.document.source.path, name),
        )

    def _appendices(
        self, model: Roadmap | Program | Progress, surroundings: Surroundings
    ) -> tuple[ResolvedAppendix, ...]:
        resolver = AppendixResolver(surroundings)
        resolved = resolver.resolve(
            (appendix, surroundings.origin.child("appendices", index))
            for index, appendix in enumerate(model.appendices)
        )
        self._diagnostics += resolver.diagnostics
        return resolved

    # -- programmes -------------------------------------------------------------------------

    def _approved_program(self, id_: str) -> ResolvedProgram | None:
        """Return a programme with the people of the day of the act that approves it."""
        day, act = self._approving.get(id_, (self._signed_on, ""))
        program = self._program(id_, day)
        if program is None or not act:
            return program
        sources = {*program.sources, *self._files.of_acts([act])}
        return replace(program, sources=tuple(sorted(sources)))

    def _program(self, id_: str, as_of: date | None) -> ResolvedProgram | None:
        entry = self._index.get(id_)
        if entry is None or id_ in self._circular or not isinstance(entry.model, Program):
            return None
        if (id_, as_of) not in self._programs:
            self._programs[id_, as_of] = self._resolve_program(entry.model, entry.origin, as_of)
        return self._programs[id_, as_of]

    def _needed_programs(
        self, model: PrintedDocument, as_of: date | None
    ) -> dict[str, ResolvedProgram]:
        ids = [id_ for id_, _ in references.program_ids(model.appendices)]
        if isinstance(model, Order):
            ids += [id_ for id_, _, _ in references.approved_ids(model)]
        found = {id_: self._program(id_, as_of) for id_ in ids}
        return {id_: program for id_, program in found.items() if program is not None}

    def _resolve_program(
        self, model: Program, origin: Origin, as_of: date | None
    ) -> ResolvedProgram:
        from roadmapkit.resolve.programs import ProgramResolver

        surroundings = self._surroundings(model, origin, as_of)
        file = origin.document.source.path
        resolver = ProgramResolver(
            model, surroundings, lambda name: self._loaded.attached(file, name)
        )
        resolved = resolver.resolve(self._appendices(model, surroundings))
        self._diagnostics += resolver.diagnostics
        texts = [one.source.path for one in resolved.chapters if one.source is not None]
        return replace(
            resolved, sources=self._files.of(origin, surroundings.printed(), texts=texts)
        )

    # -- minutes, letters -------------------------------------------------------------------

    def _minutes(self, model: Minutes, origin: Origin) -> ResolvedMinutes:
        surroundings = self._surroundings(model, origin, meeting_day(model))
        resolver = MinutesResolver(model, surroundings)
        resolved = resolver.resolve(
            self._files.of(origin, surroundings.printed(), names=decided_ids(model))
        )
        self._diagnostics += resolver.diagnostics
        return resolved

    def _letter(self, model: Letter, origin: Origin) -> ResolvedLetter:
        surroundings = self._surroundings(model, origin, letter_day(model))
        resolver = LetterResolver(model, surroundings, self._directories.at)
        names = [id_ for id_, _ in references.attached_ids(model)]
        resolved = resolver.resolve(self._files.of(origin, surroundings.printed(), names=names))
        self._diagnostics += resolver.diagnostics
        return resolved

    # -- progress ---------------------------------------------------------------------------

    def _progress(self, id_: str) -> ResolvedProgress | None:
        entry = self._index.get(id_)
        if entry is None or id_ in self._circular or not isinstance(entry.model, Progress):
            return None
        if id_ not in self._progresses:
            self._progresses[id_] = self._resolve_progress(entry.model, entry.origin)
        return self._progresses[id_]

    def _needed_progress(self, model: PrintedDocument) -> dict[str, ResolvedProgress]:
        """Return the progress whose reports a document prints or decides on."""
        found = {id_: self._progress(id_) for id_ in sorted(reported_ids(model))}
        return {id_: progress for id_, progress in found.items() if progress is not None}

    def _resolve_progress(self, model: Progress, origin: Origin) -> ResolvedProgress | None:
        from roadmapkit.resolve.progress import check_progress, usable_requests

        roadmap = self._approved_roadmap(model.roadmap)
        if roadmap is None:
            place = origin.child("roadmap")
            self._diagnostics.append(
                references.missing_roadmap(
                    model.roadmap, place, self._known, self._broken, model.id
                )
            )
            return None
        self._diagnostics += check_progress(model, roadmap, origin)
        reports = tuple(
            self._report(model, roadmap, request, place)
            for request, place in usable_requests(model, origin)
        )
        appended = self._needed(model, None)
        return ResolvedProgress(
            model=model,
            origin=origin,
            roadmap=roadmap,
            reports=reports,
            directory=self._directories.at(origin),
            sources=self._files.of(origin, [roadmap, *appended.values()]),
            prints=frozenset({roadmap.model.id, *appended}),
        )

    def _report(
        self, model: Progress, roadmap: ResolvedRoadmap, request: ReportRequest, origin: Origin
    ) -> ResolvedReport:
        """Return one report with the people of its own day."""
        from roadmapkit.resolve.progress import resolve_report

        root = Origin(origin.document)
        surroundings = self._surroundings(model, root, request.day)
        place = root.child("signatory")
        signatory, found = resolve_signatory(
            model.signatory, surroundings.directory, request.day, place, model.id
        )
        self._diagnostics += found
        return replace(
            resolve_report(model, roadmap, request, origin),
            signatory=signatory,
            appendices=self._appendices(model, surroundings),
        )
