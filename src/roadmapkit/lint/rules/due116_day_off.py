"""What is appointed for a day is appointed for a working day.

A seminar on «16 июня 2024 г.» is on a Sunday: whoever appoints it has looked at no calendar, or at
that of another year. The rule speaks of single days that an author named himself and that are a
Sunday or a holiday in the calendar of the workspace; a Saturday is a usual day for an olympiad.
«До 16 июня» is no such day: whoever is early keeps it. All such terms of a plan are one finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_terms import terms_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.resolved import ResolvedDue

__all__ = ["RULE"]

_CODE = Code("DUE116", "day-off", Severity.INFO, "A single day that is a day off")
_SATURDAY = 5


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        off = [due for due in terms_of(subject, plan).all if _is_day_off(due)]
        if off:
            only = off[0].meaning.occurrences[0]
            yield _CODE.at(
                off[0].origin.span,
                Message(
                    "{phrase!r} is a day off, the working day is {day}; such terms: {count}",
                    phrase=" ".join(off[0].lines),
                    day=only.due,
                    count=len(off),
                ),
                hint=Message("Name a working day, or до in front of the day"),
                documents=(plan.model.id,),
                also=[due.origin.span for due in off[1:]],
            )


def _is_day_off(due: ResolvedDue) -> bool:
    meaning = due.meaning
    if meaning.kind is not DeadlineKind.DATE or len(meaning.occurrences) != 1:
        return False
    only = meaning.occurrences[0]
    return only.due != only.end and only.end.weekday() != _SATURDAY


RULE = Rule(_CODE, "deadlines", _check)
