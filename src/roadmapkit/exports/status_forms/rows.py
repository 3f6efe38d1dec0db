"""What is asked of whom: the rows of a status form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roadmapkit.diagnostics import Message
from roadmapkit.documents.standing import term_name
from roadmapkit.errors import ArgumentError
from roadmapkit.resolve import ResolvedActivity, ResolvedProgress
from roadmapkit.resolve.directory.likeness import closest, nobody_called
from roadmapkit.resolve.statuses import Reporter, Slot, Standing
from roadmapkit.resolve.statuses.labels import digest
from roadmapkit.resolve.statuses.ledger import Ledger, ledger_of
from roadmapkit.resolve.statuses.reporters import Reporters
from roadmapkit.resolve.terms import marks_until

__all__ = ["FormRow", "asked_rows", "chosen_parties", "row_of", "sealed"]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a form: one term of one activity, for one party. All of it is locked.

    Attributes:
        progress: Id of the progress document.
        activity: Id of the activity.
        occurrence: Key of the term.
        party: Key of the party.
        as_of: The reporting day, as an ISO date.
        number: Number as printed.
        title: The activity with its sub-items, in one line.
        term: The term in words.
        digest: Digest of all the others.
    """

    progress: str
    activity: str
    occurrence: str
    party: str
    as_of: str
    number: str
    title: str
    term: str
    digest: str = ""


def sealed(*values: str) -> str:
    """Return the digest of the locked cells of a row, which tells whether one was changed."""
    return digest(" ".join(value.split()) for value in values)


def row_of(
    progress: str, item: ResolvedActivity, slot: Slot, party: str, *, several: bool, as_of: str
) -> FormRow:
    """Return the row that asks a party about a term."""
    points = "; ".join(point.rstrip(" ;.") for point in item.activity.items)
    title = item.activity.title.strip()
    title = f"{title.rstrip(' :')}: {points}" if points else title
    values = (
        progress,
        item.activity.id or "",
        slot.key,
        party,
        as_of,
        item.number,
        " ".join(title.split()),
        " ".join(_term(item, slot, several=several).split()),
    )
    return FormRow(*values, digest=sealed(*values))


def _term(item: ResolvedActivity, slot: Slot, *, several: bool) -> str:
    phrase = " ".join(item.due.lines) if item.due is not None else ""
    if slot.occurrence is None or (phrase and not several and not slot.list_key):
        return phrase or "без срока"
    name, until = term_name(slot), f"до {slot.occurrence.end:%d.%m.%Y}"
    return name if name.endswith(until) else f"{name}, {until}"


def asked_rows(progress: ResolvedProgress, as_of: date) -> dict[Reporter, list[FormRow]]:
    """Return what each party has to report on: terms that have begun and are not settled.

    An activity without an id is not asked about, for no mark could name it.

    Args:
        progress: The marks so far.
        as_of: The reporting day.
    """
    marks = marks_until([progress.model], as_of)
    found: dict[Reporter, list[FormRow]] = {}
    for section in progress.roadmap.sections:
        for item in section.activities:
            if not item.activity.id:
                continue
            ledger = ledger_of(item, progress.roadmap)
            several = len({slot.key for slot in ledger.slots}) > 1
            for standing in ledger.standings(marks.get(item.activity.id, ()), as_of):
                for party in _asked(ledger, standing, as_of):
                    row = row_of(
                        progress.model.id,
                        item,
                        standing.slot,
                        party.key,
                        several=several,
                        as_of=as_of.isoformat(),
                    )
                    found.setdefault(party, []).append(row)
    return found


def _asked(ledger: Ledger, standing: Standing, as_of: date) -> Iterator[Reporter]:
    """Yield the parties for whom a term has begun and is open."""
    occurrence = standing.slot.occurrence
    if standing.settled is not None or (occurrence is not None and occurrence.start > as_of):
        return
    open_ = {state.party.key for state in standing.parties if not state.settled}
    for party in ledger.reporters(standing.slot):
        if not standing.parties or party.key in open_:
            yield party


def chosen_parties(progress: ResolvedProgress, names: Sequence[str], as_of: date) -> frozenset[str]:
    """Return the keys of the parties that are named; a group stands for its members.

    Args:
        progress: The progress, for its plan's directory.
        names: Ids or names of the directory, or names as the plan has them.
        as_of: Day of the members of groups.

    Raises:
        ArgumentError: Nobody is called so, or several are.
    """
    reporters = Reporters(progress.roadmap.directory, as_of)
    known = list(_everybody(progress))
    chosen: set[str] = set()
    for name in names:
        found = reporters.find(name, known)
        if len(found) == 1:
            chosen |= reporters.spoken_for(found[0], as_of)
            continue
        near = closest(name, (word for one in known for word in (one.name, one.key)))
        message = nobody_called(name, near)
        if found:
            message = Message("{party!r} may be several entries of the directory", party=name)
        raise ArgumentError(message, argument="parties", value=name)
    return frozenset(chosen)


def _everybody(progress: ResolvedProgress) -> dict[Reporter, None]:
    """Return everybody who answers for anything in a plan."""
    items = (item for section in progress.roadmap.sections for item in section.activities)
    ledgers = (ledger_of(item, progress.roadmap) for item in items)
    return dict.fromkeys(
        party for ledger in ledgers for slot in ledger.slots for party in ledger.reporters(slot)
    )
