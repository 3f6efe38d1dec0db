"""What is told about packs: work of nobody known, parties without work, terms without dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from roadmapkit.building import codes as building_codes
from roadmapkit.building.packs import codes
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents.shares import Unknown
from roadmapkit.errors import ArgumentError
from roadmapkit.resolve import DirectoryIndex, DueItem, ResolvedDocument
from roadmapkit.resolve.directory.likeness import nearest_of, nobody_called

__all__ = ["may_concern", "not_in_calendar", "nothing_for", "to_review_with_pack", "unknown_party"]

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
    near = nearest_of(party, named, [directory])
    return ArgumentError(nobody_called(party, near), argument=argument, value=party)


def nothing_for(names: list[str], document: ResolvedDocument) -> Diagnostic:
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


def to_review_with_pack(found: Diagnostic, document: str, party: str) -> Diagnostic:
    """Return a finding, of a form to review with the command that lists the forms of the pack."""
    if found.code not in (building_codes.UNREVIEWED_FORM.id, building_codes.CHANGED_FORM.id):
        return found
    hint = Message(
        'Look at it and decide: roadmapkit forms review --pack {id} "{party}"',
        id=document,
        party=party,
    )
    return replace(found, hint=hint)
