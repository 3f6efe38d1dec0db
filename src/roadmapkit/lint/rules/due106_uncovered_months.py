"""The terms of a plan cover its period.

A plan for 2024 whose last term is in August either ends in August, or its autumn was never
planned. The rule speaks of three months and more that no term touches
(`checks: limits: uncovered_months`), in a plan of five dated terms or more; the summer months,
when schools have holidays, do not count, and neither does the time before the first term or
before the act that approves the plan. It is silent where half of the terms have no date
(«постоянно»): such a plan is covered by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_coverage import Gap, is_undated, uncovered
from roadmapkit.lint.plan_terms import terms_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.resolved import ResolvedDue

__all__ = ["RULE"]

_CODE = Code(
    "DUE106", "uncovered-months", Severity.INFO, "A part of the period that no term touches"
)
_FEW = 5
"""Dated terms of a plan that is more than a beginning."""
_SUMMER = frozenset({6, 7, 8})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    least = subject.workspace.settings.checks.limits.uncovered_months
    approved = {
        plan: order.as_of
        for order in subject.orders
        for plan in sorted(order.plans)
        if order.as_of is not None
    }
    for plan in subject.roadmaps:
        if not least or plan.period is None:
            continue
        start = max(plan.period.start, approved.get(plan.model.id, plan.period.start))
        for gap in _gaps(terms_of(subject, plan).all, start, plan.period.end):
            if sum(month not in _SUMMER for month in gap.months) >= least:
                yield _CODE.at(
                    plan.origin.child("period").span,
                    Message(
                        "No term of the plan lies between {start} and {end}",
                        start=gap.start,
                        end=gap.end,
                    ),
                    hint=Message("Plan this time too, or shorten the period"),
                    documents=(plan.model.id,),
                )
                break


def _gaps(terms: Sequence[ResolvedDue], start: date, end: date) -> Iterator[Gap]:
    dated = [term for term in terms if not is_undated(term) and term.meaning.occurrences]
    if len(dated) >= _FEW and 2 * len(dated) > len(terms):
        first = min(one.start for term in dated for one in term.meaning.occurrences)
        yield from uncovered(max(start, first), end, dated)


RULE = Rule(_CODE, "deadlines", _check)
