"""A document built again from its sources, with the YAML behind each of its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from roadmapkit import __version__
from roadmapkit.building import PackRequest, make_packs, prepare
from roadmapkit.building.asked_reports import request_of_file, with_report
from roadmapkit.building.composing import Composed
from roadmapkit.building.papers.asked import with_papers
from roadmapkit.building.provenance import fingerprint
from roadmapkit.building.runner import TemplateShelf, render_target
from roadmapkit.diagnostics import Message
from roadmapkit.documents import DocumentView
from roadmapkit.errors import ArgumentError, RoadmapkitError
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.kinds import PrintedDocument
from roadmapkit.model.papers import PAPER_KINDS
from roadmapkit.rendering import render_document
from roadmapkit.rendering.contents import Contents, read_contents
from roadmapkit.verification.tracing import Trace, marked_view, traces

__all__ = ["NotRebuiltError", "Rebuilt", "Wanted", "document_ids", "rebuild"]


class NotRebuiltError(RoadmapkitError):
    """A document that cannot be built from these sources any more.

    Attributes:
        reason: Why not.
    """

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which file to build.

    Attributes:
        document: Id of the document.
        target: Path of the file below the output folder; empty where it is not known.
        file: Name of the file that is verified, which may tell the target.
        request: For whom a pack was made, as JSON.
    """

    document: str
    target: str = ""
    file: str = ""
    request: str = ""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A document built again.

    Attributes:
        composed: Its target and view.
        contents: What it says and how it looks.
        traces: What printed each paragraph of it.
        mark: Its fingerprint under the version that the file names.
        loaded: The workspace that it was built from.
    """

    composed: Composed
    contents: Contents
    traces: tuple[Trace, ...]
    mark: str
    loaded: LoadedWorkspace

    @property
    def view(self) -> DocumentView:
        """The document in words."""
        return self.composed.view


def document_ids(loaded: LoadedWorkspace) -> frozenset[str]:
    """Return the ids of the documents of a workspace that produce files."""
    return frozenset(
        item.model.id for item in loaded.documents if isinstance(item.model, PrintedDocument)
    )


def rebuild(loaded: LoadedWorkspace, wanted: Wanted, version: str = __version__) -> Rebuilt:
    """Build a document again and find out what printed each of its texts.

    Args:
        loaded: The sources.
        wanted: Which file.
        version: The version under which the fingerprint is taken.

    Raises:
        NotRebuiltError: There is no such document or file in these sources, it has errors,
            or its Word template cannot be used.
    """
    composed = _composed(loaded, wanted)
    try:
        shelf = TemplateShelf(loaded.template_folder)
        template, house = shelf.get(composed.view.kind)
        data, _ = render_target(composed, shelf, loaded)
        marked, leaves = marked_view(composed.view)
        twin = render_document(marked, template, {}, apply_layout=not house)
        contents = read_contents(data, composed.target.path)
        other = read_contents(twin, composed.target.path)
    except RoadmapkitError as error:
        raise NotRebuiltError(
            Message("the document cannot be printed again: {reason}", reason=error.message)
        ) from error
    return Rebuilt(
        composed=composed,
        contents=contents,
        traces=traces(contents.blocks, other.blocks, leaves),
        mark=fingerprint(composed.view, template.template.digest, version),
        loaded=loaded,
    )


def _asked_by_hand(loaded: LoadedWorkspace, wanted: Wanted) -> LoadedWorkspace:
    """Return the workspace asking for what the file is, if nothing in the sources asks for it."""
    stem = PurePosixPath(wanted.target or wanted.file).stem
    report = request_of_file(stem)
    if report is None:
        return with_papers(loaded, PAPER_KINDS) if stem != wanted.document else loaded
    try:
        return with_report(loaded, wanted.document, report)
    except ArgumentError:
        return loaded


def _composed(loaded: LoadedWorkspace, wanted: Wanted) -> Composed:
    if wanted.document not in document_ids(loaded):
        message = Message("no document has the id {id!r} there", id=wanted.document)
        raise NotRebuiltError(message)
    prepared = prepare(_asked_by_hand(loaded, wanted), (wanted.document,))
    if wanted.document in prepared.blocked:
        errors = [item for item in prepared.diagnostics if wanted.document in item.documents]
        reason: Message | str = errors[0].message if errors else "–"
        message = Message(
            "the document {id!r} has errors there: {reason}", id=wanted.document, reason=reason
        )
        raise NotRebuiltError(message)
    composed: Iterable[Composed] = prepared.composed
    if wanted.request:
        try:
            request = replace(PackRequest.from_json(wanted.request), document=wanted.document)
            composed = make_packs(prepared, loaded, request, str).composed
        except (RoadmapkitError, ValueError) as error:
            reason = error.message if isinstance(error, RoadmapkitError) else str(error)
            message = Message("the pack cannot be made again: {reason}", reason=reason)
            raise NotRebuiltError(message) from error
    found = next(_matching(tuple(composed), wanted), None)
    if found is None:
        message = Message(
            "the document {id!r} has no file {target} there",
            id=wanted.document,
            target=wanted.target or wanted.file,
        )
        raise NotRebuiltError(message)
    return found


def _matching(composed: tuple[Composed, ...], wanted: Wanted) -> Iterator[Composed]:
    """Yield what may be the file that is wanted, the surest first."""
    yield from (item for item in composed if item.target.path == wanted.target)
    name = PurePosixPath(wanted.target).name or wanted.file
    yield from (item for item in composed if PurePosixPath(item.target.path).name == name)
    if not wanted.target:
        stem = wanted.document
        yield from (item for item in composed if PurePosixPath(item.target.path).stem == stem)
        yield from composed[:1]
