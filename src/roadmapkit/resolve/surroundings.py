"""What a document is resolved in: people of its folder and day, other documents, calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from roadmapkit.deadlines import WorkCalendar
from roadmapkit.model.settings import Settings
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.references import Entry
from roadmapkit.resolve.resolved import ResolvedRoadmap
from roadmapkit.source import Origin

__all__ = ["Surroundings"]


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
        calendar: Days off, where the house has set any or a policy of shifting.
    """

    id: str
    origin: Origin
    directory: DirectoryIndex
    as_of: date | None
    settings: Settings
    entries: Mapping[str, Entry]
    broken: frozenset[str]
    roadmaps: Mapping[str, ResolvedRoadmap]
    calendar: WorkCalendar | None = None
