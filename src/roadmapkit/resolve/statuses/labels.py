"""Labels of occurrences and school lists that stay when dates and neighbours change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256

from roadmapkit.deadlines import Deadline, Frequency, Occurrence, Reporting
from roadmapkit.resolve.directory.forms import key_of
from roadmapkit.resolve.terms import occurrences_of

__all__ = ["counted_key", "digest", "occurrence_keys", "party_key"]

_DAY = timedelta(days=1)
_SEPTEMBER = 9
_SCHOOL_TERMS = {9: 1, 10: 1, 11: 2, 12: 2, 1: 3, 2: 3, 3: 3}


def _school_year(day: date) -> str:
    first = day.year if day.month >= _SEPTEMBER else day.year - 1
    return f"{first}-{first + 1}"


def _iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


_LABELS: Mapping[Frequency, Callable[[date], str]] = {
    Frequency.WEEKLY: _iso_week,
    Frequency.MONTHLY: lambda day: f"{day:%Y-%m}",
    Frequency.QUARTERLY: lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    Frequency.HALF_YEARLY: lambda day: f"{day.year}-H{(day.month + 5) // 6}",
    Frequency.YEARLY: lambda day: str(day.year),
    Frequency.ACADEMIC_YEAR: _school_year,
}


def party_key(names: Sequence[tuple[str | None, str]]) -> str:
    """Return the key of a school list, empty for none; the order of the list does not count.

    Args:
        names: Id of the directory, if there is one, and name as written, of each.
    """
    keys = sorted({ref or " ".join(key_of(name)) or name for ref, name in names})
    if len(keys) < 2:
        return "".join(keys)
    return f"~{digest(keys)}"


def occurrence_keys(
    meaning: Deadline, lists: Sequence[str], occurrences: Sequence[Occurrence]
) -> list[str]:
    """Return the key of each occurrence: a place in the calendar, or one in the list.

    A recurrence has the label of the year, quarter, month and so on that it falls into;
    what occurs once has its number among the terms of the activity, in the order written.
    Where two of the same school list would share a key, they are counted.

    Args:
        meaning: The deadline.
        lists: Key of the school list of each occurrence.
        occurrences: The occurrences of the deadline.
    """
    labels: dict[int, str] = {}
    singles: Counter[str] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for index, frequency, reports in _as_written(meaning, occurrences):
        party = lists[index]
        label = _label(occurrences[index], frequency, reports) if frequency is not None else ""
        if not label:
            singles[party] += 1
            label = str(singles[party])
        seen[party, label] += 1
        labels[index] = counted_key(label, seen[party, label])
    return [labels[index] for index in range(len(occurrences))]


def _as_written(
    meaning: Deadline, occurrences: Sequence[Occurrence]
) -> Iterator[tuple[int, Frequency | None, bool]]:
    """Yield the index of each occurrence, in the order of the phrase, and how it recurs.

    The last value tells whether it is due in the month after the period that it reports on.
    """
    places = {occurrence: index for index, occurrence in enumerate(occurrences)}
    for part in _leaves(meaning):
        for occurrence in occurrences_of(part):
            index = places.pop(occurrence, None)
            if index is not None:
                yield index, part.frequency, _reports_on_former(part)
    for index in sorted(places.values()):
        yield index, meaning.frequency, _reports_on_former(meaning)


def _reports_on_former(meaning: Deadline) -> bool:
    recurrence = meaning.reading.recurrence
    return recurrence is not None and recurrence.reporting is Reporting.NEXT


def _leaves(meaning: Deadline) -> Iterator[Deadline]:
    if not meaning.parts:
        yield meaning
    for part in meaning.parts:
        yield from _leaves(part)


def _label(occurrence: Occurrence, frequency: Frequency, reports: bool) -> str:
    """Return the slice of the calendar that an occurrence falls into, or reports on."""
    if frequency is Frequency.ACADEMIC_TERM:
        # Its days shift from year to year, its middle hardly does.
        middle = occurrence.start + (occurrence.end - occurrence.start) // 2
        return f"{_school_year(middle)}-T{_SCHOOL_TERMS.get(middle.month, 4)}"
    # The month in which a report is due begins on the day after the period that it is about.
    return _LABELS[frequency](occurrence.end.replace(day=1) - _DAY if reports else occurrence.end)


def counted_key(key: str, number: int) -> str:
    """Return a key that others had before as the *number*th of them."""
    return key if number == 1 else f"{key}.{number}"


def digest(words: Iterable[str]) -> str:
    """Return a short digest of *words*."""
    return sha256("\n".join(words).encode()).hexdigest()[:12]
