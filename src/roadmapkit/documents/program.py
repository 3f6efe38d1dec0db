"""The programme: passport, chapters, indicators and plan, and its appendices."""

from __future__ import annotations

from roadmapkit.documents.profile import page_view
from roadmapkit.documents.program_sheets import program_sheets
from roadmapkit.documents.roadmap import appended_sheets
from roadmapkit.documents.sheets import SheetComposer
from roadmapkit.documents.view import DocumentView
from roadmapkit.documents.wording import Wording
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ResolvedProgram

__all__ = ["compose_program"]


def compose_program(program: ResolvedProgram, settings: Settings, wording: Wording) -> DocumentView:
    """Return the programme as a file of its own, its appendices after it."""
    page = page_view(settings, long_storage=False)
    composer = SheetComposer(settings, wording, page)
    return DocumentView(
        kind="program",
        id=program.model.id,
        title=wording.one_line(program.model.title),
        page=page,
        act=None,
        sheets=(
            *program_sheets(program, wording, page),
            *appended_sheets(program.appendices, composer, wording),
        ),
    )
