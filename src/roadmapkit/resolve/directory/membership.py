"""Who belongs to a group: listed, found by a query, or as the head of an organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from roadmapkit.lazily import regex
from roadmapkit.model.kinds import Group, GroupMember, Organization, OrganizationQuery
from roadmapkit.resolve.directory.answers import Member
from roadmapkit.resolve.directory.forms import Entry
from roadmapkit.resolve.parties.words import fold

__all__ = ["Membership", "exists", "fits"]

_PIECES = regex(r"\d+|\D+")


def exists(body: Organization, on: date | None) -> bool:
    """Tell whether an organisation exists on a day; None asks whether it still does."""
    if on is None:
        return body.until is None
    begun = body.since is None or body.since <= on
    return begun and (body.until is None or on <= body.until)


def fits(body: Organization, query: OrganizationQuery, entries: Mapping[str, Entry]) -> bool:
    """Tell whether an organisation meets every condition of a query, of a list any one."""
    above = frozenset(_above(body, entries))
    return (
        (not query.tag or _any_of(query.tag, body.tags))
        and (not query.kind or _any_of(query.kind, (body.kind or "",)))
        and (not query.place or _any_of(query.place, (body.place or "",)))
        and (not query.parent or not above.isdisjoint(query.parent))
    )


def _any_of(wanted: Iterable[str], given: Iterable[str]) -> bool:
    return not {" ".join(fold(one).split()) for one in wanted}.isdisjoint(
        " ".join(fold(one).split()) for one in given
    )


def _above(body: Organization, entries: Mapping[str, Entry]) -> Iterator[str]:
    """Yield the ids of the organisations that an organisation belongs to, the nearest first."""
    seen: set[str] = set()
    parent = body.parent
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        entry = entries.get(parent)
        parent = entry.model.parent if entry and isinstance(entry.model, Organization) else None


def _natural(item: tuple[str, Entry]) -> tuple[tuple[bool, int, str], ...]:
    """Return the key that sorts by id as people count: «школа-8» before «школа-26»."""
    return tuple(
        (piece.isdecimal(), int(piece) if piece.isdecimal() else 0, piece)
        for piece in _PIECES.findall(item[0])
    )


class Membership:
    """Opens groups on a day.

    Args:
        entries: All entries, by id.
        find: The entries that an id or a written form means.
        head_of: The post of who heads the organisation with an id.
        on: The day; None asks for memberships without a last day.
        ever: Who was a member on any day belongs to the group.
    """

    def __init__(
        self,
        entries: Mapping[str, Entry],
        find: Callable[[str], tuple[Entry, ...]],
        head_of: Callable[[str], Entry | None],
        on: date | None = None,
        *,
        ever: bool = False,
    ) -> None:
        self._entries = entries
        self._find = find
        self._head_of = head_of
        self._on = on
        self._ever = ever

    def members(self, group: str) -> tuple[Member, ...]:
        """Return all members of the group with an id, once each, in the order written.

        Groups inside it are opened; what contains itself is opened once.
        """
        found: dict[str, Member] = {}
        for member in self._members(group, ()):
            found.setdefault(member.entry.id, member)
        return tuple(found.values())

    def _members(self, id_: str, via: tuple[str, ...]) -> Iterator[Member]:
        entry = self._entries.get(id_)
        if entry is None or not isinstance(entry.model, Group) or id_ in via:
            return
        path, group = (*via, id_), entry.model
        left_out = self._left_out(group, path)
        for member in self._included(entry, group, path, left_out):
            if member.entry.id not in left_out:
                yield member

    def _included(
        self, entry: Entry, group: Group, path: tuple[str, ...], left_out: frozenset[str]
    ) -> Iterator[Member]:
        yield from self._listed(entry, group, path)
        for body in self._queried(group):
            yield Member(body, via=path, origin=entry.origin)
        for id_ in group.heads_of:
            yield from self._heads(id_, entry, path, left_out)

    def _left_out(self, group: Group, path: tuple[str, ...]) -> frozenset[str]:
        """Return the ids that a group is without: those named, and the members of groups named."""
        found = set(group.exclude)
        for id_ in group.exclude:
            found.update(member.entry.id for member in self._members(id_, path))
        return frozenset(found)

    def _listed(self, entry: Entry, group: Group, path: tuple[str, ...]) -> Iterator[Member]:
        for index, item in enumerate(group.members):
            listed = item if isinstance(item, GroupMember) else GroupMember(member=item)
            if not self._belongs(listed):
                continue
            place = entry.origin.child("members", index) if entry.origin is not None else None
            found = self._find(listed.member)
            if len(found) != 1:
                continue
            if isinstance(found[0].model, Group):
                yield from self._members(found[0].id, path)
            else:
                yield Member(found[0], listed.role, listed.post, path, place)

    def _belongs(self, listed: GroupMember) -> bool:
        if self._ever:
            return True
        if self._on is None:
            return listed.until is None
        begun = listed.since is None or listed.since <= self._on
        return begun and (listed.until is None or self._on <= listed.until)

    def _queried(self, group: Group) -> Iterator[Entry]:
        queries = [group.where] if group.where is not None else []
        if group.tag:
            queries.append(OrganizationQuery(tag=(group.tag,)))
        for _, entry in sorted(self._entries.items(), key=_natural) if queries else ():
            body = entry.model
            if not isinstance(body, Organization):
                continue
            if not self._ever and not exists(body, self._on):
                continue
            if any(fits(body, query, self._entries) for query in queries):
                yield entry

    def _heads(
        self, id_: str, owner: Entry, path: tuple[str, ...], left_out: frozenset[str]
    ) -> Iterator[Member]:
        entry = self._entries.get(id_)
        place = owner.origin.child("heads_of") if owner.origin is not None else None
        alone = entry is not None and isinstance(entry.model, Organization)
        bodies = [entry] if entry and alone else [m.entry for m in self._members(id_, path)]
        for body in bodies:
            if not isinstance(body.model, Organization) or body.id in left_out:
                continue
            head = self._head_of(body.id)
            if head is not None:
                yield Member(head, via=path, origin=place)
