"""Rows of tables become entries: what names the same organisation or person is one entry."""

from __future__ import annotations

from datetime import date

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import regex
from roadmapkit.load.tables import cells
from roadmapkit.load.tables.codes import BAD_CELL, CONTRADICTION, ONE_PERSON
from roadmapkit.load.tables.drafts import (
    AppointmentDraft,
    Drafts,
    GroupDraft,
    OrganizationDraft,
    PersonDraft,
    PostDraft,
)
from roadmapkit.load.tables.headings import Column
from roadmapkit.load.tables.sheets import Row, Sheet

__all__ = ["Gathering"]

_MARKS = regex(r"[«»\"“”„'.,]+")


def _folded(text: str) -> str:
    return " ".join(_MARKS.sub(" ", text.casefold().replace("ё", "е")).split())


class Gathering:
    """Gathers the entries of all sheets of a file.

    Attributes:
        drafts: The entries.
        diagnostics: What could not be read.
    """

    def __init__(self) -> None:
        self.drafts = Drafts()
        self.diagnostics: list[Diagnostic] = []
        self.ids: dict[OrganizationDraft | PersonDraft, str] = {}
        self.places: dict[PersonDraft, list[OrganizationDraft]] = {}
        self._organizations: dict[str, OrganizationDraft] = {}
        self._people: dict[tuple[str, str], PersonDraft] = {}
        self._posts: dict[tuple[str, int], PostDraft] = {}
        self._groups: dict[str, GroupDraft] = {}

    def add(self, sheet: Sheet, columns: tuple[Column, ...], row: Row) -> None:
        """Add what a row says."""
        _RowReader(self, sheet, columns, row).read()

    def organization(self, name: str, short: str = "") -> OrganizationDraft:
        """Return the organisation with one of these names, a new one where there is none."""
        keys = [_folded(text) for text in (name, short) if text]
        found = next((self._organizations[key] for key in keys if key in self._organizations), None)
        if found is None:
            found = OrganizationDraft(name or short)
            self.drafts.organizations.append(found)
        elif name and short and found.name == short:
            found.name = name  # known by its short name so far
        if short and short != found.name:
            found.short = found.short or short
        for key in keys:
            self._organizations.setdefault(key, found)
        return found

    def person(self, name: str, own_id: str = "") -> PersonDraft:
        """Return the person with this name and id of their own, a new one where there is none."""
        key = (_folded(name), own_id)
        if key not in self._people:
            self._people[key] = PersonDraft(name)
            self.drafts.people.append(self._people[key])
        return self._people[key]

    def post(self, title: str, body: OrganizationDraft | None) -> PostDraft:
        """Return the post of an organisation, a new one where there is none."""
        key = (_folded(title), id(body) if body is not None else 0)
        if key not in self._posts:
            self._posts[key] = PostDraft(title, body)
            self.drafts.posts.append(self._posts[key])
        return self._posts[key]

    def group(self, name: str) -> GroupDraft:
        """Return the group with this name, a new one where there is none."""
        key = _folded(name)
        if key not in self._groups:
            self._groups[key] = GroupDraft(name)
            self.drafts.groups.append(self._groups[key])
        return self._groups[key]


class _RowReader:
    """Reads one row."""

    def __init__(
        self, into: Gathering, sheet: Sheet, columns: tuple[Column, ...], row: Row
    ) -> None:
        self._into = into
        self._sheet = sheet
        self._row = row
        self._columns = {column.field: column for column in columns if column.field}
        self._extra = [column for column in columns if column.field is None]
        self._notes: dict[str, None] = {}

    def read(self) -> None:
        body = self._organization()
        person, vacant = self._person(body)
        post = self._post(body, person, vacant=vacant)
        self._groups(person or body)
        for column in self._extra:
            if value := self._at(column):
                self._notes[f"{column.heading}: {value}"] = None
        owner = person or post or body
        if owner is not None:
            owner.notes.update(self._notes)
        elif self._notes:
            self._into.drafts.notes.extend(self._notes)

    def _at(self, column: Column) -> str:
        return self._row.cells[column.index] if column.index < len(self._row.cells) else ""

    def _text(self, field: str) -> str:
        column = self._columns.get(field)
        return self._at(column) if column is not None else ""

    def _bad(self, field: str, message: Message, hint: Message) -> None:
        """Report a cell and keep what it says."""
        column = self._columns[field]
        span = self._sheet.span(self._row.number, column.index + 1)
        self._into.diagnostics.append(BAD_CELL.at(span, message, hint=hint))
        self._notes[f"{column.heading}: {self._at(column)}"] = None

    def _organization(self) -> OrganizationDraft | None:
        name, short = self._text("organization"), self._text("short")
        if not name and not short:
            return None
        body = self._into.organization(name, short)
        for field in ("genre", "kind", "place"):
            self._set(body, field)
        if parent := self._text("parent"):
            above = self._into.organization(parent)
            body.parent = above if above is not body else None
        body.tags.update(dict.fromkeys(cells.listed(self._text("tags"))))
        if "name" not in self._columns and "surname" not in self._columns:
            body.aliases.update(dict.fromkeys(cells.listed(self._text("aliases"))))
            self._own_id(body)
            if phone := self._text("phone"):
                self._notes[f"{self._columns['phone'].heading}: {phone}"] = None
        return body

    def _set(self, entry: OrganizationDraft | PersonDraft, field: str) -> None:
        """Set a field; report a row that contradicts an earlier one."""
        value = self._text(field)
        known = getattr(entry, field)
        if not value or value == known:
            return
        if not known:
            setattr(entry, field, value)
            return
        column = self._columns[field]
        self._into.diagnostics.append(
            CONTRADICTION.at(
                self._sheet.span(self._row.number, column.index + 1),
                Message(
                    "{name!r} has {value!r} in the column {heading!r}, and {known!r} further up",
                    name=entry.name,
                    value=value,
                    known=known,
                    heading=column.heading,
                ),
                hint=Message("The first value was taken; the other one is kept in a comment"),
            )
        )
        self._notes[f"{column.heading}: {value}"] = None

    def _own_id(self, entry: OrganizationDraft | PersonDraft) -> None:
        written = self._text("id")
        if not written:
            return
        if cells.read_id(written) is None:
            self._bad(
                "id",
                Message("{value!r} is no id", value=written),
                Message("An id holds letters, digits and hyphens"),
            )
            return
        self._into.ids.setdefault(entry, written)

    def _name(self) -> tuple[str, str]:
        """Return the name of the row's person, and the field that it begins in."""
        whole = self._text("name")
        if whole:
            return whole, "name"
        parts = [self._text(field) for field in ("surname", "first", "patronymic")]
        return " ".join(part for part in parts if part), "surname"

    def _person(self, body: OrganizationDraft | None) -> tuple[PersonDraft | None, bool]:
        """Return the person of the row, and whether the row says that there is none."""
        name, field = self._name()
        if not name:
            return None, False
        if cells.is_vacancy(name):
            return None, True
        if not cells.is_name(name):
            first = field if field in self._columns else "first"
            self._bad(
                first,
                Message("{value!r} is no name of a person", value=name),
                Message("Write surname, first name and patronymic, or surname and initials"),
            )
            return None, False
        person = self._into.person(name, self._text("id"))
        self._one_person(person, body, field)
        if gender := self._text("gender"):
            person.gender = cells.read_gender(gender) or person.gender
            if cells.read_gender(gender) is None:
                self._bad(
                    "gender",
                    Message("{value!r} is no gender", value=gender),
                    Message("Write «ж» or «м»"),
                )
        self._phone(person)
        person.aliases.update(dict.fromkeys(cells.listed(self._text("aliases"))))
        self._own_id(person)
        return person, False

    def _one_person(self, person: PersonDraft, body: OrganizationDraft | None, field: str) -> None:
        """Tell that a name stood beside another organisation before: there may be two people."""
        places = self._into.places.setdefault(person, [])
        if body is None or body in places:
            return
        places.append(body)
        if len(places) < 2:
            return
        column = self._columns[field if field in self._columns else "first"]
        message = Message(
            "{name!r} stands beside {organizations} and is taken for one person",
            name=person.name,
            organizations=[one.name for one in places],
        )
        hint = Message("If these are namesakes, give each an id of its own in a column «id»")
        span = self._sheet.span(self._row.number, column.index + 1)
        self._into.diagnostics.append(ONE_PERSON.at(span, message, hint=hint))

    def _phone(self, person: PersonDraft) -> None:
        phone = self._text("phone")
        if phone and cells.read_phone(phone) is None:
            self._bad(
                "phone",
                Message("The telephone {value!r} was rounded by the table", value=phone),
                Message("Give the column the format «Текст» and type the number again"),
            )
        else:
            self._set(person, "phone")

    def _day(self, field: str) -> date | None:
        written = self._text(field)
        day = cells.read_day(written) if written else None
        if written and day is None:
            self._bad(
                field,
                Message("{value!r} is no day", value=written),
                Message("Write the day as 15.01.2024"),
            )
        return day

    def _post(
        self, body: OrganizationDraft | None, person: PersonDraft | None, *, vacant: bool
    ) -> PostDraft | None:
        column = self._columns.get("name")
        title = self._text("post") or (column.post if column and self._at(column) else "")
        if not title:
            if person is not None and body is not None:
                person.organization = person.organization or body
            return None
        title, acting = self._acting(title)
        post = self._into.post(title, body)
        since, until = self._day("since"), self._day("until")
        if since is not None and until is not None and until < since:
            self._bad(
                "until",
                Message(
                    "The appointment ends on {until}, before it begins on {since}",
                    until=f"{until:%d.%m.%Y}",
                    since=f"{since:%d.%m.%Y}",
                ),
                Message("Exchange the two dates, or correct one of them"),
            )
            until = None
        if person is not None or vacant:
            post.appointments.append(AppointmentDraft(person, since, until, acting))
        return post

    def _acting(self, title: str) -> tuple[str, str]:
        """Return the post without «и.о.», and how an acting holder is called."""
        written = self._text("acting")
        acting = cells.read_acting(written) if written else ""
        if acting is None:
            self._bad(
                "acting",
                Message("{value!r} is neither yes nor no", value=written),
                Message("Write «да», «нет» or «врио»"),
            )
            acting = ""
        found = cells.acting_post(title)
        if found is None:
            return title, acting
        words, nominative = found
        if nominative:
            return nominative, words
        self._bad(
            "post",
            Message("The post in {value!r} could not be told with certainty", value=title),
            Message("Write the post itself, and «да» in a column «И.о.»"),
        )
        return title, acting

    def _groups(self, member: PersonDraft | OrganizationDraft | None) -> None:
        role = self._text("role")
        if member is None:
            return
        for name in cells.listed(self._text("groups")):
            group = self._into.group(name)
            group.members[member] = group.members.get(member) or role
