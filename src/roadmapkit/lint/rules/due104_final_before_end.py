"""Final work stands at the end of the plan.

An activity that sums up the whole plan cannot be done months before its end: the term, or the
word «итоговый», was copied from another row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_titles import titles_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "DUE104", "final-before-end", Severity.WARNING, "Final work long before the end of the plan"
)

_LONG = 75
_FINAL = regex(
    r"\bитогов\w+\s+(?:анализ|отч[её]т|совещани|мониторинг|заседани|справк)\w*"
    r"|подведение\s+итогов\s+(?:реализации|выполнения|исполнения)"
    r"|(?:анализ|оценка)\s+(?:результатов\s+)?(?:реализации|выполнения|исполнения)\s+"
    r"(?:плана|дорожной\s+карты|программы|проекта)",
    re.I,
)

_BEGUN = ("итогов", "подведение", "анализ", "оценка")
"""What each of them begins with."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        period = plan.period
        if period is None:
            continue
        for item in titles_of(subject, plan).holding(*_BEGUN):
            match = _FINAL.search(item.activity.title)
            due = item.due
            if match is None or due is None or due.meaning.frequency is not None:
                continue
            last = max((one.end for one in due.meaning.occurrences), default=None)
            if last is None or (period.end - last).days < _LONG or last < period.start:
                continue
            yield _CODE.at(
                due.origin.span,
                Message(
                    "{words!r} is due on {day}, the plan ends on {end}",
                    words=" ".join(match[0].split()),
                    day=last,
                    end=period.end,
                ),
                hint=Message("Move the term to the end of the plan, or say what it sums up"),
                documents=(plan.model.id,),
            )


RULE = Rule(_CODE, "deadlines", _check)
