"""What of a plan or an act is one party's: its activities, its terms, its points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from roadmapkit.deadlines import Deadline, Period, explain_deadline
from roadmapkit.diagnostics import Message
from roadmapkit.documents.recipient import Recipient
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass
from roadmapkit.model.deadline import DueEntry
from roadmapkit.model.order import ApproveClause, ApproveItem, Clause, TextClause
from roadmapkit.resolve import (
    DirectoryIndex,
    PartyRef,
    ResolvedActivity,
    ResolvedDue,
    ResolvedOrder,
    ResolvedRoadmap,
    clause_numbers,
    resolve_parties,
)
from roadmapkit.resolve.named_parties import clause_parties
from roadmapkit.source import NodePath, Origin

__all__ = ["OrderShare", "PlanShare", "Unknown", "order_share", "plan_share"]

_TAILS = ")»\"' .,;"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A party that a document names and no directory knows: it may be the recipient.

    Attributes:
        text: As written; empty where nobody is named, or a point is in words of its own.
        number: Number of the activity or the point.
        origin: Where it is named.
    """

    text: str
    number: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class PlanShare:
    """What of a plan concerns a party.

    Attributes:
        whole: The plan.
        roadmap: The plan with the activities and the terms of the party only; numbers stay.
        lists: School lists whose terms are the party's, by place of the activity; None for
            an activity all terms of which are.
        unknown: Activities that may concern it, for all that the directory knows.
    """

    whole: ResolvedRoadmap
    roadmap: ResolvedRoadmap
    lists: Mapping[NodePath, frozenset[tuple[str, ...]] | None]
    unknown: tuple[Unknown, ...]

    def __bool__(self) -> bool:
        """Whether the party has anything to do."""
        return bool(self.lists)

    def keeps(self, place: NodePath, names: tuple[str, ...]) -> bool:
        """Return whether a term of the activity at *place* is the party's.

        Args:
            place: Where the activity stands.
            names: The school list of the term; empty for none.
        """
        if place not in self.lists:
            return False
        kept = self.lists[place]
        return kept is None or not names or names in kept


def plan_share(roadmap: ResolvedRoadmap, recipient: Recipient) -> PlanShare:
    """Return what of a plan concerns a party.

    An activity is the party's where its cell of those responsible or one of its school
    lists names it, or a group that it is in. Of terms with school lists it has those that
    list it, and all of them where none does or the activity names it in person. Where all
    terms have lists that share out the work of its group without it, it has nothing to do.
    """
    lists: dict[NodePath, frozenset[tuple[str, ...]] | None] = {}
    unknown: list[Unknown] = []
    sections = []
    for section in roadmap.sections:
        kept = []
        for item in section.activities:
            if not _concerns(item, recipient):
                unknown.extend(_unknown(item, roadmap))
                continue
            own = _own_lists(item, recipient)
            lists[item.origin.path] = own
            kept.append(item if own is None else _narrowed(item, own, roadmap))
        if kept:
            sections.append(replace(section, activities=tuple(kept)))
    narrowed = replace(roadmap, sections=tuple(sections))
    return PlanShare(roadmap, narrowed, lists, tuple(unknown))


def _lists(item: ResolvedActivity) -> list[tuple[str, ...]]:
    return [span.names for span in item.due.meaning.parties] if item.due else []


def _concerns(item: ResolvedActivity, recipient: Recipient) -> bool:
    lists = _lists(item)
    if any(recipient.is_listed(names) for names in lists):
        return True
    cell = item.responsible
    if cell is None or not recipient.is_among(cell.parties):
        return False
    if item.due is None or not _is_listed_throughout(item.due.meaning):
        return True
    at_work = any(recipient.is_listed(names, at_work=True) for names in lists)
    return at_work or not recipient.is_left_out(cell.parties, lists)


def _is_listed_throughout(meaning: Deadline) -> bool:
    """Return whether every term of a deadline has a school list."""
    if meaning.parts:
        return all(_is_listed_throughout(part) for part in meaning.parts)
    return bool(meaning.parties)


def _unknown(item: ResolvedActivity, roadmap: ResolvedRoadmap) -> Iterator[Unknown]:
    cell = item.responsible
    if cell is None or not cell.parties:
        if not _lists(item):
            text = " ".join(cell.lines) if cell is not None else ""
            yield Unknown(text, item.number, cell.origin if cell is not None else item.origin)
        return
    if roadmap.directory:
        for party in cell.parties:
            if party.ref is None:
                yield Unknown(party.text, item.number, cell.origin)


def _own_lists(item: ResolvedActivity, recipient: Recipient) -> frozenset[tuple[str, ...]] | None:
    """Return the lists of an activity that have the recipient, None where all terms are its."""
    lists = _lists(item)
    own = frozenset(names for names in lists if recipient.is_listed(names))
    cell = item.responsible
    if not own and (cell is None or not recipient.is_named_among(cell.parties)):
        own = frozenset(names for names in lists if recipient.is_listed(names, at_work=True))
    return own if own and len(own) < len(set(lists)) else None


def _narrowed(
    item: ResolvedActivity, own: frozenset[tuple[str, ...]], roadmap: ResolvedRoadmap
) -> ResolvedActivity:
    """Return an activity that prints the terms of *own* lists, and those without a list."""
    due = item.due
    if due is None:
        return item
    entries = item.activity.due
    if isinstance(entries, Sequence) and not isinstance(entries, str):
        # One line was printed for each entry.
        shown = zip(entries, due.lines, strict=True)
        lines = tuple(line for entry, line in shown if _is_own(entry, own, roadmap.directory))
    else:
        lines = _cut(due, own, roadmap.period)
    return replace(item, due=replace(due, lines=lines))


def _is_own(entry: DueEntry, own: frozenset[tuple[str, ...]], directory: DirectoryIndex) -> bool:
    names = tuple(directory.printed_name(party) for party in entry.parties)
    return not names or names in own


def _cut(
    due: ResolvedDue, own: frozenset[tuple[str, ...]], period: Period | None
) -> tuple[str, ...]:
    """Return the lines of a phrase with the terms of *own* lists only, in the author's words.

    The phrase is cut after each list; a piece that does not mean what it meant in the
    whole shows that the cuts are wrong, and then the phrase is printed whole.
    """
    text = "\n".join(due.lines)
    pieces: list[str] = []
    position = 0
    for span in due.meaning.parties:
        end = _end_of(span.names[-1], text, position)
        piece = text[position:end].strip(" \n,;")
        meaning = explain_deadline(piece, period=period)
        if meaning.parties != (span,) or (meaning.start, meaning.end) != (span.start, span.end):
            return due.lines
        if span.names in own:
            pieces.append(piece)
        position = end
    rest = text[position:].strip(" \n,;.")
    return tuple(line for piece in (*pieces, rest) for line in piece.split("\n") if line.strip())


def _end_of(name: str, text: str, start: int) -> int:
    """Return the place after a name and the marks that close it, the end where it is not."""
    found = text.find(name.rstrip('»"'), start)
    if found < 0:
        return len(text)
    end = found + len(name.rstrip('»"'))
    while end < len(text) and text[end] in _TAILS:
        end += 1
    return end


@dataclass(frozen=True, slots=True)
class OrderShare:
    """What of an act concerns a party.

    Attributes:
        order: The act.
        plans: Its shares of the plans that the act approves, by id, those without any left out.
        points: Places of the points to print, with what they stand under and what is under them.
        unknown: Points that may concern it, for all that the directory knows.
    """

    order: ResolvedOrder
    plans: Mapping[str, PlanShare]
    points: frozenset[NodePath]
    unknown: tuple[Unknown, ...]

    def __bool__(self) -> bool:
        """Whether the party has anything to do."""
        return bool(self.points or self.plans)


def order_share(
    order: ResolvedOrder,
    recipient: Recipient,
    plans: Mapping[str, PlanShare],
    numbers: Sequence[str] = (),
) -> OrderShare:
    """Return what of an act concerns a party.

    A point is the party's where it is addressed to it, appoints it, gives it the control, or
    approves a plan in which it has work, or a group that it is in.

    Args:
        order: The act.
        recipient: The party.
        plans: Its shares of the plans of the act, by id.
        numbers: Numbers of further points to print.

    Raises:
        ArgumentError: There is no point with one of the *numbers*.
    """
    printed = clause_numbers(order.model)
    wanted = {_numbered(number, printed) for number in numbers}
    own = {id_: share for id_, share in plans.items() if share}
    chosen = set(wanted)
    unknown: list[Unknown] = []
    for index, clause in enumerate(order.model.clauses):
        path: NodePath = ("clauses", index)
        found = set(_own_points(clause, path, order, recipient, own))
        chosen |= found
        if not found and not any(place[: len(path)] == path for place in wanted):
            unknown.extend(_unknown_point(clause, path, printed[path], order))
    points = frozenset(
        place
        for place in printed
        if any(place[: len(one)] == one or one[: len(place)] == place for one in chosen)
    )
    return OrderShare(order, own, points, tuple(unknown))


def _numbered(number: str, printed: Mapping[NodePath, str]) -> NodePath:
    for place, shown in printed.items():
        if shown.rstrip(".)") == number.strip().rstrip(".)"):
            return place
    raise ArgumentError(
        Message(
            "There is no point {number!r}; the points are: {numbers}",
            number=number,
            numbers=[shown for place, shown in printed.items() if len(place) == 2],
        ),
        argument="points",
        value=number,
    )


def _own_points(
    clause: Clause,
    path: NodePath,
    order: ResolvedOrder,
    recipient: Recipient,
    plans: Mapping[str, PlanShare],
) -> Iterator[NodePath]:
    if not isinstance(clause, ApproveClause):
        names = clause_parties(clause)
        if names and recipient.is_among(_parties(names, order)):
            yield path
        return
    for index, item in enumerate(clause.approve):
        id_ = item.document if isinstance(item, ApproveItem) else item
        if any(one in plans or recipient.reaches(one) for one in _approved(id_, order)):
            yield path if len(clause.approve) == 1 else (*path, "approve", index)


def _approved(id_: str, order: ResolvedOrder) -> Iterator[str]:
    """Yield the ids of the plans and groups that a clause approves with *id_*."""
    yield id_
    for appendix in order.appendices:
        if appendix.key != id_:
            continue
        for part in appendix.parts:
            if part.roadmap is not None:
                yield part.roadmap.model.id
            if part.group is not None:
                yield part.group.id


def _unknown_point(
    clause: Clause, path: NodePath, number: str, order: ResolvedOrder
) -> Iterator[Unknown]:
    place = order.origin.child(*path)
    if isinstance(clause, str | TextClause):
        yield Unknown("", number, place)
    elif order.directory:
        for party in _parties(clause_parties(clause), order):
            if party.ref is None:
                yield Unknown(party.text, number, place)


def _parties(names: Iterable[str], order: ResolvedOrder) -> tuple[PartyRef, ...]:
    return resolve_parties(";\n".join(names), order.directory, on=order.as_of).parties
