"""An act leaves time to do what it sets terms for.

A plan that an order of 27 January approves, with «январь» as the term of a programme, leaves two
working days. The rule speaks where a month or a range of the plan ends within five days after the
date of the act and began before it; «до 1 февраля» may be meant, and terms that ended before
the act have a finding of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.resolved import ResolvedDue

__all__ = ["RULE"]

_CODE = Code(
    "DUE114", "no-time-left", Severity.INFO, "A term that ends within days of the act that sets it"
)
_DAYS = 5
_STRETCHES = (DeadlineKind.MONTH, DeadlineKind.RANGE)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        day = order.as_of
        for _, plan in sorted(order.plans.items()) if day is not None else ():
            short = [
                row.due
                for row in activities_of(plan)
                if row.due is not None and day is not None and _is_short(row.due, day)
            ]
            if short and day is not None:
                yield _CODE.at(
                    short[0].origin.span,
                    Message(
                        "The act {id!r} of {day} leaves {left} days for {phrase!r}; such terms: "
                        "{count}",
                        id=order.model.id,
                        day=day,
                        left=(short[0].meaning.occurrences[0].end - day).days,
                        phrase=" ".join(short[0].lines),
                        count=len(short),
                    ),
                    hint=Message("Set a later term, or say that the work is under way"),
                    documents=(plan.model.id, order.model.id),
                    also=[due.origin.span for due in short[1:]],
                )


def _is_short(due: ResolvedDue, day: date) -> bool:
    if due.meaning.kind not in _STRETCHES or len(due.meaning.occurrences) != 1:
        return False
    only = due.meaning.occurrences[0]
    return only.start <= day and 0 <= (only.end - day).days <= _DAYS


RULE = Rule(_CODE, "deadlines", _check)
