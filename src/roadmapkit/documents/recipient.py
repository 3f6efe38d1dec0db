"""Whom a pack is made for: what it is called, and what of a document concerns it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import regex
from roadmapkit.model.directory import Group, Person, Post
from roadmapkit.resolve import DirectoryIndex, PartyRef, resolve_parties
from roadmapkit.resolve.agenda.concerned import Concerned
from roadmapkit.resolve.directory.index import Entry
from roadmapkit.resolve.directory.likeness import several_called

__all__ = ["Recipient", "find_recipient", "members_of"]

_UNSAFE = regex(r"[^0-9A-Za-zА-Яа-яЁё-]+")
_LONGEST_KEY = 60
"""Letters of a folder's name; a Russian one takes two bytes of the 255 that a disk allows."""


class _Lookup(Concerned):
    """Finds the entries that a name may mean, as a calendar's filter does."""

    def entries(self, directory: DirectoryIndex) -> tuple[Entry, ...]:
        """Return the entries with that id, written form or surname."""
        return self._entries(directory)


class Recipient(Concerned):
    """A party (исполнитель) as of the day of a document.

    Args:
        party: An id, or the party as written.
        directory: Parties of the document's folder, with the names of the day.
        on: Day of the document.
        entry: What the directory knows of the party; None for one that it lacks.

    Attributes:
        reference: The id, or the party as written.
        entry: What the directory knows of it.
    """

    def __init__(
        self, party: str, directory: DirectoryIndex, on: date | None, entry: Entry | None
    ) -> None:
        super().__init__(party)
        self.reference = entry.id if entry is not None else " ".join(party.split())
        self.entry = entry
        self._directory = directory
        self._on = on
        self._ids = self._reach(directory, on)
        self._own = self._own_ids()
        self._workplaces = frozenset(self._organizations())
        self._listed: dict[tuple[str, bool], bool] = {}  # lists repeat from term to term

    @property
    def name(self) -> str:
        """Full name in the nominative."""
        if self.entry is None:
            return self.reference
        model = self.entry.model
        if isinstance(model, Person):
            return model.name
        return self._directory.printed_name(self.entry.id, full=True)

    @property
    def key(self) -> str:
        """Name of its folder: the id; words without what a path cannot hold, and their digest."""
        return _key(self.reference)

    def is_among(self, parties: Iterable[PartyRef]) -> bool:
        """Return whether one of *parties* is this one, or a group or a post that it is in."""
        return any(one.ref in self._ids or self._is_named(one) for one in parties)

    def is_named_among(self, parties: Iterable[PartyRef]) -> bool:
        """Return whether *parties* name this one itself, not a group that it is in."""
        return any(one.ref in self._own or self._is_named(one) for one in parties)

    def reaches(self, id_: str) -> bool:
        """Return whether the entry with an id is this one, or a group or a post that it is in."""
        return id_ in self._ids

    def is_listed(self, names: Iterable[str], *, at_work: bool = False) -> bool:
        """Return whether a school list has this one.

        Args:
            names: The list as written.
            at_work: The organisation at which it holds a post counts too.
        """
        return any(self._is_on_list(name, at_work=at_work) for name in names)

    def _is_on_list(self, name: str, *, at_work: bool) -> bool:
        key = name, at_work
        if key not in self._listed:
            wanted = self._ids | self._workplaces if at_work else self._ids
            found = any(entry.id in wanted for entry in self._directory.find(name))
            parties = () if found else resolve_parties(name, self._directory).parties
            self._listed[key] = found or any(
                one.ref in wanted or self._is_named(one) for one in parties
            )
        return self._listed[key]

    def is_left_out(self, parties: Iterable[PartyRef], lists: Iterable[tuple[str, ...]]) -> bool:
        """Return whether school lists share out the work of its groups and leave it none.

        So it is where every group among *parties* that it is in has members on the lists:
        of «руководители школ» with a term for two schools, the others have nothing to do.

        Args:
            parties: Those responsible.
            lists: The lists; none of them has it.
        """
        refs = [one.ref for one in parties if one.ref in self._ids]
        if not refs or not self._own.isdisjoint(refs):
            return False
        names = {name for listed in lists for name in listed}
        listed = {id_ for name in names for id_ in self._at(name)}
        return all(
            ref is not None
            and self._directory.group(ref) is not None
            and any(one.entry.id in listed for one in self._directory.members(ref, self._on))
            for ref in refs
        )

    def _at(self, name: str) -> Iterable[str]:
        """Yield the ids of an entry of a list and of its head."""
        for entry in self._directory.find(name):
            yield entry.id
            head = self._directory.head_of(entry.id)
            if head is not None:
                yield head.id

    def _own_ids(self) -> frozenset[str]:
        if self.entry is None:
            return frozenset()
        held = self._directory.posts_of(self.entry.id, self._on)
        return frozenset((self.entry.id, *(one.post.id for one in held)))

    def _organizations(self) -> Iterable[str]:
        model = self.entry.model if self.entry is not None else None
        posts = [model] if isinstance(model, Post) else []
        if isinstance(model, Person):
            posts += [held.post for held in self._directory.posts_of(model.id, self._on)]
            if model.organization:
                yield model.organization
        yield from (post.organization for post in posts if post.organization)


def _key(reference: str) -> str:
    """Return a name for a folder; what had to be changed gets a digest, so that it is its own."""
    plain = _UNSAFE.sub("-", reference).strip("-")[:_LONGEST_KEY].strip("-")
    if plain == reference:
        return plain
    digest = sha256(reference.encode()).hexdigest()[:8]
    return f"{plain}-{digest}" if plain else digest


def find_recipient(party: str, directory: DirectoryIndex, on: date | None) -> Recipient:
    """Return whom an id, a name or words mean.

    Args:
        party: What was asked for.
        directory: Parties of the document's folder, with the names of the day.
        on: Day of the document.

    Returns:
        The recipient; where the directory knows nobody of that name, one who is compared
        as written.

    Raises:
        ArgumentError: Several entries have that name.
    """
    found = _Lookup(party).entries(directory)
    if not found:
        parties = resolve_parties(party, directory, on=on).parties
        refs = [one.ref for one in parties if one.text == party.strip() and one.ref]
        found = tuple(entry for ref in refs if (entry := directory.get(ref)) is not None)
    if len(found) > 1:
        message = several_called(party, [entry.id for entry in found], directory)
        raise ArgumentError(message, argument="party", value=party)
    entry = found[0] if found else None
    return Recipient(entry.id if entry else party, directory, on, entry)


def members_of(
    group: Recipient, directory: DirectoryIndex, on: date | None
) -> tuple[Recipient, ...]:
    """Return the members of a group on a day; one who is there by name and by post, once."""
    if group.entry is None or not isinstance(group.entry.model, Group):
        return ()
    entries = [member.entry for member in directory.members(group.entry.id, on)]
    people = {entry.id for entry in entries if isinstance(entry.model, Person)}
    return tuple(
        Recipient(entry.id, directory, on, entry)
        for entry in entries
        if not (isinstance(entry.model, Post) and _holder(entry, directory, on) in people)
    )


def _holder(post: Entry, directory: DirectoryIndex, on: date | None) -> str:
    person = directory.holder(post.id, on).person
    return person.id if person is not None else ""
