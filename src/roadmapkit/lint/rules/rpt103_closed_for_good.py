"""Work that goes on is not marked as done for good.

«Выполнено» in the first summer beside «2021–2023» or «ежегодно» closes what two more years
are to bring, and the next report has nothing left to say. «Выполнено на этапе», or a mark for
one of the terms, says what was meant. Work with one term is done when it is done, also
before its last day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.marks import Marked, marked_activities
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "RPT103", "closed-for-good", Severity.WARNING, "Work of several years marked as done at once"
)
_GOING_ON = frozenset(
    {
        DeadlineKind.RECURRING,
        DeadlineKind.CONTINUOUS,
        DeadlineKind.RANGE,
        DeadlineKind.YEAR,
        DeadlineKind.ACADEMIC_YEAR,
        DeadlineKind.MULTIPLE,
    }
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for progress in subject.progress:
        reported = max((report.as_of for report in progress.reports), default=None)
        found = [
            item
            for item in marked_activities(progress)
            if _goes_on(item, item.entry.date or reported)
        ]
        if not found:
            continue
        first = found[0]
        yield _CODE.at(
            first.origin.child("status").span,
            Message(
                "{title!r} is marked as done, and its term goes on: {term}",
                title=first.title,
                term=first.term,
            ),
            hint=Message("Write «выполнено на этапе», or name the term in `occurrence`"),
            documents=(progress.model.id,),
            also=[item.origin.child("status").span for item in found[1:]],
        )


def _goes_on(item: Marked, day: date | None) -> bool:
    last = item.last_day
    if day is None or last is None or item.entry.status != "выполнено":
        return False
    if item.entry.occurrence is not None or item.meaning.kind not in _GOING_ON:
        return False
    return last.year > day.year and any(one.end > day for one in item.meaning.occurrences)


RULE = Rule(_CODE, "reports", _check)
