"""Terms of the activities of a plan, each read once and when something first asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast
from weakref import proxy

from roadmapkit.deadlines import Period
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.lazily import dataclass
from roadmapkit.model.roadmap import Activity, Roadmap, Section
from roadmapkit.resolve.due import DueResolver
from roadmapkit.resolve.house_events import check_events
from roadmapkit.resolve.numbering import number_activities, numbering_of
from roadmapkit.resolve.resolved import ResolvedDue
from roadmapkit.resolve.surroundings import Step, Surroundings
from roadmapkit.source import NodePath, Origin

__all__ = ["NumberedSection", "PlacedActivity", "PlanTerms"]


@dataclass(frozen=True, slots=True)
class PlacedActivity:
    """An activity with its number and its place."""

    activity: Activity
    number: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section with its number; the activities outside any section have no ``section``."""

    section: Section | None
    number: str
    activities: tuple[PlacedActivity, ...]
    origin: Origin


class PlanTerms:
    """The terms of one plan: an activity may count from any other, in whatever order they stand.

    Args:
        roadmap: The plan.
        period: Its period.
        surroundings: What it is resolved in.
    """

    def __init__(self, roadmap: Roadmap, period: Period | None, surroundings: Surroundings) -> None:
        self.roadmap = roadmap
        self.sections = tuple(_numbered(roadmap, surroundings.origin))
        # Not a circle of references: it would stay in memory until a collector of them comes.
        own = cast("PlanTerms", proxy(self))
        self._dues = DueResolver(period, surroundings, terms=own, events=roadmap.events)
        self._known: dict[NodePath, ResolvedDue | None] = {}
        self._trail = surroundings.bases.trail
        events = surroundings.origin.child("events")
        self._found = tuple(check_events(roadmap.events, events, (roadmap.id,)))
        placed = [item for section in self.sections for item in section.activities]
        self._by_id = {item.activity.id: item for item in reversed(placed) if item.activity.id}
        self._by_number = {item.number.rstrip("."): item for item in reversed(placed)}
        self._by_number.pop("", None)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found in the terms that have been read."""
        return (*self._found, *self._dues.diagnostics)

    @property
    def ids(self) -> list[str]:
        """Ids of the activities, sorted."""
        return sorted(self._by_id)

    @property
    def numbers(self) -> list[str]:
        """Numbers of the activities without a last dot, in their order."""
        return list(reversed(self._by_number))

    def by_id(self, id_: str) -> PlacedActivity | None:
        """Return the activity with that id, of two the first."""
        return self._by_id.get(id_)

    def by_number(self, number: str) -> PlacedActivity | None:
        """Return the activity with that number, of two the first."""
        return self._by_number.get(number.rstrip("."))

    def due(self, item: PlacedActivity) -> ResolvedDue | None:
        """Return the term of an activity of this plan."""
        path = item.origin.path
        if path not in self._known:
            self._trail.append(self.step(item))
            self._known[path] = self._dues.resolve(item.activity.due, item.origin.child("due"))
            self._trail.pop()
        return self._known[path]

    def step(self, item: PlacedActivity) -> Step:
        """Return the activity as a step on the way from term to term."""
        label = item.number.rstrip(".") or item.activity.id or item.activity.title
        return Step(self.roadmap.id, item.origin.path, label)


def _numbered(roadmap: Roadmap, origin: Origin) -> Iterator[NumberedSection]:
    """Yield the sections with their numbers; activities outside any section come first."""
    numbering = numbering_of(roadmap)
    if roadmap.activities:
        loose = Section.model_construct(id=None, title="", number="", activities=roadmap.activities)
        flat = numbering.model_copy(
            update={"style": "сквозная"} if numbering.style == "по разделам" else {}
        )
        (_, numbers), *_ = number_activities((loose,), flat)
        placed = _placed(loose.activities, numbers, origin)
        yield NumberedSection(None, "", placed, origin)
    numbered = number_activities(roadmap.sections, numbering, start=len(roadmap.activities) + 1)
    for index, (section, (number, numbers)) in enumerate(
        zip(roadmap.sections, numbered, strict=True)
    ):
        place = origin.child("sections", index)
        yield NumberedSection(section, number, _placed(section.activities, numbers, place), place)


def _placed(
    activities: tuple[Activity, ...], numbers: tuple[str, ...], origin: Origin
) -> tuple[PlacedActivity, ...]:
    return tuple(
        PlacedActivity(activity, number, origin.child("activities", index))
        for index, (activity, number) in enumerate(zip(activities, numbers, strict=True))
    )
