"""What is prepared first is due first.

«Разработка программ наставничества» in December and «Реализация программ наставничества» from
September: one of the terms is wrong, and nobody can keep both. The rule pairs activities of a
plan that name the same thing, one as work that prepares (разработка, согласование,
утверждение) and one as work that follows (утверждение, реализация, внедрение), and
speaks where the later step begins before the earlier one, or ends before it. Terms without
dates are passed over, and so is a step that lasts as long as the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import dataclass
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.word_roots import word_roots
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap

__all__ = ["RULE"]

_CODE = Code(
    "DUE105",
    "preparation-after",
    Severity.WARNING,
    "Work that prepares is due after what it prepares",
)
_STEPS = (
    ("разра", "соста", "подго"),
    ("согла", "обсуж", "экспе"),
    ("утвер",),
    ("реали", "внедр", "апроб"),
)
"""Beginnings of the words for each step, first to last."""
_RUNNING = 3
"""The step that begins with the work itself and may take long."""
_NAMED = 3
"""Words that tell what two activities are about."""
_SAME = 0.8
_LONG = (DeadlineKind.CONTINUOUS, DeadlineKind.YEAR, DeadlineKind.ACADEMIC_YEAR)


@dataclass(frozen=True, slots=True)
class _Step:
    """An activity with its place among the steps, its subject and its days."""

    row: ResolvedActivity
    rank: int
    about: frozenset[str]
    start: date
    end: date


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        steps = [step for row in activities_of(plan) for step in _steps(row)]
        told: set[int] = set()
        for earlier in steps:
            for later in steps:
                if id(later.row) not in told and _is_inverted(earlier, later):
                    told.add(id(later.row))
                    yield _finding(plan, earlier, later)


def _steps(row: ResolvedActivity) -> Iterator[_Step]:
    due = row.due
    if due is None or due.meaning.kind in _LONG or not due.meaning.occurrences:
        return
    first = due.meaning.occurrences[0]
    roots = word_roots(row.activity.title)
    ranks = [next((r for r, begun in enumerate(_STEPS) if root in begun), -1) for root in roots[:3]]
    lead = 0
    while lead < len(ranks) and ranks[lead] >= 0:
        lead += 1
    about = frozenset(roots[lead:])
    if lead and len(about) >= _NAMED:
        # «Разработка и реализация программ» is one activity; its first step is what counts.
        yield _Step(row, min(ranks[:lead]), about, first.start, first.end)


def _is_inverted(earlier: _Step, later: _Step) -> bool:
    if earlier.rank >= later.rank or not _is_same(earlier.about, later.about):
        return False
    if later.rank == _RUNNING:
        return later.start < earlier.start
    return later.end < earlier.start


def _is_same(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= max(_NAMED, _SAME * max(len(one), len(two)))


def _finding(plan: ResolvedRoadmap, earlier: _Step, later: _Step) -> Diagnostic:
    origin = later.row.due.origin if later.row.due is not None else later.row.origin
    return _CODE.at(
        origin.span,
        Message(
            "This follows from {other}, which is due only on {day}",
            other=_name(earlier.row),
            day=earlier.end,
        ),
        hint=Message("Move one of the two terms"),
        documents=(plan.model.id,),
    )


def _name(row: ResolvedActivity) -> Sequence[str] | str:
    return row.number or f"«{row.activity.title}»"


RULE = Rule(_CODE, "deadlines", _check)
