"""The files of papers and of letters: which there are, and what each of them prints."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from posixpath import basename

from roadmapkit.building.targets import (
    Compose,
    Target,
    document_target,
    plan_targets,
    worded,
)
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents import DocumentView, Wording
from roadmapkit.lazily import dataclass
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import (
    ResolvedCopy,
    ResolvedDocument,
    ResolvedLetter,
    ResolvedOrder,
    ResolvedPapers,
    ResolvedWorkspace,
)
from roadmapkit.source import Origin

__all__ = ["PaperTargets", "paper_targets"]

Abbreviations = tuple[tuple[str, str, Origin | None], ...]


@dataclass(frozen=True, slots=True)
class PaperTargets:
    """The files of papers, and which papers that were asked for have nothing to print."""

    targets: tuple[Target, ...]
    diagnostics: tuple[Diagnostic, ...]


def paper_targets(workspace: ResolvedWorkspace, ids: Collection[str]) -> PaperTargets:
    """Return the files of the papers of some documents, by document.

    Args:
        workspace: The workspace.
        ids: Sound documents: what a paper prints follows from what they print.
    """
    nothing = ResolvedPapers()
    asked = [id_ for id_ in sorted(ids) if workspace.papers.get(id_, nothing) != nothing]
    if not asked:
        return PaperTargets((), ())
    gathered = _Gathering(workspace)
    for id_ in asked:
        document = workspace.documents.get(id_)
        if document is not None:
            gathered.add(document, workspace.papers[id_])
    return PaperTargets(tuple(gathered.targets), tuple(gathered.diagnostics))


class _Gathering:
    """One run over some documents."""

    def __init__(self, workspace: ResolvedWorkspace) -> None:
        self._workspace = workspace
        self._settings: Settings = workspace.settings
        self._main: dict[str, list[Target]] = {}
        for target in plan_targets(workspace):
            self._main.setdefault(target.document, []).append(target)
        self._acts = _approving(workspace)
        self.targets: list[Target] = []
        self.diagnostics: list[Diagnostic] = []

    def add(self, document: ResolvedDocument, papers: ResolvedPapers) -> None:
        """Add the papers of one document."""
        from roadmapkit.documents.acquaintance import compose_acquaintance, readers_named
        from roadmapkit.documents.approval_sheet import compose_approval_sheet
        from roadmapkit.documents.lists import compose_group

        if isinstance(document, ResolvedLetter):
            return
        act = self._acts.get(document.model.id)
        settings = self._settings
        if papers.copy is not None:
            self._add(
                document, "копия", self._worded(document, self._copied(document, papers.copy))
            )
        if papers.approval:
            compose = partial(compose_approval_sheet, document, act, papers.approval, settings)
            self._add(document, "лист-согласования", self._worded(document, compose))
        if papers.acquainted:
            readers = readers_named(
                (who for who, _ in papers.acquainted),
                document.directory,
                getattr(document, "as_of", None),
            )
            compose = partial(compose_acquaintance, document, act, readers, settings)
            self._add(document, "лист-ознакомления", self._worded(document, compose))
        for paper in papers.groups:
            compose = partial(compose_group, document, paper, settings)
            self._add(document, f"состав-{paper.listing.id}", self._worded(document, compose))
        self._add_abbreviations(document, papers)
        if papers.names:
            self._add_publications(document, papers)

    def _add(self, document: ResolvedDocument, name: str, compose: Compose) -> None:
        target = document_target(document, f"{document.model.id}.{name}", compose)
        act = self._acts.get(document.model.id)
        if act is not None:
            sources = tuple(sorted({*target.sources, *act.sources}))
            target = replace(target, sources=sources)
        self.targets.append(target)

    def _worded(
        self, document: ResolvedDocument, compose: Callable[[Wording], DocumentView]
    ) -> Compose:
        day = getattr(document, "as_of", None)
        return worded(document, self._settings, compose, day)

    def _whole(self, document: ResolvedDocument) -> Target:
        """Return the target that prints the whole document; its findings are told there."""
        return self._main[document.model.id][0]

    def _copied(
        self, document: ResolvedDocument, copy: ResolvedCopy
    ) -> Callable[[Wording], DocumentView]:
        from roadmapkit.documents.copies import certified_copy

        whole = self._whole(document)

        def composed(wording: Wording) -> DocumentView:
            view, _ = whole.compose()
            return certified_copy(view, copy, wording)

        return composed

    def _add_abbreviations(self, document: ResolvedDocument, papers: ResolvedPapers) -> None:
        if not papers.abbreviations:
            return
        from roadmapkit.documents.lists import compose_abbreviations, printed_text
        from roadmapkit.resolve.papers import no_such_paper

        if papers.abbreviations is True:
            view, _ = self._whole(document).compose()
            found: Abbreviations = tuple(
                document.directory.abbreviations_in(printed_text(view).replace("\u00a0", " "))
            )
        else:
            found = papers.abbreviations or ()
        if found:
            compose = partial(compose_abbreviations, document, found, self._settings)
            self._add(document, "сокращения", self._worded(document, compose))
        elif "abbreviations" in papers.asked:
            message = Message(
                "{id!r} prints no abbreviation of the directory", id=document.model.id
            )
            hint = Message("Write them in the directory, or do not ask for the list")
            self.diagnostics.append(no_such_paper(document, "abbreviations", message, hint))

    def _add_publications(self, document: ResolvedDocument, papers: ResolvedPapers) -> None:
        from roadmapkit.documents.publication import with_initials

        shown = document
        if papers.names == "инициалы":
            shown = with_initials(document)
        variant = replace(self._workspace, documents={document.model.id: shown})
        whole = [one for one in plan_targets(variant) if ".приложение" not in basename(one.path)]
        for target in whole:
            self.targets.append(
                replace(
                    target,
                    path=f"{target.path.removesuffix('.docx')}.публикация.docx",
                    act=None,
                    compose=partial(_published, target),
                )
            )


def _published(target: Target) -> tuple[DocumentView, tuple[Diagnostic, ...]]:
    from roadmapkit.documents.publication import for_publication, published_phones

    view, _ = target.compose()
    published = for_publication(view)
    return published, tuple(published_phones(published))


def _approving(workspace: ResolvedWorkspace) -> dict[str, ResolvedOrder]:
    """Return the act that approves each plan and programme: the first signed."""
    found: dict[str, ResolvedOrder] = {}
    acts = [one for one in workspace.documents.values() if isinstance(one, ResolvedOrder)]
    for act in sorted(acts, key=_rank):
        for id_ in sorted(act.prints):
            found.setdefault(id_, act)
    return found


def _rank(act: ResolvedOrder) -> tuple[bool, str, str]:
    day = act.as_of.isoformat() if act.as_of else "9999"
    return act.model.state != "registered", day, act.model.id
