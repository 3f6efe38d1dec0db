"""Cells of plans: which columns a plan prints and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.lazily import dataclass
from roadmapkit.model.roadmap import Activity
from roadmapkit.model.table import Column
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap

__all__ = ["PlanColumn", "activities_of", "cell_text", "plan_columns"]


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
    """Yield the activities of a plan in the order of printing."""
    for section in roadmap.sections:
        yield from section.activities


def cell_text(activity: Activity, field: str) -> str:
    """Return what the author wrote for a column, its paragraphs joined; empty for a blank."""
    value = (activity.fields or {}).get(field) if field not in Activity.model_fields else None
    if field in {"responsible", "result", "indicator", "note"}:
        value = " ".join(getattr(activity, field))
    elif field == "due":
        value = "" if activity.due is None else str(activity.due)
    return " ".join((value or "").split())
