"""Different activities have different results.

The same long sentence beside two activities was copied and not adapted. Short results such
as «Аналитическая справка» repeat by nature. All repetitions of a plan are one finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of, cell_text
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedActivity

__all__ = ["RULE"]

_CODE = Code(
    "CMP004", "copied-result", Severity.WARNING, "A long result that several activities have"
)
_LONG = 60
"""Characters of a result that nobody writes twice by chance."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        results: dict[str, list[ResolvedActivity]] = {}
        for row in activities_of(roadmap):
            text = cell_text(row.activity, "result")
            if len(text) >= _LONG:
                results.setdefault(text.casefold().rstrip(" .;"), []).append(row)
        copied = [rows for rows in results.values() if len(rows) > 1]
        if not copied:
            continue
        numbers = [row.number or row.activity.title for rows in copied for row in rows]
        yield _CODE.at(
            copied[0][1].origin.child("result").span,
            Message("The same result stands beside several activities: {numbers}", numbers=numbers),
            hint=Message("Say of each what will be different afterwards"),
            documents=(roadmap.model.id,),
        )


RULE = Rule(_CODE, "completeness", _check)
