"""Marks about an activity, a party or a term that is not there, and marks that contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.progress import Progress, StatusEntry
from roadmapkit.resolve import document_codes
from roadmapkit.resolve.directory.checks import closest
from roadmapkit.resolve.references import suggest
from roadmapkit.resolve.resolved import ResolvedActivity, ResolvedRoadmap
from roadmapkit.resolve.statuses import codes
from roadmapkit.resolve.statuses.ledger import Ledger, ledger_of
from roadmapkit.resolve.statuses.slots import Slot, find_slots, slot_name
from roadmapkit.source import Origin

__all__ = ["check_entries"]

_NAMED = 6
_PLANNED = "запланировано"


def check_entries(
    progress: Progress, roadmap: ResolvedRoadmap, origin: Origin
) -> Iterable[Diagnostic]:
    """Yield what is wrong with the marks of a plan.

    Args:
        progress: The marks.
        roadmap: The plan.
        origin: Place of the progress document.
    """
    activities = {
        item.activity.id: item
        for section in roadmap.sections
        for item in section.activities
        if item.activity.id
    }
    for index, entry in enumerate(progress.entries):
        place = origin.child("entries", index)
        item = activities.get(entry.activity)
        if item is None:
            yield _unknown_activity(entry, activities, roadmap, place, progress.id)
        elif entry.party or entry.occurrence:
            check = _EntryCheck(entry, ledger_of(item, roadmap), roadmap, place, progress.id)
            yield from check.findings()
        if entry.planned_for and entry.status != _PLANNED:
            yield _planned_for_nothing(entry, place, progress.id)
    yield from _contradictions(progress, origin)


def _planned_for_nothing(entry: StatusEntry, place: Origin, document: str) -> Diagnostic:
    return codes.PLANNED_FOR_NOTHING.at(
        place.child("planned_for").span,
        Message(
            "{time!r} is planned, but the mark says {status!r}",
            time=entry.planned_for,
            status=entry.status,
        ),
        hint=Message("Delete `planned_for`, or write the mark «запланировано»"),
        documents=(document,),
    )


def _unknown_activity(
    entry: StatusEntry,
    known: Mapping[str, ResolvedActivity],
    roadmap: ResolvedRoadmap,
    place: Origin,
    document: str,
) -> Diagnostic:
    return document_codes.UNKNOWN_ACTIVITY.at(
        place.child("activity").span,
        Message(
            "The plan {roadmap!r} has no activity {id!r}",
            roadmap=roadmap.model.id,
            id=entry.activity,
        ),
        hint=suggest(
            entry.activity,
            sorted(known),
            Message("Write the id of an activity of {roadmap!r}", roadmap=roadmap.model.id),
        ),
        documents=(document,),
    )


class _EntryCheck:
    """The check of one mark that names a party or a term."""

    def __init__(
        self,
        entry: StatusEntry,
        ledger: Ledger,
        roadmap: ResolvedRoadmap,
        origin: Origin,
        document: str,
    ) -> None:
        self._entry = entry
        self._ledger = ledger
        self._roadmap = roadmap
        self._origin = origin
        self._documents = (document,)

    def findings(self) -> Iterator[Diagnostic]:
        slots = self._ledger.slots
        if self._entry.occurrence:
            slots = find_slots(self._entry.occurrence, slots)
            yield from self._occurrence(self._entry.occurrence, slots)
        if self._entry.party:
            yield from self._party(self._entry.party, slots or self._ledger.slots)

    def _occurrence(self, text: str, found: tuple[Slot, ...]) -> Iterator[Diagnostic]:
        slots, span = self._ledger.slots, self._origin.child("occurrence").span
        names = list(dict.fromkeys(slot_name(slot, slots) or slot.key for slot in found or slots))
        if len({slot.key for slot in found}) > 1:
            yield codes.UNKNOWN_OCCURRENCE.at(
                span,
                Message("{text!r} may be several terms: {terms}", text=text, terms=names[:_NAMED]),
                hint=Message("Name the term by its last day"),
                documents=self._documents,
            )
        if found:
            return
        dated = [slot for slot in slots if slot.occurrence is not None]
        message = Message(
            "The activity {activity!r} has no term {text!r}",
            activity=self._entry.activity,
            text=text,
        )
        if not dated:
            hint = Message("It has no term with a date; leave `occurrence` out")
        else:
            near = closest(text, names) or names[:_NAMED]
            hint = Message("Its terms are called: {terms}", terms=[*near])
        yield codes.UNKNOWN_OCCURRENCE.at(span, message, hint=hint, documents=self._documents)

    def _party(self, text: str, slots: tuple[Slot, ...]) -> Iterator[Diagnostic]:
        span = self._origin.child("party").span
        expected = {one.key: one for slot in slots for one in self._ledger.reporters(slot)}
        names = [one.name for one in expected.values()]
        count = self._ledger.named(text)
        if count != 1:
            message = (
                Message("{party!r} may be several entries of the directory", party=text)
                if count
                else Message("Nobody is called {party!r}", party=text)
            )
            near = closest(text, [*names, *expected]) or self._roadmap.directory.nearest(text)
            hint = (
                Message("Perhaps {names}", names=[*near])
                if near and not count
                else Message("Write the id of the directory")
            )
            yield codes.UNKNOWN_PARTY.at(span, message, hint=hint, documents=self._documents)
        elif self._ledger.keys_of(text, slots, given=self._entry.date).isdisjoint(expected):
            message = Message(
                "{party!r} does not answer for {activity!r}, so its mark does not count",
                party=text,
                activity=self._entry.activity,
            )
            hint = (
                Message("These do: {names}", names=names[:_NAMED])
                if names
                else Message("Name those responsible in the plan, or leave `party` out")
            )
            yield codes.NOT_RESPONSIBLE.at(span, message, hint=hint, documents=self._documents)


def _contradictions(progress: Progress, origin: Origin) -> Iterator[Diagnostic]:
    """Yield a finding for each second mark of one party, term and day with another status."""
    seen: dict[tuple[object, ...], tuple[str, int]] = {}
    for index, entry in enumerate(progress.entries):
        if not entry.party:
            continue
        key = (entry.activity, entry.party.strip(), entry.occurrence, entry.date)
        status, _ = seen.setdefault(key, (entry.status, index))
        if status != entry.status:
            yield codes.CONTRADICTING_MARKS.at(
                origin.child("entries", index, "status").span,
                Message(
                    "{party!r} has two marks of one day for {activity!r}: {first!r} and {second!r}",
                    party=entry.party,
                    activity=entry.activity,
                    first=status,
                    second=entry.status,
                ),
                hint=Message("Leave one of the two, or give each its day; the lower one holds"),
                documents=(progress.id,),
            )
