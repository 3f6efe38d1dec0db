"""Decisions of a meeting: what they refer to, and whether plan and progress show them.

A decision changes nothing by itself: the plan and the progress are where an activity and
its marks are known. What has been decided and stands there differently is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from roadmapkit.deadlines import Deadline
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.language import plain
from roadmapkit.model.kinds import (
    ApproveDecision,
    ChangeDecision,
    CreateDecision,
    Minutes,
    Progress,
    StatusDecision,
)
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.resolve import document_codes
from roadmapkit.resolve import minutes_codes as codes
from roadmapkit.resolve.due import DueResolver
from roadmapkit.resolve.parties.reading import resolve_parties
from roadmapkit.resolve.plan_terms import PlacedActivity, PlanTerms
from roadmapkit.resolve.references import missing_roadmap, reports_of, suggest, unknown_id
from roadmapkit.resolve.report_references import find_report
from roadmapkit.resolve.resolved import DecisionEffect, ResolvedDue
from roadmapkit.resolve.roadmaps import resolve_period
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import NodePath, Origin

if TYPE_CHECKING:
    from roadmapkit.model import PrintedDocument
    from roadmapkit.model.minutes import Decision

__all__ = ["DecisionResolver", "decided_ids", "decisions_of", "reported_ids"]


def decisions_of(minutes: Minutes) -> Iterator[tuple[NodePath, Decision]]:
    """Yield every decision with its path, in the order of printing."""
    for index, item in enumerate(minutes.agenda):
        for position, decision in enumerate(item.decided):
            yield ("agenda", index, "decided", position), decision


def reported_ids(model: PrintedDocument) -> frozenset[str]:
    """Return the ids of the progress whose reports a document prints or a meeting approves."""
    printed = {part.report for part, _ in reports_of(model.appendices)}
    decisions = decisions_of(model) if isinstance(model, Minutes) else ()
    approved = {
        decision.approve
        for _, decision in decisions
        if isinstance(decision, ApproveDecision) and decision.as_of is not None
    }
    return frozenset(printed | approved)


def decided_ids(minutes: Minutes) -> Iterator[str]:
    """Yield the documents that decisions are about, by id."""
    for _, decision in decisions_of(minutes):
        match decision:
            case ApproveDecision():
                yield decision.approve
            case CreateDecision():
                yield decision.create.roadmap
            case ChangeDecision():
                yield decision.change.activity.partition("/")[0].strip()
            case StatusDecision():
                yield decision.status.activity.partition("/")[0].strip()


class DecisionResolver:
    """Resolves the effects of the decisions of one document."""

    def __init__(self, minutes: Minutes, surroundings: Surroundings) -> None:
        self._minutes = minutes
        self._surroundings = surroundings
        self._origin = surroundings.origin
        # What a draft says has not been decided yet, and need not stand anywhere.
        self._holds = minutes.state == "registered"
        self.diagnostics: list[Diagnostic] = []

    def effects(self) -> dict[NodePath, DecisionEffect]:
        """Return what decisions do by their path; findings gather in ``diagnostics``."""
        return {
            path: effect
            for path, decision in decisions_of(self._minutes)
            if (effect := self._effect(decision, self._origin.child(*path))) is not None
        }

    def _effect(self, decision: Decision, origin: Origin) -> DecisionEffect | None:
        match decision:
            case ApproveDecision():
                return self._approve(decision, origin)
            case CreateDecision():
                return self._create(decision, origin.child("create"))
            case ChangeDecision():
                return self._change(decision, origin.child("change"))
            case StatusDecision():
                return self._status(decision, origin.child("status"))
        return None

    # -- approve ----------------------------------------------------------------------------

    def _approve(self, decision: ApproveDecision, origin: Origin) -> DecisionEffect | None:
        id_, place = decision.approve, origin.child("approve")
        if decision.as_of is not None:
            found = find_report(
                id_, decision.as_of, self._surroundings, place, origin.child("as_of")
            )
            if isinstance(found, Diagnostic):
                self.diagnostics.append(found)
                return None
            progress, report = found
            title = report.request.title or progress.model.title
            return DecisionEffect(
                "approve",
                id_,
                title,
                as_of=report.as_of,
                since=report.start,
                cumulative=report.request.cumulative,
            )
        entry = self._surroundings.entries.get(id_)
        if entry is None:
            known = self._surroundings.entries
            self.diagnostics.append(unknown_id(id_, place, known, (self._minutes.id,)))
            return None
        if isinstance(entry.model, Progress):
            self.diagnostics.append(_which_report(entry.model, place, self._minutes.id))
            return None
        alias = getattr(entry.model, "alias", None) or ""
        return DecisionEffect("approve", id_, entry.model.title, alias)

    # -- activities -------------------------------------------------------------------------

    def _plan(self, id_: str, origin: Origin) -> PlanTerms | None:
        terms = self._surroundings.bases.plan(id_)
        if terms is None:
            around = self._surroundings
            self.diagnostics.append(
                missing_roadmap(id_, origin, around.entries, around.broken, self._minutes.id)
            )
        return terms

    def _activity(self, reference: str, origin: Origin) -> tuple[PlanTerms, PlacedActivity] | None:
        """Return the activity that «plan/activity» means."""
        plan, _, name = (part.strip() for part in reference.partition("/"))
        terms = self._plan(plan, origin)
        if terms is None:
            return None
        item = terms.by_id(name) or (terms.by_number(name) if name else None)
        if item is None:
            ids = [f"{plan}/{id_}" for id_ in terms.ids]
            otherwise = Message("Write the plan and the activity: {example}", example=ids[:1])
            self.diagnostics.append(
                document_codes.UNKNOWN_ACTIVITY.at(
                    origin.span,
                    Message("The plan {plan!r} has no activity {name!r}", plan=plan, name=name),
                    hint=suggest(reference, ids, otherwise),
                    documents=(self._minutes.id,),
                )
            )
            return None
        return terms, item

    def _create(self, decision: CreateDecision, origin: Origin) -> DecisionEffect | None:
        new = decision.create
        terms = self._plan(new.roadmap, origin.child("roadmap"))
        if terms is None:
            return None
        section = next((one for one in terms.roadmap.sections if one.id == new.section), None)
        if new.section is not None and section is None:
            known = [one.id for one in terms.roadmap.sections if one.id]
            place = origin.child("section")
            self.diagnostics.append(unknown_id(new.section, place, known, (self._minutes.id,)))
            return None
        placed = origin.child("activity")
        due = self._due(new.activity.due, terms.roadmap, placed.child("due"))
        item = terms.by_id(new.activity.id) if new.activity.id else None
        if item is None:
            item = _titled(terms, new.activity.title)
        if item is None and self._holds:
            self._not_in_plan(
                placed,
                Message(
                    "It was decided to add the activity {title!r}, and the plan {plan!r} has none "
                    "such",
                    title=_line(new.activity.title),
                    plan=new.roadmap,
                ),
                Message("Add it to the plan, with the id that the decision gives it"),
            )
        return DecisionEffect(
            kind="create",
            document=new.roadmap,
            title=terms.roadmap.title,
            alias=terms.roadmap.alias or "",
            number=item.number.rstrip(".") if item else "",
            activity=(item.activity.id if item else new.activity.id) or "",
            activity_title=new.activity.title,
            section=section.title if section else "",
            due=due,
        )

    def _change(self, decision: ChangeDecision, origin: Origin) -> DecisionEffect | None:
        change = decision.change
        found = self._activity(change.activity, origin.child("activity"))
        if found is None:
            return None
        terms, item = found
        due = self._due(change.due, terms.roadmap, origin.child("due"))
        if self._holds:
            known = terms.due(item)
            if due is not None and not _same_term(due, known):
                said = "; ".join(known.lines) if known else "–"
                self._differs(change.activity, origin.child("due"), "; ".join(due.lines), said)
            written, said_by = change.responsible, item.activity.responsible
            if written and self._parties(written) != self._parties(said_by):
                place = origin.child("responsible")
                self._differs(change.activity, place, ", ".join(written), ", ".join(said_by) or "–")
        return _of_activity("change", terms.roadmap, item, due)

    def _differs(self, activity: str, origin: Origin, decided: str, said: str) -> None:
        message = Message(
            "It was decided for {activity!r}: {decided!r}; the plan says {said!r}",
            activity=activity,
            decided=decided,
            said=said,
        )
        hint = Message("Change the activity in the plan, or amend the act that approves the plan")
        self._not_in_plan(origin, message, hint)

    def _status(self, decision: StatusDecision, origin: Origin) -> DecisionEffect | None:
        found = self._activity(decision.status.activity, origin.child("activity"))
        if found is None:
            return None
        terms, item = found
        if self._holds and not self._is_marked(terms.roadmap.id, item, decision.status.status):
            self.diagnostics.append(
                codes.NO_MARK.at(
                    origin.child("status").span,
                    Message(
                        "It was decided that {activity!r} is {status!r}, and no progress has that "
                        "mark",
                        activity=decision.status.activity,
                        status=decision.status.status,
                    ),
                    hint=Message("Add the mark to the entries of the progress of the plan"),
                    documents=(self._minutes.id,),
                )
            )
        return _of_activity("status", terms.roadmap, item, None)

    def _is_marked(self, plan: str, item: PlacedActivity, status: str) -> bool:
        return any(
            mark.activity == item.activity.id and mark.status == status
            for entry in self._surroundings.entries.values()
            if isinstance(entry.model, Progress) and entry.model.roadmap == plan
            for mark in entry.model.entries
        )

    # -- what is compared -------------------------------------------------------------------

    def _due(self, due: object, roadmap: Roadmap, origin: Origin) -> ResolvedDue | None:
        period, _ = resolve_period(roadmap, self._origin)
        resolver = DueResolver(period, self._surroundings, events=roadmap.events)
        resolved = resolver.resolve(due, origin)  # type: ignore[arg-type]  # a phrase or a Due
        self.diagnostics += resolver.diagnostics
        return resolved

    def _parties(self, written: Sequence[str]) -> frozenset[str]:
        directory = self._surroundings.directory
        names = [directory.printed_name(text) for text in written]
        reading = resolve_parties(";\n".join(names), directory, on=self._surroundings.as_of)
        return frozenset(party.ref or plain(party.normalized) for party in reading.parties)

    def _not_in_plan(self, origin: Origin, message: Message, hint: Message) -> None:
        self.diagnostics.append(
            codes.NOT_IN_PLAN.at(origin.span, message, hint=hint, documents=(self._minutes.id,))
        )


def _of_activity(
    kind: str, roadmap: Roadmap, item: PlacedActivity, due: ResolvedDue | None
) -> DecisionEffect:
    return DecisionEffect(
        kind="change" if kind == "change" else "status",
        document=roadmap.id,
        title=roadmap.title,
        alias=roadmap.alias or "",
        number=item.number.rstrip("."),
        activity=item.activity.id or "",
        activity_title=item.activity.title,
        due=due,
    )


def _which_report(progress: Progress, origin: Origin, document: str) -> Diagnostic:
    days = ", ".join(f"{request.day}" for request in progress.reports if request.day)
    return document_codes.UNKNOWN_ID.at(
        origin.span,
        Message("Which report of {id!r} is approved is not said", id=progress.id),
        hint=Message("Write as_of with its day, one of: {days}", days=days or "–"),
        documents=(document,),
    )


def _titled(terms: PlanTerms, title: str) -> PlacedActivity | None:
    wanted = plain(_line(title)).casefold()
    return next(
        (
            item
            for section in terms.sections
            for item in section.activities
            if plain(_line(item.activity.title)).casefold() == wanted
        ),
        None,
    )


def _same_term(decided: ResolvedDue, known: ResolvedDue | None) -> bool:
    return known is not None and _term(decided.meaning) == _term(known.meaning)


def _term(meaning: Deadline) -> tuple[object, ...]:
    return (meaning.kind, meaning.start, meaning.end, meaning.frequency, meaning.occurrences)


def _line(text: str) -> str:
    return " ".join(text.split())
