"""What was not done in time says why.

A report that lists work as not done, or still planned after its term, and gives no reason
comes back with the question. The key `reason`, or words such as «в связи с …», «по причине …»
are one, and so is a new term in `planned_for`. What is marked as done is no business of this
rule: the day of a mark says when it was put, not when the work was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.marks import Marked, marked_activities
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("RPT105", "late-without-reason", Severity.INFO, "Work not done in time and no reason")
_REASON = regex(
    r"в связи|по причин|из-за|ввиду|вследстви|по итогам|отсутстви|перенес|перенос|отмен|замен"
    r"|поскольку|так как|карантин|ограничени|срок\w* не наступ|продл|на основании",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for progress in subject.progress:
        last = max((report.as_of for report in progress.reports), default=None)
        found = [item for item in marked_activities(progress) if _is_late(item, last)]
        if not found:
            continue
        first = found[0]
        yield _CODE.at(
            first.origin.child("status").span,
            Message(
                "{title!r} is late ({term}) and no reason is given",
                title=first.title,
                term=first.term,
            ),
            hint=Message("Add `reason` to the mark"),
            documents=(progress.model.id,),
            also=[item.origin.child("status").span for item in found[1:]],
        )


def _is_late(item: Marked, last: date | None) -> bool:
    entry = item.entry
    if entry.status not in {"не выполнено", "запланировано"} or entry.reason or entry.planned_for:
        return False
    if _REASON.search(" ".join(entry.text)):
        return False
    day, end = entry.date or last, item.last_day
    return day is not None and end is not None and end < day


RULE = Rule(_CODE, "reports", _check)
