"""Whom a document names to do something, and the groups whose members it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from roadmapkit.model.column import ColumnChoice
from roadmapkit.model.kinds import (
    AppointClause,
    AssignClause,
    Assignee,
    ControlClause,
    GroupPart,
    PublishClause,
)
from roadmapkit.resolve.decisions import decisions_of
from roadmapkit.resolve.orders import keeps_control
from roadmapkit.resolve.resolved import (
    GroupListing,
    ResolvedAppendix,
    ResolvedDocument,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedProgram,
    ResolvedRoadmap,
)
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.order import Clause

__all__ = ["clause_parties", "listed_groups", "named_parties"]


def named_parties(document: ResolvedDocument) -> Iterator[tuple[str, Origin]]:
    """Yield whom a document gives something to do, by id or as written, in its order.

    That is whom points address, appoint, give the control, and the members of the groups that
    an act prints; who is responsible in a plan or for a decision.
    """
    match document:
        case ResolvedOrder():
            yield from _of_act(document)
        case ResolvedRoadmap():
            yield from _of_plan(document)
        case ResolvedProgram():
            plans = [one.roadmap for one in document.chapters if one.roadmap is not None]
            yield from (named for plan in plans for named in _of_plan(plan))
        case ResolvedMinutes():
            yield from _of_decisions(document)
        case _:
            return  # progress and letters give nobody anything to do


def _of_act(order: ResolvedOrder) -> Iterator[tuple[str, Origin]]:
    for index, clause in enumerate(order.model.clauses):
        place = order.origin.child("clauses", index)
        yield from ((name, place) for name in clause_parties(clause))
    for listing, _, origin in listed_groups(order):
        yield listing.id, origin


def _of_decisions(minutes: ResolvedMinutes) -> Iterator[tuple[str, Origin]]:
    for path, decision in decisions_of(minutes.model):
        if not isinstance(decision, str):
            place = minutes.origin.child(*path)
            yield from ((who, place) for who in decision.responsible)


def _of_plan(plan: ResolvedRoadmap) -> Iterator[tuple[str, Origin]]:
    for section in plan.sections:
        for item in section.activities:
            if item.responsible is not None:
                for party in item.responsible.parties:
                    yield party.ref or party.text, item.responsible.origin


def clause_parties(clause: Clause) -> tuple[str, ...]:
    """Return whom a point is addressed to, as written."""
    match clause:
        case AssignClause():
            return tuple(one.to if isinstance(one, Assignee) else one for one in clause.assign)
        case AppointClause():
            return (clause.appoint,)
        case PublishClause(responsible=str(name)):
            return (name,)
        case ControlClause() if not keeps_control(clause):
            return (clause.control,)
        case _:
            return ()


def listed_groups(
    document: ResolvedDocument,
) -> Iterator[tuple[GroupListing, tuple[ColumnChoice, ...], Origin]]:
    """Yield the groups whose members a document prints, with the columns, each once."""
    seen: set[str] = set()
    appendices: Iterable[ResolvedAppendix] = getattr(document, "appendices", ())
    for appendix in appendices:
        for part in appendix.parts:
            if part.group is None or part.group.id in seen:
                continue
            seen.add(part.group.id)
            columns = part.part.columns if isinstance(part.part, GroupPart) else ()
            yield part.group, columns, part.origin
