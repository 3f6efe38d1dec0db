"""A column that most rows fill has no blank.

A blank among filled cells is a question to the author: nothing is expected, or it was
forgotten? The rule looks at the columns that a plan of five rows or more prints, and
speaks of a column where at least half of its cells are filled; a column that is blank
throughout is filled by hand. All blanks of a column are one finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of, cell_text, plan_columns
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "CMP001", "empty-cell", Severity.WARNING, "A blank in a column that most activities fill"
)
_BLANK = frozenset({"", "-", "–", "—"})
_FEW = 5
"""Rows of a plan in which it can be told what most of them do."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        rows = list(activities_of(roadmap))
        for column in plan_columns(roadmap):
            blank = [row for row in rows if cell_text(row.activity, column.field) in _BLANK]
            if len(rows) < _FEW or not blank or 2 * len(blank) > len(rows):
                continue
            numbers = [row.number or row.activity.title for row in blank]
            yield _CODE.at(
                blank[0].origin.child("title").span,
                Message(
                    "Activities without a value in the column {column!r}: {count} of {total} "
                    "({numbers})",
                    column=column.heading,
                    count=len(blank),
                    total=len(rows),
                    numbers=numbers[:5] if len(numbers) <= 5 else [*numbers[:5], "…"],
                ),
                hint=Message("Fill them, or say why there is nothing to write"),
                documents=(roadmap.model.id,),
            )


RULE = Rule(_CODE, "completeness", _check)
