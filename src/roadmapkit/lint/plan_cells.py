"""Cells of plans: which columns a plan prints and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from roadmapkit.lazily import dataclass
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.word_roots import word_roots
from roadmapkit.model.column import Column
from roadmapkit.model.roadmap import Activity
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap

__all__ = ["PlanColumn", "activities_of", "cell_text", "cells_of", "plan_columns", "roots_of"]

_PARAGRAPHS = frozenset({"responsible", "result", "indicator", "note"})


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column of a plan that the author fills.

    Attributes:
        field: Its key: ``due``, ``result``, a key of ``fields``.
        heading: Its heading, or the key where the author gave none.
    """

    field: str
    heading: str


def plan_columns(roadmap: ResolvedRoadmap) -> Iterator[PlanColumn]:
    """Yield the columns that every row should fill: no numbers, no notes, no titles.

    Without columns of its own a plan prints every field that one of its rows has.
    """
    if not roadmap.model.columns:
        for field in ("due", "responsible", "result", "indicator"):
            yield PlanColumn(field, field)
    for column in roadmap.model.columns:
        field = column.field if isinstance(column, Column) else column
        heading = (column.heading if isinstance(column, Column) else None) or field
        if field not in {"number", "activity", "note", "status"}:
            yield PlanColumn(field, " ".join(heading.split()))


def activities_of(roadmap: ResolvedRoadmap) -> Iterator[ResolvedActivity]:
    """Return the activities of a plan in the order of printing."""
    return chain.from_iterable(section.activities for section in roadmap.sections)


def cells_of(subject: Subject, roadmap: ResolvedRoadmap, field: str) -> Sequence[str]:
    """Return the texts of a column, row by row, as :func:`cell_text` has them; found once."""
    known = subject.once(_known_cells)
    key = (roadmap.model.id, field)
    if key not in known:
        rows = activities_of(roadmap)
        if field in _PARAGRAPHS:
            cells = map(attrgetter(f"activity.{field}"), rows)
            written = [cell[0] if len(cell) == 1 else " ".join(cell) for cell in cells]
        else:
            written = [_written(row.activity, field) for row in rows]
        plain = {text: " ".join(text.split()) for text in set(written)}
        known[key] = [plain[text] for text in written]
    return known[key]


def roots_of(subject: Subject, roadmap: ResolvedRoadmap, field: str) -> Sequence[tuple[str, ...]]:
    """Return the words of a column, row by row, as :func:`word_roots` has them; found once."""
    known = subject.once(_known_roots)
    key = (roadmap.model.id, field)
    if key not in known:
        known[key] = [word_roots(text) for text in cells_of(subject, roadmap, field)]
    return known[key]


def cell_text(activity: Activity, field: str) -> str:
    """Return what the author wrote for a column, its paragraphs joined; empty for a blank."""
    return " ".join(_written(activity, field).split())


def _written(activity: Activity, field: str) -> str:
    if field in _PARAGRAPHS:
        return " ".join(getattr(activity, field))
    if field == "due":
        return "" if activity.due is None else str(activity.due)
    own = activity.fields if field not in Activity.model_fields else None
    return (own or {}).get(field) or ""


def _known_roots(subject: Subject) -> dict[tuple[str, str], Sequence[tuple[str, ...]]]:
    return {}


def _known_cells(subject: Subject) -> dict[tuple[str, str], Sequence[str]]:
    return {}
