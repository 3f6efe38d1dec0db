"""Who signs, who belongs to a group, and how a cell names its parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.appendix import Signatory, SignatoryDetails
from roadmapkit.model.directory import CaseForms, Organization, Person, Post
from roadmapkit.resolve import reference_codes as codes
from roadmapkit.resolve.directory.index import DirectoryIndex, Entry, post_title
from roadmapkit.resolve.parties.reading import PartiesReading
from roadmapkit.resolve.resolved import GroupListing, GroupRow, ResolvedSignatory
from roadmapkit.source import Origin

__all__ = [
    "check_signatory",
    "held_posts",
    "list_group",
    "printed_cell",
    "resolve_signatory",
    "signature_name",
]


def signature_name(name: str) -> str:
    """Return «И.О. Фамилия» for a name in any order; other text stays.

    Source:
        ГОСТ Р 7.0.97, requisite «Подпись».
    """
    from roadmapkit.language import parse_person_name

    parsed = parse_person_name(name)
    return parsed.written("initials-first") if parsed else name


def _initials(name: str) -> str:
    """Return «Фамилия И.О.», as lists have it; what is no person's name stays."""
    from roadmapkit.language import parse_person_name

    parsed = parse_person_name(name) if name else None
    return parsed.written("initials-last") if parsed else name


def held_posts(
    directory: DirectoryIndex, person: Person, on: date | None
) -> Iterator[tuple[str, CaseForms | None]]:
    """Yield the posts that a person holds on a day: full title in the nominative, own forms.

    Posts with appointments come before the post noted beside the person.
    """
    for held in directory.posts_of(person.id, on):
        title = post_title(held.post, directory)
        yield (_acting(title), None) if held.acting else (title, held.post.forms)
    if person.post:
        own = Post(id=person.id, title=person.post, organization=person.organization)
        yield post_title(own, directory), None


def _acting(title: str) -> str:
    from roadmapkit.language import Case, decline_phrase, inside_sentence

    return f"исполняющий обязанности {decline_phrase(inside_sentence(title), Case.GENITIVE).form}"


def resolve_signatory(
    signatory: Signatory,
    directory: DirectoryIndex,
    on: date | None,
    origin: Origin,
    *,
    issuer: str | None = None,
) -> ResolvedSignatory:
    """Return who signs on a day, the post in the nominative.

    Args:
        signatory: Id or written form of a post or a person, or both in full.
        directory: Parties of the document's folder.
        on: Day of the document.
        origin: Where the signatory stands.
        issuer: The body on whose letterhead the document stands: its name is left
            out of the post.

    Source:
        ГОСТ Р 7.0.97, requisite «Подпись»: on a letterhead the post is printed
        without the organisation.
    """
    details = signatory if isinstance(signatory, SignatoryDetails) else None
    if details is None:
        return _from_reference(str(signatory), directory, on, origin, issuer)
    name = ""
    post = details.post
    if details.person:
        found = _from_reference(details.person, directory, on, origin, issuer)
        name = found.name
        post = post or "\n".join(found.post_lines)
    elif details.post:
        found = _from_reference(details.post, directory, on, origin, issuer)
        name = found.name
    return ResolvedSignatory(tuple((post or "").strip().split("\n")), name, origin)


def _from_reference(
    reference: str, directory: DirectoryIndex, on: date | None, origin: Origin, issuer: str | None
) -> ResolvedSignatory:
    model = directory.lookup(reference)
    if isinstance(model, Post):
        holder = directory.holder(model.id, on)
        title = _post_on_letterhead(model, directory, issuer)
        if holder.acting:
            title = _acting(title)
        name = signature_name(holder.person.name) if holder.person else ""
        return ResolvedSignatory((_capital(title),), name, origin)
    if isinstance(model, Person):
        title = _first_post(directory, model, on, issuer)
        return ResolvedSignatory((_capital(title),), signature_name(model.name), origin)
    name = signature_name(reference)
    if name != reference or _is_name(reference):
        return ResolvedSignatory(("",), name, origin)
    return ResolvedSignatory(tuple(reference.strip().split("\n")), "", origin)


def _is_name(text: str) -> bool:
    from roadmapkit.language import is_person_name

    return is_person_name(text)


def _first_post(
    directory: DirectoryIndex, person: Person, on: date | None, issuer: str | None
) -> str:
    for held in directory.posts_of(person.id, on):
        title = _post_on_letterhead(held.post, directory, issuer)
        return _acting(title) if held.acting else title
    return next((title for title, _ in held_posts(directory, person, on)), "")


def _post_on_letterhead(post: Post, directory: DirectoryIndex, issuer: str | None) -> str:
    body = directory.organization(issuer) if issuer else None
    if body is not None and post.organization == body.id and not post.full:
        return post.title
    return post_title(post, directory)


def check_signatory(
    signatory: Signatory | None,
    directory: DirectoryIndex,
    on: date | None,
    origin: Origin,
    document: str,
) -> Iterator[Diagnostic]:
    """Yield the finding that whoever is to sign prints without a name, for the post is vacant.

    Args:
        signatory: As for :func:`resolve_signatory`.
        directory: Parties of the document's folder.
        on: Day of the document.
        origin: Where the signatory stands.
        document: Id of the document.
    """
    if isinstance(signatory, SignatoryDetails):
        key = "person" if signatory.person else "post"
        reference, origin = signatory.person or signatory.post, origin.child(key)
    else:
        reference = signatory
    post = directory.lookup(reference) if reference else None
    if not isinstance(post, Post) or not directory.holder(post.id, on).vacant:
        return
    title = post_title(post, directory)
    yield codes.EMPTY_POST.at(
        origin.span,
        Message("Nobody holds the post {party!r} on {day}", party=title, day=f"{on:%d.%m.%Y}")
        if on is not None
        else Message("Nobody holds the post {party!r}", party=title),
        hint=Message("Add the appointment to the directory, or name the person here"),
        documents=(document,),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def list_group(
    reference: str, directory: DirectoryIndex, on: date | None, origin: Origin
) -> GroupListing | None:
    """Return the members of a group on a day, None where there is no such group."""
    group = directory.group(reference)
    if group is None:
        return None
    rows = tuple(
        _group_row(member.entry, member.role, member.post, directory, on)
        for member in directory.members(group.id)
    )
    entry = directory.get(group.id)
    return GroupListing(group.id, group.name, rows, entry.origin if entry else origin)


def _group_row(
    entry: Entry, role: str | None, post: str | None, directory: DirectoryIndex, on: date | None
) -> GroupRow:
    model = entry.model
    name, title, body = "", post or "", ""
    if isinstance(model, Person):
        name = model.name
        title = title or next((held for held, _ in held_posts(directory, model, on)), "")
        bodies = [held.post.organization for held in directory.posts_of(model.id, on)]
        body = next(
            (organization for organization in [*bodies, model.organization] if organization), ""
        )
    elif isinstance(model, Post):
        holder = directory.holder(model.id, on)
        name = holder.person.name if holder.person else ""
        title = title or post_title(model, directory)
        body = model.organization or ""
    elif isinstance(model, Organization):
        name, body = model.name, model.id
    organization = directory.organization(body) if body else None
    return GroupRow(
        name=name,
        initials=_initials(name),
        post=title,
        organization=(organization.short or organization.name) if organization else "",
        role=role or "",
        origin=entry.origin,
    )


def printed_cell(
    written: Sequence[str], reading: PartiesReading, directory: DirectoryIndex, style: str
) -> tuple[str, ...]:
    """Return the lines of a cell of parties.

    Args:
        written: The author's lines; one that is an id prints as the directory says.
        reading: Whom they mean.
        directory: Parties of the document's folder.
        style: «как написано», or «по реестру»: every party by its printed name.
    """
    if style == "по реестру" and reading.parties:
        return tuple(
            directory.printed_name(party.ref) if party.ref else party.text
            for party in reading.parties
        )
    return tuple(
        line
        for text in written
        for line in directory.printed_name(text.strip()).split("\n")
        if line.strip()
    )
