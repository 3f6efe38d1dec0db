"""Most terms of a plan can be checked.

«Постоянно», «в течение года», «по отдельному графику» name no day on which anybody could ask
what was done, and a plan of such terms cannot be controlled. The rule speaks where they are
more than 75 per cent of ten terms and more (`checks: limits: undated_share`). Recurring terms
(«ежемесячно») can be checked; so can those for which the settings give reporting days.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_coverage import is_undated
from roadmapkit.lint.plan_terms import terms_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "DUE107", "few-checkable-terms", Severity.INFO, "A plan most of whose terms name no day"
)
_FEW = 10
"""Terms of a plan of which a share can be told."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    most = subject.workspace.settings.checks.limits.undated_share
    for plan in subject.roadmaps:
        terms = terms_of(subject, plan).all
        undated = [term for term in terms if is_undated(term)]
        if not most or len(terms) < _FEW or 100 * len(undated) <= most * len(terms):
            continue
        yield _CODE.at(
            undated[0].origin.span,
            Message(
                "Terms without a day, such as {phrase!r}, are {count} of {total}",
                phrase=" ".join(undated[0].lines),
                count=len(undated),
                total=len(terms),
            ),
            hint=Message("Name a month, a recurrence or the day of a report on them"),
            documents=(plan.model.id,),
        )


RULE = Rule(_CODE, "deadlines", _check)
