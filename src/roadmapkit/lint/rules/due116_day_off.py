"""A term ends on a working day.

«До 16 июня 2024 г.» is a Sunday: the library reckons with the working day before, as the custom
of orders is, but whoever reads the plan sees another day. The rule speaks of days that an author
named himself and that the calendar of the workspace has as days off: of terms that end on one,
and of events on a Sunday or a holiday. The first and the last day of a month («до 1 марта», «до
31 марта») stand for the month, and a Saturday is a usual day for an olympiad. All such terms
of a plan are one finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.resolved import ResolvedDue

__all__ = ["RULE"]

_CODE = Code("DUE116", "day-off", Severity.INFO, "A term whose day is a day off")
_SATURDAY = 5


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        off = [
            row.due for row in activities_of(plan) if row.due is not None and _is_day_off(row.due)
        ]
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
                hint=Message("Name the working day"),
                documents=(plan.model.id,),
            )


def _is_day_off(due: ResolvedDue) -> bool:
    meaning = due.meaning
    if meaning.kind not in {DeadlineKind.DATE, DeadlineKind.BY} or len(meaning.occurrences) != 1:
        return False
    only = meaning.occurrences[0]
    if only.due == only.end or 1 in {only.end.day, (only.end + timedelta(days=1)).day}:
        return False
    return meaning.kind is DeadlineKind.BY or only.end.weekday() != _SATURDAY


RULE = Rule(_CODE, "deadlines", _check)
