"""Resolved minutes: who was there, what was decided and what that does to documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal

from roadmapkit.lazily import dataclass
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.minutes import Minutes
    from roadmapkit.resolve.resolved import (  # its union of documents has the minutes
        ResolvedAppendix,
        ResolvedDue,
        ResolvedSignatory,
    )

__all__ = ["Attended", "AttendedList", "DecisionEffect", "ResolvedMinutes"]


@dataclass(frozen=True, slots=True)
class Attended:
    """One who was at a meeting, or was not.

    Attributes:
        name: «Фамилия И.О.», or the author's text.
        post: Post, in the nominative; empty where none is known.
        reason: Why he was absent.
    """

    name: str
    post: str
    origin: Origin
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AttendedList:
    """People under one heading, in the order of printing; ``role`` is empty without one."""

    role: str
    people: tuple[Attended, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class DecisionEffect:
    """What a decision does to a document.

    Attributes:
        kind: Key of the decision.
        document: Id of the document that it is about.
        title: Title of the document.
        alias: Its short name, empty without one.
        number: Number of the activity, without a last dot.
        activity: Id of the activity.
        activity_title: Its title.
        section: Title of the section that an activity is added to.
        due: The new term.
        as_of: Day of the report that is approved.
        since: First day of its span, None for a report as of a day.
        cumulative: Whether it counts everything up to its day all the same.
    """

    kind: Literal["approve", "create", "change", "status"]
    document: str
    title: str
    alias: str = ""
    number: str = ""
    activity: str = ""
    activity_title: str = ""
    section: str = ""
    due: ResolvedDue | None = None
    as_of: date | None = None
    since: date | None = None
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedMinutes:
    """Minutes as of the day of the meeting.

    Attributes:
        chair: Who signs as the chair.
        secretary: Who signs as the secretary.
        dues: Terms of decisions by their path in the document.
        effects: What decisions do, by the path of the decision; one whose reference leads
            nowhere is left out.
        sources: Files that the minutes are made from, sorted.
        prints: Ids of other documents whose content they print.
    """

    model: Minutes
    origin: Origin
    as_of: date | None
    directory: DirectoryIndex
    present: tuple[AttendedList, ...]
    invited: tuple[AttendedList, ...]
    absent: tuple[Attended, ...]
    chair: ResolvedSignatory | None
    secretary: ResolvedSignatory | None
    appendices: tuple[ResolvedAppendix, ...]
    dues: Mapping[tuple[str | int, ...], ResolvedDue]
    effects: Mapping[tuple[str | int, ...], DecisionEffect]
    sources: tuple[str, ...] = ()
    prints: frozenset[str] = frozenset()
