"""Sheets: what begins on a new page, composed of parts."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.documents.data import data_table
from roadmapkit.documents.groups import group_table
from roadmapkit.documents.plan import plan_table
from roadmapkit.documents.profile import text_width_mm
from roadmapkit.documents.prose import paragraphs
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import Line, PageView, PartView, SheetView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ResolvedAppendix, ResolvedPart

__all__ = ["SheetComposer", "is_landscape", "title_text"]


class SheetComposer:
    """Composes sheets for one document."""

    def __init__(self, settings: Settings, wording: Wording, page: PageView) -> None:
        self._settings = settings
        self._wording = wording
        self._page = page

    @property
    def page(self) -> PageView:
        """Layout of the document."""
        return self._page

    def sheet(self, appendix: ResolvedAppendix) -> SheetView:
        """Return an appendix without its mark: title, parts, compiler's signature."""
        landscape = is_landscape(appendix)
        width = text_width_mm(self._page, landscape=landscape)
        return SheetView(
            stamps=(),
            title=self._title(appendix),
            parts=tuple(view for part in appendix.parts for view in self._parts(part, width)),
            signature=signature_view(appendix.compiler, self._wording),
            landscape=landscape,
            origin=appendix.title_origin or appendix.origin,
        )

    def _title(self, appendix: ResolvedAppendix) -> tuple[str, ...]:
        title = title_text(appendix, self._wording)
        for part in appendix.parts:
            if part.report is not None and part.progress is not None:
                from roadmapkit.documents.report_parts import report_title

                lines = report_title(part.progress, part.report, self._wording)
                own = appendix.appendix.title
                return (*self._wording.lines(own), lines[-1]) if own else lines
        return self._wording.lines(title) if title else ()

    def _parts(self, part: ResolvedPart, width: float) -> Iterator[PartView]:
        """Yield what a part prints: a report has several."""
        if part.report is None or part.progress is None:
            yield self._part(part, width)
            return
        if part.heading is not None:
            yield PartView("report", self._heading(part))
        from roadmapkit.documents.report_parts import report_parts

        yield from report_parts(part.progress, part.report, self._wording, width)

    def _part(self, part: ResolvedPart, width: float) -> PartView:
        heading = self._heading(part)
        if part.kind == "text" and part.text is not None:
            before = tuple(paragraphs(part.text, part.origin.child("text"), self._wording))
            return PartView(part.kind, heading, before=before)
        if part.kind == "plan" and part.roadmap is not None:
            table = plan_table(part.roadmap, self._wording, width)
            heading = heading or self._plan_heading(part)
            return PartView(part.kind, heading, table=table)
        if part.kind == "group" and part.group is not None:
            return PartView(part.kind, heading, table=group_table(part, self._wording, width))
        if part.table is not None:
            table = data_table(part.table, self._wording, width)
            return PartView(part.kind, heading, table=table)
        return PartView(part.kind, heading, after=tuple(self._abbreviations(part)))

    def _heading(self, part: ResolvedPart) -> Line | None:
        if part.heading is not None:
            text = self._wording.one_line(part.heading)
            return Line(text, "heading", part.origin.child("heading"))
        if part.kind == "abbreviations":
            return Line("Список сокращений", "heading", part.origin)
        return None

    def _plan_heading(self, part: ResolvedPart) -> Line | None:
        roadmap = part.roadmap
        if roadmap is None or roadmap.model.heading is None:
            return None
        text = self._wording.one_line(roadmap.model.heading)
        return Line(text, "heading", roadmap.origin.child("heading"))

    def _abbreviations(self, part: ResolvedPart) -> Iterator[Line]:
        last = len(part.abbreviations) - 1
        for index, (short, full, origin) in enumerate(part.abbreviations):
            mark = "." if index == last else ";"
            text = self._wording.text(f"{short} – {full.rstrip('.;')}{mark}")
            yield Line(text, "body", origin or part.origin)


def title_text(appendix: ResolvedAppendix, wording: Wording) -> str:
    """Return the title of an appendix in the nominative; a group gets «Состав …»."""
    if appendix.title is not None:
        return appendix.title
    for part in appendix.parts:
        if part.group is not None:
            return capitalize(wording.composition(part.group.id, "nominative", part.origin))
    return ""


def is_landscape(appendix: ResolvedAppendix) -> bool:
    """Tell whether an appendix lies across: as its author says, otherwise as its parts need it."""
    if appendix.appendix.orientation is not None:
        return appendix.appendix.orientation == "альбомная"
    return any(part.kind in ("plan", "report") for part in appendix.parts)
