"""How paragraphs and letters really look: styles, their parents and direct settings together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from roadmapkit.rendering.contents.model import Form, Look
from roadmapkit.rendering.ooxml import w

__all__ = ["Styles", "is_on", "number", "value"]

_OFF = frozenset({"0", "false", "off", "none"})
_ALIGN = {"start": "left", "end": "right", "justify": "both", "distribute": "both"}
_MOST_PARENTS = 20

Properties = etree._Element


def value(element: etree._Element | None, name: str = "val") -> str:
    """Return an attribute of WordprocessingML, empty where there is none."""
    return (element.get(w(name)) or "") if element is not None else ""


def number(text: str) -> int | None:
    """Return a whole number, also of «12.5» and «10pt»; None for no number."""
    try:
        return round(float(text.removesuffix("pt")) * (20 if text.endswith("pt") else 1))
    except ValueError:
        return None


def is_on(element: etree._Element | None) -> bool:
    """Return whether a switch is there and on."""
    return element is not None and value(element).lower() not in _OFF


class Styles:
    """The styles and lists of a document.

    Args:
        styles: Root of the part with styles, if any.
        numbering: Root of the part with lists, if any.
    """

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._usual: dict[str, str] = {}
        self._defaults: dict[str, list[Properties]] = {"pPr": [], "rPr": []}
        self._lists = _list_kinds(numbering)
        self._levels: dict[tuple[str, str], etree._Element] = _list_levels(numbering)
        self._chains: dict[tuple[str, str], list[Properties]] = {}
        for style in styles.iterchildren(w("style")) if styles is not None else ():
            id_ = value(style, "styleId")
            self._styles[id_] = style
            if is_on_text(value(style, "default")):
                self._usual[value(style, "type")] = id_
        if styles is not None:
            for name in ("pPr", "rPr"):
                found = styles.find(f"{w('docDefaults')}/{w(name + 'Default')}/{w(name)}")
                self._defaults[name] = [found] if found is not None else []

    def form(self, paragraph: etree._Element, table_style: str) -> Form:
        """Return how a paragraph stands, in a table of *table_style* if that is not empty."""
        direct = paragraph.find(w("pPr"))
        chain = self._paragraph_chain("pPr", direct, table_style)
        listed, level = self._listed(chain)
        if level is not None and level.find(w("pPr")) is not None:
            own = 1 if direct is not None else 0
            chain.insert(own, level.find(w("pPr")))  # type: ignore[arg-type]  # found above
        indent = _lengths(chain, "ind", ("left", "right", "firstLine", "hanging"))
        start, end = (_lengths(chain, "ind", (name,)).get(name) for name in ("start", "end"))
        space = _lengths(chain, "spacing", ("before", "after", "line"))
        align = _first(chain, "jc", value) or "left"
        hanging, first = indent.get("hanging"), indent.get("firstLine", 0)
        return Form(
            align=_ALIGN.get(align, align),
            left=indent.get("left", start or 0),
            right=indent.get("right", end or 0),
            first=-hanging if hanging and not first else first,
            before=space.get("before", 0),
            after=space.get("after", 0),
            line=space.get("line", 240),
            numbering=listed,
            new_page=bool(_first(chain, "pageBreakBefore", _switch)),
        )

    def look(self, run: etree._Element, paragraph: etree._Element | None, table_style: str) -> Look:
        """Return how the letters of a run look."""
        direct = run.find(w("rPr"))
        chain = [direct] if direct is not None else []
        named = value(direct.find(w("rStyle"))) if direct is not None else ""
        chain += self._chain(named, "rPr") if named else []
        own = paragraph.find(w("pPr")) if paragraph is not None else None
        chain += self._paragraph_chain("rPr", own, table_style)[0:]
        underline = _first(chain, "u", value)
        color = _first(chain, "color", value)
        shade = _first(chain, "highlight", value)
        position = _first(chain, "vertAlign", value)
        return Look(
            font=_first(chain, "rFonts", _font) or "",
            size=number(_first(chain, "sz", value) or "") or 0,
            bold=bool(_first(chain, "b", _switch)),
            italic=bool(_first(chain, "i", _switch)),
            underline=bool(underline) and underline != "none",
            strike=bool(_first(chain, "strike", _switch) or _first(chain, "dstrike", _switch)),
            hidden=bool(_first(chain, "vanish", _switch)),
            color="" if color in {"auto", "000000", None} else str(color).upper(),
            highlight="" if shade in {"none", None} else str(shade),
            position="" if position in {"baseline", None} else str(position),
        )

    def table_has_borders(self, style: str) -> bool:
        """Return whether a style of tables draws lines."""
        chain = self._chain(style, "tblPr") if style else []
        return any(has_lines(item.find(w("tblBorders"))) for item in chain)

    def _paragraph_chain(
        self, name: str, direct: etree._Element | None, table_style: str
    ) -> list[Properties]:
        """Return all properties that hold for a paragraph, the strongest first."""
        own = [direct] if direct is not None and name == "pPr" else []
        named = value(direct.find(w("pStyle"))) if direct is not None else ""
        style = named if named in self._styles else self._usual.get("paragraph", "")
        table = self._chain(table_style, name) if table_style else []
        return [*own, *self._chain(style, name), *table, *self._defaults[name]]

    def _chain(self, style: str, name: str) -> list[Properties]:
        """Return the properties of a style and of those that it is based on."""
        known = self._chains.get((style, name))
        if known is None:
            known = self._chains[style, name] = list(self._ancestry(style, name))
        return known

    def _ancestry(self, style: str, name: str) -> Iterator[Properties]:
        for _ in range(_MOST_PARENTS):  # a damaged file may go in a circle
            element = self._styles.get(style)
            if element is None:
                return
            properties = element.find(w(name))
            if properties is not None:
                yield properties
            style = value(element.find(w("basedOn")))

    def _listed(self, chain: list[Properties]) -> tuple[str, etree._Element | None]:
        """Return what kind of number a paragraph has, and the level of its list."""
        for item in chain:
            mark = item.find(w("numPr"))
            if mark is None or mark.find(w("numId")) is None:
                continue
            list_, level = value(mark.find(w("numId"))), value(mark.find(w("ilvl"))) or "0"
            if list_ == "0":
                break
            return self._lists.get((list_, level), ""), self._levels.get((list_, level))
        return "", None


def is_on_text(text: str) -> bool:
    """Return whether an attribute says yes."""
    return text.lower() in {"1", "true", "on"}


def has_lines(borders: etree._Element | None) -> bool:
    """Return whether any border of a set is drawn."""
    return borders is not None and any(value(line) not in {"", "nil", "none"} for line in borders)


def _first(
    chain: list[Properties], name: str, read: Callable[[etree._Element], str | bool | None]
) -> str | None:
    """Return what the strongest of the properties says of *name*; «1» and «» for switches."""
    for item in chain:
        element = item.find(w(name))
        if element is not None:
            found = read(element)
            if found is None:
                continue
            return found if isinstance(found, str) else ("1" if found else "")
    return None


def _switch(element: etree._Element) -> bool:
    return is_on(element)


def _font(element: etree._Element) -> str | None:
    return value(element, "ascii") or value(element, "hAnsi") or value(element, "cs") or None


def _lengths(chain: list[Properties], name: str, attributes: tuple[str, ...]) -> dict[str, int]:
    """Return attributes of an element, each from the strongest properties that have it."""
    found: dict[str, int] = {}
    for item in chain:
        element = item.find(w(name))
        for attribute in attributes if element is not None else ():
            length = number(value(element, attribute))
            blocked = attribute == "firstLine" and "hanging" in found
            blocked = blocked or (attribute == "hanging" and "firstLine" in found)
            if length is not None and attribute not in found and not blocked:
                found[attribute] = length
    return found


def _levels_of(numbering: etree._Element) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    abstract = {value(item, "abstractNumId"): item for item in numbering.iter(w("abstractNum"))}
    for item in numbering.iterchildren(w("num")):
        source = abstract.get(value(item.find(w("abstractNumId"))))
        for level in source.iterchildren(w("lvl")) if source is not None else ():
            yield (value(item, "numId"), value(level, "ilvl")), level


def _list_levels(numbering: etree._Element | None) -> dict[tuple[str, str], etree._Element]:
    return dict(_levels_of(numbering)) if numbering is not None else {}


def _list_kinds(numbering: etree._Element | None) -> dict[tuple[str, str], str]:
    levels = _list_levels(numbering)
    kinds = {key: value(level.find(w("numFmt"))) for key, level in levels.items()}
    return {key: "" if kind == "none" else kind for key, kind in kinds.items()}
