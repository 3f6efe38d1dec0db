"""The terms of plans: in a plan of hundreds of rows a few dozen phrases repeat."""

from __future__ import annotations

from collections.abc import Callable

from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedRoadmap
from roadmapkit.resolve.resolved import ResolvedDue

__all__ = ["PlanTerms", "terms_of"]


class PlanTerms:
    """The terms of a plan in the order of its rows.

    Attributes:
        all: Every term.
    """

    def __init__(self, plan: ResolvedRoadmap) -> None:
        """Read the terms of a plan."""
        self.all = tuple(row.due for row in activities_of(plan) if row.due is not None)
        self._phrases = {due.lines: " ".join(due.lines) for due in self.all}

    def saying(self, test: Callable[[str], object]) -> list[ResolvedDue]:
        """Return the terms whose words pass a test, which is put to each phrase once."""
        passing = {lines for lines, phrase in self._phrases.items() if test(phrase)}
        return [due for due in self.all if due.lines in passing] if passing else []


def terms_of(subject: Subject, plan: ResolvedRoadmap) -> PlanTerms:
    """Return the terms of a plan, read once."""
    known = subject.once(_read)
    if plan.model.id not in known:
        known[plan.model.id] = PlanTerms(plan)
    return known[plan.model.id]


def _read(subject: Subject) -> dict[str, PlanTerms]:
    return {}
