"""The wrappers that Word puts around paragraphs, tables and runs, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from roadmapkit.rendering.ooxml import w

__all__ = ["FALLBACK", "children"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK = f"{_MC}Fallback"
"""What older programs show of something that is written in a newer and in an older way."""

_WRAPPERS = frozenset(
    w(name)
    for name in (
        "sdtContent",
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "hyperlink",
        "fldSimple",
        "dir",
        "bdo",
    )
)
_GONE = frozenset(w(name) for name in ("del", "moveFrom"))


def children(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of an element with wrappers opened and deleted text left out."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _GONE:
            continue
        if child.tag == w("sdt"):
            content = child.find(w("sdtContent"))
            if content is not None:
                yield from children(content)
        elif child.tag in _WRAPPERS:
            yield from children(child)
        elif child.tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            chosen = choice if choice is not None else child.find(FALLBACK)
            if chosen is not None:
                yield from children(chosen)
        else:
            yield child
