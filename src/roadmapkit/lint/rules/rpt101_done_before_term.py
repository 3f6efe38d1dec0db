"""Nothing is marked as done before its term has begun.

«Выполнено» in July for work that is due in August and September is either a wish or a slip in
the row. Work that is done early keeps its mark where the mark says so in words of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedActivity

__all__ = ["RULE"]

_CODE = Code(
    "RPT101", "done-before-term", Severity.WARNING, "Work marked as done before its term has begun"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for progress in subject.progress:
        terms = {item.activity.id: item for item in activities_of(progress.roadmap)}
        last = max((report.as_of for report in progress.reports), default=None)
        early: list[tuple[int, ResolvedActivity, str]] = []
        for index, entry in enumerate(progress.model.entries):
            item = terms.get(entry.activity)
            day = entry.date or last
            if item is None or item.due is None or day is None or entry.status != "выполнено":
                continue
            meaning = item.due.meaning
            starts = [one.start for one in meaning.occurrences]
            if starts and meaning.start is not None and min(starts) > day:
                early.append((index, item, " ".join(item.due.lines)))
        if not early:
            continue
        index, item, term = early[0]
        yield _CODE.at(
            progress.origin.child("entries", index, "status").span,
            Message(
                "{title!r} is marked as done before its term, {term}; such marks: {count}",
                title=" ".join(item.activity.title.split()),
                term=term,
                count=len(early),
            ),
            hint=Message("Put the mark or its day right"),
            documents=(progress.model.id,),
            also=[
                progress.origin.child("entries", other, "status").span for other, _, _ in early[1:]
            ],
        )


RULE = Rule(_CODE, "reports", _check)
