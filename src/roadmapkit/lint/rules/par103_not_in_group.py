"""Who works by the plan is in the working group that the same act approves.

An act that approves a plan and the group that carries it out binds the members of the group;
a specialist whom only the plan names has not been appointed to anything. Found are people of
the plan outside every group of its act, where two members and at least half of the people
of the plan are in a group: else the plan is not the group's own. A person of whom the directory
knows that they serve in an organisation without any member helps from outside.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.working_groups import approved_together
from roadmapkit.model.directory import Person
from roadmapkit.resolve import ResolvedOrder

__all__ = ["RULE"]

_CODE = Code(
    "PAR103",
    "not-in-the-group",
    Severity.WARNING,
    "A person of the plan whom the working group of the same act lacks",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        both = approved_together(subject, order)
        inside = both.planned.keys() & both.members.keys()
        if len(inside) < 2 or 2 * len(inside) < len(both.planned):
            continue
        surnames = {surname for surname, _ in both.members}
        for person, places in both.planned.items():
            # A member's surname with other initials is a slip, which has a finding of its own.
            if person in both.members or person[0] in surnames:
                continue
            if _serves_elsewhere(places[0].party.ref, order, both.bodies):
                continue
            yield _CODE.at(
                places[0].span,
                Message(
                    "{person!r} works by the plan and is not in the group of {order!r}; activities:"
                    " {count}",
                    person=places[0].party.text,
                    order=order.model.id,
                    count=len(places),
                ),
                hint=Message("Add the person to the group, or name a member of it in the plan"),
                documents=(order.model.id,),
            )


def _serves_elsewhere(ref: str | None, order: ResolvedOrder, bodies: set[str]) -> bool:
    """Tell whether the directory knows a person's organisations, and none has a member."""
    directory = order.directory
    entry = directory.get(ref) if ref is not None else None
    if entry is None or not isinstance(entry.model, Person) or not bodies:
        return False
    held = [post.post.organization for post in directory.posts_of(entry.id, order.as_of)]
    known = [id_ for id_ in (*held, entry.model.organization) if id_ is not None]
    names = {directory.printed_name(id_, full=full) for id_ in known for full in (False, True)}
    return bool(names) and not names & bodies


RULE = Rule(_CODE, "parties", _check)
