"""The times at which an activity falls due, each with its name, and which one a mark is about."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from roadmapkit.deadlines import Occurrence
from roadmapkit.lazily import dataclass, regex
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.reading import PartyRef, resolve_parties
from roadmapkit.resolve.resolved import ResolvedDue
from roadmapkit.resolve.statuses.labels import occurrence_keys, party_key
from roadmapkit.resolve.terms import occurrences_of

__all__ = ["UNDATED", "Slot", "find_slots", "read_day", "slot_name", "slots_of"]

UNDATED = "undated"

_ISO_DAY = regex(r"(\d{4})-(\d{2})-(\d{2})")
_DOTTED_DAY = regex(r"(\d{2})\.(\d{2})\.(\d{4})")
_SLICE = regex(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>\d{2})"
    r"|(?P<month>0[1-9]|1[0-2])|(?P<next>\d{4})))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One time at which an activity falls due.

    Attributes:
        index: Its place among those of the activity.
        key: Its slice of the calendar, or its number among the terms of its school list,
            as in the calendar feed; :data:`UNDATED` where no date is known.
        occurrence: When that is; None where no date is known.
        parties: The school list of this time; empty where it holds for all.
        list_key: Key of the school list.
    """

    index: int
    key: str
    occurrence: Occurrence | None
    parties: tuple[PartyRef, ...] = ()
    list_key: str = ""


def slots_of(due: ResolvedDue | None, directory: DirectoryIndex) -> tuple[Slot, ...]:
    """Return the times at which an activity falls due; one without a date where none is known.

    Args:
        due: Its deadline.
        directory: Where the schools of its lists stand.
    """
    occurrences = occurrences_of(due.meaning) if due is not None else ()
    if due is None or not occurrences:
        return (Slot(0, UNDATED, None),)
    lists = [tuple(_named(name, directory) for name in one.parties) for one in occurrences]
    keys = [party_key([(one.ref, one.text) for one in parties]) for parties in lists]
    times = occurrence_keys(due.meaning, keys, occurrences)
    rows = zip(times, occurrences, lists, keys, strict=True)
    return tuple(Slot(index, *row) for index, row in enumerate(rows))


def _named(name: str, directory: DirectoryIndex) -> PartyRef:
    """Return a party of a school list; a name of the list is one party, whatever is in it."""
    read = resolve_parties(name, directory).parties
    if len(read) == 1:
        return replace(read[0], text=name)
    entries = directory.find(name)
    ref = entries[0].id if len(entries) == 1 else None
    full = directory.printed_name(ref, full=True) if ref else name
    return PartyRef(name, "organization", ref, full, 0, len(name))


def find_slots(text: str, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return the times that a mark means: by key, by a day, or by a slice of the calendar.

    A day is that of the term, else one within it. A slice means what ends within it.
    More than one of a school list is returned where the text does not tell them apart.

    Args:
        text: ``2024-Q1``, ``2024-03``, ``2024-03-15``, ``15.03.2024``.
        slots: The times of the activity.
    """
    wanted = text.strip()
    same = tuple(slot for slot in slots if slot.key.casefold() == wanted.casefold())
    if same:
        return same
    dated = [(slot, slot.occurrence) for slot in slots if slot.occurrence is not None]
    day = read_day(wanted)
    if day is not None:
        ending = tuple(slot for slot, one in dated if day in (one.due, one.end))
        return ending or tuple(slot for slot, one in dated if one.start <= day <= one.end)
    first, last = _slice(wanted)
    return tuple(slot for slot, one in dated if first <= one.end <= last)


def read_day(text: str) -> date | None:
    """Return the day that *text* names, as ``2024-01-31`` or ``31.01.2024``; None for no day."""
    iso, dotted = _ISO_DAY.fullmatch(text), _DOTTED_DAY.fullmatch(text)
    parts: Iterable[str] = iso.groups() if iso else reversed(dotted.groups() if dotted else ())
    try:
        return date(*map(int, parts)) if iso or dotted else None
    except ValueError:
        return None


def _slice(text: str) -> tuple[date, date]:
    """Return first and last day of a slice of the calendar; an empty span for any other text."""
    nothing = (date.max, date.min)
    found = _SLICE.fullmatch(text)
    if found is None:
        return nothing
    year = int(found["year"])
    try:
        if found["next"] is not None:
            following = int(found["next"])
            school = (date(year, 9, 1), date(following, 8, 31))
            return school if following == year + 1 else nothing
        if found["week"] is not None:
            monday = date.fromisocalendar(year, int(found["week"]), 1)
            return monday, monday + timedelta(days=6)
        months = (1, 12)
        for name, length in (("month", 1), ("quarter", 3), ("half", 6)):
            if found[name] is not None:
                last = int(found[name]) * length
                months = (last - length + 1, last)
        return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])
    except ValueError:
        return nothing


def slot_name(slot: Slot, slots: Sequence[Slot]) -> str | None:
    """Return how a mark names one of several times of an activity; None for the only one.

    It is the slice of the calendar, or else the last day: a number among the terms is
    moved by every term that is added before it.

    Args:
        slot: The time.
        slots: All times of the activity.
    """
    keys = {other.key for other in slots if other.list_key == slot.list_key}
    if len(keys) < 2 or slot.occurrence is None:
        return None
    if not slot.key.isdecimal() or len(slot.key) == 4:
        return slot.key
    day = slot.occurrence.end.isoformat()
    found = find_slots(day, [other for other in slots if other.list_key == slot.list_key])
    return day if found == (slot,) else slot.key
