"""Through what a party is named besides itself: posts, organisations, groups, on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapkit.lazily import dataclass
from roadmapkit.model.directory import Organization, Person, Post
from roadmapkit.resolve.directory.index import DirectoryIndex, Entry, Member
from roadmapkit.resolve.mentions.items import Step
from roadmapkit.resolve.posts import title_on

__all__ = ["Reached", "Reaching"]

Reached = dict[str, tuple[Step, ...]]
"""Ids of entries that stand for a party, with the steps that lead from them to it."""


@dataclass(frozen=True, slots=True)
class _Groups:
    """The groups of a directory on a day, by each id that they contain."""

    by_id: dict[str, list[tuple[str, Member]]]


class Reaching:
    """Tells which entries stand for one party in each directory on each day.

    A person is named by the posts that he holds, the organisations that he heads and the
    groups that any of these is in; an organisation by the posts that it has; everything by
    the groups that contain it.

    Args:
        id_: Id of the party; None for one that no directory has.
    """

    def __init__(self, id_: str | None) -> None:
        self._id = id_
        self._reached: dict[tuple[int, date | None], Reached] = {}
        self._kept: list[DirectoryIndex] = []  # an id of an object is its own while it lives

    def on(self, directory: DirectoryIndex, day: date | None) -> Reached:
        """Return the entries that stand for the party in a directory on a day."""
        key = (id(directory), day)
        if key not in self._reached:
            self._kept.append(directory)
            entry = directory.get(self._id) if self._id is not None else None
            self._reached[key] = _reached(entry, directory, day) if entry is not None else {}
        return self._reached[key]


def _reached(entry: Entry, directory: DirectoryIndex, day: date | None) -> Reached:
    found: Reached = {entry.id: ()}
    for id_, step in _own(entry, directory, day):
        found.setdefault(id_, (step,))
    groups = _groups(directory, day)
    for id_, steps in list(found.items()):
        for group, member in groups.by_id.get(id_, ()):
            model = directory.get(group)
            name = directory.printed_name(group, full=True) if model else group
            role = (member.role or "") if member.entry.id == id_ else ""
            path = (*steps, Step("group", group, name, role))
            if group not in found or len(path) < len(found[group]):
                found[group] = path
    return found


def _own(entry: Entry, directory: DirectoryIndex, day: date | None) -> Iterator[tuple[str, Step]]:
    """Yield what stands for an entry without any group."""
    match entry.model:
        case Person():
            for held in directory.posts_of(entry.id, day):
                title = title_on(held.post, directory, day, person=entry.id).text
                yield held.post.id, Step("post", held.post.id, title, until=held.until)
                for body in _headed(held.post, directory):
                    name = directory.printed_name(body)
                    yield body, Step("head", body, name, until=held.until)
        case Post() as post:
            for body in _headed(post, directory):
                yield body, Step("head", body, directory.printed_name(body))
        case Organization():
            for id_ in directory.ids():
                other = directory.get(id_)
                if other is None or not isinstance(other.model, Post):
                    continue
                if other.model.organization == entry.id:
                    yield id_, Step("staff", id_, title_on(other.model, directory, day).text)
        case _:
            return


def _headed(post: Post, directory: DirectoryIndex) -> Iterator[str]:
    """Yield the organisations that a post heads, its own or one that names it for its head."""
    for id_ in directory.ids():
        entry = directory.get(id_)
        if entry is None or not isinstance(entry.model, Organization):
            continue
        if post.organization != id_ and entry.model.head != post.id:
            continue
        head = directory.head_of(id_)
        if head is not None and head.id == post.id:
            yield id_


def _groups(directory: DirectoryIndex, day: date | None) -> _Groups:
    found: dict[str, list[tuple[str, Member]]] = {}
    for group in directory.group_ids():
        for member in directory.members(group, day):
            for id_ in dict.fromkeys((member.entry.id, *member.via)):
                if id_ != group:
                    found.setdefault(id_, []).append((group, member))
    return _Groups(found)
