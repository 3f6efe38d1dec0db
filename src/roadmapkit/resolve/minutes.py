"""Minutes: who was there on the day, what was decided, the appendices they own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.deadline import Due
from roadmapkit.model.kinds import (
    Absentee,
    Appendix,
    Attendance,
    DataColumn,
    DataTable,
    TablePart,
    Vote,
)
from roadmapkit.resolve import minutes_codes as codes
from roadmapkit.resolve.appendices import AppendixResolver
from roadmapkit.resolve.decisions import DecisionResolver, decisions_of
from roadmapkit.resolve.due import DueResolver
from roadmapkit.resolve.groups import list_group
from roadmapkit.resolve.named import BODIES, OFFICIALS, Use, check_named
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.posts import official_meant
from roadmapkit.resolve.resolved import (
    Attended,
    AttendedList,
    ResolvedDue,
    ResolvedMinutes,
    ResolvedSignatory,
)
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import NodePath, Origin

if TYPE_CHECKING:
    from roadmapkit.model.minutes import Minutes

__all__ = ["MinutesResolver", "meeting_day"]


def meeting_day(minutes: Minutes) -> date | None:
    """Return the day whose people minutes name: of the meeting, or on which it is expected."""
    return minutes.date or minutes.expected_date


class MinutesResolver:
    """Resolves one document."""

    def __init__(self, minutes: Minutes, surroundings: Surroundings) -> None:
        self._minutes = minutes
        self._surroundings = surroundings
        self._origin = surroundings.origin
        self._directory = surroundings.directory
        self._day = surroundings.as_of
        self.diagnostics: list[Diagnostic] = []

    def resolve(self, sources: tuple[str, ...]) -> ResolvedMinutes:
        """Return the minutes; findings gather in ``diagnostics``."""
        model, around = self._minutes, self._surroundings
        decisions = DecisionResolver(model, around)
        present = tuple(self._attended(model.present, "present"))
        self._check_votes(present)
        for reference, use, path in _named(model):
            origin = self._origin.child(*path)
            self.diagnostics += check_named(
                reference, self._directory, self._day, origin, model.id, use=use
            )
        appendices = AppendixResolver(around)
        resolved = ResolvedMinutes(
            model=model,
            origin=self._origin,
            as_of=self._day,
            directory=self._directory,
            present=present,
            invited=tuple(self._attended(model.invited, "invited")),
            absent=tuple(self._absent()),
            chair=self._signing("chair"),
            secretary=self._signing("secretary"),
            appendices=appendices.resolve(self._described(present)),
            dues=dict(self._dues()),
            effects=decisions.effects(),
            sources=sources,
            prints=frozenset({*around.roadmaps, *around.programs, *around.progresses}),
        )
        self.diagnostics += [*appendices.diagnostics, *decisions.diagnostics]
        return resolved

    # -- people -----------------------------------------------------------------------------

    def _attended(self, entries: Sequence[str | Attendance], key: str) -> Iterator[AttendedList]:
        """Yield those without a heading first, by the alphabet, then each heading in its order."""
        loose: list[Attended] = []
        headed: list[AttendedList] = []
        for index, entry in enumerate(entries):
            origin = self._origin.child(key, index)
            if isinstance(entry, Attendance):
                people = tuple(
                    one
                    for position, who in enumerate(entry.people)
                    for one in self._people(who, origin.child("people", position))
                )
                headed.append(AttendedList(entry.role, people, origin))
            else:
                loose += self._people(entry, origin)
        if loose:
            loose.sort(key=lambda one: one.name.casefold().replace("ё", "е"))
            yield AttendedList("", tuple(loose), self._origin.child(key))
        yield from headed

    def _people(self, reference: str, origin: Origin) -> Iterator[Attended]:
        """Yield whom a reference names: the members of a group, an official, or the text itself."""
        listing = list_group(reference, self._directory, self._day, origin)
        if listing is not None:
            for row in listing.rows:
                listed = row.initials or row.organization
                yield Attended(listed or row.post, row.post if listed else "", origin)
            return
        official = official_meant(self._directory, reference, self._day)
        forms = self._directory.forms
        if official is None or not official.name:
            known = forms.person_name(reference)
            yield Attended(known.written("initials-last") if known else reference, "", origin)
            return
        known = forms.person_name(official.name)
        title = official.title.text if official.title else ""
        name = known.written("initials-last") if known else official.name
        yield Attended(name, title, origin)

    def _absent(self) -> Iterator[Attended]:
        for index, entry in enumerate(self._minutes.absent):
            origin = self._origin.child("absent", index)
            who = entry.who if isinstance(entry, Absentee) else entry
            reason = (entry.reason or "") if isinstance(entry, Absentee) else ""
            for one in self._people(who, origin):
                yield Attended(one.name, one.post, origin, reason)

    def _signing(self, key: str) -> ResolvedSignatory | None:
        reference = self._minutes.chair if key == "chair" else self._minutes.secretary
        resolved, found = resolve_signatory(
            reference, self._directory, self._day, self._origin.child(key), self._minutes.id
        )
        self.diagnostics += found
        return resolved

    def _check_votes(self, present: tuple[AttendedList, ...]) -> None:
        """Report votes of more people than were there, the chair and the secretary among them."""
        there = {one.name for group in present for one in group.people}
        officers = [who for who in (self._minutes.chair, self._minutes.secretary) if who]
        there.update(one.name for who in officers for one in self._people(who, self._origin))
        if not present:
            return
        for index, item in enumerate(self._minutes.agenda):
            if not isinstance(item.vote, Vote):
                continue
            votes = item.vote.for_ + item.vote.against + item.vote.abstained
            if votes <= len(there):
                continue
            self.diagnostics.append(
                codes.TOO_MANY_VOTES.at(
                    self._origin.child("agenda", index, "vote").span,
                    Message(
                        "{votes} voted, and {present} were present",
                        votes=votes,
                        present=len(there),
                    ),
                    hint=Message("Put right the votes, or add those who are missing to present"),
                    documents=(self._minutes.id,),
                )
            )

    # -- appendices and terms ---------------------------------------------------------------

    def _described(self, present: tuple[AttendedList, ...]) -> Iterator[tuple[Appendix, Origin]]:
        """Yield the author's appendices, then the list of those present where it is long."""
        for index, appendix in enumerate(self._minutes.appendices):
            yield appendix, self._origin.child("appendices", index)
        people = [one for group in present for one in group.people]
        if len(people) > self._minutes.list_over:
            columns = (
                DataColumn(heading="№ п/п", width=6),
                DataColumn(heading="Фамилия, инициалы", width=24),
                DataColumn(heading="Должность", width=60),
            )
            rows = tuple(
                (f"{number}.", one.name, one.post or None)
                for number, one in enumerate(people, start=1)
            )
            table = DataTable.model_construct(
                columns=columns, rows=rows, caption=None, column_numbers=False
            )
            part = TablePart.model_construct(table=table, heading=None)
            title = "Список присутствовавших"
            yield Appendix(title=title, parts=(part,)), self._origin.child("present")

    def _dues(self) -> Iterable[tuple[NodePath, ResolvedDue]]:
        resolver = DueResolver(None, self._surroundings)
        found = []
        for path, decision in decisions_of(self._minutes):
            due: Due | None = None if isinstance(decision, str) else decision.due
            place = (*path, "due")
            resolved = resolver.resolve(due, self._origin.child(*place))
            if resolved is not None:
                found.append((place, resolved))
        self.diagnostics += resolver.diagnostics
        return found


def _named(minutes: Minutes) -> Iterator[tuple[str, Use, NodePath]]:
    """Yield the parties that minutes name besides those who sign, and where."""
    if minutes.issuer:
        yield minutes.issuer, Use(BODIES), ("issuer",)
    if minutes.body:
        yield minutes.body, Use(), ("body",)
    yield from _attending(minutes)
    for index, item in enumerate(minutes.agenda):
        place: NodePath = ("agenda", index)
        for position, who in enumerate(item.reporter):
            yield who, Use(OFFICIALS, known=True, held=True), (*place, "reporter", position)
        for position, speech in enumerate(item.spoke):
            yield speech.who, Use(), (*place, "spoke", position, "who")
    for path, decision in decisions_of(minutes):
        if not isinstance(decision, str):
            for position, who in enumerate(decision.responsible):
                yield who, Use(), (*path, "responsible", position)


def _attending(minutes: Minutes) -> Iterator[tuple[str, Use, NodePath]]:
    for key, entries in (("present", minutes.present), ("invited", minutes.invited)):
        for index, entry in enumerate(entries):
            if isinstance(entry, Attendance):
                for position, who in enumerate(entry.people):
                    yield who, Use(), (key, index, "people", position)
            else:
                yield entry, Use(), (key, index)
    for index, absentee in enumerate(minutes.absent):
        if isinstance(absentee, Absentee):
            yield absentee.who, Use(), ("absent", index, "who")
        else:
            yield absentee, Use(), ("absent", index)
