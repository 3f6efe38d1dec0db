"""The tables of a directory index: entries, written forms, people, abbreviations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from roadmapkit.model.kinds import Directory, Person
from roadmapkit.resolve.directory.forms import (
    Entry,
    Key,
    former_forms,
    key_of,
    person_form,
    written_forms,
)
from roadmapkit.resolve.directory.naming import dated
from roadmapkit.resolve.parties.names import PersonForm, read_person
from roadmapkit.resolve.parties.words import fold
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.directory import Group, Organization, Post

__all__ = [
    "Source",
    "abbreviations_of",
    "beginnings_of",
    "entries_of",
    "former_forms_of",
    "former_people_of",
    "forms_by_beginning",
    "forms_of",
    "lengths_of",
    "people_of",
    "same_first",
]

_COMMON_BEGINNING = 3
Source = tuple[Directory, Origin | None]
"""A directory and where it stands; None for one without a file."""


def entries_of(source: Source, on: date | None = None) -> Iterator[Entry]:
    """Yield the entries of a directory with their origins, in the order of the file.

    Args:
        source: The directory.
        on: Day whose names the entries have; None for the present ones.
    """
    directory, origin = source
    tables: Mapping[str, Sequence[Organization | Person | Post | Group]] = {
        "organizations": directory.organizations,
        "people": directory.people,
        "posts": directory.posts,
        "groups": directory.groups,
    }
    for name, models in tables.items():
        for index, model in enumerate(models):
            place = origin.child(name, index) if origin else None
            yield Entry(model.id, dated(model, on), place)


def forms_of(entries: Iterable[Entry]) -> dict[Key, tuple[Entry, ...]]:
    """Return the entries by written form; those of one form by id."""
    return _by_form(entries, written_forms)


def former_forms_of(entries: Iterable[Entry]) -> dict[Key, tuple[Entry, ...]]:
    """Return the entries by the names that they have on other days."""
    return _by_form(entries, former_forms)


def _by_form(
    entries: Iterable[Entry],
    forms: Callable[[Organization | Person | Post | Group], Iterable[str]],
) -> dict[Key, tuple[Entry, ...]]:
    found: dict[Key, dict[str, Entry]] = {}
    for entry in entries:
        for form in forms(entry.model):
            key = key_of(form)
            if key:
                found.setdefault(key, {})[entry.id] = entry
    return {
        key: tuple(entry for _, entry in sorted(entries_.items()))
        for key, entries_ in found.items()
    }


def beginnings_of(key: Key) -> Key:
    """Return what the case forms of one phrase have in common: how its words begin."""
    return tuple(word[:_COMMON_BEGINNING] for word in key)


def forms_by_beginning(entries: Iterable[Entry]) -> dict[Key, tuple[tuple[Key, str], ...]]:
    """Return the written forms, as compared and as written, by the beginnings of their words."""
    found: dict[Key, dict[Key, str]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        for form in chain(written_forms(entry.model), former_forms(entry.model)):
            key = key_of(form)
            if key:  # an entry whose only sign is «$» can be found by nothing
                found.setdefault(beginnings_of(key), {}).setdefault(key, form)
    return {key: tuple(forms.items()) for key, forms in found.items()}


def lengths_of(forms: Iterable[Key]) -> dict[str, tuple[int, ...]]:
    """Return, by first word, the lengths of the forms that begin with it, longest first."""
    found: dict[str, set[int]] = {}
    for key in forms:
        if key:
            found.setdefault(key[0], set()).add(len(key))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def people_of(entries: Iterable[Entry]) -> dict[str, list[tuple[Entry, PersonForm]]]:
    """Return the people by folded surname, with the name taken apart."""
    return _by_surname(
        entries,
        lambda person: [
            person_form(person),
            *(form for alias in person.aliases if (form := read_person(alias))),
        ],
    )


def former_people_of(entries: Iterable[Entry]) -> dict[str, list[tuple[Entry, PersonForm]]]:
    """Return the people by a surname that they have on other days."""
    return _by_surname(
        entries,
        lambda person: [
            person_form(person.model_copy(update={"name": one.name})) for one in person.former
        ],
    )


def _by_surname(
    entries: Iterable[Entry], forms: Callable[[Person], Iterable[PersonForm]]
) -> dict[str, list[tuple[Entry, PersonForm]]]:
    found: dict[str, list[tuple[Entry, PersonForm]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        if not isinstance(entry.model, Person):
            continue
        for form in forms(entry.model):
            known = found.setdefault(fold(form.surname), [])
            if (entry, form) not in known:
                known.append((entry, form))
    return found


def same_first(form: PersonForm, name: PersonForm) -> bool:
    """Return whether first names agree where both are written in full."""
    pairs = ((form.first, name.first), (form.patronymic, name.patronymic))
    return all(not one or not other or fold(one)[:3] == fold(other)[:3] for one, other in pairs)


def abbreviations_of(sources: Iterable[Source]) -> dict[str, tuple[str, str, Origin | None]]:
    """Return abbreviation, explanation and place by abbreviation; the first one stands."""
    found: dict[str, tuple[str, str, Origin | None]] = {}
    for directory, origin in sources:
        for index, item in enumerate(directory.abbreviations):
            place = origin.child("abbreviations", index) if origin else None
            short = " ".join(item.short.split())
            found.setdefault(short, (item.short, item.full, place))
    return found
