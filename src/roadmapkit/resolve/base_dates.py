"""What the terms of a document count from: activities by id and number, acts, events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from roadmapkit.deadlines import Event, EventDates, Period, words_of
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.deadline import DatedEvent
from roadmapkit.model.kinds import Order
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.base_events import act_event, activity_event, in_force_event
from roadmapkit.resolve.house_events import dated_events
from roadmapkit.resolve.references import broken_reference, suggest
from roadmapkit.resolve.surroundings import Step, Surroundings
from roadmapkit.resolve.written_references import (
    braced_ids,
    names_of,
    numbers_in,
    with_numbers,
)
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.resolve.plan_terms import PlacedActivity, PlanTerms  # they use this module

__all__ = ["BaseResolver"]


class BaseResolver:
    """Finds what the terms of one document count from.

    Args:
        period: Period of the document.
        surroundings: What it is resolved in.
        terms: The plan, where the document is one.
        events: Events of the document itself; they win over those of the house.
    """

    def __init__(
        self,
        period: Period | None,
        surroundings: Surroundings,
        terms: PlanTerms | None,
        events: Sequence[DatedEvent],
    ) -> None:
        self._period = period
        self._surroundings = surroundings
        self._document = surroundings.id
        self._terms = terms
        self._given = events
        self.diagnostics: list[Diagnostic] = []

    @cached_property
    def _events(self) -> EventDates:
        """Events of the document, of the house, and of the act, in this order."""
        around = self._surroundings
        act = (in_force_event(around.in_force, around.as_of),) if around.in_force else ()
        house = dated_events(around.time.events, self._period)
        return EventDates(act).first(house).first(dated_events(self._given, self._period))

    # -- phrases ----------------------------------------------------------------------------

    def printed(self, phrase: str, origin: Origin) -> str:
        """Return a phrase with numbers for the ids in braces; an unknown one is reported."""
        for id_ in braced_ids(phrase):
            if self._activity(id_) is None:
                self.diagnostics.append(self._unknown(id_, origin))
        return with_numbers(phrase, self._number)

    def _number(self, id_: str) -> str | None:
        found = self._activity(id_)
        if found is None:
            return None
        _, item = found
        return item.number.rstrip(".") or f"«{item.activity.title}»"

    def events(self, phrase: str, printed: str, origin: Origin) -> EventDates:
        """Return the events that a phrase may count from, with the activities that it names.

        Args:
            phrase: As the author wrote it.
            printed: As it is printed.
            origin: Where it stands.
        """
        named: list[Event] = []
        numbers: set[str] = set()
        for id_ in braced_ids(phrase):
            found = self._activity(id_)
            number = self._number(id_)
            if found is not None and number is not None:
                numbers.add(number)
                named.append(self._event(*found, names_of(number), origin))
        if self._terms is not None:
            for number in numbers_in(printed):
                if number not in numbers:
                    named.extend(self._by_number(self._terms, number, origin))
        return self._events.first(named) if named else self._events

    def _by_number(self, terms: PlanTerms, number: str, origin: Origin) -> Iterator[Event]:
        item = terms.by_number(number)
        if item is not None:
            yield self._event(terms, item, names_of(number), origin)
            return
        self.diagnostics.append(
            codes.UNKNOWN_NUMBER.at(
                origin.span,
                Message("No activity of the plan has the number {number!r}", number=number),
                hint=suggest(
                    number,
                    terms.numbers,
                    Message("Write the id of the activity in braces: {example}", example="{id}"),
                ),
                documents=(self._document,),
            )
        )

    # -- what the author names apart from the phrase -------------------------------------------

    def named(self, written: str, origin: Origin) -> Event | None:
        """Return what `after` names: an activity, an act or an event; None for nothing known."""
        found = self._activity(written)
        if found is not None:
            return self._event(*found, (written,), origin)
        entry = self._surroundings.entries.get(written)
        if entry is not None and isinstance(entry.model, Order):
            event = act_event(written, self._surroundings.bases.act_day(written))
        elif any(
            words_of(name) == words_of(written) for one in self._events.events for name in one.names
        ):
            event = self._known_event(written)
        else:
            self.diagnostics.append(self._unknown(written, origin))
            return None
        if not event.times:
            self.diagnostics.append(self._undated(written, origin))
        return event

    def _known_event(self, written: str) -> Event:
        meant = self._events.find(words_of(written), self._period)
        if meant is None:
            return Event((written,), ())
        days = ", ".join(f"{time.end:%d.%m.%Y}" for time in meant.times)
        because = Message("the event {name!r} ends on {days}", name=meant.names[0], days=days)
        return Event((written,), meant.times, because)

    # -- activities -----------------------------------------------------------------------------

    def _activity(self, written: str) -> tuple[PlanTerms, PlacedActivity] | None:
        """Return the activity with that id, of this plan or as ``plan/activity``."""
        plan, slash, id_ = written.strip().partition("/")
        terms = self._surroundings.bases.plan(plan) if slash else self._terms
        if slash and self._terms is not None and self._terms.roadmap.id == plan:
            terms = self._terms
        item = terms.by_id(id_ if slash else plan) if terms is not None else None
        return (terms, item) if terms is not None and item is not None else None

    def _event(
        self, terms: PlanTerms, item: PlacedActivity, names: tuple[str, ...], origin: Origin
    ) -> Event:
        step = terms.step(item)
        trail = self._surroundings.bases.trail
        if step in trail:
            self._report_circle(trail[trail.index(step) :], origin)
            return activity_event(names, step.label, None)
        due = terms.due(item)
        event = activity_event(names, step.label, due.meaning if due is not None else None)
        if not event.times and not self._is_circular(step):
            self.diagnostics.append(self._undated(step.label, origin))
        return event

    def _is_circular(self, step: Step) -> bool:
        return any(step in circle for circle in self._surroundings.bases.circles)

    def _report_circle(self, circle: Sequence[Step], origin: Origin) -> None:
        known = self._surroundings.bases.circles
        if frozenset(circle) in known:
            return
        known.add(frozenset(circle))
        several = len({step.plan for step in circle}) > 1
        labels = [f"{step.plan}/{step.label}" if several else step.label for step in circle]
        self.diagnostics.append(
            codes.CIRCULAR_TERMS.at(
                origin.span,
                Message(
                    "The terms of these activities count from each other: {circle}",
                    circle=" → ".join((*labels, labels[0])),
                ),
                hint=Message("Give one of them a date of its own"),
                documents=tuple(sorted({step.plan for step in circle})),
            )
        )

    # -- findings ---------------------------------------------------------------------------

    def _undated(self, name: str, origin: Origin) -> Diagnostic:
        return codes.UNDATED_BASE.at(
            origin.span,
            Message("{name!r} has no date, so what counts from it has none", name=name),
            hint=Message("Give it a date where one is known"),
            documents=(self._document,),
        )

    def _unknown(self, written: str, origin: Origin) -> Diagnostic:
        plan, slash, _ = written.partition("/")
        if slash and plan in self._surroundings.broken:
            return broken_reference(plan, origin, (self._document,))
        return codes.UNKNOWN_BASE.at(
            origin.span,
            Message("There is no activity, act or event {name!r} to count from", name=written),
            hint=suggest(
                written,
                self._candidates(plan if slash else ""),
                Message("Write the id of an activity, plan/activity, or the name of an event"),
            ),
            documents=(self._document,),
        )

    def _candidates(self, plan: str) -> Iterator[str]:
        if self._terms is not None:
            yield from self._terms.ids
        other = self._surroundings.bases.plan(plan) if plan else None
        if other is not None:
            yield from (f"{plan}/{id_}" for id_ in other.ids)
        for id_, entry in self._surroundings.entries.items():
            if isinstance(entry.model, Order):
                yield id_
        for event in self._events.events:
            yield from event.names
