"""Lists as papers of their own: the members of a group, the abbreviations of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.documents.profile import page_view
from roadmapkit.documents.sheets import SheetComposer
from roadmapkit.documents.view import DocumentView, Line, PartView, SheetView, plain
from roadmapkit.documents.wording import Wording
from roadmapkit.model.kinds import Appendix, GroupPart
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import (
    ResolvedAppendix,
    ResolvedDocument,
    ResolvedGroupPaper,
    ResolvedPart,
)
from roadmapkit.source import Origin

__all__ = ["Abbreviations", "compose_abbreviations", "compose_group", "printed_text"]

Abbreviations = Sequence[tuple[str, str, Origin | None]]


def compose_group(
    document: ResolvedDocument, paper: ResolvedGroupPaper, settings: Settings, wording: Wording
) -> DocumentView:
    """Return the list of a group's members as of the day of a document."""
    model = GroupPart(group=paper.listing.id, columns=paper.columns)
    part = ResolvedPart("group", None, paper.origin, model, group=paper.listing)
    appendix = ResolvedAppendix(
        key=paper.listing.id,
        appendix=Appendix(parts=(model,)),
        number="",
        title=None,
        title_origin=None,
        parts=(part,),
        compiler=None,
        origin=paper.origin,
    )
    page = page_view(settings, long_storage=False)
    sheet = SheetComposer(settings, wording, page).sheet(appendix)
    return DocumentView(
        kind="list",
        id=document.model.id,
        title=" ".join(sheet.title),
        page=page,
        act=None,
        sheets=(sheet,),
    )


def compose_abbreviations(
    document: ResolvedDocument, found: Abbreviations, settings: Settings, wording: Wording
) -> DocumentView:
    """Return the list of abbreviations that a document uses."""
    page = page_view(settings, long_storage=False)
    last = len(found) - 1
    lines = tuple(
        Line(
            wording.text(f"{short} – {full.rstrip('.;')}{'.' if index == last else ';'}"),
            "body",
            origin,
        )
        for index, (short, full, origin) in enumerate(found)
    )
    sheet = SheetView(
        stamps=(),
        title=("Список сокращений",),
        parts=(PartView(kind="abbreviations", before=lines),),
        origin=document.origin.child("id"),
    )
    return DocumentView(
        kind="list",
        id=document.model.id,
        title=f"Список сокращений: {wording.one_line(document.model.title)}",
        page=page,
        act=None,
        sheets=(sheet,),
    )


def printed_text(view: DocumentView) -> str:
    """Return all that a document prints, line by line."""
    return "\n".join(_strings(plain(view)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
