"""The parties of plans with the places where they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedRoadmap
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.resolved import ResolvedActivity, ResolvedCell
from roadmapkit.source.within import span_within

__all__ = ["PlannedParty", "parties_of", "planned_parties"]

_BETWEEN = len(";\n")


@dataclass(frozen=True, slots=True)
class PlannedParty:
    """A party of an activity."""

    party: PartyRef
    activity: ResolvedActivity
    cell: ResolvedCell

    @property
    def span(self) -> Span:
        """Where it is written."""
        written: str | Sequence[str] = self.cell.origin.document.value(self.cell.origin.path)
        start, end = self.party.start, self.party.end
        if isinstance(written, str):
            return span_within(self.cell.origin, start, end)
        for index, line in enumerate(written):
            if end <= len(line):
                return span_within(self.cell.origin.child(index), start, end)
            start, end = start - len(line) - _BETWEEN, end - len(line) - _BETWEEN
        return self.cell.origin.span


def planned_parties(roadmap: ResolvedRoadmap) -> Iterator[PlannedParty]:
    """Yield the parties of a plan in its order."""
    for section in roadmap.sections:
        for activity in section.activities:
            if activity.responsible is not None:
                for party in activity.responsible.parties:
                    yield PlannedParty(party, activity, activity.responsible)


def parties_of(subject: Subject, roadmap: ResolvedRoadmap) -> Sequence[PlannedParty]:
    """Return the parties of a plan in its order, found once."""
    known = subject.once(_known_parties)
    if roadmap.model.id not in known:
        known[roadmap.model.id] = tuple(planned_parties(roadmap))
    return known[roadmap.model.id]


def _known_parties(subject: Subject) -> dict[str, Sequence[PlannedParty]]:
    return {}
