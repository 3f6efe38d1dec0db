"""What is prepared first is due first.

«Разработка программ наставничества» in December and «Реализация программ наставничества» from
September: one of the terms is wrong, and nobody can keep both. The rule pairs activities of a
plan that name the same thing, one as work that prepares (разработка, согласование,
утверждение) and one as work that follows (утверждение, реализация, внедрение), and
speaks where the later step begins before the earlier one, or ends before it. Terms without
dates are passed over, and so is a step that lasts as long as the plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from math import ceil

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import dataclass
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_titles import titles_of
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
_RANKS = {begun: rank for rank, words in enumerate(_STEPS) for begun in words}
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
        rows = titles_of(subject, plan).holding(*_RANKS)
        steps = [step for row in rows for step in _steps(row)]
        known = _Known(steps)
        firsts = [(known.first_before(later), place) for place, later in enumerate(steps)]
        for first, place in sorted((first, place) for first, place in firsts if first is not None):
            yield _finding(plan, steps[first], steps[place])


def _steps(row: ResolvedActivity) -> Iterator[_Step]:
    due = row.due
    if due is None or due.meaning.kind in _LONG or not due.meaning.occurrences:
        return
    first = due.meaning.occurrences[0]
    roots = word_roots(row.activity.title)
    ranks = [_RANKS.get(root, -1) for root in roots[:3]]
    lead = 0
    while lead < len(ranks) and ranks[lead] >= 0:
        lead += 1
    about = frozenset(roots[lead:])
    if lead and len(about) >= _NAMED:
        # «Разработка и реализация программ» is one activity; its first step is what counts.
        yield _Step(row, min(ranks[:lead]), about, first.start, first.end)


class _Known:
    """The steps of a plan, found by the rarest of their words.

    Two steps about the same thing share so many words that one of the rarest is among them.
    """

    def __init__(self, steps: Sequence[_Step]) -> None:
        self._steps = steps
        self._spread = Counter(root for step in steps for root in step.about)
        self._found: dict[tuple[frozenset[str], int, date, date], int | None] = {}
        self._places: dict[str, dict[tuple[int, date], list[int]]] = {}
        firsts: dict[tuple[frozenset[str], int, date], int] = {}
        last = max((step.rank for step in steps), default=0)
        for place, step in enumerate(steps):
            if step.rank == last:  # It leads to nothing in this plan.
                continue
            firsts.setdefault((step.about, step.rank, step.start), place)
        for (about, rank, start), place in firsts.items():
            for root in self._rarest(about):
                self._places.setdefault(root, {}).setdefault((rank, start), []).append(place)

    def first_before(self, later: _Step) -> int | None:
        """Return the place of the first step that leads to a later one and begins behind it."""
        key = (later.about, later.rank, later.start, later.end)
        if key not in self._found:
            self._found[key] = min(self._inverted(later), default=None)
        return self._found[key]

    def _inverted(self, later: _Step) -> Iterator[int]:
        done = later.start if later.rank == _RUNNING else later.end
        for root in self._rarest(later.about) if self._places else ():
            for (rank, start), places in self._places.get(root, {}).items():
                if rank < later.rank and done < start:
                    same = (at for at in places if _is_same(self._steps[at].about, later.about))
                    yield from islice(same, 1)

    def _rarest(self, about: frozenset[str]) -> list[str]:
        ordered = sorted(about, key=lambda root: (self._spread[root], root))
        return ordered[: len(about) - ceil(_enough(len(about))) + 1]


def _enough(words: int) -> float:
    """Return how many words of so many two activities about the same thing share."""
    return max(_NAMED, _SAME * words)


def _is_same(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= _enough(max(len(one), len(two)))


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
