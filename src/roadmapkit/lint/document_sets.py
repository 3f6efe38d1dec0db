"""What is read as one: an act with what it approves, a programme with its plan, minutes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass
from roadmapkit.lint.texts import PrintedText
from roadmapkit.load import LoadedWorkspace
from roadmapkit.resolve import (
    ResolvedDocument,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedProgram,
    ResolvedWorkspace,
)
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.resolved import ResolvedAppendix
from roadmapkit.source import SourceText

__all__ = ["AnyText", "DocumentSet", "FileText", "document_sets"]


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a chapter that stands in a file of its own.

    Attributes:
        text: The text.
        source: The file.
        document: Id of the document that prints it.
        role: The key under which the document names it.
    """

    text: str
    source: SourceText
    document: str
    role: str = "file"

    def span(self, start: int, end: int) -> Span:
        """Return the place of a part of the text, in characters of it."""
        return self.source.span(start, end)


AnyText = PrintedText | FileText
"""A text of the YAML or of a file that it names."""


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """A document with all that it prints: what its reader holds in his hands.

    Attributes:
        root: The document that no other one prints.
        documents: It and what it prints, by id, in the order of reading.
        home: Those of them that belong to this set in the first place: a plan that an act
            approves belongs to the act, though a report prints it too.
        texts: What they print, in the order of reading.
    """

    root: ResolvedDocument
    documents: dict[str, ResolvedDocument]
    home: frozenset[str]
    texts: tuple[AnyText, ...]

    def reading(self, found: Container[str]) -> Iterator[AnyText]:
        """Yield the texts that read as some do, and those of files, which no index holds."""
        for text in self.texts:
            if text.text in found or isinstance(text, FileText):
                yield text

    @property
    def directory(self) -> DirectoryIndex:
        """The directory of the root."""
        return self.root.directory


def document_sets(
    workspace: ResolvedWorkspace, loaded: LoadedWorkspace, texts: Iterable[PrintedText]
) -> tuple[DocumentSet, ...]:
    """Return the sets of a workspace: acts first, then programmes, minutes and the rest, by id.

    Args:
        workspace: The resolved documents.
        loaded: The files that they come from.
        texts: Every text of the YAML.
    """
    documents = workspace.documents
    written: dict[str, list[AnyText]] = {}
    for text in texts:
        if text.kind != "directory" and text.document in documents:
            written.setdefault(text.document, []).append(text)
    for id_, document in sorted(documents.items()):
        if isinstance(document, ResolvedProgram):
            written.setdefault(id_, []).extend(_chapters(id_, document))
    printed = {
        id_
        for document in documents.values()
        for id_ in document.prints
        if id_ != document.model.id
    }
    roots = [id_ for id_ in documents if id_ not in printed]
    taken: set[str] = set()
    sets: list[DocumentSet] = []
    for root in sorted(roots, key=lambda id_: (_rank(documents[id_]), id_)):
        ids = tuple(_reading_order(root, workspace))
        home = frozenset(ids) - taken
        taken |= home
        read = tuple(text for id_ in ids for text in written.get(id_, ()))
        sets.append(DocumentSet(documents[root], {i: documents[i] for i in ids}, home, read))
    return tuple(sets)


def _rank(document: ResolvedDocument) -> int:
    kinds = (ResolvedOrder, ResolvedProgram, ResolvedMinutes)
    return next((rank for rank, kind in enumerate(kinds) if isinstance(document, kind)), len(kinds))


def _chapters(id_: str, program: ResolvedProgram) -> Iterator[FileText]:
    for chapter in program.chapters:
        if chapter.source is not None:
            yield FileText(chapter.source.text, chapter.source, id_)


def _reading_order(root: str, workspace: ResolvedWorkspace) -> Iterator[str]:
    """Yield a document and what it prints, appendix by appendix, each once."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        id_ = waiting.pop(0)
        document = workspace.documents.get(id_)
        if id_ in seen or document is None:
            continue
        seen.add(id_)
        yield id_
        appendices: tuple[ResolvedAppendix, ...] = getattr(document, "appendices", ())
        waiting += [id_ for appendix in appendices for id_ in _printed_by(appendix)]
        waiting += sorted(document.prints)


def _printed_by(appendix: ResolvedAppendix) -> Iterator[str]:
    for part in appendix.parts:
        for document in (part.roadmap, part.program, part.progress):
            if document is not None:
                yield document.model.id
