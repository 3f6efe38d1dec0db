"""Results that were copied from one row of a plan into another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.plan_cells import cell_text
from roadmapkit.lint.word_roots import word_roots
from roadmapkit.resolve import ResolvedActivity

__all__ = ["CopiedResult", "copied_results", "foreign_results"]

_COMMON = 4
"""Words of a result that nobody writes twice by chance, somewhere in a plan."""
_BESIDE = 3
"""Words of one that nobody writes in two rows running."""
_RUN = 5
"""Words that two results share, one behind the other, when one was copied."""
_RARE = 3
_SIXTH = 6
"""A word of the subject is in so many rows at most: three, or a sixth of them."""
_DONE = regex(r"(?:ан|ен|ён|ят|ыт)[аоы]?$")
"""Endings of what says that a thing was done, not what it is about."""
_OFTEN = 3
"""Rows with one result that are a habit of the plan."""


_Roots = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopiedResult:
    """A result that another row had before.

    Attributes:
        row: The row.
        source: The row that has it as well.
        field: ``result`` or ``indicator``.
        words: What tells it, for a result that speaks of the other row's subject.
    """

    row: ResolvedActivity
    source: ResolvedActivity
    field: str
    words: str = ""


def copied_results(
    rows: Sequence[ResolvedActivity], results: Sequence[_Roots], field: str
) -> Iterator[CopiedResult]:
    """Yield the rows whose result stands word for word in a row above.

    A short result («Аналитическая справка») repeats by nature; one of four words does not,
    nor one of three in two rows running. What has the same activity is no copy, and a result
    that a third of the plan and more has is its manner.

    Args:
        rows: The activities.
        results: The words of the column, row by row.
        field: The column.
    """
    known: dict[_Roots, list[int]] = {}
    for place, roots in enumerate(results):
        if len(roots) >= _BESIDE:
            known.setdefault(roots, []).append(place)
    for roots, places in known.items():
        if len(places) > _OFTEN and 3 * len(places) > len(rows):
            continue
        for before, place in pairwise(places):
            one, two = rows[before], rows[place]
            if len(roots) < _COMMON and place != before + 1:
                continue
            if word_roots(one.activity.title) != word_roots(two.activity.title):
                yield CopiedResult(two, one, field)


def foreign_results(
    rows: Sequence[ResolvedActivity], results: Sequence[_Roots]
) -> Iterator[CopiedResult]:
    """Yield the rows whose result speaks of the subject of another row.

    «Выявление лучших практик работы с родителями» beside a seminar for young teachers was
    copied from the seminar on work with parents: the two results share a run of words, and a
    word of it that few rows have stands in the other title alone.

    Args:
        rows: The activities.
        results: The words of their results, row by row.
    """
    runs = _shared_runs(results)
    if not runs:
        return
    titles = [{*word_roots(" ".join((row.activity.title, *row.activity.items)))} for row in rows]
    spread = Counter(
        root for title, result in zip(titles, results, strict=True) for root in title.union(result)
    )
    most = max(_RARE, len(rows) // _SIXTH)
    owners: dict[tuple[_Roots, str], list[int]] = {}
    for at, own_runs in runs.items():
        for run in own_runs:
            for root in titles[at].intersection(run):
                owners.setdefault((run, root), []).append(at)
    for at, own_runs in runs.items():
        result = results[at]
        rare = {root for root in result if spread[root] <= most}
        own, rare = rare & titles[at], rare - titles[at]
        keys = [(run, root) for run in own_runs for root in rare.intersection(run)]
        for other in sorted({other for key in keys for other in owners.get(key, ())}):
            source = results[other]
            # A result that serves its own activity may name what another one is about too.
            shared = set(_longest_run(result, source))
            telling = rare & titles[other] & shared
            if result == source or not telling or own & shared:
                continue
            word = _written(cell_text(rows[at].activity, "result"), telling)
            if word:
                yield CopiedResult(rows[at], rows[other], "result", word)
                break


def _shared_runs(results: Sequence[_Roots]) -> dict[int, list[_Roots]]:
    """Return the runs of words that each row's result shares with another result."""
    found: dict[_Roots, set[_Roots]] = {}
    runs = [
        [result[begin : begin + _RUN] for begin in range(len(result) - _RUN + 1)]
        for result in results
    ]
    for result, own_runs in zip(results, runs, strict=True):
        for run in own_runs:
            found.setdefault(run, set()).add(result)
    shared = {run for run, having in found.items() if len(having) > 1}
    kept = ((at, [run for run in own_runs if run in shared]) for at, own_runs in enumerate(runs))
    return {at: own_runs for at, own_runs in kept if own_runs}


def _longest_run(one: Sequence[str], two: Sequence[str]) -> Sequence[str]:
    """Return the longest run of words that two results share."""
    best: Sequence[str] = ()
    for begin in range(len(one)):
        for start in range(len(two)):
            size = 0
            while (
                begin + size < len(one)
                and start + size < len(two)
                and one[begin + size] == two[start + size]
            ):
                size += 1
            if size > len(best):
                best = one[begin : begin + size]
    return best


def _written(text: str, roots: set[str]) -> str:
    return next(
        (
            word
            for written in text.split()
            if (word := written.strip(".,;:()«»")).isalpha() and not _DONE.search(word)
            if set(word_roots(word)) & roots
        ),
        "",
    )
