"""A roadmap on its own: title, plan, its appendices."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.documents.plan import plan_table
from roadmapkit.documents.profile import page_view, text_width_mm
from roadmapkit.documents.sheets import SheetComposer
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import DocumentView, Line, PartView, SheetView, StampView
from roadmapkit.documents.wording import Wording
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ResolvedAppendix, ResolvedRoadmap

__all__ = ["appended_sheets", "compose_roadmap"]


def compose_roadmap(roadmap: ResolvedRoadmap, settings: Settings, wording: Wording) -> DocumentView:
    """Return the roadmap as a file of its own, its appendices after it."""
    page = page_view(settings, long_storage=False)
    table = plan_table(roadmap, wording, text_width_mm(page, landscape=True))
    heading = roadmap.model.heading
    part = PartView(
        kind="plan",
        heading=(
            Line(wording.one_line(heading), "heading", roadmap.origin.child("heading"))
            if heading
            else None
        ),
        table=table,
    )
    sheet = SheetView(
        stamps=(),
        title=wording.lines(roadmap.model.title),
        parts=(part,),
        signature=signature_view(roadmap.compiler, wording),
        landscape=True,
        origin=roadmap.origin.child("title"),
    )
    composer = SheetComposer(settings, wording, page)
    return DocumentView(
        kind="roadmap",
        id=roadmap.model.id,
        title=wording.one_line(roadmap.model.title),
        page=page,
        act=None,
        sheets=(sheet, *appended_sheets(roadmap.appendices, composer, wording)),
    )


def appended_sheets(
    appendices: tuple[ResolvedAppendix, ...], composer: SheetComposer, wording: Wording
) -> tuple[SheetView, ...]:
    """Return the appendices of a document that is no act: their mark has a number alone."""
    return tuple(
        sheet for appendix in appendices for sheet in _appended(appendix, composer, wording)
    )


def _appended(
    appendix: ResolvedAppendix, composer: SheetComposer, wording: Wording
) -> tuple[SheetView, ...]:
    """Return the sheets of one such appendix, the first with its mark."""
    from roadmapkit.documents.program_sheets import appendix_sheets

    first, *more = appendix_sheets(appendix, composer, wording)
    if not appendix.appendix.mark:
        return (first, *more)
    text = f"Приложение № {appendix.number}" if appendix.number else "Приложение"
    stamp = StampView("mark", (wording.text(text),), appendix.origin)
    return (replace(first, stamps=(stamp,)), *more)
