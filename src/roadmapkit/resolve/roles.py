"""Roles of a document: whom «муниципальный координатор» means in the cells of a plan.

An act appoints («Назначить муниципальным координатором …»), a plan or an act may list its
``roles``; the cells of the plan then name the role and mean the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.model.kinds import AppointClause
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.resolve.directory.index import DirectoryIndex, Entry
from roadmapkit.resolve.named import Use, check_named
from roadmapkit.resolve.posts import official_meant
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.order import Order

__all__ = ["check_roles", "roles_of", "with_roles"]


def roles_of(roadmap: Roadmap, act: Order | None) -> dict[str, str]:
    """Return whom each role means: those of the plan itself, then of the act that approves it.

    Args:
        roadmap: The plan.
        act: The act that approves it, if any does.

    Returns:
        What is written of each person, by role in the nominative.
    """
    found: dict[str, str] = {}
    for clause in act.clauses if act is not None else ():
        if isinstance(clause, AppointClause):
            found[clause.role] = clause.appoint
    if act is not None:
        found.update(act.roles or {})
    found.update(roadmap.roles or {})
    return found


def with_roles(directory: DirectoryIndex, roles: Mapping[str, str]) -> DirectoryIndex:
    """Return a directory that knows roles by name; one that it does not know is left out.

    Args:
        directory: Parties of the document's folder.
        roles: What is written of each person, by role.
    """
    known = {
        role: entry
        for role, reference in roles.items()
        if (entry := _entry(directory, reference)) is not None
    }
    return directory.with_forms(known) if known else directory


def check_roles(
    roles: Mapping[str, str] | None,
    directory: DirectoryIndex,
    on: date | None,
    origin: Origin,
    document: str,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with those whom a document gives roles.

    Args:
        roles: Roles of the document.
        directory: Parties of its folder.
        on: Its day.
        origin: Where the roles stand.
        document: Its id.
    """
    for role, reference in (roles or {}).items():
        place = origin.child(role)
        yield from check_named(reference, directory, on, place, document, use=Use(known=True))


def _entry(directory: DirectoryIndex, reference: str) -> Entry | None:
    found = directory.find(reference)
    if len(found) == 1:
        return found[0]
    official = official_meant(directory, reference, None) if not found else None
    person = official.person if official is not None else None
    return directory.get(person.id) if person is not None else None
