"""What is wrong inside directories: ids, references, cycles, appointments, equal forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from roadmapkit.diagnostics import Code, Diagnostic, Message, Span
from roadmapkit.model.kinds import Appointment, Group, GroupMember, Organization, Person, Post
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.forms import Entry, Key, key_of, person_form, written_forms
from roadmapkit.resolve.directory.group_checks import Members, check_groups
from roadmapkit.resolve.directory.letters import check_letters
from roadmapkit.resolve.directory.likeness import closest, nearest_hint
from roadmapkit.resolve.directory.tables import Source
from roadmapkit.resolve.directory.time_checks import check_times
from roadmapkit.resolve.parties.words import fold

__all__ = ["KIND_NAMES", "check_directory", "closest", "nearest_hint"]

_ANY: tuple[type, ...] = (Organization, Person, Post, Group)
KIND_NAMES: Mapping[str, Message] = {
    "Organization": Message("an organisation"),
    "Person": Message("a person"),
    "Post": Message("a post"),
    "Group": Message("a group"),
}
"""What an entry is called, by the name of its type."""


def check_directory(
    own: Sequence[Entry],
    sources: Sequence[Source],
    known: Mapping[str, Entry],
    members: Members,
) -> Iterator[Diagnostic]:
    """Yield the findings about the directories of one folder.

    Args:
        own: Their entries, in the order written.
        sources: The directories themselves.
        known: All entries that hold in the folder, by id.
        members: Who is or was in the group with an id.
    """
    yield from _repeated_ids(own)
    for entry in own:
        yield from _references(entry, known)
        yield from check_times(entry)
        yield from check_letters(entry)
    yield from _cycles(own, known)
    yield from check_groups(own, known, members)
    yield from _namesakes(own)
    yield from _repeated_forms(own)
    yield from _repeated_abbreviations(sources)


def _span(entry: Entry, *path: str | int) -> Span | None:
    return entry.origin.child(*path).span if entry.origin is not None else None


def _line(entry: Entry) -> int:
    span = _span(entry)
    return span.line if span is not None else 0


def _repeated_ids(own: Sequence[Entry]) -> Iterator[Diagnostic]:
    first: dict[str, Entry] = {}
    for entry in own:
        if entry.id not in first:
            first[entry.id] = entry
            continue
        yield codes.DIRECTORY_ID_TWICE.at(
            _span(entry, "id"),
            Message(
                "The id {id!r} is taken by the entry {name!r} on line {line}",
                id=entry.id,
                name=_name(first[entry.id]),
                line=_line(first[entry.id]),
            ),
            hint=Message("Give one of the two entries another id"),
        )


def _name(entry: Entry) -> str:
    model = entry.model
    return model.title if isinstance(model, Post) else model.name


_Reference = tuple[tuple[str | int, ...], str, tuple[type, ...]]


def _referred(model: Organization | Person | Post | Group) -> Iterator[_Reference]:
    """Yield each id inside an entry with its path and the kinds that it may name."""
    match model:
        case Organization():
            if model.parent:
                yield ("parent",), model.parent, (Organization,)
            if model.head:
                yield ("head",), model.head, (Post,)
        case Group():
            yield from _referred_by_group(model)
        case _:
            if model.organization:
                yield ("organization",), model.organization, (Organization,)
    if isinstance(model, Post):
        for index, appointment in enumerate(model.appointments):
            if isinstance(appointment, Appointment):
                yield ("appointments", index, "person"), appointment.person, (Person,)


def _referred_by_group(group: Group) -> Iterator[_Reference]:
    for index, id_ in enumerate(group.heads_of):
        yield ("heads_of", index), id_, (Group, Organization)
    for index, id_ in enumerate(group.exclude):
        yield ("except", index), id_, _ANY
    for index, id_ in enumerate(group.where.parent if group.where else ()):
        yield ("where", "parent", index), id_, (Organization,)
    for index, item in enumerate(group.members):
        if isinstance(item, GroupMember):
            yield ("members", index, "member"), item.member, _ANY
        else:
            yield ("members", index), item, _ANY


def _references(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Diagnostic]:
    for path, id_, kinds in _referred(entry.model):
        found = known.get(id_)
        if found is None:
            names = [key for key, other in known.items() if isinstance(other.model, kinds)]
            yield codes.UNKNOWN_MEMBER.at(
                _span(entry, *path),
                Message("The directory has no entry {id!r}", id=id_),
                hint=nearest_hint(
                    closest(id_, names), Message("Add the entry, or name one that there is")
                ),
            )
        elif not isinstance(found.model, kinds):
            yield codes.WRONG_MEMBER_KIND.at(
                _span(entry, *path),
                Message("{id!r} is {kind}", id=id_, kind=KIND_NAMES[type(found.model).__name__]),
                hint=Message("Name {kind} here", kind=KIND_NAMES[kinds[0].__name__]),
            )


def _parts(model: Organization | Person | Post | Group) -> tuple[str, ...]:
    """Return the ids that an entry contains or is contained in, for the search for cycles."""
    if isinstance(model, Organization):
        return (model.parent,) if model.parent else ()
    if not isinstance(model, Group):
        return ()
    listed = [i.member if isinstance(i, GroupMember) else i for i in model.members]
    return (*listed, *model.heads_of)


def _cycles(own: Sequence[Entry], known: Mapping[str, Entry]) -> Iterator[Diagnostic]:
    for entry in own:
        path = _way_back(entry.id, known)
        # A cycle is reported once, at the entry that comes first among its ids.
        if path and entry.id == min(path):
            yield codes.CYCLE.at(
                _span(entry, "id"),
                Message(
                    "The entry {id!r} contains itself: {path}",
                    id=entry.id,
                    path=" → ".join((*path, entry.id)),
                ),
                hint=Message("Take one of these entries out of the other"),
            )


def _way_back(id_: str, known: Mapping[str, Entry]) -> tuple[str, ...]:
    """Return a path of ids from an entry back to itself, empty where there is none."""
    pending: list[tuple[str, ...]] = [(id_,)]
    seen: set[str] = set()
    while pending:
        path = pending.pop()
        entry = known.get(path[-1])
        for part in _parts(entry.model) if entry is not None else ():
            if part == id_:
                return path
            if part not in seen:
                seen.add(part)
                pending.append((*path, part))
    return ()


def _namesakes(own: Sequence[Entry]) -> Iterator[Diagnostic]:
    found: dict[tuple[str, str], Entry] = {}
    for entry in own:
        if not isinstance(entry.model, Person):
            continue
        form = person_form(entry.model)
        first = found.setdefault((fold(form.surname), fold(form.initials)), entry)
        if first.id != entry.id:
            name = form.with_surname(form.surname)
            hint = Message("Give each of them an alias (aliases) by which cells tell them apart")
            yield _twice(codes.NAMESAKES, entry, first, name, span=_span(entry, "name"), hint=hint)


def _repeated_forms(own: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Find forms of two entries; a bare title that several organisations have is no fault."""
    found: dict[Key, Entry] = {}
    for entry in own:
        for form in sorted(set(written_forms(entry.model))):
            if isinstance(entry.model, Post) and form == entry.model.title:
                continue
            first = found.setdefault(key_of(form), entry)
            both_people = isinstance(first.model, Person) and isinstance(entry.model, Person)
            if first.id != entry.id and not both_people:
                hint = Message("Leave this name, short name or alias to one of them only")
                yield _twice(
                    codes.FORM_TWICE, entry, first, form, span=_span(entry, "id"), hint=hint
                )


def _twice(
    code: Code, entry: Entry, first: Entry, form: str, *, span: Span | None, hint: Message
) -> Diagnostic:
    return code.at(
        span,
        Message(
            "{form!r} means both {first!r} and {second!r}",
            form=form,
            first=first.id,
            second=entry.id,
        ),
        hint=hint,
    )


def _repeated_abbreviations(sources: Sequence[Source]) -> Iterator[Diagnostic]:
    found: dict[str, str] = {}
    for directory, origin in sources:
        for index, item in enumerate(directory.abbreviations):
            full = found.setdefault(item.short, item.full)
            if key_of(full) == key_of(item.full):
                continue
            yield codes.ABBREVIATION_TWICE.at(
                origin.child("abbreviations", index).span if origin is not None else None,
                Message(
                    "The abbreviation {short!r} is explained as {first!r} and as {second!r}",
                    short=item.short,
                    first=full,
                    second=item.full,
                ),
                hint=Message("Keep one explanation"),
            )
