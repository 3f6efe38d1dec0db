"""A table of people, posts and organisations becomes a directory."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.lazily import dataclass
from roadmapkit.load.tables.codes import NO_HEADINGS, UNKNOWN_COLUMN
from roadmapkit.load.tables.drafts import AppointmentDraft, Drafts, PostDraft
from roadmapkit.load.tables.gathering import Gathering
from roadmapkit.load.tables.headings import Column, find_headings
from roadmapkit.load.tables.ids import Ids, slug
from roadmapkit.load.tables.sheets import Sheet, read_sheets
from roadmapkit.load.tables.writing import write_directory

__all__ = ["ImportedDirectory", "import_directory"]


@dataclass(frozen=True, slots=True)
class ImportedDirectory:
    """A directory made from a table.

    Attributes:
        text: Its YAML.
        diagnostics: Cells and columns that could not be read, by row and column; their
            contents stand in comments of the YAML.
        organizations: Number of organisations.
        people: Number of people.
        posts: Number of posts.
        groups: Number of groups.
    """

    text: str
    diagnostics: tuple[Diagnostic, ...]
    organizations: int
    people: int
    posts: int
    groups: int

    def __str__(self) -> str:
        """Return the YAML."""
        return self.text


def import_directory(path: str | os.PathLike[str]) -> ImportedDirectory:
    """Return the directory that a CSV or XLSX file holds.

    Columns are told by their Russian headings, in any order: ФИО or Фамилия, Имя, Отчество;
    Должность; Организация, Краткое наименование; Телефон; Пол; Дата назначения, По; Группа,
    Роль; Признаки. All visible sheets are read.

    Args:
        path: The file.

    Raises:
        WorkspaceError: It cannot be opened: missing, too large, protected by a password,
            or of another format.
    """
    file = Path(path)
    gathering = Gathering()
    for sheet in read_sheets(file):
        gathering.diagnostics.extend(sheet.diagnostics)
        _gather(sheet, gathering)
    drafts = gathering.drafts
    _part_shared_posts(drafts)
    _name_entries(gathering)
    return ImportedDirectory(
        text=write_directory(drafts, file.name),
        diagnostics=sort_diagnostics(gathering.diagnostics),
        organizations=len(drafts.organizations),
        people=len(drafts.people),
        posts=len(drafts.posts),
        groups=len(drafts.groups),
    )


def _gather(sheet: Sheet, gathering: Gathering) -> None:
    heading = find_headings(sheet.rows)
    if heading is None:
        if sheet.rows:
            gathering.diagnostics.append(_no_headings(sheet))
        return
    place = f"{sheet.name}: " if sheet.name else ""
    for row in sheet.rows[: heading.position]:
        text = " ".join(cell for cell in row.cells if cell)
        gathering.drafts.notes.append(f"{place}{text}")
    row_number = sheet.rows[heading.position].number
    for column in heading.columns:
        if column.field is None:
            gathering.diagnostics.append(_unknown_column(sheet, row_number, column))
    width = max(column.index for column in heading.columns) + 1
    columns = (*heading.columns, *_without_heading(sheet, heading.position, heading.columns, width))
    for row in sheet.rows[heading.position + 1 :]:
        gathering.add(sheet, columns, row)


def _without_heading(
    sheet: Sheet, position: int, columns: tuple[Column, ...], width: int
) -> Iterator[Column]:
    """Yield the columns that have values and no heading, so that the values are kept."""
    known = {column.index for column in columns}
    rows = sheet.rows[position + 1 :]
    widest = max((len(row.cells) for row in rows), default=width)
    for index in range(widest):
        if index not in known and any(index < len(r.cells) and r.cells[index] for r in rows):
            yield Column(index, f"графа {index + 1}", None)


def _no_headings(sheet: Sheet) -> Diagnostic:
    first = sheet.rows[0].number
    message = (
        Message("The sheet {sheet!r} has no headings that are understood", sheet=sheet.name)
        if sheet.name
        else Message("The table has no headings that are understood")
    )
    hint = Message(
        "Give the first row headings such as: {headings}",
        headings="ФИО, Должность, Организация, Телефон",
    )
    return NO_HEADINGS.at(sheet.span(first, 1), message, hint=hint)


def _unknown_column(sheet: Sheet, row: int, column: Column) -> Diagnostic:
    return UNKNOWN_COLUMN.at(
        sheet.span(row, column.index + 1),
        Message("A directory has no place for the column {heading!r}", heading=column.heading),
        hint=Message("Its values are kept in comments of the YAML"),
    )


def _part_shared_posts(drafts: Drafts) -> None:
    """Note posts that many hold at once beside the people: a post of the list has one holder."""
    for post in list(drafts.posts):
        if not _shared(post.appointments):
            continue
        kept: list[AppointmentDraft] = []
        for appointment in post.appointments:
            person = appointment.person
            if person is None or person.post or appointment.acting:
                kept.append(appointment)
                continue
            person.post, person.organization = post.title, post.organization
            for word, day in (("с", appointment.since), ("по", appointment.until)):
                if day is not None:
                    person.notes[f"{post.title} {word} {day:%d.%m.%Y}"] = None
        drafts.posts.remove(post)
        for appointment in kept:
            single = PostDraft(post.title, post.organization, appointments=[appointment])
            drafts.posts.append(single)


def _shared(appointments: list[AppointmentDraft]) -> bool:
    permanent = sorted(
        (one for one in appointments if not one.acting),
        key=lambda one: one.since or date.min,
    )
    return any(
        one.until is None or other.since is None or other.since <= one.until
        for one, other in pairwise(permanent)
    )


def _name_entries(gathering: Gathering) -> None:
    drafts = gathering.drafts
    ids = Ids()
    given = {entry: ids.give(written) for entry, written in gathering.ids.items()}
    for body in drafts.organizations:
        body.id = given.get(body) or ids.organization(body.name, body.short)
    surnames = Counter(slug(person.name.split()[0]) for person in drafts.people)
    for person in drafts.people:
        alone = surnames[slug(person.name.split()[0])] == 1
        person.id = given.get(person) or ids.person(person.name, alone=alone)
    for post in drafts.posts:
        body_id = post.organization.id if post.organization is not None else ""
        post.id = ids.give("-".join(part for part in (slug(post.title), body_id) if part))
    for group in drafts.groups:
        group.id = ids.give(slug(group.name))
