"""Whom a question is about: one entry, or a name that no directory has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import cast

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.model.directory import Group, Organization, Person, Post
from roadmapkit.resolve.directory.checks import KIND_NAMES
from roadmapkit.resolve.directory.forms import Entry, person_form
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.directory.likeness import nearest_of, nobody_called
from roadmapkit.resolve.mentions.items import EntryKind
from roadmapkit.resolve.parties.reading import resolve_parties
from roadmapkit.resolve.parties.words import fold

__all__ = ["kind_of", "name_of", "unknown_party", "wanted_entry"]

_TYPES: Mapping[str, type] = MappingProxyType(
    {"person": Person, "post": Post, "organization": Organization, "group": Group}
)


def kind_of(entry: Entry) -> EntryKind:
    """Return what an entry is."""
    found = next(kind for kind, model in _TYPES.items() if isinstance(entry.model, model))
    return cast("EntryKind", found)


def name_of(entry: Entry, directory: DirectoryIndex) -> str:
    """Return the full name of an entry."""
    if isinstance(entry.model, Person):
        return entry.model.name
    return directory.printed_name(entry.id, full=True)


def wanted_entry(
    party: str, kind: EntryKind | None, directories: Iterable[DirectoryIndex]
) -> tuple[Entry, DirectoryIndex] | None:
    """Return the entry that an id or a name means, and the first directory that has it.

    Args:
        party: An id, a name, a post with its organisation, or a surname alone.
        kind: What it has to be; None for anything.
        directories: Where to look.

    Returns:
        The entry; None where no directory has it.

    Raises:
        ArgumentError: Several entries are meant, or one of another kind.
    """
    found: dict[str, tuple[Entry, DirectoryIndex]] = {}
    for directory in directories:
        for entry in _meant(party, directory):
            found.setdefault(entry.id, (entry, directory))
    fitting = {id_: one for id_, one in found.items() if kind is None or kind_of(one[0]) == kind}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    if fitting:
        names = [f"{name_of(*one)} ({id_})" for id_, one in sorted(fitting.items())]
        message = Message("{party!r} may be any of these: {names}", party=party, names=names)
        raise ArgumentError(message, argument="party", value=party)
    if found and kind is not None:
        other = KIND_NAMES[type(next(iter(found.values()))[0].model).__name__]
        message = Message(
            "{party!r} is {kind}, not {wanted}",
            party=party,
            kind=other,
            wanted=KIND_NAMES[_TYPES[kind].__name__],
        )
        raise ArgumentError(message, argument="party", value=party)
    return None


def _meant(party: str, directory: DirectoryIndex) -> tuple[Entry, ...]:
    words = " ".join(party.split())
    found = directory.find(words)
    if found:
        return found
    wanted = fold(words)
    entries = [entry for id_ in directory.ids() if (entry := directory.get(id_)) is not None]
    found = tuple(entry for entry in entries if fold(entry.id) == wanted) or tuple(
        entry
        for entry in entries
        if isinstance(entry.model, Person) and fold(person_form(entry.model).surname) == wanted
    )
    if found:
        return found
    parties = resolve_parties(words, directory).parties
    refs = sorted({party.ref for party in parties if party.ref and party.text == words})
    return tuple(entry for ref in refs if (entry := directory.get(ref)) is not None)


def unknown_party(party: str, directories: Iterable[DirectoryIndex]) -> ArgumentError:
    """Return the failure that nobody is called so, with the names that are near."""
    near = nearest_of(party, (), directories)
    return ArgumentError(nobody_called(party, near), argument="party", value=party)
