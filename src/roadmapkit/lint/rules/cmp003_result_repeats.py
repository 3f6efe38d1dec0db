"""A result is more than the activity in other words.

«Организация работы наставников» with the result «Организована работа наставников» says
nothing that can be checked. The rule compares the words in their dictionary forms, and
speaks where the result has no word of its own, repeats most of the activity, and with it the
action: «Школьные программы» to «Разработка школьных программ» names what there will be, and
«Назначен координатор» to a long title is a fair result too.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of, cell_text
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.word_roots import may_repeat, word_roots
from roadmapkit.model.roadmap import Activity
from roadmapkit.resolve import ResolvedActivity

__all__ = ["RULE"]

_CODE = Code("CMP003", "result-repeats", Severity.WARNING, "A result that repeats its activity")
_FEWEST = 2
_MOST = 0.7
"""Part of an activity's words that a repetition has."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        found: list[tuple[ResolvedActivity, str]] = [
            (row, field)
            for row in activities_of(roadmap)
            if (field := _repeating(row.activity)) is not None
        ]
        if not found:
            continue
        row, field = found[0]
        yield _CODE.at(
            row.origin.child(field).span,
            Message(
                "The result repeats the activity: {result!r}; in the plan: {times}",
                result=cell_text(row.activity, field),
                times=len(found),
            ),
            hint=Message("Name what there will be: a document, a number, a change"),
            documents=(roadmap.model.id,),
        )


def _repeating(activity: Activity) -> str | None:
    for field in ("result", "indicator"):
        text = cell_text(activity, field)
        verb = activity.title.split()[0]
        if not text or any(map(str.isdigit, text)):
            continue
        if not (may_repeat(text, activity.title) and may_repeat(verb, text)):
            continue
        said, title, action = map(word_roots, (text, activity.title, verb))
        if len(said) >= _FEWEST and action <= said <= title and len(said) >= _MOST * len(title):
            return field
    return None


RULE = Rule(_CODE, "completeness", _check)
