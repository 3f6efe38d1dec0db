"""What another directory would print: the same documents put into words with both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from roadmapkit.building.signing.lock_file import read_seals
from roadmapkit.building.signing.pieces import printed_pieces
from roadmapkit.building.targets import plan_targets
from roadmapkit.diagnostics import Message, Span
from roadmapkit.documents import DocumentView
from roadmapkit.language import plain
from roadmapkit.lazily import dataclass
from roadmapkit.load import LoadedWorkspace
from roadmapkit.resolve import ResolvedWorkspace, resolve_workspace
from roadmapkit.resolve.mentions import (
    EntryChange,
    Force,
    directory_changes,
    impact,
    with_directory_of,
)
from roadmapkit.resolve.mentions.items import State, span_record

__all__ = ["DirectoryComparison", "DocumentChange", "EntryEffect", "PieceChange", "compare"]

Translate = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class PieceChange:
    """A piece of a document that prints otherwise.

    Attributes:
        label: What the piece is, for people.
        before: What it printed with the other directory; empty where it printed nothing.
        after: What it prints now; empty where it prints nothing.
        span: Where the YAML of the piece stands.
    """

    label: Message
    before: str
    after: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that prints otherwise.

    Attributes:
        id: Its id.
        title: Its title, in one line.
        state: ``registered``, ``draft`` or ``report``; of a plan, that of the act which
            approves it.
        sealed: What the act printed when it was signed is recorded.
        pieces: What differs, in the order of printing.
    """

    id: str
    title: str
    state: State
    sealed: bool
    pieces: tuple[PieceChange, ...]

    @property
    def needs_amendment(self) -> bool:
        """Whether what was signed would read otherwise, which takes an amending act."""
        return self.state == "registered"

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {
            "id": self.id,
            "title": self.title,
            "state": self.state,
            "sealed": self.sealed,
            "needs_amendment": self.needs_amendment,
            "pieces": [
                {
                    "label": translate(piece.label),
                    "before": piece.before,
                    "after": piece.after,
                    **(span_record(piece.span) if piece.span is not None else {}),
                }
                for piece in self.pieces
            ],
        }


@dataclass(frozen=True, slots=True)
class EntryEffect:
    """An entry of the directory that differs, and what it touches.

    Attributes:
        entry: How it differs.
        printed: Ids of documents in force that name it and print otherwise.
        named: Ids of documents in force that name it and print the same, for they keep the
            people and names of their own day.
    """

    entry: EntryChange
    printed: tuple[str, ...]
    named: tuple[str, ...]

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {
            **self.entry.to_dict(translate),
            "printed": list(self.printed),
            "named": list(self.named),
        }


@dataclass(frozen=True, slots=True)
class DirectoryComparison:
    """How two directories differ, and what that touches.

    Attributes:
        entries: The entries that differ.
        documents: The documents that print otherwise, by id.
    """

    entries: tuple[EntryEffect, ...]
    documents: tuple[DocumentChange, ...]

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON.

        Args:
            translate: Puts a message into the reader's language.
        """
        return {
            "entries": [entry.to_dict(translate) for entry in self.entries],
            "documents": [document.to_dict(translate) for document in self.documents],
        }


def compare(loaded: LoadedWorkspace, other: LoadedWorkspace) -> DirectoryComparison:
    """Return how a workspace's directory differs from another, and what that touches.

    Args:
        loaded: The workspace, with the directory as it is.
        other: Another copy of it, or one directory file, with the directory as it was.

    Raises:
        ArgumentError: *other* has no directory, or it is not clear which one it replaces.
    """
    former = with_directory_of(loaded, other)
    changes = tuple(directory_changes(former, loaded))
    if not changes:
        return DirectoryComparison((), ())
    before, _ = resolve_workspace(former)
    after, _ = resolve_workspace(loaded)
    documents = tuple(_documents(before, after, frozenset(read_seals(loaded.root)[0])))
    printed = {document.id: document for document in documents}
    return DirectoryComparison(
        tuple(_effect(change, before, after, printed) for change in changes), documents
    )


def _documents(
    before: ResolvedWorkspace, after: ResolvedWorkspace, sealed: frozenset[str]
) -> Iterator[DocumentChange]:
    """Yield the documents that print otherwise and are in force."""
    old, new, force = _views(before), _views(after), Force(after, None)
    for id_, document in sorted(after.documents.items()):
        standing = force.of(document)
        if not standing.in_force:
            continue
        pieces = dict.fromkeys(
            piece
            for path in sorted(new.get(id_, {}).keys() & old.get(id_, {}).keys())
            for piece in _differences(old[id_][path], new[id_][path])
        )
        if pieces:
            title = " ".join(document.model.title.split())
            act = standing.act.id if standing.act is not None else ""
            yield DocumentChange(id_, title, standing.state, act in sealed, tuple(pieces))


def _views(workspace: ResolvedWorkspace) -> Mapping[str, Mapping[str, DocumentView]]:
    """Return the documents in words, by id and by file."""
    found: dict[str, dict[str, DocumentView]] = {}
    for target in plan_targets(workspace):
        found.setdefault(target.document, {})[target.path] = target.compose()[0]
    return found


def _differences(before: DocumentView, after: DocumentView) -> Iterator[PieceChange]:
    old, new = list(printed_pieces(before)), list(printed_pieces(after))
    old_texts, new_texts = [plain(p.text) for p in old], [plain(p.text) for p in new]
    if old_texts == new_texts:
        return
    matcher = SequenceMatcher(None, old_texts, new_texts, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for index in range(max(last - first, end - start)):
            was = old[first + index] if first + index < last else None
            now = new[start + index] if start + index < end else None
            piece = now or was
            if piece is None:
                continue
            span = piece.origin.span if piece.origin is not None else None
            texts = [" ".join(plain(item.text).split()) if item else "" for item in (was, now)]
            yield PieceChange(piece.label, texts[0], texts[1], span)


def _effect(
    change: EntryChange,
    before: ResolvedWorkspace,
    after: ResolvedWorkspace,
    printed: Mapping[str, DocumentChange],
) -> EntryEffect:
    named = dict.fromkeys(_naming(change, before, after, printed.values()))
    return EntryEffect(
        change,
        tuple(sorted(id_ for id_ in named if id_ in printed)),
        tuple(sorted(id_ for id_ in named if id_ not in printed)),
    )


def _naming(
    change: EntryChange,
    before: ResolvedWorkspace,
    after: ResolvedWorkspace,
    printed: Iterable[DocumentChange],
) -> Iterator[str]:
    """Yield the ids of the documents that name an entry, with one directory or the other."""
    if change.kind == "abbreviation":
        for document in printed:
            texts = (text for piece in document.pieces for text in (piece.before, piece.after))
            if any(change.id in text for text in texts):
                yield document.id
        return
    for workspace, absent in ((before, "added"), (after, "removed")):
        known = any(
            document.directory.get(change.id) is not None
            for document in workspace.documents.values()
        )
        if known and change.change != absent:
            found = impact(workspace, (), change.id)
            yield from (document.id for document in found.documents)
