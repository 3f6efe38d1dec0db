"""A point that gives work says by when.

A day, a recurrence, «в срок», or the plan whose terms hold counts as a term, and so does
the term of one of the sub-points. Points that approve, appoint, publish, put in force or
assign control need none. All such points of an act are one finding.

Source:
    ГОСТ Р 7.0.97 and the methodical recommendations to it: every point of an order names
    executor, action and term.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.act_points import assigns, has_term, is_finished
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("ORD006", "no-term", Severity.INFO, "A point that gives work without a term")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        clauses = order.model.clauses
        found = [
            index
            for index, clause in enumerate(clauses)
            if is_finished(order) and assigns(clause) and not has_term(clause)
        ]
        if found:
            yield _CODE.at(
                order.origin.child("clauses", found[0]).span,
                Message(
                    "Points that give work without a term: {points}",
                    points=[str(index + 1) for index in found],
                ),
                hint=Message("Give the point or its items a due"),
                documents=(order.model.id,),
            )


RULE = Rule(_CODE, "orders", _check)
