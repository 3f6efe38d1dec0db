"""A report says of every activity how it stands.

Where nearly all activities of a report have a mark, one without any was forgotten. A plan
whose execution has only begun has few marks, and the rule is silent; so it is about work whose
term has not begun on the day of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedActivity

__all__ = ["RULE"]

_CODE = Code(
    "CMP002", "no-mark", Severity.WARNING, "An activity without a mark in a report full of them"
)
_MOST = 6
"""How many times as many activities must have a mark as have none."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for progress in subject.progress:
        for report in progress.reports:
            rows = [row for _, listed in report.sections for row in listed]
            bare = [
                row
                for row in rows
                if row.entry is None
                and row.entry_origin is None
                and not row.terms
                and _has_begun(row.activity, report.as_of)
            ]
            if not bare or len(rows) - len(bare) < _MOST * len(bare):
                continue
            yield _CODE.at(
                report.origin.span,
                Message(
                    "Activities without a mark in the report: {activities}",
                    activities=[row.activity.number or row.activity.activity.title for row in bare],
                ),
                hint=Message("Add an entry for each of them"),
                documents=(progress.model.id,),
                also=[row.activity.origin.child("title").span for row in bare],
            )


def _has_begun(activity: ResolvedActivity, day: date) -> bool:
    """Tell whether there could be a mark on a day; work without dates has always begun."""
    if activity.due is None or not activity.due.meaning.occurrences:
        return True
    meaning = activity.due.meaning
    by = meaning.kind is DeadlineKind.BY  # which says when work ends and not when it begins
    return min(term.end if by else term.start for term in meaning.occurrences) <= day


RULE = Rule(_CODE, "completeness", _check)
