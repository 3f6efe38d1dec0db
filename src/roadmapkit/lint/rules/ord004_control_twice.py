"""One point of an act assigns control.

Two points with two names leave it open who answers; most often the second remained from
the act that the author began with. Control «в части …» of two people is one point. A
draft is looked at once it has a signatory.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.act_points import controls, is_finished
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("ORD004", "control-twice", Severity.WARNING, "Two points that assign control")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in filter(is_finished, subject.orders):
        found = [index for index, clause in enumerate(order.model.clauses) if controls(clause)]
        for index in found[1:]:
            yield _CODE.at(
                order.origin.child("clauses", index).span,
                Message("Control is assigned in point {first} already", first=found[0] + 1),
                hint=Message("Leave one of the points, or name in one who controls what"),
                documents=(order.model.id,),
            )


RULE = Rule(_CODE, "orders", _check)
