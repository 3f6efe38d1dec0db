"""Documents of a file: plain values, and where each of them stands."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Span
from roadmapkit.lazily import dataclass
from roadmapkit.source.positions import MAPPING, Nodes
from roadmapkit.source.text import SourceText

__all__ = ["BrokenDocument", "NodePath", "Origin", "ParsedSource", "SourceDocument"]

NodePath = tuple[str | int, ...]
"""Keys and indexes that lead from the root of a document to one of its values."""


@dataclass(frozen=True, slots=True, eq=False)
class SourceDocument:
    """One document of a file.

    Attributes:
        source: The file.
        data: Its values: dict, list, str, int, bool and None only.
        diagnostics: What was found in this document.
    """

    source: SourceText
    data: dict[str, Any]
    diagnostics: tuple[Diagnostic, ...] = ()
    _nodes: Nodes = field(default_factory=Nodes, repr=False)

    def value(self, path: NodePath) -> Any:
        """Return the value at *path*, or that of its nearest existing ancestor."""
        found: Any = self.data
        for part in path:
            if isinstance(found, list):
                known = isinstance(part, int) and part < len(found)
            else:
                known = isinstance(found, dict) and part in found
            if not known:
                break
            found = found[part]
        return found

    def extent(self, path: NodePath = ()) -> tuple[int, int]:
        """Return the place of a value in characters of the file, end exclusive."""
        node = self._nodes.find(path)[1]
        return self._nodes.starts[node], self._nodes.ends[node]

    def span(self, path: NodePath = ()) -> Span:
        """Return the place of a value.

        It is tight: it ends with the last character of the value. A value that was
        left out has no width and stands after its colon.

        Args:
            path: Keys and indexes from the root. Where it does not exist, the nearest
                ancestor that does is meant; the empty path is the whole document.
        """
        return self.source.span(*self.extent(path))

    def key_span(self, path: NodePath) -> Span:
        """Return the place of the key that leads to a value.

        Args:
            path: As for :meth:`span`. An item of a list has no key, its own place is
                given; for the whole document it is the place of its first key.
        """
        nodes = self._nodes
        node = nodes.find(path)[0]
        if node == 0 and nodes.kinds[0] == MAPPING and nodes.after[0] > 1:
            node = 1
        return self.source.span(nodes.starts[node], nodes.ends[node])

    def origin(self, path: NodePath = ()) -> Origin:
        """Return the origin of the value at *path*."""
        return Origin(self, path)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: cheap to keep, asked for its span only when needed."""

    document: SourceDocument
    path: NodePath = ()

    @property
    def span(self) -> Span:
        """Place of the value."""
        return self.document.span(self.path)

    @property
    def key_span(self) -> Span:
        """Place of the key that leads to the value."""
        return self.document.key_span(self.path)

    def child(self, *parts: str | int) -> Origin:
        """Return the origin of a value inside this one."""
        return Origin(self.document, (*self.path, *parts))


@dataclass(frozen=True, slots=True)
class BrokenDocument:
    """A document that could not be read, as far as it could be recognised.

    It lets references to it be told from references to nothing.

    Attributes:
        span: First line of the document.
        id: Its ``id``, where a line of the broken text gives one.
        kind: Its ``kind``, likewise.
    """

    span: Span
    id: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedSource:
    """What a file holds.

    Attributes:
        source: The file.
        documents: Its readable documents, in the order of the file.
        broken: The others.
        diagnostics: Everything found, sorted.
    """

    source: SourceText
    documents: tuple[SourceDocument, ...]
    broken: tuple[BrokenDocument, ...]
    diagnostics: tuple[Diagnostic, ...]
