"""Different activities have different results.

The same sentence beside two activities was copied and not adapted. Short results such as
«Аналитическая справка» repeat by nature: the rule asks for four words, or for three in two
rows running, and is silent where a third of the plan has the result. Indicators are
looked at as well. A result that was adapted by half tells itself by its subject: «выявление
лучших практик работы с родителями» beside a seminar for young teachers, below one on work
with parents.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.copied_results import CopiedResult, copied_results, foreign_results
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of, roots_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("CMP004", "copied-result", Severity.WARNING, "A result that another activity has too")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        rows = list(activities_of(roadmap))
        results = roots_of(subject, roadmap, "result")
        found = [
            *copied_results(rows, results, "result"),
            *copied_results(rows, roots_of(subject, roadmap, "indicator"), "indicator"),
            *foreign_results(rows, results),
        ]
        for copied in found:
            yield _CODE.at(
                copied.row.origin.child(copied.field).span,
                _message(copied),
                hint=Message("Say of each what will be different afterwards"),
                documents=(roadmap.model.id,),
            )


def _message(copied: CopiedResult) -> Message:
    other = copied.source.number or f"«{copied.source.activity.title}»"
    if copied.words:
        return Message(
            "The result is about {words!r}, which is the subject of the activity {other}",
            words=copied.words,
            other=other,
        )
    return Message("The same result stands beside the activity {other}", other=other)


RULE = Rule(_CODE, "completeness", _check)
