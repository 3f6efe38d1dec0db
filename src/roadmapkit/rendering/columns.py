"""Tables whose number of columns depends on values: what docxtpl does to them afterwards.

Where a tag of a loop or a condition stands around cells, only the printed rows tell how many
columns the table has. docxtpl counts them in the finished part and divides the width anew; so
such a part is not streamed but handed to docxtpl. A table with our tag ``{% grid %}`` says
itself how wide its columns are and streams as any other.
"""

from __future__ import annotations

import re

__all__ = ["columns_vary", "with_columns_counted"]

_TOKEN = re.compile(
    r"(?P<open><w:tbl>)|(?P<close></w:tbl>)|<w:tblGrid(?: [^>]*)?>(?P<grid>.*?)</w:tblGrid>"
    r"|(?P<cells>%\}\s*<w:tc[ >]|</w:tc>\s*\{%)",
    re.DOTALL,
)
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def columns_vary(source: str) -> bool:
    """Say whether a prepared part has a table whose columns only its rows can tell."""
    grids: list[str] = []
    for token in _TOKEN.finditer(source):
        if token["open"]:
            grids.append("")
        elif token["close"]:
            del grids[-1:]
        elif token["grid"] is not None:
            grids[-1:] = [token["grid"]]
        elif grids and "{%" not in grids[-1]:
            return True
    return False


def with_columns_counted(part: bytes) -> bytes:
    """Return a rendered part in which each table has as many columns as its longest row."""
    from docxtpl import DocxTemplate
    from lxml import etree

    root: etree._Element = DocxTemplate(None).fix_tables(part)
    return _DECLARATION + etree.tostring(root, encoding="UTF-8")
