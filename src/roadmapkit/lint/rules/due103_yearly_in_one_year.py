"""What recurs yearly stands in a plan of several years.

In a plan for one year «ежегодно» was left over from a programme or from last year's plan: it
sets no term, and the work has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.deadlines import Frequency
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_terms import terms_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("DUE103", "yearly-in-one-year", Severity.INFO, "«Ежегодно» in a plan for one year")

_TWO_YEARS = 550
_YEARLY = regex(r"\b(?:ежегодн|каждый год|раз в год)", re.I)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        period = plan.period
        if period is None or (period.end - period.start).days >= _TWO_YEARS:
            continue
        yearly = [
            due
            for due in terms_of(subject, plan).saying(_YEARLY.search)
            if due.meaning.frequency in {Frequency.YEARLY, Frequency.ACADEMIC_YEAR}
            and due.meaning.count == 1
        ]
        if not yearly:
            continue
        yield _CODE.at(
            yearly[0].origin.span,
            Message(
                "The plan is for one year, and the term says {phrase!r}; in the plan: {count}",
                phrase=" ".join(yearly[0].lines),
                count=len(yearly),
            ),
            hint=Message("Name the month or the day within the period of the plan"),
            documents=(plan.model.id,),
            also=[due.origin.span for due in yearly[1:]],
        )


RULE = Rule(_CODE, "deadlines", _check)
