"""The report on progress as of a day: narrative, table with marks, summary, what is late."""

from __future__ import annotations

from roadmapkit.documents.profile import page_view, text_width_mm
from roadmapkit.documents.report_parts import report_parts, report_title
from roadmapkit.documents.roadmap import appended_sheets
from roadmapkit.documents.sheets import SheetComposer
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import (
    DocumentView,
    SheetView,
)
from roadmapkit.documents.wording import Wording
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ResolvedProgress, ResolvedReport

__all__ = ["compose_report"]


def compose_report(
    progress: ResolvedProgress, report: ResolvedReport, settings: Settings, wording: Wording
) -> DocumentView:
    """Return one report of *progress* as a file, the appendices of the report after it."""
    page = page_view(settings, long_storage=False)
    title = report.request.title or progress.model.title
    sheet = SheetView(
        stamps=(),
        title=report_title(progress, report, wording),
        parts=tuple(report_parts(progress, report, wording, text_width_mm(page, landscape=True))),
        signature=signature_view(report.signatory, wording),
        landscape=True,
        origin=report.origin.child("title")
        if report.request.title
        else progress.origin.child("title"),
    )
    composer = SheetComposer(settings, wording, page)
    return DocumentView(
        kind="report",
        id=progress.model.id,
        title=wording.one_line(title),
        page=page,
        act=None,
        sheets=(sheet, *appended_sheets(report.appendices, composer, wording)),
    )
