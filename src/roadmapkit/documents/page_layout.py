"""The layout of a document's pages, as a format profile and the house want it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Align", "PageView"]

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class PageView:
    """Layout values of a format profile, as applied to one document.

    ``portrait`` and ``landscape`` are (left, right, top, bottom) margins.
    """

    portrait: tuple[float, float, float, float]
    landscape: tuple[float, float, float, float]
    header_mm: float
    font: str
    font_pt: float
    table_font_pt: float
    line_spacing: float
    first_line_mm: float
    corner_mm: float
    number_align: Align = "center"
    number_first: bool = False
    number_pt: float = 12
    justify: bool = True
    form_pt: float = 16
    details_pt: float = 10
    verb_spacing_pt: float = 3
    signature_space_pt: float = 30
    stamp_pt: float = 9
    appendix_align: Align = "left"
