"""Deadlines of activities and clauses: the printed lines and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from roadmapkit.deadlines import (
    Deadline,
    DeadlineKind,
    PartySpan,
    Period,
    deadline_from_dates,
    explain_deadline,
    word_deadline,
)
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import ArgumentError
from roadmapkit.model.deadline import Due, DueDates, DueEntry, DuePhrase
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.named import Use, check_named
from roadmapkit.resolve.resolved import ResolvedDue
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import Origin

__all__ = ["DueResolver"]


class DueResolver:
    """Reads the deadlines of one document.

    Args:
        period: Period of the plan, for years that a phrase leaves out.
        surroundings: What the document is resolved in; its day is that of signing,
            for «со дня подписания».
    """

    def __init__(self, period: Period | None, surroundings: Surroundings) -> None:
        self._period = period
        self._signed_on = surroundings.as_of
        self._directory = surroundings.directory
        self._document = surroundings.id
        self._calendar = surroundings.calendar
        self._policy = surroundings.settings.calendar.shift or "previous"
        self.diagnostics: list[Diagnostic] = []

    def resolve(self, due: Due | None, origin: Origin) -> ResolvedDue | None:
        """Return what *due* prints and means, None where there is none."""
        match due:
            case None | ():
                return None
            case str():
                return self._phrase(due, origin)
            case DuePhrase():
                return self._explained(due, origin)
            case DueDates():
                return self._dates(due, origin)
            case DueEntry():
                return self._entries([(due, origin)], origin)
            case _:
                places = [(entry, origin.child(index)) for index, entry in enumerate(due)]
                return self._entries(places, origin)

    def _phrase(self, phrase: str, origin: Origin) -> ResolvedDue:
        return ResolvedDue(_lines(phrase), self._explain(phrase, origin), origin)

    def _explained(self, due: DuePhrase, origin: Origin) -> ResolvedDue:
        means = origin.child("means")
        meaning = (
            self._from_dates(due.means, means)
            if isinstance(due.means, DueDates)
            else self._explain(due.means, means)
        )
        return ResolvedDue(_lines(due.phrase), meaning, origin.child("phrase"))

    def _dates(self, due: DueDates, origin: Origin) -> ResolvedDue:
        meaning = self._from_dates(due, origin)
        return ResolvedDue(
            (meaning.canonical,), meaning, origin, sentence=word_deadline(meaning, sentence=True)
        )

    def _entries(self, entries: Sequence[tuple[DueEntry, Origin]], origin: Origin) -> ResolvedDue:
        lines: list[str] = []
        parts: list[Deadline] = []
        for entry, place in entries:
            meaning = self._explain(entry.when, place.child("when"))
            names = tuple(self._directory.printed_name(party) for party in entry.parties)
            self._check_parties(entry, place.child("for"))
            parts.append(_for_parties(meaning, names))
            lines.append(_entry_line(entry, names))
        meaning = parts[0] if len(parts) == 1 else _combined(parts, "; ".join(lines))
        return ResolvedDue(tuple(lines), meaning, origin)

    def _check_parties(self, entry: DueEntry, origin: Origin) -> None:
        for index, party in enumerate(entry.parties):
            self.diagnostics.extend(
                check_named(
                    party,
                    self._directory,
                    self._signed_on,
                    origin.child(index),
                    self._document,
                    use=Use(),
                )
            )

    def _explain(self, phrase: str, origin: Origin) -> Deadline:
        meaning = explain_deadline(
            phrase,
            period=self._period,
            signed_on=self._signed_on,
            calendar=self._calendar,
            policy=self._policy,
        )
        for diagnostic in meaning.diagnostics:
            self.diagnostics.append(
                replace(diagnostic, span=origin.span, documents=(self._document,))
            )
        return meaning

    def _from_dates(self, due: DueDates, origin: Origin) -> Deadline:
        try:
            return deadline_from_dates(
                on=due.on,
                by=due.by,
                start=due.start,
                end=due.end,
                period=self._period,
                calendar=self._calendar,
                policy=self._policy,
            )
        except ArgumentError as error:
            self.diagnostics.append(
                codes.INVALID_DATES.at(
                    origin.span,
                    Message("These dates are no term: {reason}", reason=error.message),
                    hint=Message("Give `on`, or `by`, or `start` and `end`, the earlier day first"),
                    documents=(self._document,),
                )
            )
            return explain_deadline("", period=self._period)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.strip().split("\n") if line.strip())


def _entry_line(entry: DueEntry, names: tuple[str, ...]) -> str:
    if not names:
        return entry.when.strip()
    listed = ", ".join(names)
    return (
        f"{entry.when.strip()} ({listed})" if entry.brackets else f"{entry.when.strip()} {listed}"
    )


def _for_parties(meaning: Deadline, names: tuple[str, ...]) -> Deadline:
    """Return the same term for the named parties only."""
    if not names:
        return meaning
    return replace(
        meaning,
        parties=(PartySpan(names, meaning.start, meaning.end),),
        occurrences=tuple(replace(occurrence, parties=names) for occurrence in meaning.occurrences),
    )


def _combined(parts: Sequence[Deadline], phrase: str) -> Deadline:
    """Return several terms as one that has them as parts."""
    starts = [part.start for part in parts if part.start is not None]
    ends = [part.end for part in parts if part.end is not None]
    occurrences = sorted(
        (occurrence for part in parts for occurrence in part.occurrences),
        key=lambda occurrence: (occurrence.start, occurrence.end, occurrence.parties),
    )
    return Deadline(
        phrase=phrase,
        kind=DeadlineKind.MULTIPLE,
        canonical="; ".join(part.canonical for part in parts),
        start=min(starts, default=None),
        end=max(ends, default=None),
        months=tuple(month for part in parts for month in part.months),
        parties=tuple(party for part in parts for party in part.parties),
        parts=tuple(parts),
        occurrences=tuple(occurrences),
        because=tuple(reason for part in parts for reason in part.because),
    )
