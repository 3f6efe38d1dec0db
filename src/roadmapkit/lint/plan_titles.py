"""The titles of a plan's activities, in which a rule looks for its words at once."""

from __future__ import annotations

from operator import itemgetter

from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.text_index import TextIndex
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap

__all__ = ["PlanTitles", "titles_of"]


class PlanTitles:
    """The activities of a plan, found by what their titles hold."""

    def __init__(self, subject: Subject, plan: ResolvedRoadmap) -> None:
        """Read the titles of a plan.

        Args:
            subject: What the plan belongs to.
            plan: The plan.
        """
        self._rows: dict[str, list[tuple[int, ResolvedActivity]]] = {}
        for place, row in enumerate(activities_of(plan)):
            self._rows.setdefault(row.activity.title, []).append((place, row))
        self._index = subject.index.bare
        others = tuple(self._rows.keys() - subject.different)
        self._others = TextIndex(others).bare if others else None

    def holding(self, *marks: str) -> list[ResolvedActivity]:
        """Return the activities whose titles hold one of some words, in their order.

        Args:
            marks: The words or their beginnings, in small letters and without «ё».
        """
        texts = self._index.holding(*marks)
        if self._others is not None:
            texts += self._others.holding(*marks)
        found = [item for text in texts for item in self._rows.get(text, ())]
        return [row for _, row in sorted(found, key=itemgetter(0))]


def titles_of(subject: Subject, plan: ResolvedRoadmap) -> PlanTitles:
    """Return the titles of a plan, read once."""
    known = subject.once(_read)
    if plan.model.id not in known:
        known[plan.model.id] = PlanTitles(subject, plan)
    return known[plan.model.id]


def _read(subject: Subject) -> dict[str, PlanTitles]:
    return {}
