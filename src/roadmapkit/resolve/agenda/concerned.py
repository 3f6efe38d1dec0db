"""Whom a term concerns: a party, the groups that it is in, the posts and people that it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from roadmapkit.errors import ArgumentError
from roadmapkit.model.directory import Organization, Person, Post
from roadmapkit.resolve.agenda.items import DueItem
from roadmapkit.resolve.directory.forms import Entry, key_of, person_form
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.directory.likeness import nearest_of, nobody_called, several_called
from roadmapkit.resolve.parties.names import read_person, same_initials
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.parties.words import fold

__all__ = ["Concerned", "concerning"]

Scope = tuple[DirectoryIndex, date | None]
"""The directory of a document and the day whose people it names."""


def concerning(party: str, items: Iterable[DueItem], scopes: Mapping[str, Scope]) -> list[DueItem]:
    """Return the items that concern a party.

    Args:
        party: An id of the directory, or a name, a post or an organisation as written.
        items: What falls due.
        scopes: Directory and day of each document, by its id.

    Raises:
        ArgumentError: No directory knows the party, and no item names it; or a directory
            has several entries of that name.
    """
    concerned = Concerned(party)
    for directory, _ in scopes.values():
        concerned.require_one(directory)
    listed = list(items)
    named = _named_in_lists(listed)
    found = [
        item
        for item in listed
        if concerned.by(item, *scopes[item.document], listed=named[item.document, item.number])
    ]
    if found or any(concerned.knows(directory) for directory, _ in scopes.values()):
        return found
    names = {name for item in listed for one in _parties(item) for name in (one.text, one.ref)}
    directories = (directory for directory, _ in scopes.values())
    near = nearest_of(party, (name for name in names if name), directories)
    raise ArgumentError(nobody_called(party, near), argument="party", value=party)


class Concerned:
    """Tells whether an item concerns one party.

    It concerns whom it names, and who is in a group that it names. An organisation is
    concerned by its posts and their holders too, a person by the posts that he holds
    on the day of the document; a group by itself and by the groups that it is in, not
    by what its members have to do alone. What the directory does not know is compared
    as written, a person by surname and initials.

    Args:
        party: An id, or the party as written; case does not count.
    """

    def __init__(self, party: str) -> None:
        self._written = party.strip()
        self._key = key_of(party)
        self._name = read_person(self._written)
        self._reached: dict[tuple[int, date | None], frozenset[str]] = {}

    def knows(self, directory: DirectoryIndex) -> bool:
        """Return whether a directory has an entry for the party."""
        return bool(self._entries(directory))

    def require_one(self, directory: DirectoryIndex) -> None:
        """Refuse a name that several entries of a directory have.

        Raises:
            ArgumentError: It is so.
        """
        ids = [entry.id for entry in self._entries(directory)]
        if len(ids) > 1:
            message = several_called(self._written, ids, directory)
            raise ArgumentError(message, argument="party", value=self._written)

    def by(
        self,
        item: DueItem,
        directory: DirectoryIndex,
        on: date | None,
        *,
        listed: Collection[PartyRef] = (),
    ) -> bool:
        """Return whether an item concerns the party.

        Args:
            item: One term of an activity.
            directory: Directory of its document.
            on: Day whose people the document names.
            listed: Whom the school lists of all terms of the activity name; who has a
                term of their own has no part in the terms of others.
        """
        reached = self._reach(directory, on)
        own = set(listed) if item.parties != item.answerable else set()
        answerable = (one for one in item.answerable if one.ref is None or not _is_in(one, own))
        return any(
            one.ref in reached or self._is_named(one) for one in (*item.parties, *answerable)
        )

    def _is_named(self, party: PartyRef) -> bool:
        if self._key and self._key in (key_of(party.text), key_of(party.normalized)):
            return True
        name = read_person(party.normalized) if party.kind == "person" else None
        if name is None:
            return False
        if self._name is None:
            return fold(name.surname) == fold(self._written)
        same = fold(name.surname) == fold(self._name.surname)
        return same and same_initials(name.initials, self._name.initials)

    def _entries(self, directory: DirectoryIndex) -> tuple[Entry, ...]:
        found = directory.find(self._written)
        if found:
            return found
        wanted = fold(self._written)
        entries = [entry for id_ in directory.ids() if (entry := directory.get(id_)) is not None]
        return tuple(
            entry
            for entry in entries
            if fold(entry.id) == wanted
            or (
                isinstance(entry.model, Person) and fold(person_form(entry.model).surname) == wanted
            )
        )

    def _reach(self, directory: DirectoryIndex, on: date | None) -> frozenset[str]:
        """Return the ids that stand for the party in a directory on a day."""
        key = (id(directory), on)
        if key not in self._reached:
            ids = {
                id_
                for entry in self._entries(directory)
                for id_ in (entry.id, *_belonging(entry, directory, on))
            }
            self._reached[key] = frozenset(ids | set(_groups_with(ids, directory, on)))
        return self._reached[key]


def _belonging(entry: Entry, directory: DirectoryIndex, on: date | None) -> Iterator[str]:
    """Yield the posts of a person, and the posts and people of an organisation."""
    if isinstance(entry.model, Person):
        yield from (held.post.id for held in directory.posts_of(entry.id, on))
    if not isinstance(entry.model, Organization):
        return
    for id_ in directory.ids():
        other = directory.get(id_)
        model = other.model if other else None
        if not isinstance(model, Post | Person) or model.organization != entry.id:
            continue
        yield id_
        if isinstance(model, Post) and (holder := directory.holder(id_, on).person) is not None:
            yield holder.id


def _groups_with(ids: set[str], directory: DirectoryIndex, on: date | None) -> Iterator[str]:
    """Yield the groups that have one of *ids* among their members on a day, however deep."""
    for group in directory.group_ids():
        for member in directory.members(group, on):
            if not ids.isdisjoint((member.entry.id, *member.via)):
                yield group
                break


def _is_in(party: PartyRef, listed: Collection[PartyRef]) -> bool:
    return any(one.ref == party.ref for one in listed)


def _named_in_lists(items: Iterable[DueItem]) -> Mapping[tuple[str, str], list[PartyRef]]:
    """Return whom the school lists of each activity name, by document and number."""
    named: defaultdict[tuple[str, str], list[PartyRef]] = defaultdict(list)
    for item in items:
        if item.parties != item.answerable:
            named[item.document, item.number].extend(item.parties)
    return named


def _parties(item: DueItem) -> Iterator[PartyRef]:
    yield from item.parties
    yield from item.answerable
