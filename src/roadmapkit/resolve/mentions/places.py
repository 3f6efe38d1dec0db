"""Where documents name parties: every field, clause, cell and text, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Literal

from roadmapkit.lazily import dataclass
from roadmapkit.model.order import Executor
from roadmapkit.model.signatory import Signatory, SignatoryDetails
from roadmapkit.resolve.data_tables import ResolvedTable
from roadmapkit.resolve.mentions.items import MentionKind, Step
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.resolved import (
    ResolvedActivity,
    ResolvedAppendix,
    ResolvedDue,
    ResolvedPart,
    ResolvedProgress,
    ResolvedRoadmap,
    ResolvedSignatory,
)
from roadmapkit.source import Origin

__all__ = [
    "Place",
    "appendix_places",
    "official_places",
    "one_line",
    "progress_places",
    "roadmap_places",
    "table_places",
]

Reading = Literal["field", "cell", "text", "group", "school list"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may name a party.

    Attributes:
        kind: What it stands in.
        number: Number of the clause, the activity, the appendix.
        text: What it stands in, in one line.
        origin: Where it stands.
        written: What is written there.
        reading: How it is read: a ``field`` that takes an id or a name; a ``cell`` whose parties
            are known; plain ``text``; a ``group`` whose members are printed; a name of a
            ``school list`` of a term.
        parties: Parties of a cell.
        official: Post and name are printed of whom it names: those of the document's day.
        point: What has a printed text of its own: a clause.
        terms: When it falls due.
        open: Not all of it has a term.
        via: What leads from the place to whom it names, where it names nobody itself.
    """

    kind: MentionKind
    number: str
    text: str
    origin: Origin
    written: str
    reading: Reading = "text"
    parties: tuple[PartyRef, ...] = ()
    official: bool = False
    point: Origin | None = None
    terms: tuple[ResolvedDue, ...] = field(default=(), repr=False)
    open: bool = True
    via: Step | None = None


def one_line(text: str) -> str:
    """Return *text* in one line."""
    return " ".join(text.split())


def official_places(
    kind: MentionKind,
    written: Signatory | Executor | None,
    origin: Origin,
    printed: ResolvedSignatory | None = None,
    number: str = "",
) -> Iterator[Place]:
    """Yield the places of one who signs, or of the executor: person and post apart.

    Args:
        kind: What he does.
        written: What the author wrote.
        origin: Where it stands.
        printed: The signature as it is printed.
        number: Number of the appendix that he signs.
    """
    if written is None:
        return
    lines = [*printed.post_lines, printed.name] if printed is not None else []
    text = one_line(" ".join(lines))
    named: list[tuple[str, Origin]] = []
    if isinstance(written, SignatoryDetails):
        named += [(written.person, origin.child("person"))] if written.person else []
        named += [(written.post, origin.child("post"))] if written.post else []
    elif isinstance(written, Executor):
        named.append((written.person, origin.child("person")))
    else:
        named.append((str(written), origin))
    for reference, place in named:
        yield Place(
            kind, number, text or one_line(reference), place, reference, "field", official=True
        )


def roadmap_places(roadmap: ResolvedRoadmap) -> Iterator[Place]:
    """Yield the places of a plan, in its order."""
    model, origin = roadmap.model, roadmap.origin
    for key in ("title", "heading"):
        if text := getattr(model, key):
            yield Place("heading", "", one_line(text), origin.child(key), text)
    yield from role_places(model.roles, origin)
    for section in roadmap.sections:
        if section.section is not None:
            text, place = section.section.title, section.origin.child("title")
            yield Place("section", section.number, one_line(text), place, text)
        for activity in section.activities:
            yield from _activity(activity)
    yield from appendix_places(roadmap.appendices)
    place = origin.child("compiler")
    yield from official_places("compiler", model.compiler, place, roadmap.compiler)


def role_places(roles: dict[str, str] | None, origin: Origin) -> Iterator[Place]:
    """Yield whom a document gives its roles."""
    for role, reference in (roles or {}).items():
        place = origin.child("roles", role)
        yield Place("role", "", f"{role}: {one_line(reference)}", place, reference, "field")


def _activity(item: ResolvedActivity) -> Iterator[Place]:
    activity, origin = item.activity, item.origin
    terms = (item.due,) if item.due is not None else ()
    whole = Place(
        "activity",
        item.number,
        one_line(activity.title),
        origin,
        "",
        terms=terms,
        open=item.due is None,
    )
    if item.responsible is not None:
        cell = item.responsible
        written = ";\n".join(activity.responsible)
        yield replace(
            whole, origin=cell.origin, written=written, reading="cell", parties=cell.parties
        )
    if item.due is not None:
        names = dict.fromkeys(name for one in item.due.meaning.occurrences for name in one.parties)
        for name in names:
            yield replace(whole, origin=item.due.origin, written=name, reading="school list")
    yield replace(whole, origin=origin.child("title"), written=activity.title)
    for key in ("items", "result", "indicator", "note"):
        texts: Sequence[str] = getattr(activity, key)
        for index, text in enumerate(texts):
            yield replace(whole, origin=_listed(origin, key, index), written=text)
    for key, value in (activity.fields or {}).items():
        if value:
            yield replace(whole, origin=origin.child("fields", key), written=value)


def _listed(origin: Origin, key: str, index: int) -> Origin:
    """Return the place of an item of a list that may be written without one."""
    value = origin.document.value((*origin.path, key))
    return origin.child(key, index) if isinstance(value, list) else origin.child(key)


def progress_places(progress: ResolvedProgress) -> Iterator[Place]:
    """Yield the places of progress: marks, texts of reports, who signs, appendices."""
    model, origin = progress.model, progress.origin
    yield Place("heading", "", one_line(model.title), origin.child("title"), model.title)
    for index, entry in enumerate(model.entries):
        place = origin.child("entries", index)
        texts = [("reason", entry.reason)] if entry.reason else []
        texts += [(key, text) for key in ("text", "evidence") for text in getattr(entry, key)]
        for key, text in texts:
            yield Place("report", "", one_line(text), place.child(key), text)
    for report in progress.reports:
        for key in ("title", "intro", "closing"):
            if text := getattr(report.request, key):
                yield Place("report", "", one_line(text), report.origin.child(key), text)
        place = origin.child("signatory")
        yield from official_places("signatory", model.signatory, place, report.signatory)
        yield from appendix_places(report.appendices)


def appendix_places(appendices: Sequence[ResolvedAppendix]) -> Iterator[Place]:
    """Yield the places of appendices; a plan in one is a document of its own."""
    for item in appendices:
        if item.appendix.title:
            title = item.appendix.title
            yield Place("appendix", item.number, one_line(title), item.origin.child("title"), title)
        for part in item.parts:
            yield from _part(part, item)
        place = item.origin.child("compiler")
        own = item.appendix.compiler
        yield from official_places("compiler", own, place, item.compiler, item.number)


def _part(part: ResolvedPart, owner: ResolvedAppendix) -> Iterator[Place]:
    number = owner.number
    if part.heading:
        place = part.origin.child("heading")
        yield Place("appendix", number, one_line(part.heading), place, part.heading)
    if part.text:
        place = part.origin.child("text")
        for paragraph in part.text.split("\n\n"):
            yield Place("appendix", number, one_line(paragraph), place, paragraph)
    if part.group is not None:
        place = part.origin.child("group") if owner.appendix.parts else part.origin
        name = part.group.name
        yield Place("group", number, one_line(name), place, part.group.id, "group")
    if part.table is not None:
        yield from table_places(part.table, number)


def table_places(table: ResolvedTable, number: str) -> Iterator[Place]:
    """Yield the places of a table, row by row."""
    if table.caption:
        place = table.origin.child("caption")
        yield Place("appendix", number, one_line(table.caption), place, table.caption)
    for row in table.rows:
        text = " | ".join(one_line(cell.text) for cell in row.cells if cell.text)
        for cell in row.cells:
            if cell.text:
                yield Place("appendix", number, text, cell.origin, cell.text)
