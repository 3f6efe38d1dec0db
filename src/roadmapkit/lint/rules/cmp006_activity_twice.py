"""An activity stands in a plan once.

The same title in two rows, or a title that is a whole sentence of another one, makes two
people report on one thing. Rows that differ in their sub-items are two activities. All
repetitions of a plan are one finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject
from roadmapkit.model.roadmap import Activity
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap

__all__ = ["RULE"]

_CODE = Code("CMP006", "activity-twice", Severity.WARNING, "An activity that stands twice")
_SENTENCES = regex(r"[.;\n]\s*(?=[А-ЯЁ])")
_FEW = 3
"""Rows of a plan that is more than a beginning."""
_LONG = 6
"""Words of a sentence that is no common phrase."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        found = list(_pairs(roadmap)) if _has_rows(roadmap) else []
        if not found:
            continue
        row, other = found[0]
        yield _CODE.at(
            row.origin.child("title").span,
            Message(
                "The activity {number} stands in the plan already: {other}; in the plan: {times}",
                number=row.number or row.activity.title,
                other=other.number or other.activity.title,
                times=len(found),
            ),
            hint=Message("Leave one of the rows, or say in the titles what is different"),
            documents=(roadmap.model.id,),
            also=[one.origin.child("title").span for one, _ in found[1:]],
        )


def _has_rows(roadmap: ResolvedRoadmap) -> bool:
    return sum(1 for _ in activities_of(roadmap)) >= _FEW


def _pairs(roadmap: ResolvedRoadmap) -> Iterator[tuple[ResolvedActivity, ResolvedActivity]]:
    titles: dict[str, ResolvedActivity] = {}
    sentences: dict[str, ResolvedActivity] = {}
    rows = [(row, _key(row.activity)) for row in activities_of(roadmap)]
    for row, whole in rows:
        if titles.setdefault(whole, row) is not row:
            yield row, titles[whole]
            continue
        for piece in _pieces(row.activity):
            if len(piece.split()) >= _LONG:
                sentences.setdefault(_plain(piece), row)
    for row, whole in rows if sentences else ():
        other = sentences.get(whole)
        if other is not None and other is not row:
            yield row, other


def _key(activity: Activity) -> str:
    items = activity.items
    return _plain(" ".join((activity.title, *items)) if items else activity.title)


def _pieces(activity: Activity) -> Sequence[str]:
    """Return the sentences and items of an activity that has several of them."""
    title, items = activity.title, activity.items
    if not items and "." not in title and ";" not in title and "\n" not in title:
        return ()
    pieces = [*_SENTENCES.split(title.strip()), *items]
    return pieces if len(pieces) > 1 else ()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().replace("ё", "е").rstrip(" .;,")


RULE = Rule(_CODE, "completeness", _check)
