"""A directory as YAML that people go on editing: block style, comments for what has no place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from roadmapkit.lazily import regex
from roadmapkit.load.tables.drafts import (
    AppointmentDraft,
    Drafts,
    GroupDraft,
    OrganizationDraft,
    PersonDraft,
    PostDraft,
)

__all__ = ["write_directory"]

_PLAIN = regex(r"[A-Za-zА-Яа-яЁё«№][^\x00-\x1f]*")
_TYPED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"})
_BAD_IN_PLAIN = regex(r":(?: |$)| #|[\[\]{},&*!|>%@`]|^\?|^-|\s$")
_UNPRINTABLE = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")

Value = str | tuple[str, ...]


def write_directory(drafts: Drafts, source: str) -> str:
    """Return the YAML of a directory.

    Args:
        drafts: Its entries, with ids.
        source: Name of the table that they come from.
    """
    lines = ["kind: directory", f"# {_comment(f'из таблицы {source}')}"]
    lines += [f"# {_comment(note)}" for note in drafts.notes]
    for key, entries in (
        ("organizations", [list(_organization(one)) for one in drafts.organizations]),
        ("people", [list(_person(one)) for one in drafts.people]),
        ("posts", [list(_post(one)) for one in drafts.posts]),
        ("groups", [list(_group(one)) for one in drafts.groups]),
    ):
        if entries:
            lines.append(f"{key}:")
            for entry in entries:
                lines += [
                    ("  - " if number == 0 else "    ") + line for number, line in enumerate(entry)
                ]
    return "\n".join(lines) + "\n"


def _organization(one: OrganizationDraft) -> Iterator[str]:
    yield from _fields(
        {
            "id": one.id,
            "name": one.name,
            "short": one.short,
            "genre": one.genre,
            "aliases": tuple(one.aliases),
            "parent": one.parent.id if one.parent is not None else "",
            "kind": one.kind,
            "place": one.place,
            "tags": tuple(one.tags),
        }
    )
    yield from _notes(one.notes)


def _person(one: PersonDraft) -> Iterator[str]:
    yield from _fields(
        {
            "id": one.id,
            "name": one.name,
            "gender": one.gender,
            "aliases": tuple(one.aliases),
            "post": one.post,
            "organization": one.organization.id if one.post and one.organization else "",
            "phone": one.phone,
        }
    )
    if one.organization is not None and not one.post:
        yield f"# {_comment(f'организация: {one.organization.name}')}"
    yield from _notes(one.notes)


def _post(one: PostDraft) -> Iterator[str]:
    body = one.organization.id if one.organization is not None else ""
    yield from _fields({"id": one.id, "title": one.title, "organization": body})
    yield from _notes(one.notes)
    if one.appointments:
        yield "appointments:"
        for appointment in one.appointments:
            for number, line in enumerate(_appointment(appointment)):
                yield ("  - " if number == 0 else "    ") + line


def _appointment(one: AppointmentDraft) -> Iterator[str]:
    yield f"person: {_scalar(one.person.id)}" if one.person is not None else "vacant: true"
    if one.since is not None:
        yield f"from: {one.since:%d.%m.%Y}"
    if one.until is not None:
        yield f"to: {one.until:%d.%m.%Y}"
    if one.acting and one.person is not None:
        yield "acting: true" if one.acting == "да" else f"acting: {_scalar(one.acting)}"


def _group(one: GroupDraft) -> Iterator[str]:
    yield from _fields({"id": one.id, "name": one.name})
    yield "members:"
    for member, role in one.members.items():
        if role:
            yield f"  - member: {_scalar(member.id)}"
            yield f"    role: {_scalar(role)}"
        else:
            yield f"  - {_scalar(member.id)}"


def _fields(values: Mapping[str, Value]) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, str):
            if value:
                yield f"{key}: {_scalar(value)}"
        elif value:
            yield f"{key}:"
            yield from (f"  - {_scalar(item)}" for item in value)


def _notes(notes: Iterable[str]) -> Iterator[str]:
    yield from (f"# {_comment(note)}" for note in notes)


def _comment(text: str) -> str:
    return _UNPRINTABLE.sub(" ", " ".join(text.split()))


def _scalar(text: str) -> str:
    """Return a text as a YAML scalar, in quotation marks where it could be misread."""
    text = _comment(text)
    plain = _PLAIN.fullmatch(text) and not _BAD_IN_PLAIN.search(text)
    if plain and text.casefold() not in _TYPED:
        return text
    return "'" + text.replace("'", "''") + "'"
