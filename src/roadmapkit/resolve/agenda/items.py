"""What an agenda consists of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from roadmapkit.deadlines import Occurrence
from roadmapkit.diagnostics import Message
from roadmapkit.lazily import dataclass
from roadmapkit.model.progress import StatusEntry
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.statuses.standing import PartyState
from roadmapkit.source import Origin

__all__ = ["Agenda", "DueItem", "State"]


class State(StrEnum):
    """How a term stands on a day (состояние)."""

    LATE = "late"
    DUE = "due"
    AHEAD = "ahead"
    DONE = "done"
    CANCELLED = "cancelled"
    UNDATED = "undated"

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do."""
        return self in (State.DONE, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class DueItem:
    """One time at which one activity, or one point of an act, falls due.

    Attributes:
        uid: Name of the item for ever: it depends on neither its date nor other activities.
        document: Id of the roadmap or the act.
        document_title: Its title, in one line.
        activity: Id of the activity; None where it has none, and for a point of an act.
        number: Number as printed.
        section: Title of the section of a plan.
        title: What has to be done, in one line.
        points: Sub-items within the title.
        phrase: The deadline as printed.
        occurrence: When it falls due; None where no date is known.
        parties: Whom the item concerns: the school list of this time where there is one,
            else those responsible.
        responsible: Lines of the column «Ответственные»; addressees of a point.
        answerable: Whom *responsible* means.
        result: Expected result.
        state: How it stands.
        late_by: Calendar days since the term; None where it is not late.
        mark: The mark of progress that settled it, otherwise the last one put.
        standing: How each party stands that has to report; empty where no mark names one.
        because: Rules behind the date, or why there is none.
        revision: Number of the document's revision, 0 where it has none.
        stamp: Day since when the item is as it is: that of the revision, or else of the
            act or the beginning of the period; that of the mark which settled it, where
            that is later.
        origin: Where it stands in the YAML.
    """

    uid: str
    document: str
    document_title: str
    activity: str | None
    number: str
    section: str
    title: str
    points: tuple[str, ...]
    phrase: str
    occurrence: Occurrence | None
    parties: tuple[PartyRef, ...]
    responsible: tuple[str, ...]
    answerable: tuple[PartyRef, ...]
    result: tuple[str, ...]
    state: State
    late_by: int | None
    mark: StatusEntry | None
    standing: tuple[PartyState, ...]
    because: tuple[Message, ...]
    revision: int
    stamp: date
    origin: Origin

    @property
    def due(self) -> date | None:
        """Day on which it falls due, None where no date is known."""
        return self.occurrence.due if self.occurrence else None

    @property
    def shown(self) -> date | None:
        """The day that lists show: of what is late the one from which the days are counted."""
        if self.late_by is None or self.occurrence is None:
            return self.due
        return max(self.occurrence.due, self.occurrence.end)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What falls due, as of a day.

    Attributes:
        as_of: The day.
        items: What has a date: late first, then open by date, then settled by date.
        undated: What has none: no deadline, or one that an event or a schedule sets; so too an
            item of which one of several terms has none.
        outside: How many items of each state the filters left out.
    """

    as_of: date
    items: tuple[DueItem, ...]
    undated: tuple[DueItem, ...] = ()
    outside: Mapping[State, int] | None = None

    def counts(self) -> dict[State, int]:
        """Return how many items there are of each state, none left out."""
        found = Counter(item.state for item in (*self.items, *self.undated))
        return {state: found[state] for state in State}
