"""The answer to «where is he named»: every place of every document in force."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from roadmapkit.model.order import Order
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.mentions.force import Force, Standing
from roadmapkit.resolve.mentions.in_directory import directory_mentions
from roadmapkit.resolve.mentions.items import DocumentImpact, EntryKind, Impact, Mention
from roadmapkit.resolve.mentions.places import one_line
from roadmapkit.resolve.mentions.reach import Reaching
from roadmapkit.resolve.mentions.searching import Search
from roadmapkit.resolve.mentions.wanted import kind_of, name_of, unknown_party, wanted_entry
from roadmapkit.resolve.resolved import (
    ResolvedDocument,
    ResolvedOrder,
    ResolvedWorkspace,
)
from roadmapkit.source import NodePath

__all__ = ["impact"]

PrintedPoints = Callable[[ResolvedOrder], Mapping[NodePath, str]]
"""Returns the points of an act as they are printed, by path; those of an act that is named."""


def impact(
    workspace: ResolvedWorkspace,
    directories: Iterable[DirectoryIndex],
    party: str,
    *,
    kind: EntryKind | None = None,
    since: date | None = None,
    sealed: Collection[str] = (),
    printed: PrintedPoints | None = None,
) -> Impact:
    """Return every place that names a party, itself or through a post, a group, an organisation.

    Posts and groups are those of *since*, where it is given, else of the document's own day;
    where a name is printed with its post, and in printed lists of members, both days count,
    for the print keeps the people of its day.

    Args:
        workspace: The resolved documents.
        directories: Directories that may know the party besides those of the documents.
        party: An id, or a name as written.
        kind: What it has to be; None for anything.
        since: Keep documents that hold on this day or later and terms due from it on.
        sealed: Ids of acts of which it is recorded what they printed at signing.
        printed: Returns the points of an act as printed; without it they are told as the author
            wrote them.

    Raises:
        ArgumentError: Nobody is meant, or several, or one of another kind.
    """
    known = _distinct([*(item.directory for item in workspace.documents.values()), *directories])
    wanted = wanted_entry(party, kind, known)
    entry, home = wanted if wanted is not None else (None, None)
    reaching = Reaching(entry.id if entry is not None else None)
    force = Force(workspace, since)
    documents: list[DocumentImpact] = []
    gone: list[str] = []
    for id_, document in sorted(workspace.documents.items()):
        standing = force.of(document)
        search = Search(document, reaching, since, None if entry is not None else party)
        found = tuple(search.mentions(standing.state))
        points: Mapping[NodePath, str] = {}
        if found and printed is not None and isinstance(document, ResolvedOrder):
            points = printed(document)
        mentions = tuple(_told(found, points))
        if mentions and standing.in_force:
            documents.append(_document(document, standing, sealed, mentions))
        elif mentions:
            gone.append(id_)
    if entry is None and not documents and not gone:
        raise unknown_party(party, known)
    own = directory_mentions(entry, known, since) if entry is not None else ()
    return Impact(
        text=party,
        ref=entry.id if entry is not None else None,
        kind=kind_of(entry) if entry is not None else None,
        name=name_of(entry, home) if entry is not None and home is not None else party,
        since=since,
        documents=tuple(documents),
        directory=tuple(own),
        not_in_force=tuple(gone),
    )


def _distinct(directories: Iterable[DirectoryIndex]) -> list[DirectoryIndex]:
    return list({id(directory): directory for directory in directories}.values())


def _told(
    mentions: Iterable[tuple[Mention, NodePath | None]], printed: Mapping[NodePath, str]
) -> Iterator[Mention]:
    """Yield mentions once each, the points with the words that are printed."""
    seen: set[Mention] = set()
    for mention, point in mentions:
        text = printed.get(point, "") if point is not None else ""
        told = replace(mention, text=one_line(text)) if text else mention
        if told not in seen:
            seen.add(told)
            yield told


def _document(
    document: ResolvedDocument,
    standing: Standing,
    sealed: Collection[str],
    mentions: tuple[Mention, ...],
) -> DocumentImpact:
    act, model = standing.act, document.model
    registered = act is not None and standing.state == "registered"
    return DocumentImpact(
        id=model.id,
        kind=model.kind,
        form=model.form if isinstance(model, Order) else "",
        title=one_line(model.title),
        state=standing.state,
        sealed=act is not None and act.id in sealed,
        date=act.date if registered and act is not None else None,
        number=(act.number or "") if registered and act is not None else "",
        act=act.id if act is not None and act.id != model.id else None,
        mentions=mentions,
    )
