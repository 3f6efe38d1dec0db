"""What the directory itself says of a party: groups that list it, posts and their holders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from roadmapkit.model.directory import Appointment, Group, GroupMember, Person, Post
from roadmapkit.resolve.directory.index import DirectoryIndex, Entry
from roadmapkit.resolve.mentions.items import Mention, Step
from roadmapkit.resolve.mentions.reach import Reaching
from roadmapkit.resolve.posts import title_on
from roadmapkit.source import Origin

__all__ = ["directory_mentions"]


def directory_mentions(
    entry: Entry, directories: Iterable[DirectoryIndex], since: date | None
) -> tuple[Mention, ...]:
    """Return the places of the directories that list a party: in groups, in appointments.

    Args:
        entry: The party.
        directories: The directories; what two of them share is told once.
        since: Leave out what ended before this day.
    """
    found: dict[tuple[str, int, int], Mention] = {}
    reaching = Reaching(entry.id)
    for directory in directories:
        for mention in _mentions(entry, directory, reaching, since):
            span = mention.span
            found.setdefault((span.file, span.line, span.column), mention)
    return tuple(mention for _, mention in sorted(found.items()))


def _mentions(
    entry: Entry, directory: DirectoryIndex, reaching: Reaching, since: date | None
) -> Iterator[Mention]:
    reached = reaching.on(directory, since)
    for id_ in directory.ids():
        owner = directory.get(id_)
        if owner is None or owner.origin is None:
            continue
        match owner.model:
            case Group() as group:
                for index, item in enumerate(group.members):
                    listed = item if isinstance(item, GroupMember) else GroupMember(member=item)
                    meant = directory.find(listed.member)
                    ended = since is not None and listed.until and listed.until < since
                    if ended or len(meant) != 1 or meant[0].id not in reached:
                        continue
                    steps = reached[meant[0].id]
                    if not any(step.kind in ("group", "staff") for step in steps):
                        origin = owner.origin.child("members", index)
                        yield _membership(group, listed, steps, origin)
            case Post() as post if isinstance(entry.model, Person) or post.id == entry.id:
                yield from _appointments(post, owner.origin, entry, directory, since)


def _membership(
    group: Group, listed: GroupMember, steps: tuple[Step, ...], origin: Origin
) -> Mention:
    text = f"{group.name}: {listed.role}" if listed.role else group.name
    return Mention("membership", "", "directory", "", text, steps, origin.span)


def _appointments(
    post: Post, origin: Origin, entry: Entry, directory: DirectoryIndex, since: date | None
) -> Iterator[Mention]:
    """Yield the appointments to a post: those of a person, or all of the post asked about."""
    for index, item in enumerate(post.appointments):
        if not isinstance(item, Appointment):
            continue
        if isinstance(entry.model, Person) and item.person != entry.id:
            continue
        if since is not None and item.until is not None and item.until < since:
            continue
        title = title_on(post, directory, item.until or item.since, person=item.person).text
        holder = directory.get(item.person)
        name = holder.model.name if holder and isinstance(holder.model, Person) else item.person
        text = title if isinstance(entry.model, Person) else f"{title}: {name}"
        span = origin.child("appointments", index).span
        yield Mention("appointment", "", "directory", "", text, (), span)
