"""What is told about packs: work of nobody known, parties without work, terms without dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapkit.building import pack_codes as codes
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents.shares import Unknown
from roadmapkit.errors import ArgumentError
from roadmapkit.resolve import DirectoryIndex, DueItem, ResolvedOrder, ResolvedRoadmap
from roadmapkit.resolve.directory.checks import closest

__all__ = ["may_concern", "not_in_calendar", "nothing_for", "unknown_party"]

_MOST_NAMES = 10


def unknown_party(
    party: str,
    named: Iterable[str],
    directory: DirectoryIndex,
    *,
    argument: str = "party",
) -> ArgumentError:
    """Return the refusal of a name that means nobody, with the nearest names.

    Args:
        party: The name.
        named: Names that the documents themselves have.
        directory: Parties of the document's folder.
        argument: Name of the argument that gave it.
    """
    nearest = dict.fromkeys(closest(party, named))
    nearest.update(dict.fromkeys((*directory.nearest(party), *closest(party, directory.ids()))))
    message = (
        Message("Nobody is called {party!r}; perhaps {names}", party=party, names=[*nearest][:3])
        if nearest
        else Message("Nobody is called {party!r}", party=party)
    )
    return ArgumentError(message, argument=argument, value=party)


def nothing_for(names: list[str], document: ResolvedRoadmap | ResolvedOrder) -> Diagnostic:
    """Return the note that nothing of a document is for those with these names."""
    shown = names[:_MOST_NAMES]
    more = len(names) - len(shown)
    id_ = document.model.id
    message = (
        Message(
            "Nothing in {id!r} is for {names} and {count} more: no pack for them",
            id=id_,
            names=shown,
            count=more,
        )
        if more
        else Message("Nothing in {id!r} is for {names}: no pack for them", id=id_, names=shown)
    )
    return codes.NOTHING_FOR_PARTY.at(document.origin.child("id").span, message, documents=(id_,))


def may_concern(unknown: Iterable[Unknown], document: str) -> Iterator[Diagnostic]:
    """Yield a finding for each name that no directory knows, with the numbers where it stands."""
    places: dict[tuple[str, bool], list[Unknown]] = {}
    for item in unknown:
        point = "clauses" in item.origin.path
        places.setdefault((" ".join(item.text.split()), point), []).append(item)
    for (text, point), items in places.items():
        numbers = list(dict.fromkeys(item.number.rstrip(".") or "–" for item in items))
        if text:
            message = Message(
                "The directory does not know {text!r}: it cannot be told for whom {numbers} is",
                text=text,
                numbers=numbers,
            )
            hint = Message("Add the party, or this spelling of it, to the directory")
        elif point:
            message = Message(
                "The points {numbers} are in words of their own: it cannot be told for whom "
                "they are",
                numbers=numbers,
            )
            hint = Message("Name the points with --point, or write them with `assign`")
        else:
            message = Message(
                "Nobody is responsible for {numbers}: no pack has it", numbers=numbers
            )
            hint = Message("Name those responsible")
        span = items[0].origin.span
        yield codes.MAY_CONCERN.at(span, message, hint=hint, documents=(document,))


def not_in_calendar(items: Iterable[DueItem]) -> Iterator[Diagnostic]:
    """Yield a note for each document, which of its work has no date and is in no calendar."""
    by_document: dict[str, list[DueItem]] = {}
    for item in items:
        by_document.setdefault(item.document, []).append(item)
    for id_, found in sorted(by_document.items()):
        numbers = list(dict.fromkeys(item.number.rstrip(".") or "–" for item in found))
        message = Message(
            "The extracts have work without a date, which is in no calendar: {numbers}",
            numbers=numbers,
        )
        yield codes.UNDATED_IN_PACK.at(found[0].origin.span, message, documents=(id_,))
