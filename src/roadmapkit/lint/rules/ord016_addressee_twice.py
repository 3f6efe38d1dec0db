"""Nobody is given the same work twice in one point.

A name that stands twice among the addressees of a point remained from copying, most often
in the place of another one that is now missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.order import AssignClause, Assignee

__all__ = ["RULE"]

_CODE = Code(
    "ORD016", "addressee-twice", Severity.WARNING, "An addressee that stands twice in a point"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        for index, clause in enumerate(order.model.clauses):
            if not isinstance(clause, AssignClause):
                continue
            seen: set[str] = set()
            for at, item in enumerate(clause.assign):
                name = item.to if isinstance(item, Assignee) else item
                key = " ".join(name.split()).casefold()
                if key in seen:
                    yield _CODE.at(
                        order.origin.child("clauses", index, "assign", at).span,
                        Message("The addressee {name!r} stands twice in the point", name=name),
                        hint=Message("Delete one of the two, or name whom you meant"),
                        documents=(order.model.id,),
                    )
                seen.add(key)


RULE = Rule(_CODE, "orders", _check)
