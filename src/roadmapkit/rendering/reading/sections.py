"""Pages of a section: size, margins, headers."""

from __future__ import annotations

from lxml import etree

from roadmapkit.rendering.ooxml import w
from roadmapkit.rendering.reading.data import Page
from roadmapkit.rendering.reading.measures import attribute, length_mm, whole

__all__ = ["header_ids", "page_of", "restarts"]

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# What Word takes where a section says nothing: Letter, an inch around, half to the header.
_INCH = 25.4
_LETTER = (8.5 * _INCH, 11 * _INCH)


def page_of(section: etree._Element) -> Page:
    """Return the pages of a ``w:sectPr``."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))

    def edge(name: str, usual: float) -> float:
        length = length_mm(attribute(margins, name))
        return usual if length is None else abs(length)

    width = length_mm(attribute(size, "w")) or _LETTER[0]
    height = length_mm(attribute(size, "h")) or _LETTER[1]
    return Page(
        width_mm=width,
        height_mm=height,
        left_mm=edge("left", _INCH) + edge("gutter", 0.0),
        right_mm=edge("right", _INCH),
        top_mm=edge("top", _INCH),
        bottom_mm=edge("bottom", _INCH),
        header_mm=edge("header", _INCH / 2),
        footer_mm=edge("footer", _INCH / 2),
        landscape=attribute(size, "orient") == "landscape",
    )


def restarts(section: etree._Element) -> bool:
    """Return whether page numbers begin again with 1 (or 0) in a section."""
    start = whole(attribute(section.find(w("pgNumType")), "start"))
    return start is not None and start <= 1


def header_ids(section: etree._Element) -> dict[tuple[str, str], str]:
    """Return the relationships of the headers and footers that a section names itself."""
    found = {}
    for kind in ("header", "footer"):
        for reference in section.iter(w(f"{kind}Reference")):
            variant = attribute(reference, "type") or "default"
            found[kind, variant] = reference.get(_RELATION, "")
    return found
