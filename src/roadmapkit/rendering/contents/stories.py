"""Paragraphs of a text in reading order, with the tables, notes and boxes inside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from lxml import etree

from roadmapkit.rendering.contents.looks import Styles, has_lines, is_on, number, value
from roadmapkit.rendering.contents.model import (
    Block,
    CellPlace,
    Look,
    Story,
    TableForm,
    Tracked,
)
from roadmapkit.rendering.contents.texts import ParagraphText, read_paragraph
from roadmapkit.rendering.ooxml import w

__all__ = ["StoryReader"]

_GROUPS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
_DEEPEST = 12

Notes = Mapping[Literal["footnote", "endnote"], "etree._Element | None"]


class StoryReader:
    """Gathers the paragraphs of a file.

    Args:
        styles: For the look.
        notes: Roots of the parts with footnotes and endnotes.
    """

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = {
            (kind, value(item, "id")): item
            for kind, root in notes.items()
            for item in (root.iterchildren() if root is not None else ())
        }
        self._joined: list[tuple[str, Look]] = []
        self._depth = 0
        self.blocks: list[Block] = []
        self.tables: list[TableForm] = []
        self.tracked: list[Tracked] = []
        self.commented: dict[str, str] = {}

    def read(
        self,
        parent: etree._Element,
        story: Story,
        cell: CellPlace | None = None,
        table_style: str = "",
    ) -> None:
        """Read everything below *parent*: the body, a cell, a header, a note, a box."""
        for element in parent:
            if element.tag == w("p"):
                self._paragraph(element, story, cell, table_style)
            elif element.tag == w("tbl"):
                self._table(element, story)
            elif element.tag in _GROUPS:
                self.read(element, story, cell, table_style)

    def read_margin(self, root: etree._Element, story: Literal["header", "footer"]) -> None:
        """Read a header or a footer, without paragraphs that another one has already said."""
        known = {block.text for block in self.blocks if block.story == story} | {""}
        start = len(self.blocks)
        self.read(root, story)
        self.blocks[start:] = [
            replace(block, cell=None)
            for block in self.blocks[start:]
            if block.text.strip() not in known
        ]

    def _paragraph(
        self, element: etree._Element, story: Story, cell: CellPlace | None, table_style: str
    ) -> None:
        found = read_paragraph(element, self._styles, table_style)
        text = found.text
        self.tracked.extend(
            Tracked(kind, words, author, date, text) for kind, words, author, date in found.tracked
        )
        self.commented.update((id_, text) for id_ in found.comments)
        pieces = [*self._joined, *found.pieces]
        self._joined = []
        mark = element.find(f"{w('pPr')}/{w('rPr')}/{w('del')}")
        if mark is not None and element.getnext() is not None:
            # The end of the paragraph was deleted: accepted, it goes on in the next one.
            self.tracked.append(
                Tracked("deleted", "¶", value(mark, "author"), value(mark, "date"), text)
            )
            self._joined = pieces
            return
        form = self._styles.form(element, table_style)
        looks = tuple(_stretches(pieces))
        whole = "".join(piece for piece, _ in pieces)
        new_page = form.new_page or found.new_page
        self.blocks.append(Block(whole, story, cell, looks, replace(form, new_page=new_page)))
        self._attached(found)

    def _attached(self, found: ParagraphText) -> None:
        """Read the notes and boxes of a paragraph, which come after it."""
        for kind, id_ in found.notes:
            note = self._notes.get((kind, id_))
            if note is not None:
                self._deeper(note, kind)
        for box in found.boxes:
            self._deeper(box, "box")

    def _deeper(self, parent: etree._Element, story: Story) -> None:
        if self._depth < _DEEPEST:  # a damaged file may hold a note that refers to itself
            self._depth += 1
            self.read(parent, story)
            self._depth -= 1

    def _table(self, table: etree._Element, story: Story) -> None:
        index = len(self.tables)
        properties = table.find(w("tblPr"))
        style = value(properties.find(w("tblStyle"))) if properties is not None else ""
        rows = [row for row in table.iter(w("tr")) if _owner(row) is table]
        kept = [row for row in rows if not self._is_gone(row)]
        cells = [[cell for cell in row.iter(w("tc")) if _row(cell) is row] for row in kept]
        self.tables.append(self._table_form(table, style, kept, cells))
        for number_, row in enumerate(cells):
            for position, cell in enumerate(row):
                self.read(cell, story, CellPlace(index, number_, position), style)

    def _is_gone(self, row: etree._Element) -> bool:
        """Tell whether a row was deleted with tracking; note it and a row inserted so."""
        properties = row.find(w("trPr"))
        for name in ("ins", "del") if properties is not None else ():
            mark = properties.find(w(name)) if properties is not None else None
            if mark is not None:
                text = " | ".join(
                    "".join(part.text or "" for part in cell.iter(w("t"), w("delText")))
                    for cell in row.iter(w("tc"))
                )
                kind: Literal["inserted", "deleted"] = "inserted" if name == "ins" else "deleted"
                self.tracked.append(
                    Tracked(kind, text, value(mark, "author"), value(mark, "date"), text)
                )
        return properties is not None and properties.find(w("del")) is not None

    def _table_form(
        self,
        table: etree._Element,
        style: str,
        rows: list[etree._Element],
        cells: list[list[etree._Element]],
    ) -> TableForm:
        grid = [number(value(item, "w")) or 0 for item in table.iterfind(f"{w('tblGrid')}/*")]
        whole = sum(grid) or 1
        every = [cell.find(w("tcPr")) for row in cells for cell in row]
        own = table.find(f"{w('tblPr')}/{w('tblBorders')}")
        drawn = has_lines(own) or (own is None and self._styles.table_has_borders(style))
        borders = (p.find(w("tcBorders")) for p in every if p is not None)
        shades = (p.find(w("shd")) for p in every if p is not None)
        return TableForm(
            columns=tuple(round(1000 * width / whole) for width in grid),
            bordered=drawn or any(map(has_lines, borders)),
            headings=sum(is_on(row.find(f"{w('trPr')}/{w('tblHeader')}")) for row in rows),
            shaded=any(value(shade, "fill") not in {"", "auto", "FFFFFF"} for shade in shades),
            sizes=tuple(map(len, cells)),
        )


def _owner(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(w("tbl")), None)


def _row(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(w("tr")), None)


def _stretches(pieces: list[tuple[str, Look]]) -> list[tuple[int, Look]]:
    """Return where each stretch of one look begins."""
    found: list[tuple[int, Look]] = []
    place = 0
    for text, look in pieces:
        if not found or found[-1][1] != look:
            found.append((place, look))
        place += len(text)
    return found
