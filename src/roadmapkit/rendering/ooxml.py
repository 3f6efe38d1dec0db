"""Names and orders of WordprocessingML, and a parser that trusts nobody."""

from __future__ import annotations

from typing import Any, cast

from lxml import etree

__all__ = [
    "CELL_ORDER",
    "CONTENT_TYPE_NS",
    "PARAGRAPH_ORDER",
    "RELATIONSHIP_NS",
    "ROW_ORDER",
    "RUN_ORDER",
    "SECTION_ORDER",
    "TABLE_ORDER",
    "XML_SPACE",
    "W",
    "child",
    "insert_in_order",
    "parse",
    "serialize",
    "w",
]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIP_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPE_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _names(text: str) -> list[str]:
    return text.split()


# The sequences of ECMA-376 Part 1, 17.3.1.26, 17.3.2.28, 17.4.69, 17.4.60, 17.6.17:
# Word calls a file damaged whose properties stand in another order.
PARAGRAPH_ORDER = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
RUN_ORDER = _names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
CELL_ORDER = _names(
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark"
)
ROW_ORDER = _names(
    "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader "
    "tblCellSpacing jc hidden"
)
TABLE_ORDER = _names(
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
)
SECTION_ORDER = _names(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange"
)


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def parse(data: bytes) -> etree._Element:
    """Parse a part without entities, DTD or network.

    Raises:
        etree.XMLSyntaxError: Not well-formed.
        ValueError: The part declares a document type, which no Word file does.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if cast("Any", root.getroottree().docinfo).doctype:  # the stubs lack it
        raise ValueError("document type declaration")
    return root


def serialize(root: etree._Element) -> bytes:
    """Return the bytes of a part as Word writes them: UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def child(parent: etree._Element, name: str, order: list[str] | None = None) -> etree._Element:
    """Return the child *name* of *parent*; make it where it is absent.

    Args:
        parent: An element.
        name: Local name of the child.
        order: Sequence of the children of *parent*; None puts a new child first.
    """
    found = parent.find(w(name))
    if found is not None:
        return found
    made = etree.SubElement(parent, w(name))
    if order is None:
        parent.insert(0, made)
    else:
        insert_in_order(parent, made, name, order)
    return made


def insert_in_order(
    parent: etree._Element, element: etree._Element, name: str, order: list[str]
) -> None:
    """Put *element* where *name* belongs among the children of *parent*.

    An element of that name which stands there already is replaced.
    """
    former = parent.find(w(name))
    if former is not None and former is not element:
        parent.replace(former, element)
        return
    rank = order.index(name)
    before = {w(earlier) for earlier in order[:rank]}
    place = 0
    for index, sibling in enumerate(parent):
        named = sibling.get("for", sibling.tag)  # a slot says whose place it takes
        if sibling is not element and named in before:
            place = index + 1
    if element.getparent() is parent and parent.index(element) < place:
        place -= 1
    parent.insert(place, element)
