"""The acquaintance sheet (лист ознакомления): who puts date and signature to having read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from roadmapkit.documents.naming import subject_lines
from roadmapkit.documents.profile import page_view, text_width_mm
from roadmapkit.documents.recipient import Recipient
from roadmapkit.documents.tables import ColumnSpec, heading_rows, lay_out
from roadmapkit.documents.view import Cell, DocumentView, PartView, Row, SheetView, TableView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.lazily import dataclass
from roadmapkit.model.directory import Group, Organization, Person, Post
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import (
    DirectoryIndex,
    ResolvedDocument,
    ResolvedOrder,
    official_meant,
    resolve_parties,
    title_on,
)
from roadmapkit.source import Origin

__all__ = ["Reader", "compose_acquaintance", "readers_named", "readers_of"]

_COLUMNS = (
    ColumnSpec("number", "№ п/п", weight=10, align="center"),
    ColumnSpec("reader", "Фамилия, имя, отчество, должность", weight=95),
    ColumnSpec("date", "Дата", weight=25),
    ColumnSpec("signature", "Подпись", weight=40),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who has to read a document.

    Attributes:
        name: Full name; empty for a post that nobody is known to hold.
        post: Post with its organisation; empty where it is unknown.
        origin: Where the directory says so.
    """

    name: str
    post: str
    origin: Origin | None = None


def compose_acquaintance(
    subject: ResolvedDocument,
    act: ResolvedOrder | None,
    readers: Iterable[Reader],
    settings: Settings,
    wording: Wording,
) -> DocumentView:
    """Return the sheet on which *readers* sign that they know a document.

    Args:
        subject: What they have read.
        act: The act that approves it, where it is a plan.
        readers: Who signs, in order.
        settings: Layout.
        wording: Words of the document.
    """
    page = page_view(settings, long_storage=False)
    widths = lay_out(_COLUMNS, text_width_mm(page, landscape=False))
    first, *more = subject_lines(subject, act, "instrumental", wording, as_signed=True)
    caption = (f"с {first}", *more)
    rows = []
    for number, reader in enumerate(readers, start=1):
        texts = ((f"{number}.",), _lines(reader, wording), ("",), ("",))
        cells = (
            Cell(lines=lines, align=spec.align, width_mm=column.width_mm, origin=reader.origin)
            for spec, column, lines in zip(_COLUMNS, widths, texts, strict=True)
        )
        rows.append(Row(tuple(cells)))
    table = TableView(columns=widths, heading=heading_rows(_COLUMNS, widths), rows=tuple(rows))
    sheet = SheetView(
        stamps=(),
        title=("ЛИСТ ОЗНАКОМЛЕНИЯ", *caption),
        parts=(PartView(kind="acquaintance", table=table),),
        origin=subject.origin.child("title"),
    )
    return DocumentView(
        kind="acquaintance",
        id=subject.model.id,
        title=f"Лист ознакомления {caption[0]}",
        page=page,
        act=None,
        sheets=(sheet,),
    )


def _lines(reader: Reader, wording: Wording) -> tuple[str, ...]:
    """Return name and post; a blank line stands for a name to be filled in."""
    post = wording.text(wording.inside_sentence(reader.post, reader.origin)) if reader.post else ""
    name = wording.text(reader.name)
    if not name:
        return ("", capitalize(post)) if post else ("", "")
    return (f"{name},", post) if post else (name, "")


def readers_of(
    recipient: Recipient, directory: DirectoryIndex, on: date | None
) -> tuple[Reader, ...]:
    """Return who signs for a party on a day, each once.

    A person and a post are one row; an organisation is its head, its posts and its people;
    a group all its members, of whom an organisation is its head.

    Args:
        recipient: The party.
        directory: Parties of the document's folder, with the names of the day.
        on: Day of the document.
    """
    if recipient.entry is None:
        return (Reader(recipient.reference, ""),)
    found = _Readers(directory, on)
    model = recipient.entry.model
    match model:
        case Organization():
            found.add_staff(model)
        case Group():
            for member in directory.members(model.id, on):
                found.add(member.entry.model, member.post or "")
        case _:
            found.add(model)
    return found.readers


def readers_named(
    references: Iterable[str], directory: DirectoryIndex, on: date | None
) -> tuple[Reader, ...]:
    """Return who signs for parties that are named by id or in words, each once.

    Args:
        references: The parties; of a group all its members sign, of an organisation its head.
        directory: Parties of the document's folder, with the names of the day.
        on: Day of the document.
    """
    found = _Readers(directory, on)
    for reference in references:
        named = directory.find(reference)
        parties = () if len(named) == 1 else resolve_parties(reference, directory, on=on).parties
        entries = [*named] if len(named) == 1 else [directory.get(one.ref or "") for one in parties]
        if not any(entries):
            found.add_words(reference)
        for entry in entries:
            if entry is None:
                continue
            if isinstance(entry.model, Group):
                for member in directory.members(entry.id, on):
                    found.add(member.entry.model, member.post or "")
            else:
                found.add(entry.model)
    return found.readers


class _Readers:
    """Gathers readers, each person once.

    Args:
        directory: Parties, with the names of the day.
        on: The day.
    """

    def __init__(self, directory: DirectoryIndex, on: date | None) -> None:
        self._directory = directory
        self._on = on
        self._found: dict[str, Reader] = {}

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Those gathered, in the order in which they came."""
        return tuple(self._found.values())

    def add(self, model: Organization | Person | Post | Group, title: str = "") -> None:
        """Add who signs for an entry; *title* is how his post is to be called."""
        entry = self._directory.get(model.id)
        origin = entry.origin if entry is not None else None
        match model:
            case Organization():
                head = self._directory.head_of(model.id)
                if head is not None:
                    self.add(head.model, title)
                else:
                    self._found.setdefault(model.id, Reader("", title or model.name, origin))
            case Post():
                person = self._directory.holder(model.id, self._on).person
                post = title or title_on(model, self._directory, self._on).text
                key = person.id if person is not None else model.id
                name = person.name if person is not None else ""
                self._found.setdefault(key, Reader(name, post, origin))
            case Person():
                official = official_meant(self._directory, model.id, self._on)
                held = official.title.text if official and official.title else ""
                self._found.setdefault(model.id, Reader(model.name, title or held, origin))
            case Group():
                self._found.setdefault(model.id, Reader("", model.name, origin))

    def add_words(self, words: str) -> None:
        """Add a party that the directory does not know."""
        self._found.setdefault(words, Reader("", words))

    def add_staff(self, body: Organization) -> None:
        """Add the head of an organisation, its posts, and the people that are noted in it."""
        head = self._directory.head_of(body.id)
        models = [head.model] if head is not None else []
        entries = [self._directory.get(id_) for id_ in self._directory.ids()]
        staff = [
            entry.model
            for entry in entries
            if entry is not None
            and isinstance(entry.model, Post | Person)
            and entry.model.organization == body.id
        ]
        models += sorted(staff, key=lambda model: isinstance(model, Person))
        for model in models or [body]:
            self.add(model)
