"""What is said about the terms of a document: typed, and as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from roadmapkit.deadlines import Deadline, DeadlineKind, Occurrence, Period
from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.lazily import dataclass
from roadmapkit.resolve.decided import DecidedBy
from roadmapkit.resolve.parties.reading import PartyRef

__all__ = ["PlanExplanation", "TermExplanation"]

Translate = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class TermExplanation:
    """A term of a document: of an activity (мероприятие), or of a point of an act (пункт).

    Attributes:
        document: Id of the document.
        id: Id of the activity; a point has none.
        number: As it is printed.
        title: What is done.
        section: Title of the section; empty where there is none.
        place: Where the activity or the point stands in YAML.
        responsible: Who does it.
        printed: The term as it is printed; empty where none is written.
        due_place: Where the term stands in YAML, None where none is written.
        meaning: What it means, None where none is written.
        undated: Why it has no date, or a part of it has none; None where all have.
        diagnostics: What was found about the term, with its place.
        decisions: Decisions of meetings that added, changed or marked the activity.
    """

    document: str
    id: str | None
    number: str
    title: str
    section: str
    place: Span
    responsible: tuple[PartyRef, ...] = ()
    printed: str = ""
    due_place: Span | None = None
    meaning: Deadline | None = None
    undated: Message | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    decisions: tuple[DecidedBy, ...] = ()

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """When it falls due, in order."""
        return self.meaning.occurrences if self.meaning is not None else ()

    @property
    def depends_on(self) -> tuple[str, ...]:
        """What the term waits for, in the words of the phrase."""
        if self.meaning is None:
            return ()
        own = [item.event for item in (self.meaning, *self.meaning.parts) if item.event]
        return tuple(dict.fromkeys(own))

    def parties_of(self, occurrence: Occurrence) -> tuple[str, ...]:
        """Return for whom it falls due at that time: the term's own list, or the responsible."""
        return occurrence.parties or tuple(party.normalized for party in self.responsible)

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON.

        Args:
            translate: Turns messages into sentences of the reader's language.
        """
        return {
            "document": self.document,
            "id": self.id,
            "number": self.number,
            "title": self.title,
            "section": self.section,
            "place": _place(self.place),
            "responsible": [party.to_dict() for party in self.responsible],
            "printed": self.printed,
            "due_place": _place(self.due_place) if self.due_place is not None else None,
            "depends_on": list(self.depends_on),
            "undated": translate(self.undated) if self.undated is not None else None,
            "occurrences": [
                {
                    **occurrence.to_dict(translate),
                    "parties": list(self.parties_of(occurrence)),
                }
                for occurrence in self.occurrences
            ],
            "meaning": self.meaning.to_dict(translate) if self.meaning is not None else None,
            "decisions": [decision.to_dict() for decision in self.decisions],
        }


@dataclass(frozen=True, slots=True)
class PlanExplanation:
    """The terms of a whole document: of a plan (план мероприятий), or of an act (приказ).

    Attributes:
        document: Its id.
        title: Its title.
        kind: ``roadmap``, ``order`` or ``minutes``.
        place: Where it stands in YAML.
        period: Period of the plan.
        signed_on: Day of signing that its terms count from, where one is known.
        terms: Every activity of a plan; those points of an act, or decisions, with a term.
        expected: The day is only expected: nothing has been signed yet.
        decisions: Of minutes, what they do to documents; of another document, the
            decisions about it as a whole.
    """

    document: str
    title: str
    kind: str
    place: Span
    period: Period | None
    signed_on: date | None
    terms: tuple[TermExplanation, ...]
    expected: bool = False
    decisions: tuple[DecidedBy, ...] = ()

    @property
    def counts(self) -> Mapping[DeadlineKind, int]:
        """How many terms there are of each kind, in the order of kinds."""
        kinds = [term.meaning.kind for term in self.terms if term.meaning is not None]
        return MappingProxyType({kind: kinds.count(kind) for kind in DeadlineKind if kind in kinds})

    @property
    def undated(self) -> tuple[TermExplanation, ...]:
        """The terms that have no date, or a part without one, in order."""
        return tuple(term for term in self.terms if term.undated is not None)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found about the terms, with its place."""
        return tuple(item for term in self.terms for item in term.diagnostics)

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON.

        Args:
            translate: Turns messages into sentences of the reader's language.
        """
        period = self.period
        return {
            "document": self.document,
            "title": self.title,
            "kind": self.kind,
            "place": _place(self.place),
            "period": period and {"start": str(period.start), "end": str(period.end)},
            "signed_on": self.signed_on and self.signed_on.isoformat(),
            "expected": self.expected,
            "counts": {kind.value: count for kind, count in self.counts.items()},
            "undated": [
                {"id": term.id, "number": term.number, "why": translate(term.undated)}
                for term in self.undated
                if term.undated is not None
            ],
            "terms": [term.to_dict(translate) for term in self.terms],
            "decisions": [decision.to_dict() for decision in self.decisions],
        }


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
