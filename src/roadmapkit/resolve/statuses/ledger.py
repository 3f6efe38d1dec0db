"""The marks of one activity, weighed term by term and party by party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.lazily import dataclass
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.resolved import ResolvedActivity, ResolvedDue, ResolvedRoadmap
from roadmapkit.resolve.statuses.reporters import Reporter, Reporters
from roadmapkit.resolve.statuses.slots import Slot, find_slots, slots_of
from roadmapkit.resolve.statuses.standing import PartyState, Standing
from roadmapkit.resolve.terms import (
    CANCELLED,
    DONE,
    FOR_GOOD,
    STAGE_DONE,
    Mark,
    settling,
    term_of,
)

__all__ = ["Ledger", "ledger_of", "names_party_or_term"]


def ledger_of(item: ResolvedActivity, roadmap: ResolvedRoadmap) -> Ledger:
    """Return what weighs the marks of an activity of a plan."""
    answerable = item.responsible.parties if item.responsible else ()
    return Ledger(item.due, answerable, roadmap.directory, roadmap.as_of)


def names_party_or_term(marks: Iterable[Mark]) -> bool:
    """Tell whether any mark is about one party or one term; else all is as for one person."""
    return any(mark.entry.party or mark.entry.occurrence for mark in marks)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A mark with what it is about: None stands for all terms, or for all parties."""

    mark: Mark
    slots: frozenset[int] | None
    keys: frozenset[str] | None


class Ledger:
    """Tells how the terms of an activity stand.

    Where a mark names a party, a term is settled once it is for everybody who has to
    report on it. A mark without a party speaks for all, but that work goes on or is late
    does not take back what a party has reported of itself. Where a mark names an
    occurrence, only such marks decide that occurrence; it may be cancelled with all.

    Args:
        due: Deadline of the activity.
        answerable: Whom its column «Ответственные» means.
        directory: The directory of the plan.
        day: Day of the plan's people, for terms without a date.
    """

    def __init__(
        self,
        due: ResolvedDue | None,
        answerable: Sequence[PartyRef],
        directory: DirectoryIndex,
        day: date | None,
    ) -> None:
        self._due = due
        self._answerable = answerable
        self._directory = directory
        self._day = day
        self._reporters = Reporters(directory, day)
        self._expected: dict[int, tuple[Reporter, ...]] = {}

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The times at which the activity falls due."""
        return slots_of(self._due, self._directory)

    @property
    def recurring(self) -> bool:
        """Whether the activity recurs."""
        return self._due is not None and self._due.meaning.kind is DeadlineKind.RECURRING

    def reporters(self, slot: Slot) -> tuple[Reporter, ...]:
        """Return who has to report on a term."""
        if slot.index not in self._expected:
            self._expected[slot.index] = self._reporters.of(slot, self._answerable)
        return self._expected[slot.index]

    def standings(self, marks: Sequence[Mark], as_of: date) -> tuple[Standing, ...]:
        """Return how every term stands as of a day.

        Args:
            marks: Marks of the activity up to the day, in order.
            as_of: The day.
        """
        claims = self._claims(marks)
        return tuple(self._standing(slot, claims, as_of) for slot in self.slots)

    def keys_of(
        self, party: str, slots: Sequence[Slot] = (), *, given: date | None = None
    ) -> frozenset[str]:
        """Return the keys of those for whom a party speaks, empty where it is unknown.

        It is who holds a post on the day of the term, or did on the day of the mark.

        Args:
            party: An id, or a name as written.
            slots: Terms whose parties count, all of them where empty.
            given: Day of the mark.
        """
        chosen = slots or self.slots
        among = [one for slot in chosen for one in self.reporters(slot)]
        found = self._reporters.find(party, among)
        if len(found) != 1:
            return frozenset()
        days = {slot.occurrence.end if slot.occurrence else self._day for slot in chosen}
        days |= {given} if given is not None else set()
        return frozenset().union(*(self._reporters.spoken_for(found[0], day) for day in days))

    def named(self, party: str) -> int:
        """Return how many entries or parties a text may mean."""
        among = [one for slot in self.slots for one in self.reporters(slot)]
        return len(self._reporters.find(party, among))

    def _claims(self, marks: Sequence[Mark]) -> list[_Claim]:
        claims: list[_Claim] = []
        for mark in marks:
            entry, slots, keys = mark.entry, None, None
            if entry.occurrence:
                found = find_slots(entry.occurrence, self.slots)
                slots = frozenset(slot.index for slot in found)
            if entry.party:
                keys = self.keys_of(entry.party, given=entry.date)
            claims.append(_Claim(mark, slots, keys))
        return claims

    def _standing(self, slot: Slot, claims: Sequence[_Claim], as_of: date) -> Standing:
        about = [one for one in claims if one.slots is None or slot.index in one.slots]
        bound = any(one.slots is not None for one in about)
        reporters = self.reporters(slot) if any(one.keys is not None for one in about) else ()
        states = tuple(self._state(slot, one, about, as_of) for one in reporters)
        general = [one for one in about if one.keys is None]
        last = general[-1].mark if general else None
        told = any(one.keys and any(s.party.key in one.keys for s in states) for one in about)
        if not told:
            return Standing(slot, self._settling(slot, general, as_of), last, (), bound)
        settled = None
        if all(state.settled for state in states):
            given = [state.mark for state in states if state.mark is not None]
            done = [mark for mark in given if mark.status != CANCELLED]
            settled = max(done or given, key=lambda mark: mark.given)
        return Standing(slot, settled, last, states, bound)

    def _state(
        self, slot: Slot, party: Reporter, claims: Sequence[_Claim], as_of: date
    ) -> PartyState:
        own = any(one.keys is not None and party.key in one.keys for one in claims)
        heard = [
            one
            for one in claims
            if (one.keys is None and (not own or one.mark.status in FOR_GOOD))
            or (one.keys is not None and party.key in one.keys)
        ]
        settled = self._settling(slot, heard, as_of)
        last = heard[-1].mark if own and heard else None
        return PartyState(party, settled or last, settled is not None)

    def _settling(self, slot: Slot, claims: Sequence[_Claim], as_of: date) -> Mark | None:
        """Return the mark that settles a term, None while it is open."""
        if any(one.slots is not None for one in claims):
            deciding = [
                one.mark for one in claims if one.slots is not None or one.mark.status == CANCELLED
            ]
            last = deciding[-1]
            settles = last.status in FOR_GOOD or (self.recurring and last.status == STAGE_DONE)
            return last if settles else None
        marks = [one.mark for one in claims]
        if slot.occurrence is None:
            return marks[-1] if marks and marks[-1].status in (DONE, CANCELLED) else None
        return settling(self._due, marks, term_of(slot.occurrence), as_of)
