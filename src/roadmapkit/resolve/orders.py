"""Acts: the people of their day, the terms of their clauses, the appendices they own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.deadline import Due
from roadmapkit.model.kinds import (
    Appendix,
    AppointClause,
    AssignClause,
    Assignee,
    ControlClause,
    Executor,
    GroupPart,
    Item,
    Order,
    PlanPart,
    ProgramPart,
    PublishClause,
    RepealClause,
    RepealedAct,
)
from roadmapkit.model.signatory import Signatory
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.appendices import AppendixResolver
from roadmapkit.resolve.due import DueResolver
from roadmapkit.resolve.named import BODIES, OFFICIALS, Use, check_named
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.references import (
    approved_ids,
    missing_roadmap,
    unknown_id,
    wrong_kind,
)
from roadmapkit.resolve.resolved import (
    ResolvedAppendix,
    ResolvedDue,
    ResolvedOrder,
    ResolvedSignatory,
)
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import NodePath, Origin

if TYPE_CHECKING:
    from roadmapkit.model.order import Clause

__all__ = ["OrderResolver", "act_day", "keeps_control"]


def act_day(order: Order) -> date | None:
    """Return the day whose people and posts an act names.

    That is the day of signing; for a draft the day on which it is expected to be
    signed, where the author says so.
    """
    return order.date or order.expected_date


class OrderResolver:
    """Resolves one act."""

    def __init__(self, order: Order, surroundings: Surroundings) -> None:
        self._order = order
        self._surroundings = surroundings
        self._origin = surroundings.origin
        self._directory = surroundings.directory
        self._roadmaps = surroundings.roadmaps
        self._entries = surroundings.entries
        self._broken = surroundings.broken
        self._day = surroundings.as_of
        self.diagnostics: list[Diagnostic] = []

    def resolve(self, sources: tuple[str, ...]) -> ResolvedOrder:
        """Return the act; findings gather in ``diagnostics``."""
        appendices = AppendixResolver(self._surroundings)
        resolved = appendices.resolve(self._described())
        self.diagnostics.extend(appendices.diagnostics)
        self.diagnostics.extend(self._unnamed(resolved))
        self.diagnostics.extend(self._misnamed())
        self.diagnostics.extend(self._repealed_drafts())
        return ResolvedOrder(
            model=self._order,
            origin=self._origin,
            as_of=self._day,
            directory=self._directory,
            appendices=resolved,
            signatory=self._signatory(),
            approval=tuple(self._approval()),
            sources=sources,
            acts={
                id_: entry.model
                for id_, entry in self._entries.items()
                if isinstance(entry.model, Order)
            },
            plans=self._roadmaps,
            prints=frozenset({*self._roadmaps, *self._surroundings.programs}),
            dues=dict(self._dues()),
        )

    def _described(self) -> Iterator[tuple[Appendix, Origin]]:
        """Yield the author's appendices, then what clauses approve and nothing describes."""
        known: set[str] = set()
        for index, appendix in enumerate(self._order.appendices):
            known.update(_keys(appendix))
            yield appendix, self._origin.child("appendices", index)
        for id_, item, path in approved_ids(self._order):
            origin = self._origin.child(*path)
            if id_ in known or (item is not None and item.wording and not item.attached):
                continue
            known.add(id_)
            implied = self._implied(id_, origin)
            if implied is not None and (item is None or item.attached):
                yield implied, origin

    def _implied(self, id_: str, origin: Origin) -> Appendix | None:
        if id_ in self._roadmaps:
            return Appendix(id=id_, parts=(PlanPart(plan=id_),))
        if id_ in self._surroundings.programs:
            return Appendix(id=id_, parts=(ProgramPart(program=id_),))
        groups = self._directory.group_ids()
        if id_ in groups:
            return Appendix(id=id_, parts=(GroupPart(group=id_),))
        programs = (key for key, known in self._entries.items() if known.model.kind == "program")
        others = [*groups, *programs]
        self.diagnostics.append(
            missing_roadmap(id_, origin, self._entries, self._broken, self._order.id, others=others)
        )
        return None

    def _unnamed(self, appendices: Iterable[ResolvedAppendix]) -> Iterator[Diagnostic]:
        """Yield a finding for each clause that approves an appendix without a name.

        A part that could not be resolved has a finding of its own and might have named it.
        """
        named = {
            item.key: item.title is not None
            or any(part.group for part in item.parts)
            or len(item.parts) < len(item.appendix.parts)
            for item in appendices
        }
        for id_, item, path in approved_ids(self._order):
            if named.get(id_, True) or (item is not None and item.wording):
                continue
            yield codes.UNTITLED_APPENDIX.at(
                self._origin.child(*path).span,
                Message("The appendix {id!r} is approved but has no name", id=id_),
                hint=Message("Give the appendix a title, or the clause its wording"),
                documents=(self._order.id,),
            )

    def _misnamed(self) -> Iterator[Diagnostic]:
        """Yield the findings about the parties that fields and points name."""
        for reference, use, path in _named_in_act(self._order):
            origin = self._origin.child(*path)
            yield from check_named(
                reference, self._directory, self._day, origin, self._order.id, use=use
            )

    def _repealed_drafts(self) -> Iterator[Diagnostic]:
        """Yield a finding for each act that a point repeals by its id and that is not in force."""
        for position, clause in enumerate(self._order.clauses):
            if not isinstance(clause, RepealClause):
                continue
            for index, act in enumerate(clause.repeal):
                if not isinstance(act, str):
                    continue
                origin = self._origin.child("clauses", position, "repeal", index)
                entry = self._entries.get(act)
                if entry is None:
                    if " " not in act.strip():  # an act in words has requisites
                        yield unknown_id(act, origin, self._entries, (self._order.id,))
                    continue
                if not isinstance(entry.model, Order):
                    yield wrong_kind(entry.model.id, entry, "order", origin, (self._order.id,))
                elif entry.model.state != "registered":
                    yield codes.DRAFT_REPEALED.at(
                        origin.span,
                        Message("The act {id!r} is a draft and was never in force", id=act),
                        hint=Message("Register it first, or take it out of the point"),
                        documents=(self._order.id,),
                    )

    def _signatory(self) -> ResolvedSignatory | None:
        origin = self._origin.child("signatory")
        return self._signing(self._order.signatory, origin, issuer=self._order.issuer)

    def _signing(
        self, signatory: Signatory | None, origin: Origin, *, issuer: str | None = None
    ) -> ResolvedSignatory | None:
        resolved, found = resolve_signatory(
            signatory, self._directory, self._day, origin, self._order.id, issuer=issuer
        )
        self.diagnostics.extend(found)
        return resolved

    def _approval(self) -> Iterator[tuple[str, tuple[ResolvedSignatory, ...], Origin]]:
        for position, group in enumerate(self._order.approval):
            origin = self._origin.child("approval", position)
            people = tuple(
                signing
                for index, person in enumerate(group.people)
                if (signing := self._signing(person, origin.child("people", index))) is not None
            )
            yield group.caption, people, origin

    def _dues(self) -> Iterable[tuple[NodePath, ResolvedDue]]:
        resolver = DueResolver(None, self._surroundings)
        found = [
            (path, resolved)
            for path, due in _term_paths(self._order)
            if (resolved := resolver.resolve(due, self._origin.child(*path))) is not None
        ]
        self.diagnostics.extend(resolver.diagnostics)
        return found


def _keys(appendix: Appendix) -> Iterator[str]:
    if appendix.id is not None:
        yield appendix.id
    for part in appendix.parts:
        if isinstance(part, PlanPart):
            yield part.plan
        elif isinstance(part, ProgramPart):
            yield part.program
        elif isinstance(part, GroupPart):
            yield part.group


def keeps_control(clause: ControlClause) -> bool:
    """Tell whether whoever signs keeps the control to himself: «за собой»."""
    return " ".join(clause.control.split()).rstrip(" .;").casefold().endswith("за собой")


_Named = tuple[str, Use, NodePath]


def _named_in_act(order: Order) -> Iterator[_Named]:
    """Yield the parties that an act names besides those who sign, and where."""
    if order.issuer:
        yield order.issuer, Use(BODIES), ("issuer",)
    if isinstance(order.executor, Executor):
        yield order.executor.person, Use(OFFICIALS, held=True), ("executor", "person")
    elif order.executor:
        yield order.executor, Use(OFFICIALS, held=True), ("executor",)
    for role, reference in (order.roles or {}).items():
        yield reference, Use(known=True), ("roles", role)
    for index, clause in enumerate(order.clauses):
        if not isinstance(clause, str):
            yield from _named_in_clause(clause, ("clauses", index))


def _named_in_clause(clause: Clause, path: NodePath) -> Iterator[_Named]:
    match clause:
        case AppointClause():
            yield clause.appoint, Use(known=True, held=True), (*path, "appoint")
        case ControlClause() if not keeps_control(clause):
            yield clause.control, Use(known=True, held=True), (*path, "control")
        case AssignClause():
            for position, assignee in enumerate(clause.assign):
                place = (*path, "assign", position)
                if isinstance(assignee, Assignee):
                    yield assignee.to, Use(held=assignee.name is True), (*place, "to")
                else:
                    yield assignee, Use(), place
        case PublishClause(responsible=str(responsible)):
            yield responsible, Use(), (*path, "responsible")
        case RepealClause():
            for position, act in enumerate(clause.repeal):
                if isinstance(act, RepealedAct) and act.issuer:
                    yield act.issuer, Use(BODIES), (*path, "repeal", position, "issuer")


def _term_paths(order: Order) -> Iterator[tuple[NodePath, Due]]:
    for index, clause in enumerate(order.clauses):
        if not isinstance(clause, str):
            yield from _terms(clause, ("clauses", index))


def _terms(owner: Clause | Item, path: NodePath) -> Iterator[tuple[NodePath, Due]]:
    due = getattr(owner, "due", None)
    if due is not None:
        yield (*path, "due"), due
    for index, item in enumerate(getattr(owner, "items", ())):
        if isinstance(item, Item):
            yield from _terms(item, (*path, "items", index))
