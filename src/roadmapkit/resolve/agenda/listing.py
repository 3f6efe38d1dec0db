"""The agenda of a workspace: every activity and every point of an act that has a term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from roadmapkit.deadlines import Bound, Occurrence
from roadmapkit.diagnostics import Message
from roadmapkit.model.progress import Progress
from roadmapkit.model.revision import Revision
from roadmapkit.resolve.agenda.concerned import Scope, concerning
from roadmapkit.resolve.agenda.duties import Dutiful, Duty, duties_of
from roadmapkit.resolve.agenda.items import Agenda, DueItem, State
from roadmapkit.resolve.agenda.keys import uid_of
from roadmapkit.resolve.agenda.window import day_after
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.resolved import (
    ResolvedMinutes,
    ResolvedProgress,
    ResolvedRoadmap,
    ResolvedWorkspace,
)
from roadmapkit.resolve.statuses.ledger import Ledger, names_party_or_term
from roadmapkit.resolve.statuses.slots import UNDATED, Slot
from roadmapkit.resolve.statuses.standing import Standing
from roadmapkit.resolve.terms import CANCELLED, DONE, Mark, marks_until, settling, term_of
from roadmapkit.resolve.undated import undated_reason

__all__ = ["agenda"]

_ORDER = {State.LATE: 0, State.DUE: 1, State.AHEAD: 1, State.DONE: 2, State.CANCELLED: 2}


def agenda(
    workspace: ResolvedWorkspace,
    as_of: date,
    *,
    documents: Collection[str] = (),
    within: str | int | None = None,
    late: bool = False,
    party: str | None = None,
) -> Agenda:
    """Return what falls due in the plans and acts of a workspace.

    A plan is listed once, however many documents print it; of the people it names those
    of the day of the act that approves it. How a term stands follows from the marks of
    progress by the rules of a report as of the same day.

    Args:
        workspace: The resolved documents.
        as_of: The day; marks after it do not count.
        documents: Ids of roadmaps and acts, or of progress for its roadmap; all where empty.
        within: Keep what falls due from the day on up to this distance: ``30d``, ``2w``,
            ``3m``, ``1y``, or a number of days.
        late: Keep what is late. With *within*, both are kept.
        party: Keep what concerns this party: an id, or a name as written.

    Raises:
        ArgumentError: *within* is no distance, or nobody knows *party*.
    """
    horizon = day_after(as_of, within) if within is not None else None
    wanted = _wanted(workspace, documents)
    found: list[DueItem] = []
    scopes: dict[str, Scope] = {}
    for document in wanted:
        scopes[document.model.id] = (document.directory, document.as_of)
        marks = marks_until(_progress_of(workspace, document.model.id), as_of)
        found.extend(_Listing(document, marks, as_of).items())
    kept = concerning(party, found, scopes) if party is not None else found
    shown = [item for item in kept if _is_shown(item, as_of, horizon, late=late)]
    return Agenda(
        as_of=as_of,
        items=tuple(sorted((item for item in shown if item.occurrence), key=_rank)),
        undated=tuple(item for item in shown if item.occurrence is None),
        outside=Counter(item.state for item in found) - Counter(item.state for item in shown),
    )


def _wanted(workspace: ResolvedWorkspace, documents: Collection[str]) -> list[Dutiful]:
    ids = set(documents) or set(workspace.documents)
    for id_ in sorted(ids):
        progress = workspace.documents.get(id_)
        if isinstance(progress, ResolvedProgress):
            ids.add(progress.roadmap.model.id)
    return [
        document
        for id_, document in sorted(workspace.documents.items())
        if id_ in ids and isinstance(document, Dutiful)
    ]


def _progress_of(workspace: ResolvedWorkspace, roadmap: str) -> Iterator[Progress]:
    for _, document in sorted(workspace.documents.items()):
        if isinstance(document, ResolvedProgress) and document.roadmap.model.id == roadmap:
            yield document.model


def _is_shown(item: DueItem, as_of: date, horizon: date | None, *, late: bool) -> bool:
    if horizon is None and not late:
        return True
    near = horizon is not None and item.due is not None and as_of <= item.due <= horizon
    return near or (late and item.state is State.LATE)


def _rank(item: DueItem) -> tuple[int, date, str]:
    # Those of one day and document keep the order of the document.
    return (_ORDER[item.state], item.due or date.max, item.document)


class _Listing:
    """The items of one document."""

    def __init__(
        self,
        document: Dutiful,
        marks: Mapping[str, Sequence[Mark]],
        as_of: date,
    ) -> None:
        self._document = document
        self._marks = marks
        self._as_of = as_of
        self._title = " ".join(document.model.title.split())
        self._period = document.period if isinstance(document, ResolvedRoadmap) else None
        self._revision, self._revised = _revision(document)

    def items(self) -> Iterator[DueItem]:
        for duty in duties_of(self._document):
            meaning = duty.due.meaning if duty.due else None
            reason = undated_reason(meaning, self._period) if meaning else None
            document = self._document
            ledger = Ledger(duty.due, duty.answerable, document.directory, document.as_of)
            marks = self._marks.get(duty.activity or "", ())
            weighed: Sequence[Standing | None] = [None] * len(ledger.slots)
            if names_party_or_term(marks):
                weighed = ledger.standings(marks, self._as_of)
            for slot, standing in zip(ledger.slots, weighed, strict=True):
                if slot.occurrence is None:
                    yield self._undated(duty, reason, standing)
                else:
                    yield self._dated(duty, slot, slot.occurrence, standing)
            if meaning is not None and meaning.occurrences and reason is not None:
                yield self._undated(duty, reason)  # one of several terms

    def _dated(
        self, duty: Duty, slot: Slot, occurrence: Occurrence, standing: Standing | None
    ) -> DueItem:
        marks = self._marks.get(duty.activity or "", ())
        term = term_of(occurrence)
        mark = standing.settled if standing else settling(duty.due, marks, term, self._as_of)
        state = _state(mark)
        late = None
        if state is None:
            late = (self._as_of - term.limit).days if term.limit < self._as_of else None
            state = State.DUE if self._begins(duty, occurrence) <= self._as_of else State.AHEAD
            state = state if late is None else State.LATE
        return self._item(
            duty,
            (slot.key, slot.list_key),
            occurrence=occurrence,
            parties=slot.parties or duty.answerable,
            state=state,
            late_by=late,
            settled=mark,
            standing=standing,
        )

    def _begins(self, duty: Duty, occurrence: Occurrence) -> date:
        """Return since when a term runs: a single «не позднее», from the act's own day."""
        signed = self._document.as_of
        meaning = duty.due.meaning if duty.due else None
        single = meaning is not None and meaning.frequency is None
        if signed is not None and meaning and single and meaning.bound is Bound.BY:
            return min(signed, occurrence.start)
        return occurrence.start

    def _undated(
        self, duty: Duty, reason: Message | None, standing: Standing | None = None
    ) -> DueItem:
        marks = self._marks.get(duty.activity or "", ())
        mark = marks[-1] if marks and marks[-1].entry.status in (DONE, CANCELLED) else None
        mark = standing.settled if standing else mark
        return self._item(
            duty,
            (UNDATED,),
            occurrence=None,
            parties=duty.answerable,
            state=_state(mark) or State.UNDATED,
            late_by=None,
            settled=mark,
            reason=reason,
            standing=standing,
        )

    def _item(
        self,
        duty: Duty,
        key: tuple[str, ...],
        *,
        occurrence: Occurrence | None,
        parties: tuple[PartyRef, ...],
        state: State,
        late_by: int | None,
        settled: Mark | None,
        reason: Message | None = None,
        standing: Standing | None = None,
    ) -> DueItem:
        marks = self._marks.get(duty.activity or "", ())
        last = settled or (marks[-1] if marks else None)
        if standing is not None:
            last = settled or standing.mark
        changed = settled.entry.date if settled else None
        first = occurrence.start if occurrence else self._as_of
        stamp = self._revised or first
        because = [*(occurrence.because if occurrence else ())]
        because += [reason] if reason is not None else []
        because += duty.due.meaning.because if duty.due else ()
        document = self._document.model.id
        return DueItem(
            uid=uid_of(document, duty.key, *key),
            document=document,
            document_title=self._title,
            activity=duty.activity,
            number=duty.number,
            section=duty.section,
            title=duty.title,
            points=duty.points,
            phrase=" ".join(duty.due.lines) if duty.due else "",
            occurrence=occurrence,
            parties=parties,
            responsible=duty.responsible,
            answerable=duty.answerable,
            result=duty.result,
            state=state,
            late_by=late_by,
            mark=last.entry if last else None,
            standing=standing.parties if standing else (),
            because=tuple(dict.fromkeys(because)),
            revision=self._revision,
            stamp=max(stamp, changed) if changed else stamp,
            origin=duty.origin,
        )


def _state(mark: Mark | None) -> State | None:
    """Return the state that the mark which settles a term gives it."""
    if mark is None:
        return None
    return State.CANCELLED if mark.entry.status == CANCELLED else State.DONE


def _revision(document: Dutiful) -> tuple[int, date | None]:
    """Return the number of a document's revision and the day since when it holds.

    Without a day of its own it is that of the act, or the first of the period.
    """
    written = None if isinstance(document, ResolvedMinutes) else document.model.revision
    number = written.number if isinstance(written, Revision) else written or 0
    day = written.date if isinstance(written, Revision) else None
    period = document.period if isinstance(document, ResolvedRoadmap) else None
    return number, day or document.as_of or (period.start if period else None)
