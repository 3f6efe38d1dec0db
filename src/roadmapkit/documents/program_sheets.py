"""The sheets of a programme, on its own and as an appendix: each run of pages one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmapkit.documents.data import data_table
from roadmapkit.documents.narrative import TextPlace, narrative_parts
from roadmapkit.documents.passport import passport_part
from roadmapkit.documents.plan import plan_table
from roadmapkit.documents.profile import text_width_mm
from roadmapkit.documents.sheets import SheetComposer
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import Line, PageView, PartView, SheetView
from roadmapkit.documents.wording import Wording
from roadmapkit.documents.yearly import indicators_table, results_matrix
from roadmapkit.resolve import ResolvedAppendix, ResolvedChapter, ResolvedProgram

__all__ = ["appendix_sheets", "program_sheets"]


def appendix_sheets(
    appendix: ResolvedAppendix, composer: SheetComposer, wording: Wording
) -> tuple[SheetView, ...]:
    """Return an appendix without its mark: one sheet, or those of the programme in it."""
    programs = [part.program for part in appendix.parts if part.program is not None]
    if not programs:
        return (composer.sheet(appendix),)
    sheets = [
        sheet for program in programs for sheet in program_sheets(program, wording, composer.page)
    ]
    if appendix.appendix.title is not None:
        title = wording.lines(appendix.appendix.title)
        sheets[0] = replace(sheets[0], title=title, origin=appendix.title_origin)
    rest = tuple(part for part in appendix.parts if part.program is None)
    if rest:
        sheets.append(composer.sheet(replace(appendix, title="", parts=rest, compiler=None)))
    if appendix.appendix.compiler is not None:
        signature = signature_view(appendix.compiler, wording)
        sheets[-1] = replace(sheets[-1], signature=signature)
    return tuple(sheets)


def program_sheets(
    program: ResolvedProgram, wording: Wording, page: PageView
) -> tuple[SheetView, ...]:
    """Return the sheets of a programme: a new one wherever the paper turns."""
    first = SheetView(
        stamps=(),
        title=wording.lines(program.model.title),
        parts=(),
        origin=program.origin.child("title"),
    )
    passport = passport_part(program, wording, text_width_mm(page, landscape=False))
    sheets = [replace(first, parts=(passport,) if passport else ())]
    for chapter in program.chapters:
        landscape = _is_landscape(chapter)
        width = text_width_mm(page, landscape=landscape)
        parts = tuple(_chapter(chapter, program, wording, width))
        last = sheets[-1]
        if last.landscape == landscape:
            sheets[-1] = replace(last, parts=(*last.parts, *parts))
        else:
            origin = chapter.origin
            sheets.append(SheetView((), (), parts, landscape=landscape, origin=origin))
    signature = signature_view(program.compiler, wording)
    return (*sheets[:-1], replace(sheets[-1], signature=signature))


def _is_landscape(chapter: ResolvedChapter) -> bool:
    if chapter.chapter.orientation is not None:
        return chapter.chapter.orientation == "альбомная"
    return chapter.roadmap is not None


def _chapter(
    chapter: ResolvedChapter, program: ResolvedProgram, wording: Wording, width: float
) -> Iterator[PartView]:
    """Yield the parts of a chapter, the first under its heading."""
    heading = _heading(chapter, wording)
    parts = list(_parts(chapter, program, wording, width))
    if heading is not None and (not parts or parts[0].heading is not None):
        parts.insert(0, PartView("text", heading))
    elif heading is not None:
        parts[0] = replace(parts[0], heading=heading)
    yield from parts


def _heading(chapter: ResolvedChapter, wording: Wording) -> Line | None:
    model, origin = chapter.chapter, chapter.origin
    if model.title is not None:
        return Line(wording.one_line(model.title), "heading", origin.child("title"))
    if chapter.roadmap is not None:
        title, place = chapter.roadmap.model.title, chapter.roadmap.origin.child("title")
        return Line(wording.one_line(title), "heading", place)
    if model.indicators:
        return Line("Показатели", "heading", origin)
    return Line("Результаты по годам", "heading", origin) if model.yearly_results else None


def _parts(
    chapter: ResolvedChapter, program: ResolvedProgram, wording: Wording, width: float
) -> Iterator[PartView]:
    model, origin = chapter.chapter, chapter.origin
    if chapter.text:
        place = TextPlace(
            origin.child("text" if chapter.source is None else "file"), chapter.source
        )
        yield from narrative_parts(chapter.text, place, wording, width)
    if chapter.table is not None:
        yield PartView("table", table=data_table(chapter.table, wording, width))
    if model.indicators and program.model.indicators:
        yield PartView("indicators", table=indicators_table(program, wording, width))
    if model.yearly_results and program.model.yearly_results:
        yield PartView("matrix", table=results_matrix(program, wording, width))
    if chapter.roadmap is not None:
        yield PartView("plan", table=plan_table(chapter.roadmap, wording, width))
