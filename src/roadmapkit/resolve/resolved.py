"""Resolved documents: the author's models with dates, people, numbers and references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Literal

from roadmapkit.deadlines import Deadline, Occurrence, Period
from roadmapkit.lazily import dataclass
from roadmapkit.model.roadmap import Activity, Roadmap, Section
from roadmapkit.model.settings import Settings
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.resolved_letter import ResolvedLetter
from roadmapkit.resolve.resolved_minutes import (
    Attended,
    AttendedList,
    DecisionEffect,
    ResolvedMinutes,
)
from roadmapkit.resolve.resolved_papers import ResolvedPapers
from roadmapkit.source import Origin, SourceText

if TYPE_CHECKING:
    from roadmapkit.model.appendix import Appendix, Part
    from roadmapkit.model.order import Order
    from roadmapkit.model.program import Chapter, Program
    from roadmapkit.model.progress import Progress, ReportRequest, StatusEntry
    from roadmapkit.resolve.data_tables.resolved import ResolvedTable
    from roadmapkit.resolve.reporting.accounts import Account
    from roadmapkit.resolve.statuses import Standing

__all__ = [
    "ActivityStatus",
    "Attended",
    "AttendedList",
    "DecisionEffect",
    "GroupListing",
    "GroupRow",
    "ResolvedActivity",
    "ResolvedAppendix",
    "ResolvedCell",
    "ResolvedChapter",
    "ResolvedDocument",
    "ResolvedDue",
    "ResolvedLetter",
    "ResolvedMinutes",
    "ResolvedOrder",
    "ResolvedPapers",
    "ResolvedPart",
    "ResolvedProgram",
    "ResolvedProgress",
    "ResolvedReport",
    "ResolvedRoadmap",
    "ResolvedSection",
    "ResolvedSignatory",
    "ResolvedWorkspace",
]


@dataclass(frozen=True, slots=True)
class ResolvedDue:
    """A deadline: what is printed and what it means.

    Attributes:
        lines: The printed lines, before typesetting.
        meaning: Dates, recurrence, parties.
        origin: The place of the YAML.
        sentence: The same inside a sentence, where the author gave dates and no phrase.
    """

    lines: tuple[str, ...]
    meaning: Deadline
    origin: Origin
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ResolvedCell:
    """The responsible parties of a cell: what is printed and whom it means."""

    lines: tuple[str, ...]
    parties: tuple[PartyRef, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class ResolvedActivity:
    """An activity with its number, deadline and parties."""

    activity: Activity
    number: str
    due: ResolvedDue | None
    responsible: ResolvedCell | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class ResolvedSection:
    """A section; a plan without sections is one section without ``section``."""

    section: Section | None
    number: str
    activities: tuple[ResolvedActivity, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class ResolvedSignatory:
    """Who signs: the post in the nominative, line by line, and «И.О. Фамилия»."""

    post_lines: tuple[str, ...]
    name: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A member of a group as a list of its members prints it.

    Attributes:
        name: Full name, as far as the directory knows it.
        initials: «Фамилия И.О.».
    """

    name: str
    initials: str
    post: str
    organization: str
    role: str
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class GroupListing:
    """A group with its members as of a day."""

    id: str
    name: str
    rows: tuple[GroupRow, ...]
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class ResolvedPart:
    """A part of an appendix with what it refers to."""

    kind: Literal["text", "plan", "program", "report", "group", "table", "matrix", "abbreviations"]
    heading: str | None
    origin: Origin
    part: Part | None = None
    text: str | None = None
    roadmap: ResolvedRoadmap | None = None
    program: ResolvedProgram | None = None
    progress: ResolvedProgress | None = None
    report: ResolvedReport | None = None
    group: GroupListing | None = None
    table: ResolvedTable | None = None
    abbreviations: tuple[tuple[str, str, Origin | None], ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedAppendix:
    """An appendix with its number; ``title`` is in the nominative, None where it has none.

    Attributes:
        key: Id by which clauses refer to it: its own, or that of its plan or group.
        appendix: The author's description; None for one that follows from a clause.
        number: «1», «2», …, or empty for a single appendix.
    """

    key: str
    appendix: Appendix
    number: str
    title: str | None
    title_origin: Origin | None
    parts: tuple[ResolvedPart, ...]
    compiler: ResolvedSignatory | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class ResolvedRoadmap:
    """A roadmap with computed numbers, deadlines and parties.

    Attributes:
        as_of: Day whose people it names.
        prints: Ids of other documents whose content it prints.
    """

    model: Roadmap
    origin: Origin
    period: Period | None
    sections: tuple[ResolvedSection, ...]
    appendices: tuple[ResolvedAppendix, ...]
    compiler: ResolvedSignatory | None
    directory: DirectoryIndex
    sources: tuple[str, ...]
    as_of: date | None = None
    prints: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ResolvedChapter:
    """A chapter of a programme with its text and its plan.

    Attributes:
        text: Markdown, of the chapter itself or of its file; empty without any.
        source: The file of text, None where the text stands in the chapter.
        roadmap: The plan that it prints.
        table: Its table of data.
    """

    chapter: Chapter
    origin: Origin
    text: str = ""
    source: SourceText | None = None
    roadmap: ResolvedRoadmap | None = None
    table: ResolvedTable | None = None


@dataclass(frozen=True, slots=True)
class ResolvedProgram:
    """A programme with its chapters, plan and appendices.

    Attributes:
        chapters: Chapters in order; a plan without a chapter of its own is the last one.
        as_of: Day whose people it names.
        prints: Ids of other documents whose content it prints.
    """

    model: Program
    origin: Origin
    period: Period | None
    chapters: tuple[ResolvedChapter, ...]
    appendices: tuple[ResolvedAppendix, ...]
    compiler: ResolvedSignatory | None
    directory: DirectoryIndex
    sources: tuple[str, ...]
    as_of: date | None = None
    prints: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ResolvedOrder:
    """An act as of its own date.

    Attributes:
        as_of: Day of signing, or the day on which a draft is expected to be signed.
        sources: Files that the act is made from, sorted.
        acts: Other acts of the workspace by id, for references to them.
        plans: The roadmaps that it approves or prints, by id.
        dues: Terms of clauses and items by their path in the document.
        prints: Ids of other documents whose content it prints.
    """

    model: Order
    origin: Origin
    as_of: date | None
    directory: DirectoryIndex
    appendices: tuple[ResolvedAppendix, ...]
    signatory: ResolvedSignatory | None
    approval: tuple[tuple[str, tuple[ResolvedSignatory, ...], Origin], ...]
    sources: tuple[str, ...]
    acts: Mapping[str, Order] = field(default_factory=dict)
    plans: Mapping[str, ResolvedRoadmap] = field(default_factory=dict)
    dues: Mapping[tuple[str | int, ...], ResolvedDue] = field(default_factory=dict)
    prints: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ActivityStatus:
    """The state of an activity as of a reporting day.

    Attributes:
        entry: The last mark on or before the day that speaks for all parties and terms,
            None where there is none.
        entry_origin: Where it stands; without one, the last mark of a party or a term.
        late_by: Calendar days since the term, None where it is not late.
        due: Last day of the term, where it has one.
        status: The word that counts in the summary.
        terms: The terms whose parties or own marks are reported, in their order.
        several: The activity falls due several times, so that each has to be named.
        unmarked: Terms that have passed without a mark of their own, where others have one.
    """

    activity: ResolvedActivity
    entry: StatusEntry | None
    entry_origin: Origin | None
    due: date | None
    late_by: int | None
    status: str | None = None
    terms: tuple[Standing, ...] = ()
    several: bool = False
    unmarked: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedReport:
    """A report as of a day: the state of every activity, in the plan's order.

    Attributes:
        accounts: How every term of the plan stands on the day.
        start: First day of the span that it is about, None for a report as of a day.
        previous: How the terms stood on the day that it is compared with.
        compared_with: That day.
        next_day: Last day of what it lists as coming next.
        beyond: Reports on the plan that fall due after its end.
        signatory: Who signs on that day.
        appendices: Appendices of the report, with the people of that day.
    """

    request: ReportRequest
    origin: Origin
    as_of: date
    sections: tuple[tuple[ResolvedSection, tuple[ActivityStatus, ...]], ...]
    accounts: tuple[Account, ...] = ()
    start: date | None = None
    previous: tuple[Account, ...] = ()
    compared_with: date | None = None
    next_day: date | None = None
    beyond: tuple[tuple[ResolvedActivity, Occurrence], ...] = ()
    signatory: ResolvedSignatory | None = None
    appendices: tuple[ResolvedAppendix, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedProgress:
    """The progress of a roadmap and the reports asked for.

    Attributes:
        prints: Ids of other documents whose content it prints.
    """

    model: Progress
    origin: Origin
    roadmap: ResolvedRoadmap
    reports: tuple[ResolvedReport, ...]
    directory: DirectoryIndex
    sources: tuple[str, ...]
    prints: frozenset[str] = frozenset()


ResolvedDocument = (
    ResolvedRoadmap
    | ResolvedOrder
    | ResolvedProgram
    | ResolvedMinutes
    | ResolvedLetter
    | ResolvedProgress
)


@dataclass(frozen=True, slots=True)
class ResolvedWorkspace:
    """Every document that could be resolved, by id, in the order of ids, and its papers."""

    settings: Settings
    documents: Mapping[str, ResolvedDocument]
    papers: Mapping[str, ResolvedPapers] = field(default_factory=dict)
