"""What an error of one document holds up besides: everything that prints its content."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.resolve import ResolvedDocument
from roadmapkit.resolve.references import broken_reference, printed_ids

__all__ = ["check_held_up", "with_held_up", "with_printed"]


def with_printed(ids: Iterable[str], documents: Mapping[str, ResolvedDocument]) -> AbstractSet[str]:
    """Return *ids* and the ids of everything that these documents print, however deep."""
    found: set[str] = set()
    waiting = sorted(ids)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            document = documents.get(id_)
            waiting.extend(sorted(document.prints) if document is not None else ())
    return found


def with_held_up(
    faulty: Collection[str], documents: Mapping[str, ResolvedDocument]
) -> frozenset[str]:
    """Return *faulty* and the ids of everything that prints one of these, however deep."""
    held = set(faulty)
    while more := {id_ for id_ in documents.keys() - held if documents[id_].prints & held}:
        held |= more
    return frozenset(held)


def check_held_up(
    faulty: Collection[str], documents: Mapping[str, ResolvedDocument]
) -> Iterator[Diagnostic]:
    """Yield a finding for each sound document that prints a faulty one, at its reference.

    Args:
        faulty: Ids of the documents that have errors of their own.
        documents: The documents by id.
    """
    held = with_held_up(faulty, documents)
    for id_ in sorted(held.difference(faulty)):
        document = documents[id_]
        printed = document.prints & held
        places = ((to, path) for to, path in printed_ids(document.model) if to in printed)
        cause, path = next(places, (min(printed), ("id",)))
        yield broken_reference(cause, document.origin.child(*path), (id_,))
