"""Layout of a format profile, applied to the styles and sections of a template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from roadmapkit.documents.view import PageView
from roadmapkit.rendering.ooxml import PARAGRAPH_ORDER, RUN_ORDER, child, parse, serialize, w
from roadmapkit.rendering.sandbox import twips

__all__ = ["BODY_STYLE", "TABLE_STYLE", "SectionSetup", "restyle", "section_setups"]

BODY_STYLE = "BodyText"
"""Style from which all paragraphs of running text are derived."""

TABLE_STYLE = "TableText"
"""Style from which all paragraphs inside tables are derived."""

_PORTRAIT = (11906, 16838)
"""A4 in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class SectionSetup:
    """Geometry of one section in twentieths of a point.

    Attributes:
        restart: Whether page numbers start again at 1.
        first: Whether the first page carries no number.
    """

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    header: int
    footer: int
    restart: bool
    first: bool

    @property
    def orient(self) -> str:
        """The word that Word wants beside width and height."""
        return "landscape" if self.width > self.height else "portrait"


def section_setups(
    page: PageView | None,
) -> Callable[[object, tuple[int, ...], tuple[int, ...]], SectionSetup]:
    """Return what the sections of one document ask for their geometry, from first to last.

    Args:
        page: Layout to apply, or None to keep the template's own margins.

    Returns:
        A function of a sheet (or act), the size and the margins (left, right, top,
        bottom, header, footer) that the template's section has.
    """
    seen: list[object] = []

    def setup(sheet: object, size: tuple[int, ...], margins: tuple[int, ...]) -> SectionSetup:
        restart = bool(seen) and bool(getattr(sheet, "restart_pages", False))
        first = (not seen or restart) and not (page and page.number_first)
        seen.append(sheet)
        landscape = bool(getattr(sheet, "landscape", False))
        if page is None:
            width, height, edges = _turned(size, margins, landscape=landscape)
            header = margins[4]
        else:
            width, height = sorted(_PORTRAIT, reverse=landscape)
            edges = [twips(edge) for edge in (page.landscape if landscape else page.portrait)]
            header = twips(page.header_mm)
        left, right, top, bottom = edges
        return SectionSetup(
            width=width,
            height=height,
            left=left,
            right=right,
            top=top,
            bottom=bottom,
            header=header,
            footer=margins[5] or header,
            restart=restart,
            first=first,
        )

    return setup


def restyle(styles: bytes, page: PageView, language: str) -> bytes:
    """Return the part with styles set to the fonts, sizes and spacing of *page*."""
    root = parse(styles)
    defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
    _set_font(defaults, page.font)
    _set_size(defaults, page.font_pt)
    tag = child(defaults, "lang", RUN_ORDER)
    tag.set(w("val"), language)
    for style in root.iter(w("style")):
        name = style.get(w("styleId"))
        if name == BODY_STYLE:
            properties = _properties(style, "pPr")
            spacing = child(properties, "spacing", PARAGRAPH_ORDER)
            spacing.set(w("line"), str(round(240 * page.line_spacing)))
            spacing.set(w("lineRule"), "auto")
            child(properties, "ind", PARAGRAPH_ORDER).set(
                w("firstLine"), str(twips(page.first_line_mm))
            )
            _align(properties, "justify" if page.justify else "left")
        else:
            _restyle_around(style, name, page)
    return serialize(root)


def _restyle_around(style: etree._Element, name: str | None, page: PageView) -> None:
    """Set what stands around the text, and the text of tables."""
    sizes = {
        TABLE_STYLE: page.table_font_pt,
        "Header": page.number_pt,
        "ActForm": page.form_pt,
        "LetterheadDetails": page.details_pt,
        "SignatureStamp": page.stamp_pt,
    }
    if name in sizes:
        _set_size(_properties(style, "rPr"), sizes[name])
    if name == "Header":
        _align(_properties(style, "pPr"), page.number_align)
    elif name in ("AppendixMark", "ApprovalStamp"):
        _align(_properties(style, "pPr"), page.appendix_align)
    elif name == "SignaturePost":
        spacing = child(_properties(style, "pPr"), "spacing", PARAGRAPH_ORDER)
        spacing.set(w("before"), str(round(page.signature_space_pt * 20)))
    elif name == "Spaced":
        spacing = child(_properties(style, "rPr"), "spacing", RUN_ORDER)
        spacing.set(w("val"), str(round(page.verb_spacing_pt * 20)))


def _align(properties: etree._Element, align: str) -> None:
    value = "both" if align == "justify" else align
    child(properties, "jc", PARAGRAPH_ORDER).set(w("val"), value)


def _turned(
    size: tuple[int, ...], margins: tuple[int, ...], *, landscape: bool
) -> tuple[int, int, list[int]]:
    """Turn a page about its binding edge: the left edge of a portrait page becomes the top."""
    width, height = size[0] or _PORTRAIT[0], size[1] or _PORTRAIT[1]
    left, right, top, bottom = margins[:4]
    if (width > height) == landscape:
        return width, height, [left, right, top, bottom]
    if landscape:
        return height, width, [bottom, top, left, right]
    return height, width, [top, bottom, right, left]


def _properties(style: etree._Element, name: str) -> etree._Element:
    found = style.find(w(name))
    if found is not None:
        return found
    made = etree.Element(w(name))
    run_properties = style.find(w("rPr"))
    if name == "pPr" and run_properties is not None:
        run_properties.addprevious(made)
    else:
        style.append(made)
    return made


def _set_font(properties: etree._Element, font: str) -> None:
    fonts = child(properties, "rFonts", RUN_ORDER)
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(w(script), font)


def _set_size(properties: etree._Element, points: float) -> None:
    for name in ("sz", "szCs"):
        child(properties, name, RUN_ORDER).set(w("val"), str(round(points * 2)))
