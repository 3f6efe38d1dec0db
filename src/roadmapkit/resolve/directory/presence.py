"""Whether those whom a document names are there on its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.model.kinds import Organization, Person
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.answers import Holder
from roadmapkit.resolve.directory.forms import Entry
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.directory.membership import exists

__all__ = ["check_presence", "vacancy_message"]


def check_presence(
    entry: Entry,
    directory: DirectoryIndex,
    on: date | None,
    span: Span | None,
    documents: tuple[str, ...] = (),
) -> Iterator[Diagnostic]:
    """Yield that an organisation does not exist on a day, or that a person has left.

    A person has left who held posts and gave up all of them before the day.

    Args:
        entry: What the document names.
        directory: Parties of its folder.
        on: Day of the document; without one there is nothing to judge by.
        span: Where it is named.
        documents: Id of the document.
    """
    if on is None:
        return
    if isinstance(entry.model, Organization) and not exists(entry.model, on):
        yield _not_in_existence(entry.model, on, span, documents)
    elif isinstance(entry.model, Person) and not entry.model.post:
        yield from _left(entry.model, directory, on, span, documents)


def _not_in_existence(
    body: Organization, on: date, span: Span | None, documents: tuple[str, ...]
) -> Diagnostic:
    name = body.short or body.name
    day = f"{on:%d.%m.%Y}"
    if body.since is not None and on < body.since:
        since = f"{body.since:%d.%m.%Y}"
        message = Message(
            "{party!r} does not exist yet on {day}: it begins on {since}",
            party=name,
            day=day,
            since=since,
        )
    else:
        until = f"{body.until:%d.%m.%Y}" if body.until else ""
        message = Message(
            "{party!r} no longer exists on {day}: it ended on {until}",
            party=name,
            day=day,
            until=until,
        )
    hint = Message("Name its successor, or correct its days in the directory (from, to)")
    return codes.NOT_IN_EXISTENCE.at(span, message, hint=hint, documents=documents)


def _left(
    person: Person,
    directory: DirectoryIndex,
    on: date,
    span: Span | None,
    documents: tuple[str, ...],
) -> Iterator[Diagnostic]:
    held = directory.appointments_of(person.id)
    ended = [(a.until, post.id, post) for post, a in held if a.until is not None and a.until < on]
    if not held or len(ended) < len(held):
        return
    last, _, post = max(ended, key=lambda item: item[:2])
    successor = directory.holder(post.id, on).person
    yield codes.NO_LONGER_IN_POST.at(
        span,
        Message(
            "{person!r} held the post {post!r} until {last} and holds none on {day}",
            person=directory.printed_name(person.id),
            post=post.title,
            last=f"{last:%d.%m.%Y}",
            day=f"{on:%d.%m.%Y}",
        ),
        hint=Message(
            "Name {successor}, who holds it then, or add a new appointment",
            successor=directory.printed_name(successor.id),
        )
        if successor is not None
        else Message("Name another person, or add a new appointment to the directory"),
        documents=documents,
    )


def vacancy_message(title: str, holder: Holder, on: date | None) -> Message:
    """Return that nobody holds a post on a day, and since when and until when, if known.

    Args:
        title: The post, as the document has it.
        holder: What the directory says of it.
        on: The day; None where the document has none.
    """
    since = f"{holder.since:%d.%m.%Y}" if holder.since is not None else ""
    until = f"{holder.until:%d.%m.%Y}" if holder.until is not None else ""
    if on is None:
        return Message("Nobody holds the post {party!r}", party=title)
    day = f"{on:%d.%m.%Y}"
    if since and until:
        return Message(
            "Nobody holds the post {party!r} on {day}: it is vacant from {since} to {until}",
            party=title,
            day=day,
            since=since,
            until=until,
        )
    if since:
        return Message(
            "Nobody holds the post {party!r} on {day}: it is vacant since {since}",
            party=title,
            day=day,
            since=since,
        )
    if until:
        return Message(
            "Nobody holds the post {party!r} on {day}: it is vacant until {until}",
            party=title,
            day=day,
            until=until,
        )
    return Message("Nobody holds the post {party!r} on {day}", party=title, day=day)
