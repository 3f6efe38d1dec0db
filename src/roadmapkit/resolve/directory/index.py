"""The directory as an index: who is meant by an id or a written form, and who holds a post."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from roadmapkit.diagnostics import Diagnostic, sort_diagnostics
from roadmapkit.model.directory import (
    Appointment,
    Group,
    GroupMember,
    Organization,
    Person,
    Post,
)
from roadmapkit.resolve.directory.answers import HeldPost, Holder, Member
from roadmapkit.resolve.directory.checks import check_directory, closest
from roadmapkit.resolve.directory.forms import Entry, Key, key_of, person_form
from roadmapkit.resolve.directory.tables import (
    Source,
    abbreviations_of,
    beginnings_of,
    entries_of,
    forms_by_beginning,
    forms_of,
    lengths_of,
    people_of,
    same_first,
)
from roadmapkit.resolve.parties.heads import find_head
from roadmapkit.resolve.parties.names import PersonForm, nominatives, read_person, same_initials
from roadmapkit.resolve.parties.tokens import tokenize
from roadmapkit.resolve.parties.words import fold, head_rank
from roadmapkit.source import Origin

__all__ = ["DirectoryIndex", "Entry", "HeldPost", "Holder", "Member", "post_title"]


class DirectoryIndex:
    """All entries that hold in one folder.

    The directories of the folder itself come before those of the folders above: an id or
    a written form of the nearer directory hides the same one of the farther.

    Args:
        directories: The directories of one folder with their origins, in any order.
        parent: Index of the folder above.

    Attributes:
        diagnostics: What is wrong with the directories of this folder, sorted.
    """

    def __init__(
        self, directories: Iterable[Source] = (), *, parent: DirectoryIndex | None = None
    ) -> None:
        sources = tuple(directories)
        own = tuple(entry for source in sources for entry in entries_of(source))
        ids = {entry.id: entry for entry in reversed(own)}
        above = parent._entries if parent else {}
        self._entries: dict[str, Entry] = {**above, **ids}
        self._forms: dict[Key, tuple[Entry, ...]] = {
            key: kept
            for key, found in (parent._forms if parent else {}).items()
            if (kept := tuple(entry for entry in found if entry.id not in ids))
        }
        self._forms.update(forms_of(ids.values()))
        self._abbreviations: dict[str, tuple[str, str, Origin | None]] = {
            **(parent._abbreviations if parent else {}),
            **abbreviations_of(sources),
        }
        self._add_abbreviated_forms()
        # Unknown names repeat from cell to cell, and the search for the like is slow.
        self._nearest: dict[tuple[str, int], tuple[str, ...]] = {}
        self._lengths = lengths_of(self._forms)
        self._people = people_of(self._entries.values())
        self.diagnostics: tuple[Diagnostic, ...] = sort_diagnostics(
            check_directory(own, sources, self._entries)
        )

    def _add_abbreviated_forms(self) -> None:
        """Let an abbreviation stand for the entry whose name is its explanation."""
        for short, full, _ in self._abbreviations.values():
            found = self._forms.get(key_of(full))
            if found:
                self._forms.setdefault(key_of(short), found)

    # -- lookups ----------------------------------------------------------------------------

    def __bool__(self) -> bool:
        """Whether there is any entry."""
        return bool(self._entries)

    def get(self, id_: str) -> Entry | None:
        """Return the entry with this id."""
        return self._entries.get(id_)

    def find(self, text: str) -> tuple[Entry, ...]:
        """Return the entries that *text* may mean: by id, by written form, by name of a person.

        More than one is returned where the form is ambiguous, in the order of their ids.
        """
        found = self._entries.get(text.strip())
        if found is not None:
            return (found,)
        name = read_person(text)
        if name is not None:
            people = self.find_people(name)
            if people:
                return people
        return self._forms.get(key_of(text), ())

    def find_key(self, key: Key) -> tuple[Entry, ...]:
        """Return the entries with this written form."""
        return self._forms.get(key, ())

    def lengths(self, first: str) -> tuple[int, ...]:
        """Return the lengths in words of the forms that begin with a word, longest first."""
        return self._lengths.get(first, ())

    def find_people(self, name: PersonForm, *, oblique: str = "") -> tuple[Entry, ...]:
        """Return the people with this surname and with initials that do not contradict.

        Args:
            name: The name as written.
            oblique: Cases in which the surname may stand, if not in the nominative; its
                nominative is sought then too.
        """
        surnames = [name.surname]
        surnames += nominatives(name.surname, oblique) if oblique else ()
        for surname in surnames:
            found = tuple(
                entry
                for entry, form in self._people.get(fold(surname), ())
                if same_initials(form.initials, name.initials) and same_first(form, name)
            )
            if found:
                return found
        return ()

    def lookup(self, reference: str) -> Organization | Person | Post | Group | None:
        """Return the one entry that an id or a written form means, None if none or several."""
        found = self.find(reference)
        return found[0].model if len(found) == 1 else None

    def person(self, reference: str) -> Person | None:
        """Return the person that an id or a written name means."""
        model = self.lookup(reference)
        return model if isinstance(model, Person) else None

    def organization(self, reference: str) -> Organization | None:
        """Return the organisation that an id or a written form means."""
        model = self.lookup(reference)
        return model if isinstance(model, Organization) else None

    def post(self, reference: str) -> Post | None:
        """Return the post that an id or a written form means."""
        model = self.lookup(reference)
        return model if isinstance(model, Post) else None

    def group(self, reference: str) -> Group | None:
        """Return the group that an id or a written form means."""
        model = self.lookup(reference)
        return model if isinstance(model, Group) else None

    def ids(self) -> tuple[str, ...]:
        """Return all ids, sorted."""
        return tuple(sorted(self._entries))

    def group_ids(self) -> tuple[str, ...]:
        """Return the ids of all groups, sorted."""
        return tuple(id_ for id_ in self.ids() if isinstance(self._entries[id_].model, Group))

    def tagged(self, tag: str) -> tuple[Entry, ...]:
        """Return the organisations with a tag, by id."""
        folded = fold(tag)
        return tuple(
            entry
            for _, entry in sorted(self._entries.items())
            if isinstance(entry.model, Organization) and folded in map(fold, entry.model.tags)
        )

    def nearest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Return the printed names of the entries most like *text*, the nearest first."""
        found = self._nearest.get((text, limit))
        if found is None:
            found = closest(text, self._printed_names, limit)
            self._nearest[text, limit] = found
        return found

    @cached_property
    def _printed_names(self) -> frozenset[str]:
        return frozenset(self.printed_name(id_) for id_ in self._entries)

    def beginning_alike(self, key: Key) -> tuple[tuple[Key, str], ...]:
        """Return the forms with as many words, each beginning as its fellow does.

        Each is given as it is compared and as it is written. They are what case forms of
        the same phrase have in common.
        """
        return self._beginnings.get(beginnings_of(key), ())

    @cached_property
    def _beginnings(self) -> dict[Key, tuple[tuple[Key, str], ...]]:
        return forms_by_beginning(self._entries.values())

    def printed_name(self, reference: str, *, full: bool = False) -> str:
        """Return how the entry with this id is printed; any other text is returned as it is.

        Args:
            reference: An id, or text that an author wrote out.
            full: The full name of an organisation or a group instead of the short one;
                for a post, the full name of its organisation.
        """
        entry = self._entries.get(reference)
        if entry is None:
            return reference
        model = entry.model
        if isinstance(model, Person):
            form = person_form(model)
            return form.with_surname(form.surname)
        if isinstance(model, Post):
            return post_title(model, self, short=not full)
        return model.name if full else model.short or model.name

    # -- abbreviations ----------------------------------------------------------------------

    def abbreviation(self, short: str) -> tuple[str, str, Origin | None] | None:
        """Return an abbreviation, its explanation, and where it stands."""
        return self._abbreviations.get(" ".join(short.split()))

    def abbreviation_shorts(self) -> tuple[str, ...]:
        """Return all abbreviations, sorted."""
        return tuple(sorted(self._abbreviations))

    def abbreviations_in(self, text: str) -> Iterator[tuple[str, str, Origin | None]]:
        """Yield the abbreviations that *text* uses as whole words, in alphabetical order."""
        for short in sorted(self._abbreviations, key=lambda short: (fold(short), short)):
            pattern = r"\s+".join(re.escape(part) for part in short.split())
            if re.search(rf"(?<![\w-]){pattern}(?![\w-])", text):
                yield self._abbreviations[short]

    # -- posts and groups -------------------------------------------------------------------

    def holder(self, post: str, on: date | None = None) -> Holder:
        """Return who holds the post with this id.

        Args:
            post: Id of a post.
            on: The day. None asks for the appointment without a last day, the latest of them.

        Returns:
            The acting holder where one is appointed for the day: that is why he is; else the
            permanent one; else a vacancy.

        Raises:
            KeyError: There is no post with this id.
        """
        entry = self._entries.get(post)
        if entry is None or not isinstance(entry.model, Post):
            raise KeyError(post)
        current = [a for a in entry.model.appointments if _is_current(a, on)]
        current.sort(key=lambda a: (a.acting, a.since or date.min))
        for appointment in reversed(current):
            person = self._entries.get(appointment.person)
            if person is not None and isinstance(person.model, Person):
                return Holder(
                    entry.model,
                    person.model,
                    appointment.acting,
                    appointment.since,
                    appointment.until,
                )
        return Holder(entry.model, None)

    def posts_of(self, person: str, on: date | None = None) -> tuple[HeldPost, ...]:
        """Return the posts that the person with this id holds on a day, by id of the post."""
        held: list[HeldPost] = []
        for _, entry in sorted(self._entries.items()):
            if not isinstance(entry.model, Post):
                continue
            current = [
                a for a in entry.model.appointments if a.person == person and _is_current(a, on)
            ]
            if current:
                held.append(HeldPost(entry.model, all(a.acting for a in current)))
        return tuple(held)

    def head_of(self, organization: str) -> Entry | None:
        """Return the post of who heads an organisation: its начальник, директор or such."""
        ranked = [
            (rank, id_)
            for id_, entry in self._entries.items()
            if isinstance(entry.model, Post) and entry.model.organization == organization
            if (rank := _rank(entry.model.title)) is not None
        ]
        return self._entries[min(ranked)[1]] if ranked else None

    def members(self, group: str) -> tuple[Member, ...]:
        """Return all members of the group with this id, once each, in the order written.

        Groups inside it are opened; ``heads_of`` adds the heads of the organisations of
        another group, ``tag`` the organisations with that tag. What contains itself is
        opened once.
        """
        found: dict[str, Member] = {}
        for member in self._members(group, ()):
            found.setdefault(member.entry.id, member)
        return tuple(found.values())

    def _members(self, id_: str, via: tuple[str, ...]) -> Iterator[Member]:
        entry = self._entries.get(id_)
        if entry is None or not isinstance(entry.model, Group) or id_ in via:
            return
        path = (*via, id_)
        group = entry.model
        for index, item in enumerate(group.members):
            listed = item if isinstance(item, GroupMember) else GroupMember(member=item)
            place = entry.origin.child("members", index) if entry.origin is not None else None
            found = self.find(listed.member)
            if len(found) != 1:
                continue
            if isinstance(found[0].model, Group):
                yield from self._members(found[0].id, path)
            else:
                yield Member(found[0], listed.role, listed.post, path, place)
        if group.tag:
            tagged = self.tagged(group.tag)
            yield from (Member(body, via=path, origin=entry.origin) for body in tagged)
        if group.heads_of:
            yield from self._heads(group.heads_of, path)

    def _heads(self, id_: str, via: tuple[str, ...]) -> Iterator[Member]:
        entry = self._entries.get(id_)
        place = self._entries[via[-1]].origin
        alone = entry is not None and isinstance(entry.model, Organization)
        bodies = [entry] if entry and alone else [m.entry for m in self._members(id_, via)]
        for body in bodies:
            head = self.head_of(body.id) if isinstance(body.model, Organization) else None
            if head is not None:
                yield Member(head, via=via, origin=place.child("heads_of") if place else None)


def post_title(post: Post, directory: DirectoryIndex, *, short: bool = False) -> str:
    """Return the full title of a post: its own, or the title with the organisation's name.

    The organisation stands in the genitive; its own form wins.

    Args:
        post: The post.
        directory: Where its organisation stands.
        short: The short name of the organisation, where it has one.
    """
    organization = directory.organization(post.organization) if post.organization else None
    if post.full or organization is None:
        return post.full or post.title
    from roadmapkit.language import Case, decline_phrase  # loads a dictionary

    if short and organization.short:
        return f"{post.title} {decline_phrase(organization.short, Case.GENITIVE).form}"
    own = organization.forms.genitive if organization.forms else None
    return f"{post.title} {own or decline_phrase(organization.name, Case.GENITIVE).form}"


def _is_current(appointment: Appointment, on: date | None) -> bool:
    if on is None:
        return appointment.until is None
    begun = appointment.since is None or appointment.since <= on
    return begun and (appointment.until is None or on <= appointment.until)


def _rank(title: str) -> int | None:
    head = find_head(tokenize(title), 0)
    ranks = [head_rank(reading.lemma) for reading in head.readings] if head else []
    return min((rank for rank in ranks if rank is not None), default=None)
