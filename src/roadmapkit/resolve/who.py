"""Who is meant by words on a day: «директор школы № 15» on 1 March 2024."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from roadmapkit.lazily import dataclass
from roadmapkit.model.directory import Group, Organization, Person, Post
from roadmapkit.resolve.directory.index import DirectoryIndex, Entry, Holder
from roadmapkit.resolve.groups import list_group
from roadmapkit.resolve.parties.reading import resolve_parties
from roadmapkit.resolve.posts import title_on

__all__ = ["HeldBy", "WhoIs", "WhoIsMember", "who_is"]

EntryKind = Literal["post", "person", "organization", "group"]


@dataclass(frozen=True, slots=True)
class HeldBy:
    """A post on a day and who holds it.

    Attributes:
        post: Id of the post.
        title: What it is called on the day, with its organisation; an acting holder's words
            stand before it.
        person: Id of the holder; None for a vacant post.
        name: The holder's full name on the day; empty for a vacant post.
        acting: The holder is only acting.
        since: First day of the appointment or of the vacancy, where it is known.
        until: Last day of it, where it is known.
    """

    post: str
    title: str
    person: str | None
    name: str
    acting: bool
    since: date | None
    until: date | None

    @property
    def vacant(self) -> bool:
        """Whether nobody holds the post."""
        return self.person is None

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON has it."""
        return {
            "post": self.post,
            "title": self.title,
            "person": self.person,
            "name": self.name,
            "vacant": self.vacant,
            "acting": self.acting,
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
        }


@dataclass(frozen=True, slots=True)
class WhoIsMember:
    """A member of a group on a day."""

    name: str
    post: str
    organization: str
    role: str

    def to_dict(self) -> dict[str, str]:
        """Return the member as JSON has it."""
        return {
            "name": self.name,
            "post": self.post,
            "organization": self.organization,
            "role": self.role,
        }


@dataclass(frozen=True, slots=True)
class WhoIs:
    """Who is meant by words on a day.

    Attributes:
        text: The words.
        on: The day; None stands for the appointments without a last day.
        kind: ``post``, ``person``, ``organization``, ``group``; None where no entry, or more
            than one, is meant.
        ref: Id of the entry.
        name: Its full name on the day.
        held: For a post, its holder; for a person, the posts held; for an organisation, the
            post of its head.
        members: Members of a group.
        near: Names of the entries that may be meant, where it is not one.
    """

    text: str
    on: date | None
    kind: EntryKind | None = None
    ref: str | None = None
    name: str = ""
    held: tuple[HeldBy, ...] = ()
    members: tuple[WhoIsMember, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the words mean one entry of the directory."""
        return self.ref is not None

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON has it."""
        return {
            "text": self.text,
            "on": self.on.isoformat() if self.on else None,
            "kind": self.kind,
            "ref": self.ref,
            "name": self.name,
            "held": [post.to_dict() for post in self.held],
            "members": [member.to_dict() for member in self.members],
            "near": list(self.near),
        }


def who_is(text: str, directory: DirectoryIndex, on: date | None = None) -> WhoIs:
    """Return who is meant by words on a day.

    Args:
        text: An id, a written form, or a post with its organisation in words.
        directory: The directory.
        on: The day; None asks for the appointments without a last day.
    """
    index = directory.on(on)
    words = " ".join(text.split())
    found = _entries(words, index)
    if len(found) != 1:
        names = tuple(_name(entry, index) for entry in found)
        return WhoIs(text, on, near=names or index.nearest(words))
    entry = found[0]
    name = _name(entry, index)
    match entry.model:
        case Post() as post:
            return WhoIs(text, on, "post", entry.id, name, (_held(post, index, on),))
        case Person() as person:
            return WhoIs(text, on, "person", entry.id, name, _posts_of(person, index, on))
        case Organization():
            head = index.head_of(entry.id)
            posts = (_held(head.model, index, on),) if head and isinstance(head.model, Post) else ()
            return WhoIs(text, on, "organization", entry.id, name, posts)
        case Group():
            return WhoIs(text, on, "group", entry.id, name, members=_members(entry, index, on))


def _entries(words: str, index: DirectoryIndex) -> tuple[Entry, ...]:
    found = index.find(words)
    if found:
        return found
    refs = {party.ref for party in resolve_parties(words, index).parties if party.text == words}
    entries = (index.get(ref) for ref in sorted(ref for ref in refs if ref))
    return tuple(entry for entry in entries if entry is not None)


def _name(entry: Entry, index: DirectoryIndex) -> str:
    model = entry.model
    return model.name if isinstance(model, Person) else index.printed_name(entry.id, full=True)


def _held(post: Post, index: DirectoryIndex, on: date | None) -> HeldBy:
    return _held_by(index.holder(post.id, on), title_on(post, index, on).text)


def _held_by(holder: Holder, title: str) -> HeldBy:
    person = holder.person
    return HeldBy(
        post=holder.post.id,
        title=title,
        person=person.id if person else None,
        name=person.name if person else "",
        acting=holder.acting,
        since=holder.since,
        until=holder.until,
    )


def _posts_of(person: Person, index: DirectoryIndex, on: date | None) -> tuple[HeldBy, ...]:
    """Return the posts that a person holds, also beside another holder who is acting or is not."""
    return tuple(
        HeldBy(
            post=held.post.id,
            title=title_on(held.post, index, on, person=person.id).text,
            person=person.id,
            name=person.name,
            acting=held.acting,
            since=held.since,
            until=held.until,
        )
        for held in index.posts_of(person.id, on)
    )


def _members(entry: Entry, index: DirectoryIndex, on: date | None) -> tuple[WhoIsMember, ...]:
    listing = list_group(entry.id, index, on)
    rows = listing.rows if listing is not None else ()
    return tuple(WhoIsMember(row.name, row.post, row.organization, row.role) for row in rows)
