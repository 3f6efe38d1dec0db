"""What is wrong with the times of directories: appointments, former names, memberships."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.model.kinds import Appointment, Group, GroupMember, Organization, Post, Vacancy
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.forms import Entry
from roadmapkit.resolve.directory.naming import change_days
from roadmapkit.source import NodePath

__all__ = ["check_times"]


def check_times(entry: Entry) -> Iterator[Diagnostic]:
    """Yield the findings about the days that an entry is given with."""
    model = entry.model
    if isinstance(model, Post):
        yield from _appointments(entry, model)
    if isinstance(model, Organization):
        yield from _inverted(entry, ("to",), model.since, model.until)
    if isinstance(model, Group):
        for index, item in enumerate(model.members):
            if isinstance(item, GroupMember):
                path = ("members", index, "to")
                yield from _inverted(entry, path, item.since, item.until)
    else:
        yield from _former(entry)


def _inverted(
    entry: Entry, path: NodePath, since: date | None, until: date | None
) -> Iterator[Diagnostic]:
    if since is not None and until is not None and until < since:
        yield codes.INVERTED_TIME.at(
            entry.origin.child(*path).span if entry.origin is not None else None,
            Message(
                "The time ends on {until}, before it begins on {since}",
                until=f"{until:%d.%m.%Y}",
                since=f"{since:%d.%m.%Y}",
            ),
            hint=Message("Exchange the two dates, or correct one of them"),
        )


def _former(entry: Entry) -> Iterator[Diagnostic]:
    seen: set[date] = set()
    for index, day in enumerate(change_days([entry.model])):
        if day in seen:
            path = ("former", index, "until")
            yield codes.FORMER_NAMES_AT_ONCE.at(
                entry.origin.child(*path).span if entry.origin is not None else None,
                Message("Two former names end on {day}", day=f"{day:%d.%m.%Y}"),
                hint=Message("Give each former name its own last day (until)"),
            )
        seen.add(day)


def _appointments(entry: Entry, post: Post) -> Iterator[Diagnostic]:
    permanent: list[tuple[int, Appointment | Vacancy]] = []
    for index, appointment in enumerate(post.appointments):
        since, until = appointment.since, appointment.until
        if since is not None and until is not None and until < since:
            yield codes.INVERTED_APPOINTMENT.at(
                _span_of(entry, index),
                Message(
                    "The appointment ends on {until}, before it begins on {since}",
                    until=f"{until:%d.%m.%Y}",
                    since=f"{since:%d.%m.%Y}",
                ),
                hint=Message("Exchange the two dates, or correct one of them"),
            )
        elif isinstance(appointment, Vacancy) or not appointment.acting:
            permanent.append((index, appointment))
    permanent.sort(key=lambda item: (item[1].since or date.min, item[0]))
    latest: Appointment | Vacancy | None = None
    for index, later in permanent:
        if latest is not None and _meet(latest, later):
            yield _overlap(entry, post, index, latest, later)
        if latest is None or (later.until or date.max) > (latest.until or date.max):
            latest = later


def _meet(earlier: Appointment | Vacancy, later: Appointment | Vacancy) -> bool:
    return earlier.until is None or later.since is None or later.since <= earlier.until


def _overlap(
    entry: Entry,
    post: Post,
    index: int,
    earlier: Appointment | Vacancy,
    later: Appointment | Vacancy,
) -> Diagnostic:
    held = [one.person for one in (earlier, later) if isinstance(one, Appointment)]
    if len(held) == 2:
        return codes.OVERLAPPING_APPOINTMENTS.at(
            _span_of(entry, index),
            Message(
                "{first!r} and {second!r} hold the post {post!r} at the same time",
                first=held[0],
                second=held[1],
                post=post.title,
            ),
            hint=Message(
                "Give the earlier appointment its last day (to: …), "
                "or mark the later one as acting (acting: true)"
            ),
        )
    message = (
        Message(
            "The post {post!r} is vacant while {person!r} holds it", post=post.title, person=held[0]
        )
        if held
        else Message("The post {post!r} is said twice to be vacant", post=post.title)
    )
    hint = Message("Give the earlier entry its last day (to: …), the later one its first (from: …)")
    return codes.OVERLAPPING_APPOINTMENTS.at(_span_of(entry, index), message, hint=hint)


def _span_of(entry: Entry, index: int) -> Span | None:
    return entry.origin.child("appointments", index).span if entry.origin is not None else None
