"""Marks of progress beside the terms of the activities that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapkit.deadlines import Deadline
from roadmapkit.lazily import dataclass
from roadmapkit.lint.plan_cells import activities_of
from roadmapkit.model.progress import StatusEntry
from roadmapkit.resolve import ResolvedProgress
from roadmapkit.source import Origin

__all__ = ["Marked", "marked_activities"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark and the term that it is about.

    Attributes:
        origin: The place of the mark.
        title: The activity, on one line.
        term: Its term as it is written.
    """

    entry: StatusEntry
    origin: Origin
    title: str
    term: str
    meaning: Deadline

    @property
    def last_day(self) -> date | None:
        """The last day on which something falls due, None for a term without days."""
        return max((one.end for one in self.meaning.occurrences), default=None)


def marked_activities(progress: ResolvedProgress) -> Iterator[Marked]:
    """Yield the marks for activities that have a term, in the order of writing."""
    activities = {item.activity.id: item for item in activities_of(progress.roadmap)}
    for index, entry in enumerate(progress.model.entries):
        item = activities.get(entry.activity)
        if item is None or item.due is None:
            continue
        yield Marked(
            entry,
            progress.origin.child("entries", index),
            " ".join(item.activity.title.split()),
            " ".join(item.due.lines),
            item.due.meaning,
        )
