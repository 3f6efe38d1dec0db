"""Completes what a loop without turns leaves behind: Word refuses a cell without a paragraph.

Where that can happen at all is known before the first document: at the end of a cell, row
or table that follows a tag. There the prepared source gets a mark, a character that no
document can hold, and only a document with a mark after anything unusual is looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["complete_pieces", "has_marks", "mark_ends"]

_MARK = b"\0"
# A cell ends with a paragraph (ECMA-376 Part 1, 17.4.65), a row has cells, a table has rows.
_BARE_CELL = re.compile(rb"(<w:tc(?: [^>]*)?>|</w:tcPr>|<w:tcPr/>|</w:tbl>)\s*</w:tc>")
_BARE_ROW = re.compile(
    rb"<w:tr(?: [^>]*)?>(?:<w:trPr>(?:(?!</?w:tr[ >]).)*</w:trPr>|<w:trPr/>)?\s*</w:tr>", re.DOTALL
)
_BARE_TABLE = re.compile(
    rb"<w:tbl>(?:(?!<w:tbl>|<w:tr[ >]).)*(?:</w:tblGrid>|<w:tblGrid/>)\s*</w:tbl>", re.DOTALL
)
_EMPTY_PARAGRAPH = b"<w:p/>"
_USUAL = ((b"</w:p>", b"</w:tc>"), (b"</w:tc>", b"</w:tr>"), (b"</w:tr>", b"</w:tbl>"))
_MARKED_END = re.compile(
    r"(?P<before>[}%#]\}|<w:tc(?: [^>]*)?>|</w:tcPr>|<w:tcPr/>|</w:tbl>|</w:trPr>|<w:trPr/>"
    r"|<w:tr(?: [^>]*)?>|</w:tblGrid>|<w:tblGrid/>)(?P<space>\s*)(?P<end></w:(?:tc|tr|tbl)>)"
)
_PARAGRAPH_END = b"</w:p>"


def mark_ends(source: str) -> str:
    """Return a prepared source with a mark at each end that may follow nothing."""
    return _MARKED_END.sub(r"\g<before>\g<space>\0\g<end>", source)


def has_marks(source: str) -> bool:
    """Say whether a prepared source has any end that may follow nothing."""
    return "\0" in source


def complete_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a rendered part in which no table, row or cell is bare, and no mark is left.

    What may be bare holds no end of a paragraph, so that a part can be looked at in
    stretches that begin with one.

    Args:
        pieces: The part as its template made it, in pieces of some size.
    """
    held = b""
    for piece in pieces:
        stretch = held + piece
        cut = stretch.rfind(_PARAGRAPH_END)
        if cut < 0:
            held = stretch
            continue
        held = stretch[cut:]
        yield _completed(stretch[:cut])
    yield _completed(held)


def _completed(stretch: bytes) -> bytes:
    if _MARK not in stretch:
        return stretch
    for before, end in _USUAL:
        stretch = stretch.replace(before + _MARK + end, before + end)
    if _MARK not in stretch:
        return stretch
    stretch = stretch.replace(_MARK, b"")
    stretch = _BARE_TABLE.sub(b"", _BARE_ROW.sub(b"", stretch))
    return _BARE_CELL.sub(rb"\1" + _EMPTY_PARAGRAPH + b"</w:tc>", stretch)
