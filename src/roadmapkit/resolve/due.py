"""Deadlines of activities and clauses: the printed lines and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from roadmapkit.deadlines import (
    Deadline,
    DeadlineKind,
    PartySpan,
    Period,
    Reading,
    combined,
    deadline_from_dates,
    explain_deadline,
    word_deadline,
)
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import ArgumentError
from roadmapkit.model.deadline import DatedEvent, Due, DueDates, DueEntry, DuePhrase
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.base_dates import BaseResolver
from roadmapkit.resolve.named import Use, check_named
from roadmapkit.resolve.resolved import ResolvedDue
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.resolve.written_references import names_activities
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.resolve.plan_terms import PlanTerms  # it reads its terms with this module

__all__ = ["DueResolver"]

COVERAGE = "DUE014"


class DueResolver:
    """Reads the deadlines of one document.

    Args:
        period: Period of the plan, for years that a phrase leaves out.
        surroundings: What the document is resolved in; its day is that of signing,
            for «со дня подписания».
        terms: The plan, where its activities may count from each other.
        events: Events of the document itself; they win over those of the house.
    """

    def __init__(
        self,
        period: Period | None,
        surroundings: Surroundings,
        *,
        terms: PlanTerms | None = None,
        events: Sequence[DatedEvent] = (),
    ) -> None:
        self._period = period
        self._signed_on = surroundings.as_of
        self._directory = surroundings.directory
        self._document = surroundings.id
        self._time = surroundings.time
        self._bases = BaseResolver(period, surroundings, terms, events)
        self._known: dict[str, Deadline] = {}
        self._own: list[Diagnostic] = []

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was found in the terms that have been read."""
        return [*self._own, *self._bases.diagnostics]

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
        meaning, printed = self._explain(phrase, origin)
        return ResolvedDue(_lines(printed), meaning, origin)

    def _explained(self, due: DuePhrase, origin: Origin) -> ResolvedDue:
        place = origin.child("phrase")
        if (due.means is None) == (due.after is None):
            self._own.append(_unclear_phrase(due, origin, self._document))
        if due.means is None:
            meaning, printed = self._explain(due.phrase, place, after=due.after, origin=origin)
            return ResolvedDue(_lines(printed), meaning, place)
        means = origin.child("means")
        meaning = (
            self._from_dates(due.means, means)
            if isinstance(due.means, DueDates)
            else self._explain(due.means, means)[0]
        )
        printed = self._bases.printed(due.phrase, place)
        return ResolvedDue(_lines(printed), meaning, place)

    def _dates(self, due: DueDates, origin: Origin) -> ResolvedDue:
        meaning = self._from_dates(due, origin)
        return ResolvedDue(
            (meaning.canonical,), meaning, origin, sentence=word_deadline(meaning, sentence=True)
        )

    def _entries(self, entries: Sequence[tuple[DueEntry, Origin]], origin: Origin) -> ResolvedDue:
        lines: list[str] = []
        parts: list[Deadline] = []
        for entry, place in entries:
            meaning, printed = self._explain(entry.when, place.child("when"))
            names = tuple(self._directory.printed_name(party) for party in entry.parties)
            self._check_parties(entry, place.child("for"))
            parts.append(_for_parties(meaning, names))
            lines.append(_entry_line(entry, printed, names))
        meaning = parts[0] if len(parts) == 1 else _combined(parts, "; ".join(lines))
        return ResolvedDue(tuple(lines), meaning, origin)

    def _check_parties(self, entry: DueEntry, origin: Origin) -> None:
        for index, party in enumerate(entry.parties):
            self._own.extend(
                check_named(
                    party,
                    self._directory,
                    self._signed_on,
                    origin.child(index),
                    self._document,
                    use=Use(),
                )
            )

    def _explain(
        self, phrase: str, place: Origin, *, after: str | None = None, origin: Origin | None = None
    ) -> tuple[Deadline, str]:
        """Return what a phrase means, and the phrase as it is printed.

        Args:
            phrase: As the author wrote it.
            place: Where it stands.
            after: What it counts from, where the author says so apart from it.
            origin: Where the two stand together.
        """
        known = self._known.get(phrase) if after is None else None
        if known is not None:
            self._tell(known, place)
            return known, phrase
        printed = self._bases.printed(phrase, place)
        base = None
        if after is not None and origin is not None:
            base = self._bases.named(after, origin.child("after"))
        meaning = explain_deadline(
            printed,
            period=self._period,
            signed_on=self._signed_on,
            school=self._time.school,
            calendar=self._time.calendar,
            policy=self._time.policy,
            events=self._bases.events(phrase, printed, place),
            base=base,
            reporting=self._time.reporting,
        )
        if after is None and not names_activities(phrase):
            # Such a phrase means the same in every row, and the terms of a plan are few.
            self._known[phrase] = meaning
        if base is not None and origin is not None and not _counts(meaning):
            self._own.append(_counts_from_nothing(phrase, after or "", origin, self._document))
        self._tell(meaning, place)
        return meaning, printed

    def _tell(self, meaning: Deadline, place: Origin) -> None:
        """Tell what was found in a phrase at the place where it stands."""
        if meaning.diagnostics:
            self._own += [
                replace(found, span=place.span, documents=(self._document,))
                for found in meaning.diagnostics
            ]

    def _from_dates(self, due: DueDates, origin: Origin) -> Deadline:
        try:
            found = deadline_from_dates(
                on=due.on,
                by=due.by,
                start=due.start,
                end=due.end,
                period=self._period,
                calendar=self._time.calendar,
                policy=self._time.policy,
            )
        except ArgumentError as error:
            self._own.append(
                codes.INVALID_DATES.at(
                    origin.span,
                    Message("These dates are no term: {reason}", reason=error.message),
                    hint=Message("Give `on`, or `by`, or `start` and `end`, the earlier day first"),
                    documents=(self._document,),
                )
            )
            return explain_deadline("", period=self._period)
        self._own.extend(
            replace(item, span=origin.span, documents=(self._document,))
            for item in found.diagnostics
            if item.code == COVERAGE
        )
        return found


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.strip().split("\n") if line.strip())


def _entry_line(entry: DueEntry, printed: str, names: tuple[str, ...]) -> str:
    when = printed.strip()
    if not names:
        return when
    listed = ", ".join(names)
    return f"{when} ({listed})" if entry.brackets else f"{when} {listed}"


def _counts(meaning: Deadline) -> bool:
    """True where some part of the term counts from an event."""
    return meaning.kind is DeadlineKind.EVENT or any(_counts(part) for part in meaning.parts)


def _unclear_phrase(due: DuePhrase, origin: Origin, document: str) -> Diagnostic:
    message = (
        Message("The phrase {phrase!r} has neither `means` nor `after`", phrase=due.phrase)
        if due.means is None
        else Message("The phrase {phrase!r} has both `means` and `after`", phrase=due.phrase)
    )
    return codes.PHRASE_MEANING.at(
        origin.span,
        message,
        hint=Message("Keep one: `means` with what it means, or `after` with what it counts from"),
        documents=(document,),
    )


def _counts_from_nothing(phrase: str, after: str, origin: Origin, document: str) -> Diagnostic:
    return codes.PHRASE_MEANING.at(
        origin.child("phrase").span,
        Message("Nothing in {phrase!r} counts from {after!r}", phrase=phrase, after=after),
        hint=Message("For example: в течение 10 дней после самоанализа"),
        documents=(document,),
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
    canonical = "; ".join(part.canonical for part in parts)
    whole = combined(parts, phrase, canonical, Reading(parts=tuple(p.reading for p in parts)))
    return replace(whole, diagnostics=())  # they were told where each of them stands
