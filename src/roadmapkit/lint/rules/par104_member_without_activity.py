"""A member of the working group has something to do in its plan.

A member whom no activity names may have been forgotten in the plan, or in the group since last
year. It may be right all the same (a secretary, a lawyer), so this is a remark. Looked at are
acts that approve a plan and a group, two members and at least half of which the plan names.
Whose organisation has work, or whose whole group, has it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.working_groups import approved_together

__all__ = ["RULE"]

_CODE = Code(
    "PAR104",
    "member-without-activity",
    Severity.INFO,
    "A member of the working group whom its plan never names",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        both = approved_together(subject, order)
        inside = both.planned.keys() & both.members.keys()
        working = both.planned.keys() | both.busy
        idle = [name for person, name in both.members.items() if person not in working]
        if not idle or len(inside) < 2 or 2 * len(inside) < len(both.members):
            continue
        yield _CODE.at(
            both.place.span if both.place is not None else order.origin.span,
            Message("The plan names nowhere these members of its group: {names}", names=idle),
            hint=Message("Give each of them a part in the plan, or leave them out of the group"),
            documents=(order.model.id,),
        )


RULE = Rule(_CODE, "parties", _check)
