"""A plan is approved once.

Two acts in force that approve the same plan give it two dates and two numbers. An act that
repeals the other one approves it anew, which is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.kinds import ApproveClause, ApproveItem, RepealClause
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.order import Order

__all__ = ["RULE"]

_CODE = Code("ORD015", "approved-twice", Severity.WARNING, "A document that is approved twice")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    kept = {roadmap.model.id for roadmap in subject.roadmaps}
    kept |= {program.model.id for program in subject.programs}
    repealed = {key for order in subject.orders for key in _repealed(order.model)}
    acts: dict[str, list[tuple[str, Origin]]] = {}
    for order in subject.orders:
        if order.model.id in repealed:
            continue
        for key, path in _approved(order.model):
            if key in kept:
                acts.setdefault(key, []).append((order.model.id, order.origin.child(*path)))
    for key, found in acts.items():
        for act, origin in found[1:]:
            yield _CODE.at(
                origin.span,
                Message("{key!r} is approved by {act!r} already", key=key, act=found[0][0]),
                hint=Message("Leave one approval, or repeal the other act"),
                documents=(act,),
            )


def _approved(order: Order) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for index, clause in enumerate(order.clauses):
        if isinstance(clause, ApproveClause):
            for item in clause.approve:
                key = item.document if isinstance(item, ApproveItem) else item
                yield key, ("clauses", index)


def _repealed(order: Order) -> Iterator[str]:
    for clause in order.clauses:
        if isinstance(clause, RepealClause):
            yield from (act for act in clause.repeal if isinstance(act, str))


RULE = Rule(_CODE, "orders", _check)
