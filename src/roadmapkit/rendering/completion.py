"""Completes what a loop without turns leaves behind: Word refuses a cell without a paragraph.

Works on text, without parsing: three searches for sequences that stand in no
whole document.
"""

from __future__ import annotations

import re

__all__ = ["complete"]

# A cell ends with a paragraph (ECMA-376 Part 1, 17.4.65), a row has cells, a table has rows.
_BARE_CELL = re.compile(r"(<w:tc(?: [^>]*)?>|</w:tcPr>|<w:tcPr/>|</w:tbl>)\s*</w:tc>")
_BARE_ROW = re.compile(
    r"<w:tr(?: [^>]*)?>(?:<w:trPr>(?:(?!</?w:tr[ >]).)*</w:trPr>|<w:trPr/>)?\s*</w:tr>", re.DOTALL
)
_BARE_TABLE = re.compile(
    r"<w:tbl>(?:(?!<w:tbl>|<w:tr[ >]).)*(?:</w:tblGrid>|<w:tblGrid/>)\s*</w:tbl>", re.DOTALL
)
_EMPTY_PARAGRAPH = "<w:p/>"


def complete(xml: str) -> str:
    """Return a rendered part in which no table, row or cell is bare."""
    if _ends_otherwise(xml, "</w:tr>", "</w:tc>"):
        xml = _BARE_ROW.sub("", xml)
    if _ends_otherwise(xml, "</w:tbl>", "</w:tr>"):
        xml = _BARE_TABLE.sub("", xml)
    if _ends_otherwise(xml, "</w:tc>", "</w:p>"):
        xml = _BARE_CELL.sub(rf"\1{_EMPTY_PARAGRAPH}</w:tc>", xml)
    return xml


def _ends_otherwise(xml: str, end: str, usual: str) -> bool:
    """Say quickly whether *end* ever follows anything but *usual*: nearly always not."""
    return xml.count(end) != xml.count(usual + end)
