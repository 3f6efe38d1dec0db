"""A column that most rows fill has no blank.

A blank among filled cells is a question to the author: nothing is expected, or it was
forgotten? The rule looks at the columns that a plan of five rows or more prints, and
speaks of a column where at least half of its cells are filled; a column that is blank
throughout is filled by hand, and a section without any term has a finding of its own. Up to
ten blanks of a plan are told row by row, more of them column by column.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import PlanColumn, activities_of, cells_of, plan_columns
from roadmapkit.lint.plan_coverage import sections_without_term
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap

__all__ = ["RULE"]

_CODE = Code(
    "CMP001", "empty-cell", Severity.WARNING, "A blank in a column that most activities fill"
)
_HINT = Message("Fill them, or say why there is nothing to write")
_BLANK = frozenset({"", "-", "–", "—"})
_FEW = 5
"""Rows of a plan in which it can be told what most of them do."""
_EACH = 10
"""Most blanks that are worth a finding each."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        rows = list(activities_of(roadmap))
        blanks: list[tuple[PlanColumn, list[ResolvedActivity]]] = []
        for column in plan_columns(roadmap):
            cells = cells_of(subject, roadmap, column.field)
            if _BLANK.isdisjoint(cells):
                continue
            blank = [row for row, text in zip(rows, cells, strict=True) if text in _BLANK]
            if column.field == "due" and blank:
                sections = sections_without_term(roadmap)
                open_rows = {id(row) for section in sections for row in section.activities}
                blank = [row for row in blank if id(row) not in open_rows]
            if len(rows) >= _FEW and blank and 2 * len(blank) <= len(rows):
                blanks.append((column, blank))
        if sum(len(blank) for _, blank in blanks) <= _EACH:
            yield from _by_rows(roadmap, blanks)
        else:
            yield from _by_columns(roadmap, blanks, len(rows))


def _by_rows(
    roadmap: ResolvedRoadmap, blanks: list[tuple[PlanColumn, list[ResolvedActivity]]]
) -> Iterator[Diagnostic]:
    rows: dict[int, tuple[ResolvedActivity, list[str]]] = {}
    for column, blank in blanks:
        for row in blank:
            rows.setdefault(id(row), (row, []))[1].append(column.heading)
    for row, columns in rows.values():
        yield _CODE.at(
            row.origin.child("title").span,
            Message(
                "The activity {number} has nothing in the column {columns}",
                number=row.number or f"«{row.activity.title}»",
                columns=columns,
            ),
            hint=_HINT,
            documents=(roadmap.model.id,),
        )


def _by_columns(
    roadmap: ResolvedRoadmap,
    blanks: list[tuple[PlanColumn, list[ResolvedActivity]]],
    total: int,
) -> Iterator[Diagnostic]:
    for column, blank in blanks:
        numbers = [row.number or row.activity.title for row in blank]
        yield _CODE.at(
            blank[0].origin.child("title").span,
            Message(
                "Activities without a value in the column {column!r}: {count} of {total} "
                "({numbers})",
                column=column.heading,
                count=len(blank),
                total=total,
                numbers=numbers[:5] if len(numbers) <= 5 else [*numbers[:5], "…"],
            ),
            hint=_HINT,
            documents=(roadmap.model.id,),
        )


RULE = Rule(_CODE, "completeness", _check)
