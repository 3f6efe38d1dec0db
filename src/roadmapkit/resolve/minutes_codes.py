"""Findings about minutes: decisions that plan or progress do not show, votes that cannot be."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["CODES", "NOT_IN_PLAN", "NO_MARK", "TOO_MANY_VOTES"]

NOT_IN_PLAN = Code(
    "MIN002",
    "decision-not-in-plan",
    Severity.WARNING,
    "A decision that changes a plan which does not say so yet",
)
NO_MARK = Code(
    "MIN003",
    "decision-without-mark",
    Severity.WARNING,
    "A decision on the state of an activity that no progress shows",
)
TOO_MANY_VOTES = Code(
    "MIN004", "too-many-votes", Severity.WARNING, "More votes than people who were present"
)

CODES = (NOT_IN_PLAN, NO_MARK, TOO_MANY_VOTES)
