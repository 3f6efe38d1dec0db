"""The people of a plan, and those of the working groups that the same act approves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import field

from roadmapkit.lazily import dataclass
from roadmapkit.lint.cells import PlannedParty, planned_parties
from roadmapkit.lint.expansions import fold
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedOrder
from roadmapkit.resolve.parties.names import read_person
from roadmapkit.resolve.resolved import ResolvedAppendix, ResolvedPart
from roadmapkit.source import Origin

__all__ = ["ApprovedTogether", "approved_together"]

_COMPOSITION = "состав"

Name = tuple[str, str]
"""Surname and initials, folded."""


@dataclass(slots=True)
class ApprovedTogether:
    """A plan and the groups of one act.

    Attributes:
        planned: The people whom the plans name, with every place.
        members: The people of the groups, as they are printed.
        bodies: The organisations of the members, where they are known.
        busy: Those of them whom the plans name with their organisation or their whole group.
        place: The appendix of the first group.
    """

    planned: dict[Name, list[PlannedParty]] = field(default_factory=dict)
    members: dict[Name, str] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    busy: set[Name] = field(default_factory=set)
    place: Origin | None = None


def approved_together(subject: Subject, order: ResolvedOrder) -> ApprovedTogether:
    """Return the people of an act's plans and groups, found once."""
    return subject.once(_approved)[order.model.id]


def _approved(subject: Subject) -> dict[str, ApprovedTogether]:
    return {order.model.id: _of_order(order) for order in subject.orders}


def _of_order(order: ResolvedOrder) -> ApprovedTogether:
    found = ApprovedTogether()
    named, refs = set[str](), set[str]()
    for appendix in order.appendices:
        for part in appendix.parts:
            if part.roadmap is not None:
                for planned in planned_parties(part.roadmap):
                    party = planned.party
                    named.add(party.normalized)
                    refs.add(party.ref or "")
                    name = _name(party.normalized) if party.kind == "person" else None
                    if name is not None:
                        found.planned.setdefault(name, []).append(planned)
            rows = part.group.rows if part.group is not None else ()
            found.bodies |= {row.organization for row in rows if row.organization}
            for written in _members(part, appendix):
                member = _name(written)
                if member is not None:
                    found.members.setdefault(member, written)
                    found.place = found.place or appendix.origin
    refs.update(map(fold, named))
    found.busy = set(_named_as_a_body(order, refs - {""}))
    return found


def _named_as_a_body(order: ResolvedOrder, named: Collection[str]) -> Iterator[Name]:
    """Yield the members whose organisation or group has work in the plan."""
    for appendix in order.appendices:
        for part in appendix.parts:
            if part.group is None:
                continue
            whole = part.group.id in named
            for row in part.group.rows:
                name = _name(row.initials)
                if name is not None and (whole or (fold(row.organization) in named)):
                    yield name


def _name(written: str) -> Name | None:
    person = read_person(written)
    if person is None or len(person.initials) < 2:
        return None
    return fold(person.surname), fold(person.initials)


def _members(part: ResolvedPart, appendix: ResolvedAppendix) -> Iterator[str]:
    """Yield the names of a group, or of a table that is headed as the composition of one."""
    if part.group is not None:
        yield from (row.initials for row in part.group.rows)
    title = f"{appendix.title or ''} {part.heading or ''}".lower()
    if part.table is not None and _COMPOSITION in title:
        for row in part.table.rows:
            if row.kind == "data":
                yield from (cell.text or "" for cell in row.cells)
