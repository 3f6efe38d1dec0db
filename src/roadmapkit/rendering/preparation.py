"""From a part of a Word template to Jinja source: docxtpl's preparation between two of ours."""

from __future__ import annotations

import html
import re

from lxml import etree

from roadmapkit.rendering.completion import mark_ends
from roadmapkit.rendering.ooxml import W, parse, w
from roadmapkit.rendering.tags import DRAWING_NUMBER, TagPreparation, straighten

__all__ = ["prepare_source"]

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_EDITING_ATTRIBUTES = (f"{{{W}}}rsid", f"{{{_W14}}}paraId", f"{{{_W14}}}textId")
_EDITING_MARKS = ("proofErr", "lastRenderedPageBreak")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_EMPTY_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</?w:rPr>).)*</w:rPr>|<w:rPr/>)?"
    r"<w:t(?: [^>]*)?(?:/>|></w:t>)</w:r>",
    re.DOTALL,
)
_LOOP_OR_DRAWING = re.compile(
    r"\{%[-+]?\s*(?P<loop>for|endfor)\b|(?P<before><wp:docPr\b[^>]*? id=\")\d+\""
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# docxtpl's way to print delimiters of Jinja themselves.
_LITERALS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


def prepare_source(part: bytes) -> str:
    """Return the Jinja source of a part, one paragraph a line.

    Raises:
        MisplacedTagError: A tag of ours has nothing to act on.
    """
    from docxtpl import DocxTemplate  # a slow import, and only a new template needs it

    root = parse(part)
    _strip_editing_marks(root)
    tags = TagPreparation()
    tags.apply(root)
    xml = etree.tostring(root, encoding="unicode")
    xml = DocxTemplate(None).patch_xml(xml)
    xml = tags.fill(_EMPTY_RUN.sub("", xml))
    xml = _TAG.sub(lambda match: straighten(html.unescape(match[0])), xml)
    for written, meant in _LITERALS.items():
        xml = xml.replace(written, f"{{{{ {meant!r} }}}}")
    xml = _number_drawings(xml)
    # One paragraph a line: errors of Jinja name lines, and people compare documents by lines.
    return mark_ends(_DECLARATION + re.sub(r"<w:p([ >])", r"\n<w:p\1", xml))


def _number_drawings(xml: str) -> str:
    """Have drawings in loops numbered when they are printed: no two may have one number."""
    depth = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal depth
        if match["loop"]:
            depth += -1 if match["loop"] == "endfor" else 1
        elif depth:
            return f'{match["before"]}{{{{ {DRAWING_NUMBER}() }}}}"'
        return match[0]

    return _LOOP_OR_DRAWING.sub(replaced, xml)


def _strip_editing_marks(root: etree._Element) -> None:
    """Drop what Word notes about editing and what must be unique in a document."""
    for name in _EDITING_MARKS:
        for element in list(root.iter(w(name))):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    for element in root.iter(w("p"), w("r"), w("tr"), w("sectPr")):
        for attribute in map(str, list(element.attrib)):
            if attribute.startswith(_EDITING_ATTRIBUTES):
                del element.attrib[attribute]
