"""What an inspection found: departures of one kind together, each with its places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Message, Severity
from roadmapkit.inspection.places import place_words, span_at
from roadmapkit.inspection.subject import Fault
from roadmapkit.rendering.reading import Place

__all__ = ["Finding", "InspectionResult", "gather"]

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One departure with all the places where it was found.

    Attributes:
        diagnostic: The finding; its span is the first place, its norm the clause.
        problem: What is wrong, without the places.
        places: Every place, in the order of reading.
        words: The same places in words.
    """

    diagnostic: Diagnostic
    problem: Message
    places: tuple[Place | None, ...] = ()
    words: tuple[Message, ...] = ()

    @property
    def code(self) -> str:
        """Code of the finding."""
        return self.diagnostic.code

    @property
    def clause(self) -> str | None:
        """The norm, as cited."""
        return self.diagnostic.norm

    @property
    def count(self) -> int:
        """How many times it was found."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class InspectionResult:
    """Where a document departs from a profile.

    Attributes:
        file: Name of the file.
        profile: Name of the profile.
        kind: Kind of document, guessed or given; None for a file that cannot be read.
        state: ``draft`` or ``registered`` by its date and number; None where it has no
            place for them.
        findings: The departures, in the order of the text.
        paragraphs: Texts of the paragraphs; the line of a span is the number of one of them.
    """

    file: str
    profile: str
    kind: str | None
    state: str | None
    findings: tuple[Finding, ...]
    paragraphs: tuple[str, ...] = field(default=(), repr=False)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings as diagnostics."""
        return tuple(finding.diagnostic for finding in self.findings)

    @property
    def readable(self) -> bool:
        """Whether the file is a Word document that can be read."""
        return self.kind is not None

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return all(item.severity is not Severity.ERROR for item in self.diagnostics)

    def to_dict(self, say: Callable[[Message], str] = str) -> dict[str, Any]:
        """Return the result as plain values.

        Args:
            say: Turns messages into text of a language; English by default.
        """
        return {
            "file": self.file,
            "profile": self.profile,
            "kind": self.kind,
            "state": self.state,
            "findings": [_record(finding, say) for finding in self.findings],
        }


def _record(finding: Finding, say: Callable[[Message], str]) -> dict[str, Any]:
    hint = finding.diagnostic.hint
    return {
        "code": finding.code,
        "severity": finding.diagnostic.severity.value,
        "message": say(finding.problem),
        "hint": None if hint is None else say(hint),
        "norm": finding.clause,
        "count": finding.count,
        "places": [
            {"words": say(words), **_place_record(place)}
            for place, words in zip(finding.places, finding.words, strict=True)
        ],
    }


def _place_record(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"section": None, "paragraph": None, "story": None}
    record: dict[str, Any] = {
        "section": place.section,
        "paragraph": place.paragraph,
        "story": place.story,
    }
    if place.table:
        record |= {"table": place.table, "row": place.row or None, "cell": place.cell or None}
    if place.story in {"header", "footer"}:
        record["variant"] = place.variant
    return record


def gather(faults: Iterable[Fault], file: str, texts: Mapping[int, str]) -> tuple[Finding, ...]:
    """Return equal faults as one finding each, by the first place.

    Args:
        faults: What the checks found.
        file: Name of the file, for the spans.
        texts: Texts of the paragraphs by number.
    """
    groups: dict[tuple[str, Message, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.code.id, fault.problem, fault.clause), []).append(fault)
    findings = [_finding(group, file, texts) for group in groups.values()]
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.diagnostic.span
    line, column = (span.line, span.column) if span is not None else (0, 0)
    return line, column, finding.code, str(finding.problem)


def _finding(group: list[Fault], file: str, texts: Mapping[int, str]) -> Finding:
    first = group[0]
    words = tuple(
        place_words(fault.place, texts.get(fault.place.paragraph, "") if fault.place else "")
        for fault in group
    )
    shown = list(dict.fromkeys(words))
    if len(group) == 1:
        message = Message("{problem}: {place}", problem=first.problem, place=words[0])
    elif len(shown) <= _SHOWN:
        message = Message(
            "{problem}; found {count} times: {places}",
            problem=first.problem,
            count=len(group),
            places=shown,
        )
    else:
        message = Message(
            "{problem}; found {count} times: {places}, …",
            problem=first.problem,
            count=len(group),
            places=shown[:_SHOWN],
        )
    span = span_at(file, first.place, first.start, first.end)
    diagnostic = first.code.at(span, message, hint=first.hint, norm=first.clause)
    return Finding(diagnostic, first.problem, tuple(fault.place for fault in group), words)
