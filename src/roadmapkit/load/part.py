"""A part of a workspace: documents that nothing outside refers to, with what all parts share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from roadmapkit.diagnostics import Diagnostic, Span
from roadmapkit.lazily import dataclass
from roadmapkit.load.document import LoadedDocument
from roadmapkit.load.forms_lock import FormsLock
from roadmapkit.load.known_findings import KnownFinding, KnownFindings
from roadmapkit.source import SourceText

__all__ = ["Gathered", "Held", "LoadedFile", "Part"]


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """What one file of a workspace gave.

    Attributes:
        source: Its text, None where it could not be read.
        documents: Its sound documents.
        broken_ids: Ids of its other documents, as far as they can be told.
        nameless: There may be a document whose id is unknown.
        diagnostics: What is wrong with it.
    """

    source: SourceText | None
    documents: tuple[LoadedDocument, ...]
    broken_ids: tuple[str, ...]
    nameless: bool
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Held:
    """What the parts of one workspace share, read by the first of them.

    Attributes:
        files: The common files by name.
        forms: The reviewed case forms.
        baseline: The findings that are known.
    """

    files: dict[str, LoadedFile] = field(default_factory=dict)
    forms: FormsLock | None = None
    baseline: KnownFindings | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the parts of a workspace have told that no single part can judge.

    Attributes:
        ids: Ids of all documents that can be read, or whose damage is told.
        nameless: There may be documents whose id is unknown.
        told: Places in common files that findings of documents point to.
        comments: Suppressions in common files that silenced something: file and line.
        entries: Positions of the settings' own suppressions that did.
        taken: How often each known finding was found.
        taken_common: Findings in common files that the baseline knows, in digests.
    """

    ids: frozenset[str] = frozenset()
    nameless: bool = False
    told: tuple[Span, ...] = ()
    comments: frozenset[tuple[str, int]] = frozenset()
    entries: frozenset[int] = frozenset()
    taken: Mapping[KnownFinding, int] = field(default_factory=dict)
    taken_common: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """Which files of a workspace are read.

    Attributes:
        files: Their names, in the order of the workspace.
        common: Those of them that other parts read too: settings and directories.
        elsewhere: Kinds of the documents of other parts by id, where a reference needs them
            for a suggestion.
        gathered: What all other parts have told; given to the last one, which is the common
            files alone.
    """

    files: tuple[str, ...]
    common: frozenset[str] = frozenset()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    gathered: Gathered | None = None

    def leaves_out(self, file: str) -> bool:
        """Tell whether another part looks at a file."""
        return self.gathered is None and file in self.common
