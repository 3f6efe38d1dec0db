"""Several separate terms as one deadline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from roadmapkit.deadlines.meaning import Bound, Deadline, DeadlineKind, Occurrence
from roadmapkit.deadlines.phrases.tree import Reading

__all__ = ["combined", "in_order"]

_MONTHS_IN_YEAR = 12


def combined(parts: Sequence[Deadline], phrase: str, canonical: str, reading: Reading) -> Deadline:
    """Return the deadline that has *parts*; it lasts from the earliest to the latest of them.

    Args:
        parts: Two or more separate terms.
        phrase: All of them as written.
        canonical: All of them in canonical wording.
        reading: The syntax tree of them all.
    """
    starts = [part.start for part in parts if part.start is not None]
    ends = [part.end for part in parts if part.end is not None]
    return Deadline(
        phrase,
        DeadlineKind.MULTIPLE,
        canonical=canonical,
        start=min(starts, default=None),
        end=max(ends, default=None),
        bound=_common_bound(parts),
        months=_months(parts),
        event=", ".join(part.event for part in parts if part.event) or None,
        parties=tuple(party for part in parts for party in part.parties),
        parts=tuple(parts),
        alternatives=tuple(other for part in parts for other in part.alternatives),
        occurrences=in_order(one for part in parts for one in part.occurrences),
        because=tuple(dict.fromkeys(reason for part in parts for reason in part.because)),
        diagnostics=tuple(dict.fromkeys(found for part in parts for found in part.diagnostics)),
        reading=reading,
    )


def in_order(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """Return occurrences by their dates, each once."""
    first: dict[object, Occurrence] = {}
    for one in occurrences:
        first.setdefault((one.start, one.end, one.due, one.parties), one)
    return tuple(sorted(first.values(), key=lambda one: (one.due, one.start, one.end, one.parties)))


def _common_bound(parts: Sequence[Deadline]) -> Bound | None:
    bounds = {part.bound for part in parts}
    return bounds.pop() if len(bounds) == 1 else None


def _months(parts: Sequence[Deadline]) -> tuple[int, ...]:
    months = tuple(dict.fromkeys(month for part in parts for month in part.months))
    return () if len(months) >= _MONTHS_IN_YEAR else months
