"""The checks: one module a family, each a function of the document alone."""

from __future__ import annotations

from roadmapkit.inspection.checks.appendices import check_appendices
from roadmapkit.inspection.checks.blanks import check_blanks
from roadmapkit.inspection.checks.file import check_file
from roadmapkit.inspection.checks.fonts import check_fonts
from roadmapkit.inspection.checks.minutes import check_minutes
from roadmapkit.inspection.checks.page_numbers import check_page_numbers
from roadmapkit.inspection.checks.pages import check_pages
from roadmapkit.inspection.checks.paragraphs import check_paragraphs
from roadmapkit.inspection.checks.requisites import check_requisites
from roadmapkit.inspection.checks.signatures import check_signatures
from roadmapkit.inspection.checks.tables import check_tables
from roadmapkit.inspection.checks.typing import check_typing
from roadmapkit.inspection.subject import Check

__all__ = ["CHECKS"]

CHECKS: tuple[Check, ...] = (
    check_file,
    check_pages,
    check_page_numbers,
    check_fonts,
    check_paragraphs,
    check_blanks,
    check_tables,
    check_typing,
    check_requisites,
    check_signatures,
    check_appendices,
    check_minutes,
)
