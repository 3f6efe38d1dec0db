"""Sheets: what begins on a new page, composed of parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.documents.data import data_table
from roadmapkit.documents.groups import group_table
from roadmapkit.documents.plan import plan_table
from roadmapkit.documents.profile import text_width_mm
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import Line, PageView, PartView, SheetView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ResolvedAppendix, ResolvedPart
from roadmapkit.source import Origin

__all__ = ["SheetComposer", "is_landscape", "paragraphs", "title_text"]

_BULLETS = ("- ", "– ", "— ", "• ")


class SheetComposer:
    """Composes sheets for one document."""

    def __init__(self, settings: Settings, wording: Wording, page: PageView) -> None:
        self._settings = settings
        self._wording = wording
        self._page = page

    def sheet(self, appendix: ResolvedAppendix) -> SheetView:
        """Return an appendix without its mark: title, parts, compiler's signature."""
        landscape = is_landscape(appendix)
        width = text_width_mm(self._page, landscape=landscape)
        title = title_text(appendix, self._wording)
        return SheetView(
            stamps=(),
            title=self._wording.lines(title) if title else (),
            parts=tuple(self._part(part, width) for part in appendix.parts),
            signature=signature_view(appendix.compiler, self._wording),
            landscape=landscape,
            origin=appendix.title_origin or appendix.origin,
        )

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
            table = data_table(part, self._wording, width)
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
    """Tell whether an appendix lies across: as its author says, otherwise where it has a plan."""
    if appendix.appendix.orientation is not None:
        return appendix.appendix.orientation == "альбомная"
    return any(part.kind == "plan" for part in appendix.parts)


def paragraphs(text: str, origin: Origin, wording: Wording) -> Iterator[Line]:
    """Yield the paragraphs of a narrative.

    A blank line ends a paragraph; a line that begins with a dash is an item of a
    list; other line breaks are spaces.
    """
    gathered: list[str] = []
    for line in [*text.strip().split("\n"), ""]:
        stripped = line.strip()
        bullet = stripped.startswith(_BULLETS)
        if (not stripped or bullet) and gathered:
            yield _paragraph(gathered, origin, wording)
            gathered = []
        if bullet:
            gathered = [f"– {stripped[2:].strip()}"]
        elif stripped:
            gathered.append(stripped)


def _paragraph(lines: Sequence[str], origin: Origin, wording: Wording) -> Line:
    text = wording.text(" ".join(lines))
    return Line(text, "item" if text.startswith("–") else "body", origin)
