"""A point that gives work says by when.

A day, a recurrence, «в срок», «согласно плану» counts as a term; a year in the name of a
document and the date of another act do not. Where some of the sub-points have a term and
others none, these are told; where none has, the point. Points that approve, appoint,
publish, put in force or assign control need none. All such points of an act are one finding.

Source:
    ГОСТ Р 7.0.97 and the methodical recommendations to it: every point of an order names
    executor, action and term.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity, Span
from roadmapkit.lint.act_points import is_finished
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.point_terms import points_without_term
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedOrder
from roadmapkit.source import NodePath

__all__ = ["RULE"]

_CODE = Code("ORD006", "no-term", Severity.INFO, "A point that gives work without a term")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in filter(is_finished, subject.orders):
        found = list(points_without_term(order))
        if not found:
            continue
        places = [_place(order, path) for path, _ in found]
        yield _CODE.at(
            places[0],
            Message(
                "Points that give work without a term: {points}",
                points=[number for _, number in found],
            ),
            hint=Message("Give the point or its items a due"),
            documents=(order.model.id,),
            also=places[1:],
        )


def _place(order: ResolvedOrder, path: NodePath) -> Span:
    """Return the place of a point: that of its words where addressees are listed before them."""
    origin = order.origin.child(*path)
    value = origin.document.value(origin.path)
    listed = isinstance(value, dict) and isinstance(value.get("assign"), list) and "text" in value
    return (origin.child("text") if listed else origin).span


RULE = Rule(_CODE, "orders", _check)
