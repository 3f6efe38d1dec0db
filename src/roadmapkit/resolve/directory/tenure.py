"""Who holds which post when: appointments, acting holders, vacancies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from roadmapkit.lazily import dataclass
from roadmapkit.model.kinds import Appointment, Person, Post, Vacancy
from roadmapkit.resolve.directory.answers import Holder
from roadmapkit.resolve.directory.forms import Entry
from roadmapkit.resolve.parties.heads import find_head
from roadmapkit.resolve.parties.tokens import tokenize
from roadmapkit.resolve.parties.words import head_rank

__all__ = [
    "ACTING",
    "Gap",
    "acting_words",
    "appointments_by_person",
    "gap_of",
    "heads_by_title",
    "holder_of",
    "holds",
]

ACTING = "исполняющий обязанности"
"""How one who acts for the holder of a post is called, unless the author has other words."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which nobody holds a post.

    Attributes:
        since: First of them; None where it is not known.
        until: Last of them; None where it is not known.
    """

    since: date | None
    until: date | None


def holds(period: Appointment | Vacancy, on: date | None) -> bool:
    """Tell whether a period has the day in it; None asks for periods without a last day."""
    return _covers(period.since, period.until, on)


def _covers(since: date | None, until: date | None, on: date | None) -> bool:
    if on is None:
        return until is None
    return (since is None or since <= on) and (until is None or on <= until)


def acting_words(appointment: Appointment) -> str:
    """Return how the holder is called before the post in the genitive; empty for a permanent."""
    if isinstance(appointment.acting, str):
        return appointment.acting
    return ACTING if appointment.acting else ""


def holder_of(post: Post, entries: Mapping[str, Entry], on: date | None) -> Holder:
    """Return who holds a post on a day.

    The acting holder comes first: that is why he is appointed; then the permanent one.

    Args:
        post: The post.
        entries: The people, by id.
        on: The day; None asks for the appointment without a last day, the latest of them.
    """
    current = [a for a in post.appointments if isinstance(a, Appointment) and holds(a, on)]
    current.sort(key=lambda a: (bool(a.acting), a.since or date.min))
    for appointment in reversed(current):
        person = entries.get(appointment.person)
        if person is not None and isinstance(person.model, Person):
            return Holder(
                post,
                person.model,
                bool(appointment.acting),
                appointment.since,
                appointment.until,
                acting_words(appointment),
            )
    gap = gap_of(post, on)
    return Holder(post, None, since=gap.since, until=gap.until)


def gap_of(post: Post, on: date | None) -> Gap:
    """Return since when and until when nobody holds a post that is vacant on a day."""
    held = [a for a in post.appointments if isinstance(a, Appointment)]
    free = [a for a in post.appointments if isinstance(a, Vacancy) and holds(a, on)]
    ends = [a.until for a in held if a.until is not None and (on is None or a.until < on)]
    starts = [a.since for a in held if on is not None and a.since is not None and a.since > on]
    since = max((a.since for a in free if a.since), default=None)
    until = min((a.until for a in free if a.until), default=None)
    if since is None and ends:
        since = max(ends) + _DAY
    if until is None and starts:
        until = min(starts) - _DAY
    return Gap(since, until)


def appointments_by_person(entries: Iterable[Entry]) -> dict[str, list[tuple[Post, Appointment]]]:
    """Return the appointments of each person, by id of the post."""
    found: dict[str, list[tuple[Post, Appointment]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        if not isinstance(entry.model, Post):
            continue
        for appointment in entry.model.appointments:
            if isinstance(appointment, Appointment):
                found.setdefault(appointment.person, []).append((entry.model, appointment))
    return found


def heads_by_title(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the ids of the posts that head organisations by their titles, by organisation."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for entry in entries:
        post = entry.model
        if isinstance(post, Post) and post.organization:
            rank = _rank(post.title)
            if rank is not None:
                ranked.setdefault(post.organization, []).append((rank, entry.id))
    return {body: min(posts)[1] for body, posts in ranked.items()}


def _rank(title: str) -> int | None:
    head = find_head(tokenize(title), 0)
    ranks = [head_rank(reading.lemma) for reading in head.readings] if head else []
    return min((rank for rank in ranks if rank is not None), default=None)
