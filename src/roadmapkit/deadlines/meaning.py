"""What a deadline means: the result of explaining a phrase, and its JSON form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Any

from roadmapkit.deadlines.phrases.tree import Frequency, Offset, Per, Reading
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass

__all__ = [
    "Alternative",
    "Bound",
    "Deadline",
    "DeadlineKind",
    "Occurrence",
    "PartySpan",
    "Translate",
    "Words",
]

Translate = Callable[[Message], str]


class DeadlineKind(StrEnum):
    """What kind of time a phrase names (вид срока)."""

    DATE = "date"
    BY = "by"
    MONTH = "month"
    RANGE = "range"
    YEAR = "year"
    ACADEMIC_YEAR = "academic_year"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    SCHEDULE = "schedule"
    EVENT = "event"
    MULTIPLE = "multiple"
    UNPARSED = "unparsed"


class Bound(StrEnum):
    """How the dates bind: on them, not later, within a time, or from a day on."""

    ON = "on"
    BY = "by"
    WITHIN = "within"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which the deadline falls due (наступление срока).

    Attributes:
        start: First day on which the work may be done.
        end: Last day that the phrase names, inclusive.
        due: Last working date: *end*, moved off a day off where the policy says so.
        parties: Names of the school list for which it holds; empty for all.
        outside_period: It does not lie wholly in the period of the document.
        times: How often within *start* – *end*: 2 for «2 раза в год».
        reporting: The term has no date of its own, and this is the house's reporting date.
        because: Rules behind *due*.
    """

    start: date
    end: date
    due: date
    parties: tuple[str, ...] = ()
    outside_period: bool = False
    times: int = 1
    reporting: bool = False
    because: tuple[Message, ...] = ()

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON; keys that say nothing are left out."""
        result: dict[str, Any] = {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "due": self.due.isoformat(),
        }
        if self.parties:
            result["parties"] = list(self.parties)
        if self.outside_period:
            result["outside_period"] = True
        if self.times > 1:
            result["times"] = self.times
        if self.reporting:
            result["reporting"] = True
        if self.because:
            result["because"] = [translate(message) for message in self.because]
        return result


@dataclass(frozen=True, slots=True)
class PartySpan:
    """A school list and the time that it has.

    Attributes:
        names: As written, with closing marks added.
        start: First day, where the phrase fixes it.
        end: Last day, where the phrase fixes it.
    """

    names: tuple[str, ...]
    start: date | None
    end: date | None

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {"names": list(self.names), "start": _iso(self.start), "end": _iso(self.end)}


@dataclass(frozen=True, slots=True)
class Alternative:
    """A second honest reading, or one candidate where the year is open.

    Attributes:
        kind: Kind of the other reading.
        start: First day of it.
        end: Last day of it.
        frequency: Of a recurrence.
        because: What speaks for it.
    """

    kind: DeadlineKind
    start: date | None
    end: date | None
    frequency: Frequency | None
    because: Message

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {
            "kind": self.kind.value,
            "start": _iso(self.start),
            "end": _iso(self.end),
            "frequency": self.frequency.value if self.frequency else None,
            "because": translate(self.because),
        }


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the phrase and what they gave to its meaning.

    Attributes:
        text: As written, on one line.
        gives: The part of the meaning that comes from them.
    """

    text: str
    gives: Message

    def to_dict(self, translate: Translate = str) -> dict[str, str]:
        """Return plain data for JSON."""
        return {"text": self.text, "gives": translate(self.gives)}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline (срок): what the author wrote and what it means.

    Attributes:
        phrase: As written.
        kind: What kind of time it names.
        canonical: The same in the house's wording; it parses to the same meaning.
        start: First day that the phrase fixes.
        end: Last day that the phrase fixes, inclusive.
        bound: How the dates bind.
        frequency: Of a recurrence.
        every: 3 in «раз в 3 года».
        count: 2 in «2 раза в год».
        per: Time in which *count* is counted.
        at_least: *count* is the least.
        months: Months named at month precision, in the order written.
        day: Day of the month, -1 for the last, where the month recurs or the year is open.
        since_day: First day of the month in «с 1 по 10 число каждого месяца».
        weekdays: 1 for Monday, for a weekly recurrence.
        event: What else was said, in its own words.
        offset: Distance from the event.
        parties: School lists.
        parts: Separate terms, or separate windows of a recurrence.
        alternatives: Other honest readings.
        occurrences: When it falls due within the period.
        because: The rule and norm behind each date.
        words: Which words gave which part, in the order of the phrase.
        diagnostics: What is wrong with the phrase; without spans.
        reading: The syntax tree that *canonical* is printed from.
    """

    phrase: str
    kind: DeadlineKind
    canonical: str
    start: date | None = None
    end: date | None = None
    bound: Bound | None = None
    frequency: Frequency | None = None
    every: int = 1
    count: int | None = None
    per: Per | None = None
    at_least: bool = False
    months: tuple[int, ...] = ()
    day: int | None = None
    since_day: int | None = None
    weekdays: tuple[int, ...] = ()
    event: str | None = None
    offset: Offset | None = None
    parties: tuple[PartySpan, ...] = ()
    parts: tuple[Deadline, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    because: tuple[Message, ...] = ()
    words: tuple[Words, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    reading: Reading = field(default=Reading(), repr=False)

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON.

        Args:
            translate: Turns messages into sentences of the reader's language.
        """
        return {
            "phrase": self.phrase,
            "kind": self.kind.value,
            "canonical": self.canonical,
            "start": _iso(self.start),
            "end": _iso(self.end),
            "bound": self.bound.value if self.bound else None,
            "frequency": self.frequency.value if self.frequency else None,
            "every": self.every,
            "count": self.count,
            "per": self.per.value if self.per else None,
            "at_least": self.at_least,
            "months": list(self.months),
            "day": self.day,
            "since_day": self.since_day,
            "weekdays": list(self.weekdays),
            "event": self.event,
            "offset": _offset(self.offset),
            "parties": [party.to_dict() for party in self.parties],
            "parts": [part.to_dict(translate) for part in self.parts],
            "alternatives": [other.to_dict(translate) for other in self.alternatives],
            "occurrences": [occurrence.to_dict(translate) for occurrence in self.occurrences],
            "because": [translate(message) for message in self.because],
            "words": [words.to_dict(translate) for words in self.words],
            "diagnostics": [_finding(d, translate) for d in self.diagnostics],
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _offset(offset: Offset | None) -> dict[str, Any] | None:
    if offset is None:
        return None
    return {
        "count": offset.count,
        "unit": offset.unit,
        "working": offset.working,
        "before": offset.before,
    }


def _finding(diagnostic: Diagnostic, translate: Translate) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": translate(diagnostic.message),
        "hint": translate(diagnostic.hint) if diagnostic.hint else None,
        "norm": diagnostic.norm,
    }
