"""Charts of a document: native ones, with their figures inside, that Word draws itself.

A chart holds its values as literals and no workbook: nothing in the file can differ
from what is printed, and equal figures give equal bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join

from lxml import etree
from markupsafe import Markup

from roadmapkit.documents.chart_view import ChartSeries, ChartView
from roadmapkit.rendering.archive import CONTENT_TYPES
from roadmapkit.rendering.ooxml import CONTENT_TYPE_NS, RELATIONSHIP_NS, parse, serialize

__all__ = ["Charts"]

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_EMU_PER_MM = 36_000
_FIRST = 1000
"""Above the numbers that a template may have given to pictures of its own."""

_CATEGORIES, _VALUES = "111111111", "222222222"
"""Names of the two axes."""

_LETTERS = 1000
"""Size of letters in hundredths of a point."""


@dataclass(slots=True)
class Charts:
    """Gathers the charts of one document while its parts are filled.

    Attributes:
        font: Font of their letters.
    """

    font: str
    _charts: list[ChartView] = field(default_factory=list)

    def draw(self, chart: ChartView) -> Markup:
        """Take in a chart and return the drawing that stands in a run for it."""
        self._charts.append(chart)
        return Markup(  # noqa: S704 - serialized from elements
            etree.tostring(_drawing(chart, len(self._charts)), encoding="unicode")
        )

    def add_to(self, members: Mapping[str, bytes], document: str) -> dict[str, bytes]:
        """Return the members of a package with the charts of its document.

        Args:
            members: Contents by member name.
            document: Name of the main part.
        """
        changed = dict(members)
        if not self._charts:
            return changed
        links = join(dirname(document), "_rels", f"{document.rpartition('/')[2]}.rels")
        relationships, types = parse(changed[links]), parse(changed[CONTENT_TYPES])
        for number, chart in enumerate(self._charts, start=1):
            target = f"charts/{_name(number)}.xml"
            part = join(dirname(document), target)
            changed[part] = serialize(_chart_space(chart, self.font))
            relationship = etree.SubElement(relationships, f"{{{RELATIONSHIP_NS}}}Relationship")
            relationship.set("Id", _link(number))
            relationship.set("Type", f"{_R}/chart")
            relationship.set("Target", target)
            override = etree.SubElement(types, f"{{{CONTENT_TYPE_NS}}}Override")
            override.set("PartName", f"/{part}")
            override.set("ContentType", _TYPE)
        changed[links], changed[CONTENT_TYPES] = serialize(relationships), serialize(types)
        return changed


def _name(number: int) -> str:
    return f"roadmapkit-chart{number}"


def _link(number: int) -> str:
    return f"rId-roadmapkit-chart-{number}"


def _drawing(chart: ChartView, number: int) -> etree._Element:
    """Return the drawing in the line of text, with its alternative for those who see none."""
    spaces = {"w": _W, "wp": _WP, "a": _A, "c": _C, "r": _R}
    drawing = etree.Element(f"{{{_W}}}drawing", nsmap=spaces)
    inline = etree.SubElement(
        drawing, f"{{{_WP}}}inline", distT="0", distB="0", distL="0", distR="0"
    )
    width, height = (
        str(round(length * _EMU_PER_MM)) for length in (chart.width_mm, chart.height_mm)
    )
    etree.SubElement(inline, f"{{{_WP}}}extent", cx=width, cy=height)
    etree.SubElement(inline, f"{{{_WP}}}effectExtent", l="0", t="0", r="0", b="0")
    etree.SubElement(
        inline,
        f"{{{_WP}}}docPr",
        id=str(_FIRST + number),
        name=f"Диаграмма {number}",
        descr=chart.alternative,
        title=chart.title,
    )
    etree.SubElement(inline, f"{{{_WP}}}cNvGraphicFramePr")
    graphic = etree.SubElement(inline, f"{{{_A}}}graphic")
    data = etree.SubElement(graphic, f"{{{_A}}}graphicData", uri=_C)
    etree.SubElement(data, f"{{{_C}}}chart").set(f"{{{_R}}}id", _link(number))
    return drawing


# -- the part of a chart; the order of elements is that of ECMA-376 Part 1, 21.2 ---------------


def _chart_space(chart: ChartView, font: str) -> etree._Element:
    root = etree.Element(f"{{{_C}}}chartSpace", nsmap={"c": _C, "a": _A, "r": _R})
    _add(root, "roundedCorners", "0")
    body = _add(root, "chart")
    _add(body, "autoTitleDeleted", "1")
    area = _add(body, "plotArea")
    _add(area, "layout")
    bars = _add(area, "barChart")
    _add(bars, "barDir", "bar")
    _add(bars, "grouping", "stacked")
    _add(bars, "varyColors", "0")
    for index, series in enumerate(chart.series):
        _series(bars, index, series, chart.categories)
    _add(bars, "gapWidth", "60")
    _add(bars, "overlap", "100")
    _add(bars, "axId", _CATEGORIES)
    _add(bars, "axId", _VALUES)
    _category_axis(area)
    _value_axis(area)
    legend = _add(body, "legend")
    _add(legend, "legendPos", "b")
    _add(legend, "overlay", "0")
    _add(body, "plotVisOnly", "1")
    _add(body, "dispBlanksAs", "gap")
    _line(_add(root, "spPr"), None)
    _letters(root, font)
    return root


def _series(
    bars: etree._Element, index: int, series: ChartSeries, categories: tuple[str, ...]
) -> None:
    one = _add(bars, "ser")
    _add(one, "idx", str(index))
    _add(one, "order", str(index))
    _add(_add(one, "tx"), "v").text = series.name
    look = _add(one, "spPr")
    if series.hatching:
        pattern = _paint(look, "pattFill")
        pattern.set("prst", series.hatching)
        _paint(_paint(pattern, "fgClr"), "srgbClr").set("val", series.fill)
        _paint(_paint(pattern, "bgClr"), "srgbClr").set("val", "FFFFFF")
    else:
        _solid(look, series.fill)
    _line(look, "404040")
    _add(one, "invertIfNegative", "0")
    _labels(one, series)
    labels = _add(_add(one, "cat"), "strLit")
    _add(labels, "ptCount", str(len(categories)))
    for place, text in enumerate(categories):
        _point(labels, place, text)
    values = _add(_add(one, "val"), "numLit")
    _add(values, "formatCode").text = "General"
    _add(values, "ptCount", str(len(series.values)))
    for place, value in enumerate(series.values):
        _point(values, place, str(value))


def _labels(series: etree._Element, kind: ChartSeries) -> None:
    """Write the value on each bar, none for zero; a hatched bar has a white ground for it."""
    labels = _add(series, "dLbls")
    form = _add(labels, "numFmt")
    form.set("formatCode", "0;;;")
    form.set("sourceLinked", "0")
    if kind.hatching:
        _solid(_add(labels, "spPr"), "FFFFFF")
    dark = not kind.hatching and int(kind.fill[:2], 16) < 0x80
    _letters(labels, "", "FFFFFF" if dark else "000000")
    shown = {"showVal"}
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        _add(labels, f"show{name}", "1" if f"show{name}" in shown else "0")


def _category_axis(area: etree._Element) -> None:
    axis = _add(area, "catAx")
    _add(axis, "axId", _CATEGORIES)
    _add(_add(axis, "scaling"), "orientation", "maxMin")
    _add(axis, "delete", "0")
    _add(axis, "axPos", "l")
    _add(axis, "majorTickMark", "none")
    _add(axis, "minorTickMark", "none")
    _add(axis, "tickLblPos", "low")
    _line(_add(axis, "spPr"), "404040")
    _add(axis, "crossAx", _VALUES)
    _add(axis, "crosses", "autoZero")
    _add(axis, "auto", "1")
    _add(axis, "lblAlgn", "ctr")
    _add(axis, "lblOffset", "100")
    _add(axis, "noMultiLvlLbl", "0")


def _value_axis(area: etree._Element) -> None:
    axis = _add(area, "valAx")
    _add(axis, "axId", _VALUES)
    scaling = _add(axis, "scaling")
    _add(scaling, "orientation", "minMax")
    _add(scaling, "min", "0")
    _add(axis, "delete", "0")
    _add(axis, "axPos", "b")
    _line(_add(_add(axis, "majorGridlines"), "spPr"), "BFBFBF")
    form = _add(axis, "numFmt")
    form.set("formatCode", "0")
    form.set("sourceLinked", "0")
    _add(axis, "majorTickMark", "out")
    _add(axis, "minorTickMark", "none")
    _add(axis, "tickLblPos", "nextTo")
    _add(axis, "crossAx", _CATEGORIES)
    _add(axis, "crosses", "max")
    _add(axis, "crossBetween", "between")


def _add(parent: etree._Element, name: str, value: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_C}}}{name}")
    if value is not None:
        element.set("val", value)
    return element


def _paint(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_A}}}{name}")


def _solid(parent: etree._Element, colour: str) -> None:
    _paint(_paint(parent, "solidFill"), "srgbClr").set("val", colour)


def _line(look: etree._Element, colour: str | None) -> None:
    line = _paint(look, "ln")
    if colour is None:
        _paint(line, "noFill")
    else:
        line.set("w", "6350")
        _solid(line, colour)


def _point(parent: etree._Element, index: int, text: str) -> None:
    point = _add(parent, "pt")
    point.set("idx", str(index))
    _add(point, "v").text = text


def _letters(parent: etree._Element, font: str, colour: str = "000000") -> None:
    text = _add(parent, "txPr")
    _paint(text, "bodyPr")
    _paint(text, "lstStyle")
    paragraph = _paint(text, "p")
    default = _paint(_paint(paragraph, "pPr"), "defRPr")
    default.set("sz", str(_LETTERS))
    _solid(default, colour)
    if font:
        _paint(default, "latin").set("typeface", font)
        _paint(default, "cs").set("typeface", font)
    _paint(paragraph, "endParaRPr").set("lang", "ru-RU")
