"""Packs: for a party its extract, its acquaintance sheet and its calendar; for a group, each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from functools import partial

from roadmapkit.building.composing import Composed
from roadmapkit.building.forms.findings import hold_against_lock
from roadmapkit.building.packs.findings import (
    may_concern,
    not_in_calendar,
    nothing_for,
    to_review_with_pack,
    unknown_party,
)
from roadmapkit.building.packs.letters import find_letter, letter_to
from roadmapkit.building.packs.request import PackRequest
from roadmapkit.building.stages import Prepared, touching
from roadmapkit.building.targets import Target
from roadmapkit.diagnostics import Diagnostic, Message, Severity
from roadmapkit.documents import DocumentView, Wording
from roadmapkit.documents.acquaintance import compose_acquaintance, readers_of
from roadmapkit.documents.minutes_extract import (
    MinutesShare,
    compose_minutes_extract,
    minutes_share,
)
from roadmapkit.documents.pack import Extracted, compose_order_extract, compose_plan_extract
from roadmapkit.documents.recipient import Recipient, find_recipient, members_of
from roadmapkit.documents.shares import (
    OrderShare,
    PlanShare,
    Unknown,
    order_share,
    plan_share,
)
from roadmapkit.documents.verbatim import verbatim_of
from roadmapkit.errors import ArgumentError
from roadmapkit.exports import calendar_file
from roadmapkit.lazily import dataclass
from roadmapkit.load import FormsLock, LoadedWorkspace
from roadmapkit.model.directory import Group
from roadmapkit.resolve import (
    Agenda,
    DueItem,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedRoadmap,
    ResolvedSignatory,
    official_meant,
)
from roadmapkit.resolve.agenda import agenda
from roadmapkit.resolve.people import resolve_signatory

__all__ = ["CalendarFile", "Packs", "make_packs"]

Translate = Callable[[Message], str]
Subject = ResolvedRoadmap | ResolvedOrder | ResolvedMinutes


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar of a pack: id of the document, path below the output folder, content."""

    document: str
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Packs:
    """The files of packs, the Word documents still in words.

    Attributes:
        composed: Extracts and acquaintance sheets.
        calendars: Calendar files.
        diagnostics: What was found on the way, each thing once.
    """

    composed: tuple[Composed, ...] = ()
    calendars: tuple[CalendarFile, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def make_packs(
    prepared: Prepared, loaded: LoadedWorkspace, request: PackRequest, translate: Translate
) -> Packs:
    """Return the pack of a party, or those of a group's members and a sheet for them all.

    A document with errors has none, and neither has a party with nothing to do: it gets a
    note instead. Equal sources give equal packs: a calendar knows every mark of progress
    that the workspace holds.

    Args:
        prepared: The workspace.
        loaded: Its files.
        request: What to make.
        translate: Turns the words around the facts of a calendar into the reader's language.

    Raises:
        ArgumentError: The document is no plan, no act and no minutes, nobody or several are
            called so, no official can certify, or there is no such point.
    """
    if request.document in prepared.blocked:
        return Packs()
    subject = prepared.workspace.documents[request.document]
    if not isinstance(subject, Subject):
        raise ArgumentError(
            Message("{id!r} is no plan, no order and no minutes", id=request.document),
            argument="id",
            value=request.document,
        )
    return _Packing(prepared, subject, request, translate, loaded.forms).run()


@dataclass(slots=True)
class _Share:
    """What of all the documents of a pack concerns one recipient."""

    recipient: Recipient
    plans: Mapping[str, PlanShare]
    order: OrderShare | None
    minutes: MinutesShare | None = None

    def __bool__(self) -> bool:
        return bool(self.plans) or bool(self.order) or bool(self.minutes)

    def keeps(self, item: DueItem) -> bool:
        """Return whether an item of the agenda is the recipient's."""
        plan = self.plans.get(item.document)
        if plan is not None:
            names = item.occurrence.parties if item.occurrence else ()
            return plan.keeps(item.origin.path, names)
        if self.minutes is not None:
            return item.origin.path in self.minutes.points
        own = self.order.points if self.order and self.order.order.model.id == item.document else ()
        return item.origin.path in own


@dataclass(slots=True)
class _Found:
    """What gathers over all recipients of one run."""

    composed: list[Composed] = field(default_factory=list)
    calendars: list[CalendarFile] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unknown: dict[Unknown, None] = field(default_factory=dict)
    undated: dict[tuple[str, str], DueItem] = field(default_factory=dict)
    idle: list[Recipient] = field(default_factory=list)


class _Packing:
    """One run: the packs of one document.

    Args:
        prepared: The workspace.
        subject: The document.
        request: What to make.
        translate: For the words of a calendar.
        lock: The reviewed forms.
    """

    def __init__(
        self,
        prepared: Prepared,
        subject: Subject,
        request: PackRequest,
        translate: Translate,
        lock: FormsLock,
    ) -> None:
        self._workspace = prepared.workspace
        self._settings = prepared.workspace.settings
        self._subject = subject
        self._request = request
        self._translate = translate
        self._ledger = prepared.forms
        self._lock = lock
        self._id = subject.model.id
        self._day: date | None = subject.as_of
        self._plans = _plans(subject, prepared)
        self._act = _approving(subject, prepared)
        self._certifier = self._find_certifier()
        self._letter = find_letter(prepared, request.letter)
        self._agenda = self._whole_agenda()
        self._found = _Found()

    def run(self) -> Packs:
        directory = self._subject.directory
        party = find_recipient(self._request.party, directory, self._day)
        folder = f"packs/{self._id}/{party.key}"
        if party.entry is not None and isinstance(party.entry.model, Group):
            self._group(party, folder)
        else:
            self._pack(self._share(party), folder)
        if party.entry is None and self._found.idle:
            raise unknown_party(party.reference, self._parties(), directory)
        return self._packs(party)

    def _group(self, group: Recipient, folder: str) -> None:
        """Make a pack for each member that has something to do, and one sheet for all."""
        taken: set[str] = set()
        for member in members_of(group, self._subject.directory, self._day):
            name = member.key
            while name.casefold() in taken:
                name = f"{name}-2"
            taken.add(name.casefold())
            self._pack(self._share(member), f"{folder}/{name}")
        if self._found.composed:
            self._sheet(group, folder)

    def _packs(self, party: Recipient) -> Packs:
        found = self._found
        composed, diagnostics = self._held_against_lock()
        diagnostics.extend(may_concern(found.unknown, self._id))
        if found.idle or not composed:
            idle = [one.name for one in found.idle] or [party.name]
            diagnostics.append(nothing_for(idle, self._subject))
        diagnostics.extend(not_in_calendar(found.undated.values()))
        faulty = {item for item in diagnostics if item.severity is Severity.ERROR}
        if faulty:
            return Packs(diagnostics=tuple(_once(diagnostics)))
        return Packs(tuple(composed), tuple(found.calendars), tuple(_once(diagnostics)))

    def _held_against_lock(self) -> tuple[list[Composed], list[Diagnostic]]:
        """Return the targets with the lock among their sources, and what was found of words."""
        found = self._found
        composed, findings = hold_against_lock(
            found.composed, found.diagnostics, self._ledger, self._lock, self._workspace
        )
        documents = {self._id, *(plan.model.id for plan in self._plans)}
        if self._letter is not None:
            documents.add(self._letter.model.id)
        own = touching(documents, self._workspace, findings)
        return composed, [to_review_with_pack(item, self._id, self._request.party) for item in own]

    # -- what concerns a party ---------------------------------------------------------------

    def _share(self, recipient: Recipient) -> _Share:
        plans = {plan.model.id: plan_share(plan, recipient) for plan in self._plans}
        order = None
        if isinstance(self._subject, ResolvedOrder):
            order = order_share(self._subject, recipient, plans, self._request.points)
            self._found.unknown.update(dict.fromkeys(order.unknown))
        minutes = None
        if isinstance(self._subject, ResolvedMinutes):
            minutes = minutes_share(self._subject, recipient, self._request.points)
            self._found.unknown.update(dict.fromkeys(minutes.unknown))
        for plan in plans.values():
            self._found.unknown.update(dict.fromkeys(plan.unknown))
        own = {id_: share for id_, share in plans.items() if share}
        return _Share(recipient, own, order, minutes)

    def _parties(self) -> Iterator[str]:
        """Yield the names of the parties that the documents name, for the nearest of them."""
        for plan in self._plans:
            for section in plan.sections:
                for item in section.activities:
                    yield from (
                        (one.text for one in item.responsible.parties) if (item.responsible) else ()
                    )

    def _whole_agenda(self) -> Agenda:
        ids = {self._id, *(plan.model.id for plan in self._plans)}
        # Every mark counts, so that nothing depends on the day on which the pack is made.
        return agenda(self._workspace, date.max, documents=ids)

    # -- files -------------------------------------------------------------------------------

    def _pack(self, share: _Share, folder: str) -> None:
        if not share:
            self._found.idle.append(share.recipient)
            return
        extracted = Extracted(share.recipient, self._certifier, self._subject.origin)
        if share.order is not None and share.order.points:
            compose = partial(compose_order_extract, share.order, extracted, self._settings)
            self._compose(self._subject, f"{folder}/{self._id}.выписка.docx", compose)
        if share.minutes is not None:
            compose = partial(compose_minutes_extract, share.minutes, extracted, self._settings)
            self._compose(self._subject, f"{folder}/{self._id}.выписка.docx", compose)
        for plan in share.plans.values():
            compose = partial(compose_plan_extract, plan, self._act, extracted, self._settings)
            name = f"{folder}/{plan.whole.model.id}.выписка.docx"
            self._compose(plan.whole, name, compose)
        self._sheet(share.recipient, folder)
        if self._letter is not None:
            composed, found = letter_to(self._letter, share.recipient, self._settings, folder)
            self._found.composed.append(composed)
            self._found.diagnostics.extend(found)
        self._calendar(share, folder)

    def _sheet(self, recipient: Recipient, folder: str) -> None:
        readers = readers_of(recipient, self._subject.directory, self._day)
        act = None if self._act is self._subject else self._act
        compose = partial(compose_acquaintance, self._subject, act, readers, self._settings)
        self._compose(self._subject, f"{folder}/{self._id}.лист-ознакомления.docx", compose)

    def _compose(
        self, document: Subject, path: str, compose: Callable[[Wording], DocumentView]
    ) -> None:
        wording = Wording(
            self._subject.directory,
            document=document.model.id,
            origin=document.origin.child("id"),
            as_of=self._day,
            typography=self._settings.outputs.typography,
            verbatim=verbatim_of(self._subject),
        )
        view = compose(wording)
        sources = {*document.sources, *(self._act.sources if self._act is not None else ())}
        target = Target(
            document=document.model.id,
            path=path,
            sources=tuple(sorted(sources)),
            origin=document.origin.child("id"),
            act=None,
            compose=lambda: (view, ()),
            request=self._request.to_json(),
        )
        self._found.composed.append(Composed(target, view))
        self._found.diagnostics.extend(wording.diagnostics)

    def _calendar(self, share: _Share, folder: str) -> None:
        for item in self._agenda.undated:
            if share.keeps(item):
                self._found.undated.setdefault((item.document, item.number), item)
        dated = tuple(item for item in self._agenda.items if share.keeps(item))
        if not dated:
            return
        title = " ".join(self._subject.model.title.split())
        content = calendar_file(
            replace(self._agenda, items=dated, undated=()),
            self._translate,
            name=f"{title} – {share.recipient.name}",
        )
        path = f"{folder}/{self._id}.календарь.ics"
        self._found.calendars.append(CalendarFile(self._id, path, content))

    def _find_certifier(self) -> ResolvedSignatory | None:
        wanted = self._request.certify
        if wanted is None:
            return None
        subject = self._subject
        if official_meant(subject.directory, wanted, self._day) is None:
            raise unknown_party(wanted, (), subject.directory, argument="certify")
        signatory, _ = resolve_signatory(
            wanted, subject.directory, self._day, subject.origin, self._id
        )
        return signatory


def _plans(subject: Subject, prepared: Prepared) -> tuple[ResolvedRoadmap, ...]:
    if isinstance(subject, ResolvedRoadmap):
        return (subject,)
    if isinstance(subject, ResolvedMinutes):
        return ()
    return tuple(plan for id_, plan in sorted(subject.plans.items()) if id_ not in prepared.blocked)


def _approving(plan: Subject, prepared: Prepared) -> ResolvedOrder | None:
    """Return the act that a document is, or that approves a plan: the first signed of them.

    Its day is the one whose people the plan names.
    """
    if not isinstance(plan, ResolvedRoadmap):
        return plan if isinstance(plan, ResolvedOrder) else None
    acts = [
        document
        for document in prepared.workspace.documents.values()
        if isinstance(document, ResolvedOrder) and plan.model.id in document.plans
    ]
    return min(acts, key=_rank, default=None)


def _rank(act: ResolvedOrder) -> tuple[bool, date, str]:
    return act.model.state != "registered", act.as_of or date.max, act.model.id


def _once(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings without those that another member's pack has told already."""
    seen: set[tuple[object, ...]] = set()
    for item in diagnostics:
        key = (item.code, item.span, str(item.message))
        if key not in seen:
            seen.add(key)
            yield item
