"""No term of a plan ends before the act that approves it.

Nobody can be obliged to have done a thing before the day of the order. Where a plan is
approved late, the work that is done already belongs in its grounds, or the act says that it
confirms what was done. A month in which the act is signed is no such term.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "DUE101",
    "term-before-act",
    Severity.WARNING,
    "Terms that ended before the act that approves the plan",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        day = order.as_of
        if day is None:
            continue
        for _, plan in sorted(order.plans.items()):
            past = [
                item
                for item in activities_of(plan)
                if item.due is not None
                and (occurrences := item.due.meaning.occurrences)
                and max(one.end for one in occurrences) < day
            ]
            if not past or (plan.period is not None and plan.period.end < day):
                continue
            first = past[0].due or past[0]
            yield _CODE.at(
                first.origin.span,
                Message(
                    "The term ended before the act {id!r} of {day}; such activities: {count}",
                    id=order.model.id,
                    day=day,
                    count=len(past),
                ),
                hint=Message("Move the term, or leave out what was done before the act"),
                documents=(plan.model.id, order.model.id),
                also=[(item.due or item).origin.span for item in past[1:]],
            )


RULE = Rule(_CODE, "deadlines", _check)
