"""Resolved documents become view models: every word, number and case form is decided here.

One module per kind of document (``order``, ``roadmap``, ``report``), ``sheets`` for the
parts of appendices, ``tables`` for headings and widths, ``clauses`` and ``wording`` for
generated phrases, ``profile`` for the layout values of the standard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from

if TYPE_CHECKING:
    from roadmapkit.documents.all_codes import CODES
    from roadmapkit.documents.letter import compose_letter
    from roadmapkit.documents.minutes import compose_minutes
    from roadmapkit.documents.order import compose_appendix, compose_order
    from roadmapkit.documents.program import compose_program
    from roadmapkit.documents.report import compose_report
    from roadmapkit.documents.roadmap import compose_roadmap
    from roadmapkit.documents.view import DocumentView, plain
    from roadmapkit.documents.wording import Wording

__all__ = [
    "CODES",
    "DocumentView",
    "Wording",
    "compose_appendix",
    "compose_letter",
    "compose_minutes",
    "compose_order",
    "compose_program",
    "compose_report",
    "compose_roadmap",
    "plain",
]

__getattr__ = names_from(
    __name__,
    {
        "all_codes": "CODES",
        "letter": "compose_letter",
        "minutes": "compose_minutes",
        "order": "compose_appendix compose_order",
        "program": "compose_program",
        "report": "compose_report",
        "roadmap": "compose_roadmap",
        "view": "DocumentView plain",
        "wording": "Wording",
    },
)
