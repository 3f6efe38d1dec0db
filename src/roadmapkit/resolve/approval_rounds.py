"""Rounds of approval (круги согласования): who approved when, held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from roadmapkit.deadlines import format_date
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.kinds import ApprovalRound, Approver, Organization
from roadmapkit.model.signatory import Signatory
from roadmapkit.resolve import paper_codes as codes
from roadmapkit.resolve.groups import check_group, list_group
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.posts import official_meant
from roadmapkit.resolve.resolved import ResolvedDocument, ResolvedOrder
from roadmapkit.resolve.resolved_papers import ApprovalLine
from roadmapkit.source import Origin

__all__ = ["ApprovalRounds"]

Rounds = tuple[tuple[ApprovalLine, ...], ...]


class ApprovalRounds:
    """Resolves the approval of one document; findings gather in ``diagnostics``.

    Args:
        document: The document.
        day: Its day; None where it has none yet.
    """

    def __init__(self, document: ResolvedDocument, day: date | None) -> None:
        self._document = document
        self._id = document.model.id
        self._directory = document.directory
        self._day = day
        self.diagnostics: list[Diagnostic] = []

    def of_order(self, order: ResolvedOrder) -> Rounds:
        """Return the approval block of an order as one round that is still to be signed."""
        lines = [
            ApprovalLine(person, caption, None, "", person.origin, person.name)
            for caption, people, _ in order.approval
            for person in people
        ]
        return (tuple(lines),)

    def written(self, rounds: Iterable[ApprovalRound], origin: Origin, *, listed: bool) -> Rounds:
        """Return the rounds that the author wrote.

        Args:
            rounds: The rounds.
            origin: Their place.
            listed: Whether they stand in a list; a single round may stand alone.
        """
        resolved: list[tuple[ApprovalLine, ...]] = []
        latest: date | None = None
        for index, one in enumerate(rounds):
            place = origin.child(index) if listed else origin
            lines = tuple(self._round(one, place))
            self._check_twice(lines, index + 1)
            self._check_days(lines, latest)
            days = [line.date for line in lines if line.date is not None]
            latest = max([*days, *([latest] if latest else [])], default=None)
            resolved.append(lines)
        return tuple(resolved)

    def _round(self, one: ApprovalRound, origin: Origin) -> Iterator[ApprovalLine]:
        listed = isinstance(origin.document.value((*origin.path, "people")), list)
        for index, entry in enumerate(one.people):
            place = origin.child("people", index) if listed else origin.child("people")
            if isinstance(entry, Approver):
                yield from self._lines(entry, one, place, place.child("who"))
            else:
                yield from self._lines(Approver(who=entry), one, place, place)

    def _lines(
        self, entry: Approver, one: ApprovalRound, origin: Origin, who: Origin
    ) -> Iterator[ApprovalLine]:
        """Yield the line of an official, or those of the members of a group."""
        for signatory in self._people(entry.who, who):
            on = entry.date or self._day
            directory = self._directory.on(on)
            resolved, found = resolve_signatory(signatory, directory, on, who, self._id)
            self.diagnostics += found
            if resolved is None:
                continue
            yield ApprovalLine(
                signatory=resolved,
                caption=entry.caption or one.caption or "",
                date=entry.date,
                remark=entry.remark or "",
                origin=origin,
                person=self._person(signatory, on) or f"{resolved.post_lines} {resolved.name}",
            )

    def _people(self, who: Signatory, origin: Origin) -> Iterator[Signatory]:
        if not isinstance(who, str):
            yield who
            return
        group = self._directory.group(who)
        if group is None:
            yield who
            return
        members = self._directory.members(group.id, self._day)
        listing = list_group(group.id, self._directory, self._day, origin)
        if listing is not None:
            self.diagnostics += check_group(listing, self._directory, self._day, origin, self._id)
        for member in members:
            model = member.entry.model
            head = self._directory.head_of(model.id) if isinstance(model, Organization) else None
            yield head.id if head is not None else model.id

    def _person(self, who: Signatory, on: date | None) -> str:
        if not isinstance(who, str):
            who = who.person or ""
        official = official_meant(self._directory, who, on) if who else None
        if official is None:
            return ""
        if official.person is not None:
            return official.person.id
        return official.post.id if official.post is not None else ""

    # -- findings ---------------------------------------------------------------------------

    def _check_twice(self, lines: tuple[ApprovalLine, ...], number: int) -> None:
        seen: set[str] = set()
        for line in lines:
            if line.person not in seen:
                seen.add(line.person)
                continue
            name = line.signatory.name or " ".join(line.signatory.post_lines)
            self._found(
                codes.APPROVER_TWICE.at(
                    line.origin.span,
                    Message("{name!r} is twice in round {number}", name=name, number=number),
                    hint=Message("Delete one of the two lines, or move it to another round"),
                    documents=(self._id,),
                )
            )

    def _check_days(self, lines: tuple[ApprovalLine, ...], earlier: date | None) -> None:
        for line in lines:
            if line.date is None:
                continue
            place = line.origin.child("date").span
            if earlier is not None and line.date < earlier:
                self._found(
                    codes.ROUND_TOO_EARLY.at(
                        place,
                        Message(
                            "The approval of {day} is before {earlier}, a day of an earlier round",
                            day=format_date(line.date, style="digits"),
                            earlier=format_date(earlier, style="digits"),
                        ),
                        hint=Message("Put right the date, or the order of the rounds"),
                        documents=(self._id,),
                    )
                )
            signed = self._signed()
            if signed is not None and line.date > signed:
                self._found(
                    codes.APPROVED_AFTER_SIGNING.at(
                        place,
                        Message(
                            "The approval of {day} is after the day of the document, {signed}",
                            day=format_date(line.date, style="digits"),
                            signed=format_date(signed, style="digits"),
                        ),
                        hint=Message("Put right one of the two dates"),
                        documents=(self._id,),
                    )
                )

    def _signed(self) -> date | None:
        """Return the day of signing, which a plan has from the act that approves it."""
        model = self._document.model
        return getattr(model, "date", None) if hasattr(model, "state") else self._day

    def _found(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)
