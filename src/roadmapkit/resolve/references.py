"""Which document means which: ids of the workspace, unknown ones, and circles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass
from roadmapkit.model.kinds import (
    Appendix,
    ApproveClause,
    ApproveItem,
    Attachment,
    Letter,
    Order,
    PlanPart,
    Program,
    ProgramPart,
    Progress,
    RepealClause,
    ReportPart,
)
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.resolve import document_codes as codes
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model import PrintedDocument

__all__ = [
    "DocumentIndex",
    "Entry",
    "approved_ids",
    "attached_ids",
    "broken_reference",
    "find_circles",
    "index_documents",
    "missing_program",
    "missing_roadmap",
    "plan_ids",
    "plans_of",
    "printed_ids",
    "program_ids",
    "repealed_ids",
    "reports_of",
    "suggest",
    "unknown_id",
    "wrong_kind",
]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with an id and where it stands."""

    model: PrintedDocument
    origin: Origin


@dataclass(frozen=True, slots=True)
class DocumentIndex:
    """The printed documents of a workspace by id."""

    entries: Mapping[str, Entry]

    def get(self, id_: str) -> Entry | None:
        """Return the document with that id, None where there is none."""
        return self.entries.get(id_)


def index_documents(entries: Iterable[Entry]) -> tuple[DocumentIndex, list[Diagnostic]]:
    """Return the documents by id; of two with one id the first in order of files counts."""
    found: dict[str, Entry] = {}
    diagnostics: list[Diagnostic] = []
    for entry in entries:
        id_ = entry.model.id
        first = found.setdefault(id_, entry)
        if first is not entry:
            diagnostics.append(_duplicate(id_, entry, first))
    return DocumentIndex(found), diagnostics


def _duplicate(id_: str, entry: Entry, first: Entry) -> Diagnostic:
    place = first.origin.child("id").span
    return codes.DUPLICATE_ID.at(
        entry.origin.child("id").span,
        Message(
            "The id {id!r} is taken by a document in {file}, line {line}",
            id=id_,
            file=place.file,
            line=place.line,
        ),
        hint=Message("Give one of the two documents another id"),
        documents=(id_,),
    )


def suggest(written: str, known: Iterable[str], otherwise: Message) -> Message:
    """Return a hint with the known words nearest to *written*, *otherwise* if none is near."""
    nearest = get_close_matches(written, sorted(known), n=3)
    if not nearest:
        return otherwise
    return Message("Perhaps it should be: {nearest}", nearest=", ".join(nearest))


def unknown_id(
    id_: str, origin: Origin, known: Iterable[str], documents: tuple[str, ...]
) -> Diagnostic:
    """Return the finding that nothing has the id *id_*, with the nearest ids."""
    return codes.UNKNOWN_ID.at(
        origin.span,
        Message("Nothing has the id {id!r}", id=id_),
        hint=suggest(
            id_, known, Message("Write the id of a document, an appendix or a group that exists")
        ),
        documents=documents,
    )


def missing_roadmap(
    id_: str,
    origin: Origin,
    entries: Mapping[str, Entry],
    broken: Collection[str],
    document: str,
    *,
    others: Iterable[str] = (),
) -> Diagnostic:
    """Return why a reference to a roadmap leads to none that could be resolved.

    Args:
        id_: The reference.
        origin: Where it stands.
        entries: All documents by id.
        broken: Ids of documents that have errors.
        document: Id of the document that refers to it.
        others: Ids of what else could stand there.
    """
    entry = entries.get(id_)
    if id_ in broken:
        return broken_reference(id_, origin, (document,))
    if entry is not None:
        return wrong_kind(id_, entry, "roadmap", origin, (document,))
    plans = [key for key, known in entries.items() if isinstance(known.model, Roadmap)]
    return unknown_id(id_, origin, {*plans, *others}, (document,))


def missing_program(
    id_: str, origin: Origin, entries: Mapping[str, Entry], broken: Collection[str], document: str
) -> Diagnostic:
    """Return why a reference to a programme leads to none that could be resolved."""
    entry = entries.get(id_)
    if id_ in broken:
        return broken_reference(id_, origin, (document,))
    if entry is not None:
        return wrong_kind(id_, entry, "program", origin, (document,))
    programs = [key for key, known in entries.items() if isinstance(known.model, Program)]
    return unknown_id(id_, origin, programs, (document,))


def approved_ids(order: Order) -> Iterator[tuple[str, ApproveItem | None, tuple[str | int, ...]]]:
    """Yield what an order approves: id, the author's details, path in the order."""
    for position, clause in enumerate(order.clauses):
        if not isinstance(clause, ApproveClause):
            continue
        for index, item in enumerate(clause.approve):
            path = ("clauses", position, "approve", index)
            if isinstance(item, ApproveItem):
                yield item.document, item, (*path, "document")
            else:
                yield item, None, path


def plan_ids(appendices: tuple[Appendix, ...]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield the roadmaps that appendices print: id, path in the owner."""
    for position, appendix in enumerate(appendices):
        for index, part in enumerate(appendix.parts):
            if isinstance(part, PlanPart):
                yield part.plan, ("appendices", position, "parts", index, "plan")


def plans_of(program: Program) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield the roadmaps that a programme prints among its chapters: id, path in it."""
    for index, chapter in enumerate(program.chapters):
        if chapter.plan is not None:
            yield chapter.plan, ("chapters", index, "plan")
    if program.plan is not None:
        yield program.plan, ("plan",)


def program_ids(appendices: tuple[Appendix, ...]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield the programmes that appendices print: id, path in the owner."""
    for position, appendix in enumerate(appendices):
        for index, part in enumerate(appendix.parts):
            if isinstance(part, ProgramPart):
                yield part.program, ("appendices", position, "parts", index, "program")


def reports_of(
    appendices: tuple[Appendix, ...],
) -> Iterator[tuple[ReportPart, tuple[str | int, ...]]]:
    """Yield the reports that appendices print: the part, path of its progress in the owner."""
    for position, appendix in enumerate(appendices):
        for index, part in enumerate(appendix.parts):
            if isinstance(part, ReportPart):
                yield part, ("appendices", position, "parts", index, "report")


def repealed_ids(order: Order) -> Iterator[str]:
    """Yield what an order repeals, by id where the author gave one."""
    for clause in order.clauses:
        if isinstance(clause, RepealClause):
            yield from (act for act in clause.repeal if isinstance(act, str))


def printed_ids(model: PrintedDocument) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield the documents whose content a document prints: id, path of the reference in it."""
    yield from plan_ids(model.appendices)
    yield from program_ids(model.appendices)
    yield from ((part.report, path) for part, path in reports_of(model.appendices))
    if isinstance(model, Program):
        yield from plans_of(model)
    if isinstance(model, Order):
        for id_, _, path in approved_ids(model):
            yield id_, path
    elif isinstance(model, Progress):
        yield model.roadmap, ("roadmap",)
    elif isinstance(model, Letter):
        yield from attached_ids(model)


def attached_ids(letter: Letter) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield the documents that a letter sends: id, path in the letter."""
    for index, one in enumerate(letter.attachments):
        if not isinstance(one, Attachment):
            yield one, ("attachments", index)
        elif one.document is not None:
            yield one.document, ("attachments", index, "document")


def find_circles(index: DocumentIndex) -> tuple[frozenset[str], list[Diagnostic]]:
    """Return the documents that contain themselves, directly or through others.

    Returns:
        Their ids, and one finding for each reference that closes a circle.
    """
    search = _Circles(index)
    for id_ in sorted(index.entries):
        search.visit(id_, (id_,))
    return frozenset(search.circular), search.diagnostics


class _Circles:
    """A search for documents that contain themselves.

    Args:
        index: The documents.
    """

    def __init__(self, index: DocumentIndex) -> None:
        self._index = index
        self._done: dict[str, bool] = {}
        self.circular: set[str] = set()
        self.diagnostics: list[Diagnostic] = []

    def visit(self, id_: str, trail: tuple[str, ...]) -> None:
        """Look at a document and what it contains, unless that has been done.

        Args:
            id_: The document.
            trail: Ids of the documents around it, the outermost first, and its own.
        """
        if id_ in self._done:
            return
        self._done[id_] = False
        entry = self._index.entries[id_]
        for target, path in printed_ids(entry.model):
            if target not in self._index.entries:
                continue
            if self._done.get(target) is False:
                circle = (*trail[trail.index(target) :], target)
                self.circular.update(circle)
                self.diagnostics.append(_circle(circle, entry.origin.child(*path)))
            else:
                self.visit(target, (*trail, target))
        self._done[id_] = True


def _circle(circle: tuple[str, ...], origin: Origin) -> Diagnostic:
    return codes.CIRCULAR_REFERENCE.at(
        origin.span,
        Message("The documents contain each other: {circle}", circle=" → ".join(circle)),
        hint=Message("Remove one of these references"),
        documents=tuple(sorted(set(circle))),
    )


def wrong_kind(
    id_: str, entry: Entry, wanted: str, origin: Origin, documents: tuple[str, ...]
) -> Diagnostic:
    """Return the finding that *id_* is a document of another kind than *wanted*."""
    return codes.WRONG_KIND.at(
        origin.span,
        Message(
            "{id!r} is a document of kind {kind!r}, not {wanted!r}",
            id=id_,
            kind=entry.model.kind,
            wanted=wanted,
        ),
        hint=Message("Write the id of a document of kind {wanted!r}", wanted=wanted),
        documents=documents,
    )


def broken_reference(id_: str, origin: Origin, documents: tuple[str, ...]) -> Diagnostic:
    """Return the finding that the document *id_* has errors, which hold this one up."""
    return codes.BROKEN_REFERENCE.at(
        origin.span,
        Message("The document {id!r} has errors of its own", id=id_),
        hint=Message("Mend them first"),
        documents=documents,
    )
