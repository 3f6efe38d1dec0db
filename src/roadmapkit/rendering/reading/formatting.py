"""Formatting resolved: what a paragraph and its characters look like in the end.

Properties are laid one over another as ECMA-376 Part 1, 17.7.2 orders them: defaults of
the document, table style, paragraph style with those it is based on, numbering, character
style, direct formatting. They are kept as flat pairs, ``("ind", "left")`` to its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from roadmapkit.rendering.ooxml import W, w
from roadmapkit.rendering.reading.data import Alignment, Frame, Layout, Look
from roadmapkit.rendering.reading.measures import length_mm, points, whole

__all__ = ["Properties", "flat", "laid", "layout_of", "look_of"]

Properties = Mapping[tuple[str, str], str]

_SIMPLE_FONTS = ("Calibri", "Cambria", "Times New Roman")
_ALIGNMENTS: Mapping[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
}
_SIDES = (("left", "start"), ("right", "end"))
_INDENTS = (("firstLine", "hanging"), ("hanging", "firstLine"))
_NO_PROPERTIES = frozenset({"rPr", "sectPr", "pPrChange", "rPrChange"})
_SWITCHES = frozenset({"b", "i", "caps", "vanish", "pageBreakBefore", "contextualSpacing"})


def flat(element: etree._Element | None) -> dict[tuple[str, str], str]:
    """Return the properties of ``w:pPr`` or ``w:rPr`` as pairs; ``w:`` is left out."""
    found: dict[tuple[str, str], str] = {}
    if element is None:
        return found
    prefix = f"{{{W}}}"
    for child in element:
        if not isinstance(child.tag, str) or not child.tag.startswith(prefix):
            continue
        name = child.tag.removeprefix(prefix)
        if name == "tabs":
            found[name, "val"] = _tab_kinds(child)
        elif name in _SWITCHES:
            found[name, "val"] = child.get(w("val"), "true").strip().lower()
        elif name not in _NO_PROPERTIES:
            for key, value in child.attrib.items():
                found[name, str(key).removeprefix(prefix)] = str(value).strip()
        if name == "numPr":
            for part in child.iterchildren("*"):
                found[name, str(part.tag).removeprefix(prefix)] = part.get(w("val"), "").strip()
    return found


def _tab_kinds(tabs: etree._Element) -> str:
    """Return the kinds of tab stops from left to right."""
    stops = [(length_mm(stop.get(w("pos"))) or 0.0, stop.get(w("val"), "")) for stop in tabs]
    return " ".join(kind for _, kind in sorted(stops) if kind != "clear")


def laid(*layers: Properties) -> dict[tuple[str, str], str]:
    """Return layers laid one over another, the last one on top.

    What says the same in two ways, such as a font and a font of the theme, is replaced
    as one thing.
    """
    result: dict[tuple[str, str], str] = {}
    for layer in layers:
        for (name, key), value in layer.items():
            for rival in _rivals(name, key):
                if (name, rival) not in layer:
                    result.pop((name, rival), None)
            result[name, key] = value
    return result


def _rivals(name: str, key: str) -> Iterable[str]:
    if name == "rFonts":
        return (key.removesuffix("Theme"),) if key.endswith("Theme") else (f"{key}Theme",)
    if name == "ind":
        for one, other in (*_SIDES, *((b, a) for a, b in _SIDES), *_INDENTS):
            if key == one:
                return (other,)
    return ()


def look_of(properties: Properties, fonts: Mapping[str, str], text: str) -> Look:
    """Return the look of a run.

    Args:
        properties: Its effective properties.
        fonts: Fonts of the theme, such as ``minorHAnsi``.
        text: Its text: a font is chosen for Cyrillic and for Latin letters apart.
    """
    script = "ascii" if text.strip() and text.isascii() else "hAnsi"
    theme = properties.get(("rFonts", f"{script}Theme"))
    font = fonts.get(theme or "") or properties.get(("rFonts", script)) or _SIMPLE_FONTS[-1]
    return Look(
        font=font,
        size_pt=points(properties.get(("sz", "val")), 2) or 10.0,
        bold=_on(properties, "b"),
        italic=_on(properties, "i"),
        caps=_on(properties, "caps"),
        spacing_pt=points(properties.get(("spacing", "val")), 20) or 0.0,
    )


def _on(properties: Properties, name: str) -> bool:
    return properties.get((name, "val"), "off") not in {"off", "false", "0"}


def layout_of(properties: Properties) -> Layout:
    """Return the layout of a paragraph from its effective properties."""
    multiple, exact = _line(properties)
    outline = whole(properties.get(("outlineLvl", "val")))
    hanging = _indent(properties, "hanging")
    return Layout(
        alignment=_ALIGNMENTS.get(properties.get(("jc", "val"), "left"), "left"),
        first_line_mm=-hanging if hanging else _indent(properties, "firstLine"),
        left_mm=_indent(properties, "left") or _indent(properties, "start"),
        right_mm=_indent(properties, "right") or _indent(properties, "end"),
        before_pt=points(properties.get(("spacing", "before")), 20) or 0.0,
        after_pt=points(properties.get(("spacing", "after")), 20) or 0.0,
        line=multiple,
        exact_pt=exact,
        outline=outline if outline is not None and 0 <= outline < 9 else None,
        tabs=tuple(properties.get(("tabs", "val"), "").split()),
        page_break=_on(properties, "pageBreakBefore"),
        frame=_frame(properties),
    )


def _indent(properties: Properties, key: str) -> float:
    return length_mm(properties.get(("ind", key))) or 0.0


def _line(properties: Properties) -> tuple[float | None, float | None]:
    text = properties.get(("spacing", "line"))
    if properties.get(("spacing", "lineRule"), "auto") == "auto":
        value = points(text, 240)
        return (value if value is not None and value > 0 else 1.0), None
    return None, points(text, 20)


def _frame(properties: Properties) -> Frame | None:
    if not any(name == "framePr" for name, _ in properties):
        return None
    return Frame(
        x_align=properties.get(("framePr", "xAlign"), ""),
        y_align=properties.get(("framePr", "yAlign"), ""),
        x_mm=length_mm(properties.get(("framePr", "x"))),
    )
