"""Styles, numbering and theme of a document: what stands behind direct formatting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from roadmapkit.rendering.ooxml import w
from roadmapkit.rendering.reading.data import Layout, Look
from roadmapkit.rendering.reading.formatting import Properties, flat, laid, layout_of, look_of
from roadmapkit.rendering.reading.measures import attribute
from roadmapkit.rendering.reading.opening import Parts

__all__ = ["StyleBook", "TableDress"]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TOGGLES = ("b", "i", "caps", "vanish")


@dataclass(frozen=True, slots=True)
class TableDress:
    """What a table style gives to the paragraphs in its cells."""

    paragraph: Properties
    run: Properties


class StyleBook:
    """Effective formatting of the paragraphs and runs of one document.

    Args:
        parts: The document.
    """

    def __init__(self, parts: Parts) -> None:
        root = parts.root("styles")
        self._styles: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._names: dict[str, str] = {}
        if root is not None:
            self._index(root)
        defaults = root.find(w("docDefaults")) if root is not None else None
        self._paragraph_default = _inner(defaults, "pPrDefault", "pPr")
        self._run_default = _inner(defaults, "rPrDefault", "rPr")
        self._levels = _levels(parts.root("numbering"))
        self._fonts = _theme_fonts(parts.root("theme"))
        self._folded: dict[tuple[str, str], dict[tuple[str, str], str]] = {}

    def _index(self, root: etree._Element) -> None:
        for style in root.iter(w("style")):
            identifier = attribute(style, "styleId")
            kind = attribute(style, "type") or "paragraph"
            if identifier is None:
                continue
            self._styles[identifier] = style
            self._names[identifier] = attribute(style.find(w("name")), "val") or identifier
            if (attribute(style, "default") or "0") in {"1", "true", "on"}:
                self._default.setdefault(kind, identifier)

    def name(self, identifier: str | None) -> str:
        """Return the name of a paragraph style as Word shows it."""
        identifier = identifier or self._default.get("paragraph", "")
        return self._names.get(identifier, identifier)

    def chain(self, identifier: str | None) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on; a circle ends the chain."""
        seen: set[str] = set()
        while identifier is not None and identifier not in seen:
            seen.add(identifier)
            style = self._styles.get(identifier)
            if style is None:
                return
            yield style
            identifier = attribute(style.find(w("basedOn")), "val")

    def dress(self, identifier: str | None) -> TableDress:
        """Return what a table style gives to paragraphs."""
        identifier = identifier or self._default.get("table")
        return TableDress(self._fold(identifier, "pPr"), self._fold(identifier, "rPr"))

    def layout(
        self, properties: etree._Element | None, style: str | None, dress: TableDress | None
    ) -> Layout:
        """Return the layout of a paragraph."""
        style = style or self._default.get("paragraph")
        direct = flat(properties)
        own = self._fold(style, "pPr")
        level = self._level(laid(own, direct))
        table = dress.paragraph if dress else {}
        middle = (own, level) if ("numPr", "numId") in direct else (level, own)
        layout = layout_of(laid(self._paragraph_default, table, *middle, direct))
        kind = level.get(("numFmt", "val"), "")
        if not kind or kind == "none":
            return layout
        return replace(layout, list_kind="bullet" if kind == "bullet" else "number")

    def look(
        self,
        direct: etree._Element | None,
        character: str | None,
        paragraph: str | None,
        dress: TableDress | None,
        text: str = "",
    ) -> Look:
        """Return the look of a run."""
        return look_of(self.run(direct, character, paragraph, dress), self._fonts, text)

    def run(
        self,
        direct: etree._Element | None,
        character: str | None,
        paragraph: str | None,
        dress: TableDress | None,
    ) -> Properties:
        """Return the effective properties of a run."""
        paragraph = paragraph or self._default.get("paragraph")
        below = self._fold(paragraph, "rPr")
        above = dict(self._fold(character, "rPr")) if character else {}
        for toggle in _TOGGLES:
            # A toggle that both styles turn on is off: bold within a bold heading stands out.
            if _on(below, toggle) and _on(above, toggle):
                above[toggle, "val"] = "off"
        table = dress.run if dress else {}
        return laid(self._run_default, table, below, above, flat(direct))

    def _fold(self, identifier: str | None, part: str) -> dict[tuple[str, str], str]:
        key = (identifier or "", part)
        if key not in self._folded:
            chain = [flat(style.find(w(part))) for style in self.chain(identifier)]
            self._folded[key] = laid(*reversed(chain))
        return self._folded[key]

    def _level(self, properties: Properties) -> Properties:
        number = properties.get(("numPr", "numId"), "0")
        return self._levels.get((number, properties.get(("numPr", "ilvl")) or "0"), {})


def _on(properties: Properties, name: str) -> bool:
    return properties.get((name, "val"), "off") not in {"off", "false", "0"}


def _inner(defaults: etree._Element | None, outer: str, inner: str) -> Properties:
    found = defaults.find(w(outer)) if defaults is not None else None
    return flat(found.find(w(inner)) if found is not None else None)


def _levels(root: etree._Element | None) -> dict[tuple[str, str], Properties]:
    """Return what numbering gives to paragraphs, by number and level."""
    if root is None:
        return {}
    abstract = {
        attribute(element, "abstractNumId"): element for element in root.iter(w("abstractNum"))
    }
    found: dict[tuple[str, str], Properties] = {}
    for number in root.iter(w("num")):
        identifier = attribute(number, "numId")
        base = abstract.get(attribute(number.find(w("abstractNumId")), "val"))
        if identifier is None or base is None:
            continue
        overrides = [
            level for item in number.iter(w("lvlOverride")) for level in item.iter(w("lvl"))
        ]
        for level in (*base.iter(w("lvl")), *overrides):
            properties = flat(level.find(w("pPr")))
            kind = attribute(level.find(w("numFmt")), "val") or "decimal"
            found[identifier, attribute(level, "ilvl") or "0"] = {
                **properties,
                ("numFmt", "val"): kind,
            }
    return found


def _theme_fonts(root: etree._Element | None) -> dict[str, str]:
    """Return the fonts that a theme gives, by the names that ``w:rFonts`` uses."""
    fonts: dict[str, str] = {}
    if root is None:
        return fonts
    for kind in ("major", "minor"):
        element = root.find(f".//{_A}{kind}Font")
        if element is None:
            continue
        latin = element.find(f"{_A}latin")
        name = latin.get("typeface", "") if latin is not None else ""
        fonts[f"{kind}Ascii"] = name
        fonts[f"{kind}HAnsi"] = name
        fonts[f"{kind}Bidi"] = name
        fonts[f"{kind}EastAsia"] = name
    return {name: font for name, font in fonts.items() if font}
