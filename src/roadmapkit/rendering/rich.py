"""``{{r … }}``: a text with its bold, italic and footnotes, in the look of the tag's own run."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from roadmapkit.rendering.ooxml import RUN_ORDER, XML_SPACE, insert_in_order, w

__all__ = ["take_rich_tags"]

_RICH = re.compile(r"\{\{r\s+(.*?)\s*\}\}", re.DOTALL)
_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')
_Changes = tuple[dict[str, dict[str, str]], ...]
_LOOKS: dict[str, _Changes] = {
    "bold": ({"b": {}},),
    "italic": ({"i": {}},),
    "bold italic": ({"b": {}}, {"i": {}}),
    "underline": ({"u": {"val": "single"}},),
    "code": ({"rFonts": {"ascii": "Courier New", "hAnsi": "Courier New", "cs": "Courier New"}},),
}
_NOTE: _Changes = ({"vertAlign": {"val": "superscript"}},)


def take_rich_tags(
    text: etree._Element, slot: Callable[[str], etree._Element], straighten: Callable[[str], str]
) -> None:
    """Split the run of *text* at its rich tags and put a slot in the place of each.

    Args:
        text: A text element in a run.
        slot: Makes a slot that stands for a snippet of the template.
        straighten: Undoes what Word did to the quotation marks of a tag.
    """
    run = text.getparent()
    if run is None or run.tag != w("r"):
        return
    while (match := _RICH.search(text.text or "")) is not None:
        written = text.text or ""
        place = slot(_snippet(straighten(match[1]), run.find(w("rPr"))))
        following = list(text.itersiblings())
        text.text = written[: match.start()]
        text.set(XML_SPACE, "preserve")
        run.addnext(place)
        rest = etree.Element(w("r"))
        if (properties := run.find(w("rPr"))) is not None:
            rest.append(deepcopy(properties))
        text = etree.SubElement(rest, w("t"))
        text.text = written[match.end() :]
        text.set(XML_SPACE, "preserve")
        rest.extend(following)
        place.addnext(rest)
        run = rest


def _snippet(expression: str, properties: etree._Element | None) -> str:
    """Return the runs that a value is printed as."""
    piece = '<w:t xml:space="preserve">{{ piece_.text }}</w:t></w:r>'
    note = '<w:footnoteReference w:id="{{ footnote(piece_.note) }}"/></w:r>'
    branches = "".join(
        f"{{% elif piece_.look == '{look}' %}}<w:r>{_properties(properties, changes)}{piece}"
        for look, changes in _LOOKS.items()
    )
    return (
        f"{{% for piece_ in ({expression})|pieces %}}"
        f"{{% if piece_.note %}}<w:r>{_properties(properties, _NOTE)}{note}{branches}"
        f"{{% else %}}<w:r>{_properties(properties, ())}{piece}{{% endif %}}{{% endfor %}}"
    )


def _properties(properties: etree._Element | None, changes: _Changes) -> str:
    changed = deepcopy(properties) if properties is not None else etree.Element(w("rPr"))
    for change in changes:
        for name, attributes in change.items():
            element = etree.Element(w(name), {w(key): value for key, value in attributes.items()})
            insert_in_order(changed, element, name, RUN_ORDER)
    return _NAMESPACE.sub("", etree.tostring(changed, encoding="unicode")) if len(changed) else ""
