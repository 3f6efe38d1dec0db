"""Where it was decided what a plan says: decisions of meetings, from the side of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass
from roadmapkit.resolve.resolved import ResolvedDocument, ResolvedMinutes

__all__ = ["DecidedBy", "decisions_about", "decisions_made"]


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """A decision of a meeting that does something to a document.

    Attributes:
        minutes: Id of the minutes.
        day: Day of the meeting; None where the minutes name none.
        registered: The minutes are signed; a draft has decided nothing yet.
        number: Number of the decision as it is printed.
        question: The question of the agenda.
        kind: What it does: ``approve``, ``create``, ``change`` or ``status``.
        document: Id of the document that it is about.
        activity: Id of the activity; empty where it is about the whole document.
        status: The mark that it sets; empty where it sets none.
        place: Where it stands in YAML.
    """

    minutes: str
    day: date | None
    registered: bool
    number: str
    question: str
    kind: Literal["approve", "create", "change", "status"]
    document: str
    activity: str
    status: str
    place: Span

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {
            "minutes": self.minutes,
            "day": self.day.isoformat() if self.day is not None else None,
            "registered": self.registered,
            "number": self.number,
            "question": self.question,
            "kind": self.kind,
            "document": self.document,
            "activity": self.activity or None,
            "status": self.status or None,
            "place": {
                "file": self.place.file,
                "line": self.place.line,
                "column": self.place.column,
            },
        }


def decisions_made(minutes: ResolvedMinutes) -> Iterator[DecidedBy]:
    """Yield what the decisions of a meeting do, in the order of the minutes."""
    for path, effect in minutes.effects.items():
        index, position = int(path[1]), int(path[3])
        item = minutes.model.agenda[index]
        decision = item.decided[position]
        own = None if isinstance(decision, str) else decision.number
        mark = getattr(decision, "status", None)
        yield DecidedBy(
            minutes=minutes.model.id,
            day=minutes.model.date,
            registered=minutes.model.state == "registered",
            number=own or f"{index + 1}.{position + 1}.",
            question=" ".join(item.question.split()),
            kind=effect.kind,
            document=effect.document,
            activity=effect.activity,
            status=mark.status if mark is not None else "",
            place=minutes.origin.child(*path).span,
        )


def decisions_about(
    document: str, documents: Mapping[str, ResolvedDocument]
) -> tuple[DecidedBy, ...]:
    """Return the decisions of all meetings about a document, the earliest first."""
    meetings: Iterable[ResolvedMinutes] = (
        item for item in documents.values() if isinstance(item, ResolvedMinutes)
    )
    found = [
        decision
        for minutes in meetings
        for decision in decisions_made(minutes)
        if decision.document == document
    ]
    return tuple(sorted(found, key=lambda one: (one.day or date.max, one.minutes, one.place.line)))
