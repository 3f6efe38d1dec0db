"""Groups that nobody belongs to, and the condition or the reference that is why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.kinds import Group, Organization, OrganizationQuery
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.answers import Member
from roadmapkit.resolve.directory.forms import Entry
from roadmapkit.resolve.directory.likeness import closest
from roadmapkit.resolve.directory.membership import fits
from roadmapkit.source import NodePath

__all__ = ["check_groups"]

Members = Callable[[str], Sequence[Member]]


def check_groups(
    own: Sequence[Entry], known: Mapping[str, Entry], members: Members
) -> Iterator[Diagnostic]:
    """Yield a finding for each group without members.

    Args:
        own: The entries to check.
        known: All entries, by id.
        members: Who is or was in the group with an id.
    """
    bodies = [e.model for e in known.values() if isinstance(e.model, Organization)]
    for entry in own:
        group = entry.model
        if not isinstance(group, Group) or known.get(entry.id) is not entry:
            continue
        # Heads may do without posts in the directory; what is listed has findings of its own,
        # and a group that says nothing of its members is only called by its name.
        asks = group.tag or group.where is not None or group.exclude
        if group.heads_of or not asks or (group.members and not group.exclude) or members(entry.id):
            continue
        path, message, hint = _reason(group, bodies, known)
        span = entry.origin.child(*path).span if entry.origin is not None else None
        yield codes.EMPTY_GROUP.at(span, message, hint=hint)


_Reason = tuple[NodePath, Message, Message]


def _reason(group: Group, bodies: Sequence[Organization], known: Mapping[str, Entry]) -> _Reason:
    """Return why a group is empty: the place, what is wrong there, and the way out."""
    if group.tag:
        found = _unmatched(OrganizationQuery(tag=(group.tag,)), bodies, known)
        if found is not None:
            return ("tag",), found[1], found[2]
    if group.where is not None:
        found = _unmatched(group.where, bodies, known)
        if found is not None:
            return ("where", *found[0]), found[1], found[2]
        if not any(fits(body, group.where, known) for body in bodies):
            return (
                ("where",),
                Message(
                    "No organisation meets all the conditions of the group {name!r}",
                    name=group.name,
                ),
                Message(
                    "Each condition fits some organisation, but no one fits them all: drop one"
                ),
            )
    if group.exclude and (group.tag or group.where or group.members):
        return (
            ("except",),
            Message(
                "Nobody is left in the group {name!r} after those who are excepted", name=group.name
            ),
            Message("Take some of them out of except"),
        )
    return (
        ("id",),
        Message("The group {name!r} has no members", name=group.name),
        Message("List the members, or give heads_of, tag or where"),
    )


def _unmatched(
    query: OrganizationQuery, bodies: Sequence[Organization], known: Mapping[str, Entry]
) -> _Reason | None:
    """Return the first condition that no organisation meets by itself."""
    if query.tag and not _some(OrganizationQuery(tag=query.tag), bodies, known):
        tag, tags = query.tag[0], {tag for body in bodies for tag in body.tags}
        message = Message("No organisation has the tag {tag!r}", tag=", ".join(query.tag))
        otherwise = Message("Give organisations this tag (tags: {tag})", tag=tag)
        return ("tag",), message, _meant(tag, tags, otherwise)
    for key, values in (("kind", query.kind), ("place", query.place)):
        single = OrganizationQuery(**{key: values})
        if values and not _some(single, bodies, known):
            given = {getattr(body, key) for body in bodies} - {None}
            message = Message(
                "No organisation has {value!r} as its {key}", value=", ".join(values), key=key
            )
            otherwise = Message(
                "Give organisations this value ({key}: {value})", key=key, value=values[0]
            )
            return (key,), message, _meant(values[0], given, otherwise)
    if query.parent and not _some(OrganizationQuery(parent=query.parent), bodies, known):
        message = Message("No organisation belongs to {parent!r}", parent=", ".join(query.parent))
        hint = Message("Give organisations this parent (parent: {parent})", parent=query.parent[0])
        return ("parent",), message, hint
    return None


def _some(
    query: OrganizationQuery, bodies: Iterable[Organization], known: Mapping[str, Entry]
) -> bool:
    return any(fits(body, query, known) for body in bodies)


def _meant(value: str, given: Iterable[str], otherwise: Message) -> Message:
    found = closest(value, given)
    return (
        Message("Perhaps it should be: {nearest}", nearest=", ".join(found)) if found else otherwise
    )
