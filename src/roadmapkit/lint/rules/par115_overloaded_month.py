"""Nobody has more work in a month than can be done.

Nine terms of one person in May, and two in the whole of the autumn: the plan was not laid out over
the year. The rule counts, for each person of a plan, the activities whose dated term ends in a
month, and speaks from nine on (`checks: limits: month_load`). What recurs or lasts, and what is
due in every month, is the person's usual work and does not count. One finding a plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.cells import PlannedParty, parties_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_coverage import is_undated
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("PAR115", "overloaded-month", Severity.INFO, "A person with many terms in one month")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    most = subject.workspace.settings.checks.limits.month_load
    for roadmap in subject.roadmaps if most else ():
        months: dict[tuple[str, int, int], list[PlannedParty]] = {}
        for planned in parties_of(subject, roadmap):
            if planned.party.kind == "person":
                for year, month in sorted(_months(planned)):
                    months.setdefault((planned.party.normalized, year, month), []).append(planned)
        load = sorted(months.items(), key=lambda item: (-len(item[1]), item[0]))
        if load and len(load[0][1]) > most:
            (person, year, month), places = load[0]
            yield _CODE.at(
                places[0].span,
                Message(
                    "{person!r} has {count} terms in {month}",
                    person=person,
                    count=len(places),
                    month=f"{month:02}.{year}",
                ),
                hint=Message("Move some of the terms, or name another executor"),
                documents=(roadmap.model.id,),
            )


def _months(planned: PlannedParty) -> set[tuple[int, int]]:
    due = planned.activity.due
    if due is None or is_undated(due) or due.meaning.frequency is not None:
        return set()
    return {(one.end.year, one.end.month) for one in due.meaning.occurrences}


RULE = Rule(_CODE, "parties", _check)
