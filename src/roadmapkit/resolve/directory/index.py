"""The directory as an index: who is meant by an id or a written form, and who holds a post."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, sort_diagnostics
from roadmapkit.language import FormLedger
from roadmapkit.model.kinds import Group, Organization, OrganizationQuery, Person, Post
from roadmapkit.resolve.directory.answers import HeldPost, Holder, Member
from roadmapkit.resolve.directory.checks import check_directory
from roadmapkit.resolve.directory.forms import Entry, Key, key_of, person_form
from roadmapkit.resolve.directory.membership import Membership, fits
from roadmapkit.resolve.directory.naming import change_days
from roadmapkit.resolve.directory.tables import (
    Source,
    abbreviations_of,
    beginnings_of,
    entries_of,
    former_forms_of,
    former_people_of,
    forms_by_beginning,
    forms_of,
    lengths_of,
    people_of,
    same_first,
)
from roadmapkit.resolve.directory.tenure import (
    acting_words,
    appointments_by_person,
    heads_by_title,
    holder_of,
    holds,
)
from roadmapkit.resolve.directory.titles import post_title
from roadmapkit.resolve.parties.names import PersonForm, nominatives, read_person, same_initials
from roadmapkit.resolve.parties.nearest import NearNames
from roadmapkit.resolve.parties.words import fold
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.directory import Appointment

__all__ = ["DirectoryIndex", "Entry", "HeldPost", "Holder", "Member", "post_title"]


class DirectoryIndex:
    """All entries that hold in one folder.

    The directories of the folder itself come before those of the folders above: an id or
    a written form of the nearer directory hides the same one of the farther.

    Args:
        directories: The directories of one folder with their origins, in any order.
        parent: Index of the folder above.
        day: Day whose names the entries have; None for the present ones. An index of
            another day is had from :meth:`on`.
        forms: Where case forms are asked for; that of the parent by default.

    Attributes:
        forms: Where case forms are asked for.
        diagnostics: What is wrong with the directories of this folder, sorted.
    """

    def __init__(
        self,
        directories: Iterable[Source] = (),
        *,
        parent: DirectoryIndex | None = None,
        day: date | None = None,
        forms: FormLedger | None = None,
    ) -> None:
        sources = tuple(directories)
        self.forms: FormLedger = forms or (parent.forms if parent is not None else FormLedger())
        self._sources = sources
        self._parent = parent
        self._views: dict[date, DirectoryIndex] = {}
        self._more_forms: dict[Key, tuple[str, Entry]] = {}
        own = tuple(entry for source in sources for entry in entries_of(source, day))
        ids = {entry.id: entry for entry in reversed(own)}
        above = parent._entries if parent else {}
        self._entries: dict[str, Entry] = {**above, **ids}
        self._forms: dict[Key, tuple[Entry, ...]] = {
            key: kept
            for key, found in (parent._forms if parent else {}).items()
            if (kept := tuple(entry for entry in found if entry.id not in ids))
        }
        self._forms.update(forms_of(ids.values()))
        for key, found in former_forms_of(ids.values()).items():
            self._forms.setdefault(key, found)
        self._abbreviations: dict[str, tuple[str, str, Origin | None]] = {
            **(parent._abbreviations if parent else {}),
            **abbreviations_of(sources),
        }
        self._add_abbreviated_forms()
        self._lengths = lengths_of(self._forms)
        self._people = people_of(self._entries.values())
        self._former_people = former_people_of(self._entries.values())
        self.diagnostics: tuple[Diagnostic, ...] = sort_diagnostics(
            check_directory(own, sources, self._entries, self._ever_members) if day is None else ()
        )

    def on(self, day: date | None) -> DirectoryIndex:
        """Return the directory with the names of a day: an act prints those of its own.

        Other names of an entry are still understood. An index without former names, and
        that of a day after the last of them, is the directory itself.
        """
        place = bisect_left(self._changes, day) if day is not None else len(self._changes)
        if place == len(self._changes):
            return self
        last = self._changes[place]
        if last not in self._views:
            parent = self._parent.on(last) if self._parent is not None else None
            self._views[last] = DirectoryIndex(
                self._sources, parent=parent, day=last, forms=self.forms
            )
        return self._views[last]

    def with_forms(self, forms: Mapping[str, Entry]) -> DirectoryIndex:
        """Return the directory with further written forms, which come before its own."""
        changed = copy(self)
        changed._more_forms = {key_of(form): (form, entry) for form, entry in forms.items()}
        found = {key: (entry,) for key, (_, entry) in changed._more_forms.items() if key}
        changed._forms = {**self._forms, **found}
        changed._lengths = lengths_of(changed._forms)
        changed.__dict__.pop("_beginnings", None)
        return changed

    @cached_property
    def _changes(self) -> tuple[date, ...]:
        """Last days of names; they divide time into stretches of the same names."""
        return tuple(sorted(set(change_days(entry.model for entry in self._entries.values()))))

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
        for people in (self._people, self._former_people):
            for surname in surnames:
                found = tuple(
                    entry
                    for entry, form in people.get(fold(surname), ())
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
        query = OrganizationQuery(tag=(tag,))
        return tuple(
            entry
            for _, entry in sorted(self._entries.items())
            if isinstance(entry.model, Organization) and fits(entry.model, query, self._entries)
        )

    def nearest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Return the printed names of the entries most like *text*, the nearest first."""
        return self._printed_names.nearest(text, limit)

    @cached_property
    def _printed_names(self) -> NearNames:
        return NearNames(self.printed_name(id_) for id_ in self._entries)

    def beginning_alike(self, key: Key) -> tuple[tuple[Key, str], ...]:
        """Return the forms with as many words, each beginning as its fellow does.

        Each is given as it is compared and as it is written. They are what case forms of
        the same phrase have in common.
        """
        return self._beginnings.get(beginnings_of(key), ())

    @cached_property
    def _beginnings(self) -> dict[Key, tuple[tuple[Key, str], ...]]:
        found = forms_by_beginning(self._entries.values())
        for key, (form, _) in self._more_forms.items():
            begun = beginnings_of(key)
            found[begun] = (*found.get(begun, ()), (key, form))
        return found

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

    def forms_of(self, id_: str, key: str) -> FormLedger:
        """Return where forms of what an entry says are asked for, under one of its keys."""
        entry = self._entries.get(id_)
        origin = entry.origin if entry is not None else None
        return self.forms.at(origin.child(key) if origin is not None else None)

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
        return holder_of(entry.model, self._entries, on)

    def posts_of(self, person: str, on: date | None = None) -> tuple[HeldPost, ...]:
        """Return the posts that the person with this id holds on a day, by id of the post."""
        held: dict[str, HeldPost] = {}
        for post, appointment in self._appointments.get(person, ()):
            if not holds(appointment, on):
                continue
            first = held.get(post.id)
            if first is None or (first.acting and not appointment.acting):
                held[post.id] = HeldPost(
                    post,
                    bool(appointment.acting),
                    acting_words(appointment),
                    appointment.since,
                    appointment.until,
                )
        return tuple(held.values())

    def appointments_of(self, person: str) -> tuple[tuple[Post, Appointment], ...]:
        """Return all appointments of the person with this id, by id of the post."""
        return tuple(self._appointments.get(person, ()))

    @cached_property
    def _appointments(self) -> dict[str, list[tuple[Post, Appointment]]]:
        return appointments_by_person(self._entries.values())

    def head_of(self, organization: str) -> Entry | None:
        """Return the post of who heads an organisation: named, or its начальник or such."""
        body = self._entries.get(organization)
        named = body.model.head if body and isinstance(body.model, Organization) else None
        post = self._entries.get(named or self._heads.get(organization, ""))
        return post if post is not None and isinstance(post.model, Post) else None

    @cached_property
    def _heads(self) -> dict[str, str]:
        """Ids of the posts that head organisations by their titles, by id of the organisation."""
        return heads_by_title(self._entries.values())

    def members(self, group: str, on: date | None = None) -> tuple[Member, ...]:
        """Return all members of the group with this id on a day, once each, in the order written.

        Groups inside it are opened; ``where`` and ``tag`` add the organisations that fit,
        ``heads_of`` the heads of organisations; whoever is excepted is left out. What
        contains itself is opened once.

        Args:
            group: Id of the group.
            on: The day; None asks for memberships without a last day.
        """
        return Membership(self._entries, self.find, self.head_of, on).members(group)

    def _ever_members(self, group: str) -> tuple[Member, ...]:
        return Membership(self._entries, self.find, self.head_of, ever=True).members(group)
