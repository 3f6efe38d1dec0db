"""A file into its documents, every fault of every document reported."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import yaml

from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.lazily import regex
from roadmapkit.source.codes import EMPTY, NOT_A_MAPPING
from roadmapkit.source.compose import Composer, EventSource, TooDeepError
from roadmapkit.source.document import BrokenDocument, ParsedSource, SourceDocument
from roadmapkit.source.findings import Findings
from roadmapkit.source.flow import report_unspaced
from roadmapkit.source.positions import Nodes
from roadmapkit.source.screen import screen
from roadmapkit.source.slips import CommentCuts, unspaced_pair
from roadmapkit.source.syntax import report_syntax
from roadmapkit.source.text import SourceText

__all__ = ["EventLoader", "parse_source"]

EventLoader = Callable[[str], EventSource]

_DOCUMENT_START = regex(r"^\ufeff?(---)(?=[ \t\r\n]|\Z)", re.MULTILINE)
_DOCUMENT_END = regex(r"^\.\.\.(?=\s|\Z)", re.MULTILINE)
_PREAMBLE = regex(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)|%[^\r\n]*(?:\r\n|\n|\r))*\Z")
_IDENTITY = regex(r"^(id|kind):[ \t]+[\"']?([^\s#\"']+)", re.MULTILINE)


def parse_source(source: SourceText, *, loader: EventLoader | None = None) -> ParsedSource:
    """Read the documents of a file.

    A document with a fault of syntax is reported and left out, the documents after
    it are read all the same. Other faults are reported, and the document is read
    without what is wrong in it: of two equal keys the first counts.

    Args:
        source: The file.
        loader: Makes a YAML parser of a text; by default PyYAML's C parser where it
            was built, otherwise its Python one.

    Returns:
        Documents whose root is a mapping, and every finding.
    """
    return _Reader(source, loader or _default_loader()).read()


def _default_loader() -> EventLoader:
    found: EventLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return found


class _Reader:
    """Reads one file, stretch by stretch: what stands between two lines ``---``."""

    def __init__(self, source: SourceText, loader: EventLoader) -> None:
        self._source = source
        self._loader = loader
        self._findings = Findings(source)
        self._text = screen(self._findings)
        self._cuts = CommentCuts(self._text)
        self._documents: list[tuple[int, SourceDocument]] = []
        self._broken: list[BrokenDocument] = []
        # First line and id of every document, for findings belong to documents by their lines.
        self._begins: list[int] = []
        self._ids: list[str | None] = []

    def read(self) -> ParsedSource:
        """Read all stretches and tell which finding belongs to which document."""
        for start, end in _stretches(self._text):
            self._read_stretch(start, end)
        if not self._begins and not self._findings.diagnostics:
            self._report_empty((0, 0), Message("The file holds no document"))
        diagnostics = sort_diagnostics(map(self._assigned, self._findings.diagnostics))
        by_document = self._group(diagnostics)
        documents = tuple(
            replace(document, diagnostics=tuple(by_document.get(number, ())))
            for number, document in self._documents
        )
        return ParsedSource(self._source, documents, tuple(self._broken), diagnostics)

    def _read_stretch(self, start: int, end: int) -> None:
        composer = Composer(self._findings, self._text, start)
        begin, broken = start, True
        found: list[tuple[Any, Nodes, int]] = []
        try:
            for data, nodes in composer.documents(self._loader(self._text[start:end])):
                found.append((data, nodes, begin))
                begin = nodes.ends[0]
            broken = False
        except TooDeepError:
            pass
        except yaml.YAMLError as error:
            last = composer.nodes.last_value()
            stop = report_syntax(self._findings, self._text, error, base=start, last=last)
            if found and not _DOCUMENT_END.search(self._text, begin, stop):
                # What looked like a whole document was the beginning of the broken one.
                begin = found.pop()[2]
        for data, nodes, place in found:
            self._take(data, nodes, place, end)
        if broken:
            self._note_broken(begin, end)

    def _take(self, data: Any, nodes: Nodes, begin: int, end: int) -> None:
        """Keep a document, or report why it is none."""
        if isinstance(data, dict):
            name = data.get("id")
            self._begins.append(self._source.position(begin)[0])
            self._ids.append(str(name) if isinstance(name, str | int) else None)
            document = SourceDocument(self._source, data, (), nodes)
            self._documents.append((len(self._begins) - 1, document))
            self._cuts.report(nodes, self._findings, self._text)
        elif data is None and nodes.starts[0] == nodes.ends[0]:
            self._begins.append(self._source.position(begin)[0])
            self._ids.append(None)
            sign = _DOCUMENT_START.match(self._text, begin)
            place = sign.span(1) if sign else (begin, begin)
            self._report_empty(place, Message("Nothing stands between this --- and the next"))
        else:
            self._report_shape(data, (nodes.starts[0], nodes.ends[0]))
            self._note_broken(begin, end)

    def _report_empty(self, place: tuple[int, int], message: Message) -> None:
        hint = Message("Write a document that begins with `kind:`, or delete what is empty")
        self._findings.add(EMPTY, place, message, hint)

    def _report_shape(self, data: Any, place: tuple[int, int]) -> None:
        key = unspaced_pair(data) if isinstance(data, str) else None
        if key is not None:
            report_unspaced(self._findings, (place[0], place[0] + len(key) + 1))
            return
        if isinstance(data, list):
            message = Message("The document is a list, not keys with values")
        else:
            message = Message("The document is a mere value, {value!r}", value=data)
        hint = Message("Begin the document with `kind: roadmap` or another kind")
        self._findings.add(NOT_A_MAPPING, place, message, hint)

    def _note_broken(self, begin: int, end: int) -> None:
        found = {m[1]: m[2] for m in _IDENTITY.finditer(self._text, begin, end)}
        sign = _DOCUMENT_START.match(self._text, begin)
        place = sign.span(1) if sign else (begin, begin)
        span = self._source.span(*place)
        self._begins.append(self._source.position(begin)[0])
        self._ids.append(found.get("id"))
        self._broken.append(BrokenDocument(span, found.get("id"), found.get("kind")))

    def _index(self, line: int) -> int:
        """Return the number of the document that *line* belongs to; -1 for none."""
        return bisect_right(self._begins, line) - 1

    def _assigned(self, found: Diagnostic) -> Diagnostic:
        number = self._index(found.span.line) if found.span else -1
        name = self._ids[number] if number >= 0 else None
        return replace(found, documents=(name,)) if name else found

    def _group(self, diagnostics: tuple[Diagnostic, ...]) -> dict[int, list[Diagnostic]]:
        groups: dict[int, list[Diagnostic]] = {}
        for found in diagnostics:
            number = self._index(found.span.line) if found.span else -1
            groups.setdefault(number, []).append(found)
        return groups


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what can be read on its own, whatever is wrong elsewhere.

    YAML forbids a line that begins with ``---`` inside any value, so that every such
    line begins a document (YAML 1.2, production ``c-forbidden``). Comments and
    directives before the first one belong to it.
    """
    starts = [match.start(1) for match in _DOCUMENT_START.finditer(text)]
    if not starts or not _PREAMBLE.match(text, 0, starts[0]):
        starts.insert(0, 0)
    else:
        starts[0] = 0
    return zip(starts, [*starts[1:], len(text)], strict=True)
