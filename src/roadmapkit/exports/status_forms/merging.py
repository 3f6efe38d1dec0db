"""Answers of filled forms against the marks that are held: what is new is written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from roadmapkit.diagnostics import Diagnostic, Message, Span, sort_diagnostics
from roadmapkit.exports.status_forms import codes
from roadmapkit.exports.status_forms.answers import Answer, Content, Reading
from roadmapkit.load import FilledForm, FilledRow
from roadmapkit.model.progress import StatusEntry
from roadmapkit.resolve import ResolvedProgress
from roadmapkit.resolve.statuses.ledger import Ledger
from roadmapkit.resolve.statuses.slots import find_slots, slot_name
from roadmapkit.source import SourceDocument, SourceText, append_items, parse_source

__all__ = ["MarkConflict", "MergeResult", "MergedMark", "merge_forms"]


@dataclass(frozen=True, slots=True)
class MergedMark:
    """A mark of a form.

    Attributes:
        progress: Id of the progress document.
        activity: Id of the activity.
        occurrence: How a mark names its term; None for the only one.
        party: Key of the party.
        status: The word.
        date: The day.
        text: What was done.
        reason: Why not.
        evidence: Evidence.
        place: Where it stands in the form.
    """

    progress: str
    activity: str
    occurrence: str | None
    party: str
    status: str
    date: date | None
    text: tuple[str, ...]
    reason: str
    evidence: tuple[str, ...]
    place: Span


@dataclass(frozen=True, slots=True)
class MarkConflict:
    """A mark of a form against another of the same party and term.

    Attributes:
        mark: The mark of the form.
        held: The other one; its ``place`` is a line of YAML, or a row of another form.
    """

    mark: MergedMark
    held: MergedMark


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What became of the answers of filled forms.

    Attributes:
        merged: Marks that are new.
        skipped: Marks that are held already.
        conflicts: Marks that contradict others; none of them is written.
        diagnostics: Everything found, conflicts among it, by file, row and column.
        edits: New text of each changed file, by its name in the workspace.
    """

    merged: tuple[MergedMark, ...]
    skipped: tuple[MergedMark, ...]
    conflicts: tuple[MarkConflict, ...]
    diagnostics: tuple[Diagnostic, ...]
    edits: Mapping[str, str]


def merge_forms(
    documents: Mapping[str, ResolvedProgress], forms: Iterable[FilledForm], as_of: date
) -> MergeResult:
    """Return what merging filled forms gives; neither their order nor repetition counts.

    Args:
        documents: The progress documents of the workspace, by id.
        forms: The filled forms.
        as_of: The day; marks after it are refused.
    """
    merging = _Merging(documents, as_of)
    for form in forms:
        merging.read(form)
    return merging.result()


class _Merging:
    """One merge."""

    def __init__(self, documents: Mapping[str, ResolvedProgress], as_of: date) -> None:
        self._documents = documents
        self._readings = {id_: Reading(one, as_of) for id_, one in sorted(documents.items())}
        self._diagnostics: list[Diagnostic] = []
        self._answers: list[Answer] = []

    def read(self, form: FilledForm) -> None:
        self._diagnostics += form.diagnostics
        foreign: dict[str, list[FilledRow]] = {}
        for row in form.rows:
            id_ = row.values["progress"]
            if id_ not in self._readings:
                foreign.setdefault(id_, []).append(row)
            elif row.is_filled:
                answer = self._readings[id_].answer(row)
                self._answers += [answer] if answer is not None else []
        for id_, rows in foreign.items():
            self._diagnostics.append(self._foreign(id_, rows))

    def _foreign(self, id_: str, rows: Sequence[FilledRow]) -> Diagnostic:
        near = get_close_matches(id_, sorted(self._readings), 3)
        filled = sum(row.is_filled for row in rows)
        first = next((row for row in rows if row.is_filled), rows[0])
        message = Message(
            "The form is of the progress {id!r}, which this workspace lacks; "
            "answers left out: {count}",
            id=id_,
            count=filled,
        )
        hint = (
            Message("Perhaps {names}", names=near)
            if near
            else Message("Merge it in the workspace that it was made in")
        )
        return codes.FOREIGN_ROW.at(first.places["number"], message, hint=hint)

    def result(self) -> MergeResult:
        merged: list[Answer] = []
        skipped: list[MergedMark] = []
        conflicts: list[MarkConflict] = []
        for together in self._by_day():
            contents = dict.fromkeys(answer.content for answer in together)
            for answer in together:
                mark = self._mark(answer)
                against = self._held(answer)
                if any(content == answer.content for content, _ in against):
                    skipped.append(mark)
                    continue
                newer = [held for content, held in against if not _is_older(content, answer)]
                others = [one for one in together if one.content != answer.content]
                if newer:
                    conflicts.append(MarkConflict(mark, newer[-1]))
                elif len(contents) > 1:
                    conflicts.append(MarkConflict(mark, self._mark(others[0])))
                elif answer is together[0]:
                    merged.append(answer)
                else:
                    skipped.append(mark)
        found = [*self._diagnostics, *map(_conflict, conflicts)]
        found += [item for one in self._readings.values() for item in one.diagnostics]
        merged.sort(key=lambda answer: (answer.rank, answer.content.date))
        return MergeResult(
            tuple(map(self._mark, merged)),
            tuple(skipped),
            tuple(conflicts),
            sort_diagnostics(found),
            self._edits(merged),
        )

    def _by_day(self) -> list[list[Answer]]:
        """Return the answers of one party about one term on one day together, in a fixed order."""
        groups: dict[tuple[object, ...], list[Answer]] = {}
        for answer in sorted(self._answers, key=_order):
            key = (answer.progress.model.id, answer.rank, answer.content.date)
            groups.setdefault(key, []).append(answer)
        return list(groups.values())

    def _mark(self, answer: Answer) -> MergedMark:
        return MergedMark(
            answer.progress.model.id,
            answer.activity,
            slot_name(answer.slot, self._ledger(answer).slots),
            answer.party.key,
            answer.content.status,
            answer.content.date,
            answer.content.text,
            answer.content.reason,
            answer.content.evidence,
            answer.row.places["status"],
        )

    def _ledger(self, answer: Answer) -> Ledger:
        return self._readings[answer.progress.model.id].ledger(answer.activity)

    def _held(self, answer: Answer) -> list[tuple[Content, MergedMark]]:
        """Return the marks that the progress holds of the same party and term."""
        ledger = self._ledger(answer)
        keys = {party.key for party in ledger.reporters(answer.slot)}
        found: list[tuple[Content, MergedMark]] = []
        for index, entry in enumerate(answer.progress.model.entries):
            if entry.activity != answer.activity or not entry.party:
                continue
            spoken = ledger.keys_of(entry.party, (answer.slot,), given=entry.date) & keys
            if spoken != {answer.party.key} or not _is_about(entry, answer, ledger):
                continue
            content = _content(entry)
            place = answer.progress.origin.child("entries", index).span
            mark = MergedMark(
                answer.progress.model.id,
                entry.activity,
                entry.occurrence,
                answer.party.key,
                entry.status,
                entry.date,
                content.text,
                content.reason,
                content.evidence,
                place,
            )
            found.append((content, mark))
        return found

    def _edits(self, merged: Sequence[Answer]) -> dict[str, str]:
        """Return the new text of every file that gets marks."""
        texts: dict[str, str] = {}
        for id_, progress in sorted(self._documents.items()):
            items = [
                _item(self._mark(answer), answer)
                for answer in merged
                if answer.progress.model.id == id_
            ]
            if not items:
                continue
            document = progress.origin.document
            file = document.source.path
            if file in texts:
                document = _document(file, texts[file], id_)
            texts[file] = append_items(document, "entries", items)
        return texts


def _order(answer: Answer) -> tuple[object, ...]:
    place = answer.row.places["status"]
    return (answer.progress.model.id, answer.rank, answer.content, place)


def _is_older(held: Content, answer: Answer) -> bool:
    """Tell whether a mark that is held is older; one without a day counts for every day."""
    return (
        held.date is not None
        and answer.content.date is not None
        and (held.date < answer.content.date)
    )


def _is_about(entry: StatusEntry, answer: Answer, ledger: Ledger) -> bool:
    """Tell whether a held mark is about the term of an answer."""
    if entry.occurrence:
        return answer.slot in find_slots(entry.occurrence, ledger.slots)
    occurrence = answer.slot.occurrence
    if slot_name(answer.slot, ledger.slots) is None or occurrence is None or entry.date is None:
        return True
    return occurrence.start <= entry.date <= occurrence.end


def _content(entry: StatusEntry) -> Content:
    return Content(
        entry.status,
        entry.date,
        tuple(map(_one_line, entry.text)),
        _one_line(entry.reason or ""),
        tuple(map(_one_line, entry.evidence)),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _item(mark: MergedMark, answer: Answer) -> dict[str, str | Sequence[str]]:
    """Return a mark as it is written down, without what it does not say."""
    day = mark.date.isoformat() if mark.date is not None else ""
    item: dict[str, str] = {
        "activity": mark.activity,
        "party": answer.party.key if answer.party.known else answer.party.name,
        "occurrence": mark.occurrence or "",
        "status": mark.status,
        "date": day,
        "text": " ".join(mark.text),
        "reason": mark.reason,
        "evidence": " ".join(mark.evidence),
    }
    return {key: value for key, value in item.items() if value}


def _document(file: str, text: str, id_: str) -> SourceDocument:
    source = SourceText.from_string(file, text)
    return next(one for one in parse_source(source).documents if one.data.get("id") == id_)


def _conflict(conflict: MarkConflict) -> Diagnostic:
    mark, held = conflict.mark, conflict.held
    message = Message(
        "{party!r} answers {new!r} about {activity!r}, but {file}:{line} says {held!r}",
        party=mark.party,
        new=_told(mark),
        activity=f"{mark.activity} {mark.occurrence or ''}".strip(),
        file=held.place.file,
        line=held.place.line,
        held=_told(held),
    )
    hint = Message("Ask which holds, and enter that mark by hand with a later day")
    return codes.CONFLICT.at(mark.place, message, hint=hint, documents=(mark.progress,))


def _told(mark: MergedMark) -> str:
    day = f"{mark.date:%d.%m.%Y}" if mark.date is not None else ""
    parts = (mark.status, day, *mark.text, mark.reason, *mark.evidence)
    return "; ".join(part for part in parts if part)
