"""Targets: which files a workspace produces, and what each of them prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from posixpath import dirname, join
from typing import TYPE_CHECKING

from roadmapkit import documents
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.documents.verbatim import verbatim_of
from roadmapkit.documents.view import DocumentView
from roadmapkit.documents.wording import Wording
from roadmapkit.lazily import dataclass
from roadmapkit.resolve import (
    ResolvedDocument,
    ResolvedLetter,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedProgram,
    ResolvedProgress,
    ResolvedRoadmap,
    ResolvedWorkspace,
)
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.load import PictureFile
    from roadmapkit.model.minutes import Minutes
    from roadmapkit.model.order import Order
    from roadmapkit.model.progress import ReportRequest
    from roadmapkit.model.settings import Settings

__all__ = ["Compose", "Target", "document_target", "plan_targets", "report_name", "worded"]


Compose = Callable[[], tuple[DocumentView, tuple[Diagnostic, ...]]]


@dataclass(frozen=True, slots=True)
class Target:
    """One file to produce.

    Attributes:
        document: Id of the document.
        path: Path of the file below the output folder, with ``/``.
        sources: Source files that the document is made from, sorted.
        origin: The place of the YAML that named the file.
        act: The registered act or minutes that the file prints, if it is one.
        compose: Puts the document into words.
        request: What was asked for by hand, as JSON, where the sources alone do not say it:
            for whom a pack is made.
    """

    document: str
    path: str
    sources: tuple[str, ...]
    origin: Origin
    act: Order | Minutes | None
    compose: Compose
    request: str = ""


def plan_targets(
    workspace: ResolvedWorkspace, emblem: PictureFile | None = None
) -> Iterator[Target]:
    """Yield every target: documents by id, each followed by its parts.

    Args:
        workspace: The documents.
        emblem: The picture of the header block.
    """
    for id_ in sorted(workspace.documents):
        document = workspace.documents[id_]
        match document:
            case ResolvedOrder():
                yield from _order_targets(document, workspace.settings, emblem)
            case ResolvedRoadmap():
                compose = partial(documents.compose_roadmap, document, workspace.settings)
                yield _target(document, id_, workspace.settings, compose, document.as_of)
            case ResolvedProgram():
                compose = partial(documents.compose_program, document, workspace.settings)
                yield _target(document, id_, workspace.settings, compose, document.as_of)
            case ResolvedProgress():
                yield from _report_targets(document, workspace.settings)
            case ResolvedLetter():
                yield from _letter_targets(document, workspace.settings)
            case ResolvedMinutes():
                compose = partial(
                    _surrounded, documents.compose_minutes, document, workspace.settings, emblem
                )
                yield _target(document, id_, workspace.settings, compose, document.as_of)


def _surrounded(
    compose: Callable[..., DocumentView],
    document: ResolvedOrder | ResolvedMinutes,
    settings: Settings,
    emblem: PictureFile | None,
    wording: Wording,
) -> DocumentView:
    """Return a document with what stands around its text."""
    from roadmapkit.documents.surroundings import surrounded

    return surrounded(compose(document, settings, wording), document, settings, emblem, wording)


def _order_targets(
    order: ResolvedOrder, settings: Settings, emblem: PictureFile | None
) -> Iterator[Target]:
    id_ = order.model.id
    act = partial(_surrounded, documents.compose_order, order, settings, emblem)
    yield _target(order, id_, settings, act, order.as_of)
    if not settings.outputs.appendices:
        return
    single = len(order.appendices) == 1
    for position, appendix in enumerate(order.appendices, start=1):
        # By position: the printed number is the author's text, and no part of a path.
        number = "" if single else f"-{position}"
        compose = partial(documents.compose_appendix, order, appendix, settings)
        yield _target(order, f"{id_}.приложение{number}", settings, compose, order.as_of)


def report_name(id_: str, request: ReportRequest) -> str:
    """Return the name of the file of a report, without its ending: it says day or span."""
    from roadmapkit.resolve.reporting import report_key

    return f"{id_}.отчет-{report_key(request)}"


def _report_targets(progress: ResolvedProgress, settings: Settings) -> Iterator[Target]:
    for report in progress.reports:
        name = report_name(progress.model.id, report.request)
        compose = partial(documents.compose_report, progress, report, settings)
        target = _target(progress, name, settings, compose, report.as_of)
        day = "to" if report.start is not None else "as_of"
        yield replace(target, origin=report.origin.child(day))


def _target(
    document: ResolvedDocument,
    name: str,
    settings: Settings,
    compose: Callable[[Wording], DocumentView],
    as_of: date | None,
) -> Target:
    target = document_target(document, name, worded(document, settings, compose, as_of))
    return replace(target, act=_registered(document))


def worded(
    document: ResolvedDocument,
    settings: Settings,
    compose: Callable[[Wording], DocumentView],
    as_of: date | None,
) -> Compose:
    """Return what puts a document into words, together with the findings about these."""

    def composed() -> tuple[DocumentView, tuple[Diagnostic, ...]]:
        wording = Wording(
            document.directory,
            document=document.model.id,
            origin=document.origin.child("id"),
            as_of=as_of,
            typography=settings.outputs.typography,
            verbatim=verbatim_of(document),
        )
        view = compose(wording)
        return view, tuple(wording.diagnostics)

    return composed


def document_target(document: ResolvedDocument, name: str, compose: Compose) -> Target:
    """Return a file of a document that is no act of its own.

    Args:
        document: The document.
        name: Name of the file without ``.docx``.
        compose: Puts it into words.
    """
    folder = dirname(document.origin.document.source.path)
    return Target(
        document=document.model.id,
        path=join(folder, f"{name}.docx"),
        sources=document.sources,
        origin=document.origin.child("id"),
        act=None,
        compose=compose,
    )


def _letter_targets(letter: ResolvedLetter, settings: Settings) -> Iterator[Target]:
    """Yield the files of a letter: one, or one for each addressee."""
    id_ = letter.model.id
    if not letter.model.separate:
        compose = partial(documents.compose_letter, letter, letter.addressees, settings)
        yield _target(letter, id_, settings, compose, letter.as_of)
        return
    seen: set[str] = set()
    for one in letter.addressees:
        key = one.key
        while key.casefold() in seen:
            key = f"{key}-2"
        seen.add(key.casefold())
        compose = partial(documents.compose_letter, letter, (one,), settings)
        yield _target(letter, f"{id_}.{key}", settings, compose, letter.as_of)


def _registered(document: ResolvedDocument) -> Order | Minutes | None:
    """Return the act or the minutes that a document is, if it has been signed."""
    if isinstance(document, ResolvedOrder | ResolvedMinutes):
        return document.model if document.model.state == "registered" else None
    return None
