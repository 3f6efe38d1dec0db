"""Terms of an activity, and what a mark of progress settles: one rule for report and agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from roadmapkit.deadlines import Deadline, DeadlineKind, Frequency, Occurrence
from roadmapkit.lazily import dataclass
from roadmapkit.model.progress import Progress, StatusEntry
from roadmapkit.resolve.resolved import ResolvedDue

__all__ = [
    "CANCELLED",
    "DONE",
    "FOR_GOOD",
    "IN_WORK",
    "STAGE_DONE",
    "Mark",
    "Term",
    "last_term",
    "marks_until",
    "occurrences_of",
    "settles",
    "settling",
    "term_of",
    "terms_of",
]

DONE = "выполнено"
CANCELLED = "отменено"
IN_WORK = "в работе"
STAGE_DONE = "выполнено на этапе"
FOR_GOOD = frozenset({DONE, CANCELLED})
_FOR_ITS_OCCURRENCE = frozenset({DONE, STAGE_DONE, IN_WORK})


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A day by which something has to be done.

    Attributes:
        limit: The day after which it is late: the last day, or the working day that it
            moves to. A working day before the last one is the house's own reminder and
            makes nobody late.
        end: Last day as printed.
    """

    limit: date
    end: date


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of progress and its place among those of its document."""

    entry: StatusEntry
    index: int

    @property
    def given(self) -> date:
        """The day of the mark; one without a date counts for every day."""
        return self.entry.date or date.min

    @property
    def status(self) -> str:
        """The word of the mark."""
        return self.entry.status


def marks_until(documents: Iterable[Progress], as_of: date) -> Mapping[str, Sequence[Mark]]:
    """Return the marks up to a day by activity, in order: the last one holds.

    Of two marks on one day the one further down is the later.
    """
    found: dict[str, list[Mark]] = {}
    for progress in documents:
        for index, entry in enumerate(progress.entries):
            mark = Mark(entry, index)
            if mark.given <= as_of:
                found.setdefault(entry.activity, []).append(mark)
    for marks in found.values():
        marks.sort(key=lambda mark: mark.given)  # stable: documents and lines keep their order
    return found


def occurrences_of(meaning: Deadline) -> tuple[Occurrence, ...]:
    """Return when a deadline falls due, each time once.

    What fixes a last day and has no occurrence of its own falls due on that day.
    """
    if meaning.occurrences or meaning.end is None:
        return tuple(dict.fromkeys(meaning.occurrences))
    return (Occurrence(meaning.start or meaning.end, meaning.end, meaning.end),)


def term_of(occurrence: Occurrence) -> Term:
    """Return the term that an occurrence sets."""
    return Term(max(occurrence.due, occurrence.end), occurrence.end)


def terms_of(due: ResolvedDue | None) -> tuple[Term, ...]:
    """Return the terms of an activity, the earliest first."""
    if due is None:
        return ()
    return tuple(sorted({term_of(one) for one in occurrences_of(due.meaning)}))


def last_term(due: ResolvedDue | None, as_of: date) -> Term | None:
    """Return the term that counts on a day: the last that has passed, or the first ahead."""
    terms = terms_of(due)
    past = [term for term in terms if term.limit < as_of]
    return past[-1] if past else next(iter(terms), None)


def settles(due: ResolvedDue | None, mark: Mark, term: Term) -> bool:
    """Tell whether a mark settles a term.

    A single term is settled once it is done or cancelled. Of a recurring activity a
    mark settles the occurrence in or after which it was put, and no later one. That the
    work goes on settles what comes round within the year, not a yearly term.
    """
    entry = mark.entry
    meaning = due.meaning if due else None
    if meaning is None or meaning.kind is not DeadlineKind.RECURRING or entry.status == CANCELLED:
        return entry.status in FOR_GOOD
    yearly = meaning.frequency in (Frequency.YEARLY, Frequency.ACADEMIC_YEAR)
    if entry.status not in _FOR_ITS_OCCURRENCE or (yearly and entry.status == IN_WORK):
        return False
    return entry.date is None or any(
        one.end == term.end and one.start <= entry.date for one in meaning.occurrences
    )


def settling(
    due: ResolvedDue | None, marks: Sequence[Mark], term: Term, as_of: date
) -> Mark | None:
    """Return the mark that settles a term as of a day, None while it is open.

    Until the next term has passed, the last mark decides, as in a report of that day;
    afterwards it can only be made up for by a later one.

    Args:
        due: Deadline of the activity.
        marks: Its marks up to the day, in order.
        term: One of its terms.
        as_of: The day.
    """
    following = (later.limit for later in terms_of(due) if later > term)
    until = min(next(following, as_of), as_of)
    first = max((number for number, mark in enumerate(marks) if mark.given <= until), default=0)
    for mark in marks[first:]:
        # That the work goes on excuses a term that has passed; it does not do one ahead.
        begun = mark.entry.status == IN_WORK and term.limit >= as_of
        if not begun and settles(due, mark, term):
            return mark
    return None
