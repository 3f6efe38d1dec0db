"""Who is in a group on a day, as a list of its members prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.language import FormLedger
from roadmapkit.model.kinds import Organization, Person, Post
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.directory.answers import Member
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.posts import check_vacancy, held_posts, title_on
from roadmapkit.resolve.resolved import GroupListing, GroupRow
from roadmapkit.source import Origin

__all__ = ["check_group", "list_group"]


def list_group(
    reference: str, directory: DirectoryIndex, on: date | None, origin: Origin | None = None
) -> GroupListing | None:
    """Return the members of a group on a day, None where there is no such group.

    A person who is a member by name and as the holder of a post is listed once, where
    named first, with the roles of both.
    """
    group = directory.group(reference)
    if group is None:
        return None
    rows: dict[str, GroupRow] = {}
    for member in directory.members(group.id, on):
        person = _person(member, directory, on)
        key = person.id if person is not None else member.entry.id
        row = _row(member, person, directory, on)
        rows[key] = _joined(rows[key], row) if key in rows else row
    entry = directory.get(group.id)
    return GroupListing(
        group.id, group.name, tuple(rows.values()), entry.origin if entry else origin
    )


def check_group(
    listing: GroupListing,
    directory: DirectoryIndex,
    on: date | None,
    origin: Origin,
    document: str,
) -> Iterator[Diagnostic]:
    """Yield the findings about a printed list: nobody in it, or a post that nobody holds.

    Args:
        listing: The list.
        directory: Parties of the document's folder.
        on: Day of the document.
        origin: Where the document refers to the group.
        document: Id of the document.
    """
    if not listing.rows:
        yield codes.EMPTY_LIST.at(
            origin.span,
            Message("The group {name!r} has no members", name=listing.name),
            hint=Message("List its members in the directory, or leave the list out"),
            documents=(document,),
        )
    for member in directory.members(listing.id, on):
        if isinstance(member.entry.model, Post):
            place = member.origin or origin
            yield from check_vacancy(member.entry.model, directory, on, place, document)


def _person(member: Member, directory: DirectoryIndex, on: date | None) -> Person | None:
    model = member.entry.model
    if isinstance(model, Post):
        return directory.holder(model.id, on).person
    return model if isinstance(model, Person) else None


def _row(
    member: Member, person: Person | None, directory: DirectoryIndex, on: date | None
) -> GroupRow:
    model = member.entry.model
    name, title, body = person.name if person else "", member.post or "", ""
    if isinstance(model, Person):
        title = title or next((held.text for held in held_posts(directory, model, on)), "")
        bodies = [held.post.organization for held in directory.posts_of(model.id, on)]
        body = _first([*bodies, model.organization])
    elif isinstance(model, Post):
        title = title or title_on(model, directory, on).text
        body = model.organization or ""
    elif isinstance(model, Organization):
        name, body = model.name, model.id
    organization = directory.organization(body) if body else None
    return GroupRow(
        name=name,
        initials=_initials(name, directory.forms),
        post=title,
        organization=(organization.short or organization.name) if organization else "",
        role=member.role or "",
        origin=member.entry.origin,
    )


def _first(values: Iterable[str | None]) -> str:
    return next((value for value in values if value), "")


def _joined(first: GroupRow, again: GroupRow) -> GroupRow:
    """Return the row of one who is listed twice: as first listed, with what only the other has."""
    roles = dict.fromkeys(role for role in (first.role, again.role) if role)
    return replace(
        first,
        post=first.post or again.post,
        organization=first.organization or again.organization,
        role=", ".join(roles),
    )


def _initials(name: str, forms: FormLedger) -> str:
    """Return «Фамилия И.О.», as lists have it; what is no person's name stays."""
    parsed = forms.person_name(name) if name else None
    return parsed.written("initials-last") if parsed else name
