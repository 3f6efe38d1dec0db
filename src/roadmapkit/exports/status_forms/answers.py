"""A filled row of a form against the plan as it is now: an answer, or why it is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.exports.status_forms import codes
from roadmapkit.exports.status_forms.rows import FormRow, row_of, sealed
from roadmapkit.exports.status_forms.workbook import STATUSES
from roadmapkit.load import FilledRow
from roadmapkit.resolve import ResolvedActivity, ResolvedProgress
from roadmapkit.resolve.statuses import Reporter, Slot
from roadmapkit.resolve.statuses.ledger import Ledger, ledger_of
from roadmapkit.resolve.statuses.slots import read_day

__all__ = ["Answer", "Content", "Reading"]

_LOCKED = ("progress", "activity", "occurrence", "party", "as_of", "number", "title", "term")


@dataclass(frozen=True, slots=True, order=True)
class Content:
    """What a mark says.

    Attributes:
        date: Its day; None counts for every day.
    """

    status: str
    date: date | None
    text: tuple[str, ...] = ()
    reason: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party answered about a term.

    Attributes:
        progress: The progress that it belongs to.
        activity: The activity.
        slot: The term.
        party: The party.
        content: What it says.
        row: Where it stands.
        rank: Its place in the plan, by which marks are written down.
    """

    progress: ResolvedProgress
    activity: str
    slot: Slot
    party: Reporter
    content: Content
    row: FilledRow
    rank: tuple[int, int, int]


class Reading:
    """Reads the rows of forms of one progress document.

    Args:
        progress: The progress.
        as_of: The day on which forms are merged; marks after it are refused.
    """

    def __init__(self, progress: ResolvedProgress, as_of: date) -> None:
        self._progress = progress
        self._as_of = as_of
        items = (item for section in progress.roadmap.sections for item in section.activities)
        self._items: Mapping[str, tuple[int, ResolvedActivity]] = {
            item.activity.id: (rank, item) for rank, item in enumerate(items) if item.activity.id
        }
        self._ledgers: dict[str, Ledger] = {}
        self.diagnostics: list[Diagnostic] = []

    def ledger(self, activity: str) -> Ledger:
        """Return what weighs the marks of an activity."""
        if activity not in self._ledgers:
            item = self._items[activity][1]
            self._ledgers[activity] = ledger_of(item, self._progress.roadmap)
        return self._ledgers[activity]

    def answer(self, row: FilledRow) -> Answer | None:
        """Return what a filled row answers; None with a finding where it answers nothing."""
        found = self._asked(row)
        content = self._content(row)
        if found is None or content is None:
            return None
        rank, slot, party, place = found
        activity = row.values["activity"]
        return Answer(
            self._progress, activity, slot, party, content, row, (rank, slot.index, place)
        )

    # -- what was asked ---------------------------------------------------------------------

    def _asked(self, row: FilledRow) -> tuple[int, Slot, Reporter, int] | None:
        values = row.values
        intact = sealed(*(values[field] for field in _LOCKED)) == values["digest"]
        known = self._items.get(values["activity"])
        if known is None:
            if intact:
                near = get_close_matches(values["activity"], sorted(self._items), 3)
                self._outdated(
                    row, "activity", Message("the plan has no such activity now"), near=near
                )
            else:
                self._locked(row, "activity")
            return None
        rank, item = known
        ledger = self.ledger(values["activity"])
        found = [
            (slot, party, place)
            for slot in ledger.slots
            if slot.key == values["occurrence"]
            for place, party in enumerate(ledger.reporters(slot))
            if party.key == values["party"]
        ]
        if not intact:
            self._locked(row, self._edited_field(row, item, found))
            return None
        if not found:
            self._gone(row, ledger)
            return None
        slot, party, place = found[0]
        now = self._row_now(row, item, slot)
        if now.term != values["term"]:
            reason = Message("its term is now {term!r}", term=now.term)
            self._outdated(row, "term", reason)
            return None
        if now.title != values["title"]:
            self._renamed(row, now.title)
        return rank, slot, party, place

    def _row_now(self, row: FilledRow, item: ResolvedActivity, slot: Slot) -> FormRow:
        several = len({one.key for one in self.ledger(row.values["activity"]).slots}) > 1
        return row_of(
            self._progress.model.id,
            item,
            slot,
            row.values["party"],
            several=several,
            as_of=row.values["as_of"],
        )

    def _edited_field(
        self, row: FilledRow, item: ResolvedActivity, found: list[tuple[Slot, Reporter, int]]
    ) -> str:
        """Return the locked cell that differs from the plan, or the first of the row."""
        if not found:
            return "party"
        now = self._row_now(row, item, found[0][0])
        fields = ("number", "title", "term")
        return next((f for f in fields if getattr(now, f) != row.values[f]), "number")

    def _gone(self, row: FilledRow, ledger: Ledger) -> None:
        slots = [slot for slot in ledger.slots if slot.key == row.values["occurrence"]]
        if not slots:
            self._outdated(row, "term", Message("the activity has no such term now"))
            return
        keys = [party.key for slot in slots for party in ledger.reporters(slot)]
        near = get_close_matches(row.values["party"], keys, 3)
        reason = Message("{party!r} does not answer for it now", party=row.values["party"])
        self._outdated(row, "title", reason, near=near)

    def _outdated(
        self, row: FilledRow, field: str, reason: Message, *, near: list[str] | None = None
    ) -> None:
        message = Message(
            "{title!r} of {party!r} cannot be merged: {reason}",
            title=row.values["title"],
            party=row.values["party"],
            reason=reason,
        )
        hint = (
            Message("Perhaps {names}; enter the mark by hand, or send a new form", names=near)
            if near
            else Message("Enter the mark by hand, or send a new form")
        )
        self._find(codes.OUTDATED_ROW.at(row.places[field], message, hint=hint))

    def _locked(self, row: FilledRow, field: str) -> None:
        message = Message(
            "A locked cell of the row {title!r} was changed, so nobody knows what was answered",
            title=row.values["title"] or row.values["activity"],
        )
        hint = Message("Fill in the form as it was sent")
        self._find(codes.LOCKED_CELL.at(row.places[field], message, hint=hint))

    def _renamed(self, row: FilledRow, title: str) -> None:
        message = Message(
            "{former!r} is now called {title!r}; the mark is merged",
            former=row.values["title"],
            title=title,
        )
        hint = Message("See whether it still answers what is asked")
        self._find(codes.RENAMED_ROW.at(row.places["title"], message, hint=hint))

    # -- what was answered ------------------------------------------------------------------

    def _content(self, row: FilledRow) -> Content | None:
        status, day = self._status(row), self._day(row)
        if status is None or day is None:
            return None
        values = row.values
        return Content(
            status,
            day,
            tuple(_given(values["text"])),
            values["reason"],
            tuple(_given(values["evidence"])),
        )

    def _status(self, row: FilledRow) -> str | None:
        written = row.values["status"]
        status = " ".join(written.casefold().split()).rstrip(".")
        if status in STATUSES:
            return status
        near = get_close_matches(status, STATUSES, 1)
        message = (
            Message("{status!r} is no status", status=written)
            if written
            else Message("The row {title!r} has an answer but no status", title=row.values["title"])
        )
        hint = (
            Message("Did you mean {nearest!r}?", nearest=near[0])
            if near
            else Message("Choose one of: {words}", words=list(STATUSES))
        )
        self._find(codes.UNKNOWN_STATUS.at(row.places["status"], message, hint=hint))
        return None

    def _day(self, row: FilledRow) -> date | None:
        """Return the day of a mark, without one that of the form."""
        written = row.values["date"] or row.values["as_of"]
        day = read_day(written.partition(" ")[0])
        period = self._progress.roadmap.period
        if day is None:
            message = Message("{value!r} is no day", value=written)
            hint = Message("Write it as 31.01.2024")
        elif day > self._as_of:
            message = Message(
                "{day} lies after {as_of}, the day of merging", day=day, as_of=self._as_of
            )
            hint = Message("Correct the day, or merge as of a later one")
        elif period is not None and day < period.start:
            message = Message(
                "{day} lies before the plan begins, {start}", day=day, start=period.start
            )
            hint = Message("Correct the day")
        else:
            return day
        field = "date" if row.values["date"] else "status"
        self._find(codes.DAY_OF_MARK.at(row.places[field], message, hint=hint))
        return None

    def _find(self, finding: Diagnostic) -> None:
        self.diagnostics.append(finding)


def _given(text: str) -> Iterator[str]:
    if text:
        yield text
