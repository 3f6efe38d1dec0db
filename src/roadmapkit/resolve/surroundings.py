"""What a document is resolved in: people of its folder and day, other documents, calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.lazily import dataclass
from roadmapkit.model.settings import Settings
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.house_days import HouseTime
from roadmapkit.resolve.references import Entry
from roadmapkit.resolve.resolved import ResolvedProgram, ResolvedProgress, ResolvedRoadmap
from roadmapkit.source import Origin, SourceDocument

if TYPE_CHECKING:
    from roadmapkit.resolve.plan_terms import PlanTerms  # it is built from surroundings

__all__ = ["Bases", "Step", "Surroundings"]


@dataclass(frozen=True, slots=True)
class Step:
    """One activity on the way from a term to what it counts from.

    Attributes:
        plan: Id of its plan.
        place: Path in the plan.
        label: Number or id, for findings.
    """

    plan: str
    place: tuple[str | int, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Bases:
    """What terms of a workspace may count from beside events.

    Attributes:
        plan: Returns the terms of a plan by its id, None where there is none.
        act_day: Returns the day of signing of an act by its id, None where it has none.
        trail: Activities whose terms are being read just now, the first one first.
        circles: Circles of activities that were found and reported.
    """

    plan: Callable[[str], PlanTerms | None]
    act_day: Callable[[str], date | None]
    trail: list[Step] = field(default_factory=list)
    circles: set[frozenset[Step]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What one document is resolved in.

    Attributes:
        id: Id of the document, for findings.
        origin: Where it stands.
        directory: Parties of its folder.
        as_of: Day whose people and posts it names; None means the appointments without a last
            day.
        settings: Settings of the workspace.
        entries: All documents of the workspace by id.
        broken: Ids of documents that have errors.
        roadmaps: The resolved roadmaps that it prints, by id.
        time: Working days, school years, events and reporting dates of the house.
        in_force: When the act enters into force that the document is or is approved by, in
            the act's own words; empty where it does not say.
        programs: The resolved programmes that it prints, by id.
        progresses: The resolved progress whose reports it prints, by id.
        bases: Activities and acts of the workspace that terms may count from.
        csv_of: Finds the cells of a CSV file that its tables name.
    """

    id: str
    origin: Origin
    directory: DirectoryIndex
    as_of: date | None
    settings: Settings
    entries: Mapping[str, Entry]
    broken: frozenset[str]
    roadmaps: Mapping[str, ResolvedRoadmap]
    time: HouseTime = field(default_factory=HouseTime)
    in_force: str = ""
    programs: Mapping[str, ResolvedProgram] = field(default_factory=dict)
    progresses: Mapping[str, ResolvedProgress] = field(default_factory=dict)
    bases: Bases = field(default_factory=lambda: Bases(lambda _: None, lambda _: None))
    csv_of: Callable[[str], SourceDocument | None] = field(default=lambda _: None)

    def printed(self) -> list[ResolvedRoadmap | ResolvedProgram | ResolvedProgress]:
        """Return the documents whose content it prints."""
        return [*self.roadmaps.values(), *self.programs.values(), *self.progresses.values()]
