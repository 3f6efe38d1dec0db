"""Which paragraph is what: running text, heading, requisite, cell, by what it says and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from roadmapkit.rendering.reading import Block, Paragraph, Table, WordDocument

__all__ = ["MARK", "STAMP", "Item", "Outline", "Role", "outline_of", "squeezed"]

Role = Literal["empty", "cell", "layout", "mark", "stamp", "title", "heading", "body", "other"]

MARK = re.compile(r"приложение\s*(?:(?:№|N|No)?\s*(\d{1,3}|[А-Я]))?\s*(?:$|\n|(?=\s*к\s))", re.I)
"""The beginning of the mark of an appendix, with its number."""

STAMP = re.compile(r"утвержд(?:аю|[её]н[аоы]?)\s*(?:$|\n)", re.I)
"""The word of an approval stamp, on a line of its own."""

_TITLE = re.compile(r"(?:О|Об|Обо)\s+[а-яё«]")
_POINT = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s*\S")
_PERSON = re.compile(
    r"[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[–—-]"
    r"|(?:Председател|Секретар|Присутств|Приглаш|Отсутств|Повестка|Слушали|Выступ|Решил|Постанов)",
    re.I,
)
_SHORT = 60
_LONG = 150
_RIGHT_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of the text with what stands around it.

    Attributes:
        paragraph: The paragraph.
        sheet: 0 for the document itself, then its appendices.
        role: What it is.
        table: The table that it stands in, the innermost one.
        row: Index of its row there.
        cell: Index of its cell there.
        left_mm: Where its line begins, from the left margin.
        width_mm: Width of its line.
    """

    paragraph: Paragraph
    sheet: int
    role: Role
    table: Table | None = None
    row: int = 0
    cell: int = 0
    left_mm: float = 0.0
    width_mm: float = 0.0
    text_mm: float = 170.0

    @property
    def text(self) -> str:
        """Its text, without blanks at the ends."""
        return self.paragraph.text.strip()

    @property
    def on_right(self) -> bool:
        """Whether it stands in the right part of the page."""
        if self.paragraph.layout.alignment == "right":
            return True
        frame = self.paragraph.layout.frame
        if frame is not None and (
            frame.x_align == "right" or (frame.x_mm or 0.0) > self.text_mm * _RIGHT_SHARE
        ):
            return True
        return self.left_mm >= self.text_mm * _RIGHT_SHARE


@dataclass(frozen=True, slots=True)
class Outline:
    """The paragraphs of a document in their order."""

    items: tuple[Item, ...]

    def sheet(self, number: int) -> tuple[Item, ...]:
        """Return the items of one sheet that hold text."""
        return tuple(item for item in self.items if item.sheet == number and item.role != "empty")

    @property
    def sheets(self) -> int:
        """How many sheets there are, the document itself included."""
        return max((item.sheet for item in self.items), default=0) + 1


@dataclass(slots=True)
class _Spot:
    paragraph: Paragraph
    table: Table | None
    row: int
    cell: int
    left_mm: float
    width_mm: float
    text_mm: float
    starts_page: bool


def squeezed(text: str) -> str:
    """Return letters that were spaced out by spaces as a word, other texts as they are."""
    words = text.split()
    return "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else text


def outline_of(document: WordDocument) -> Outline:
    """Return the outline of a document."""
    items: list[Item] = []
    sheet = 0
    titled = False
    for spot in _spots(document):
        text = spot.paragraph.text.strip()
        item = Item(
            spot.paragraph,
            sheet,
            "other",
            spot.table,
            spot.row,
            spot.cell,
            spot.left_mm,
            spot.width_mm,
            spot.text_mm,
        )
        role = _role(item, text, titled=titled)
        if role == "mark" and not (spot.starts_page or item.on_right):
            role = "other"
        if role == "mark" and (items or spot.starts_page):
            sheet += bool(items) and (any(entry.role != "empty" for entry in items))
        titled = titled or role == "title"
        items.append(
            Item(
                spot.paragraph,
                sheet,
                role,
                spot.table,
                spot.row,
                spot.cell,
                spot.left_mm,
                spot.width_mm,
                spot.text_mm,
            )
        )
    return Outline(tuple(items))


def _role(item: Item, text: str, *, titled: bool) -> Role:
    paragraph = item.paragraph
    if not text:
        return "empty"
    in_data = item.table is not None and item.table.bordered
    if not in_data and MARK.match(text):
        return "mark"
    if not in_data and STAMP.match(squeezed(text)):
        return "stamp"
    if item.table is not None:
        return "cell" if in_data else "layout"
    if paragraph.layout.frame is not None or paragraph.place.story != "body":
        return "other"
    running = _running(text)
    if not titled and _TITLE.match(text) and not running:
        return "title"
    if paragraph.layout.outline is not None or _emphatic(paragraph):
        return "heading"
    if item.on_right or not running:
        return "other"
    return "body"


def _running(text: str) -> bool:
    """Return whether a text reads as a sentence, a point or a part of a list."""
    if text.isupper() or _PERSON.match(text):
        return False
    sentence = text[-1] in ".;:," and len(text) >= _SHORT
    return sentence or len(text) >= _LONG or (_POINT.match(text) is not None and text[-1] in ".;:")


def _emphatic(paragraph: Paragraph) -> bool:
    """Return whether a paragraph stands out as a heading: bold, and centred or not a sentence."""
    text = paragraph.text.strip()
    bold = all(run.look.bold for run in paragraph.runs if run.text.strip())
    return bold and (paragraph.layout.alignment == "center" or text[-1] not in ".;,")


def _spots(document: WordDocument) -> Iterator[_Spot]:
    starts = True
    for section in document.sections:
        starts = starts or not section.continuous
        for spot in _walk(section.blocks, section.page.text_mm, section.page.text_mm):
            paragraph = spot.paragraph
            spot.starts_page = starts or paragraph.layout.page_break or paragraph.breaks_page
            if paragraph.text.strip():
                starts = paragraph.breaks_page and not spot.starts_page
            else:
                starts = starts or paragraph.breaks_page
            yield spot
        starts = True


def _walk(
    blocks: tuple[Block, ...],
    text_mm: float,
    width_mm: float,
    table: Table | None = None,
    at: tuple[int, int, float] = (0, 0, 0.0),
) -> Iterator[_Spot]:
    row, cell, left = at
    for block in blocks:
        if isinstance(block, Paragraph):
            layout = block.layout
            yield _Spot(
                block,
                table,
                row,
                cell,
                left + layout.left_mm + max(layout.first_line_mm, 0.0) * (layout.left_mm > 0),
                width_mm - layout.left_mm - layout.right_mm,
                text_mm,
                starts_page=False,
            )
            continue
        for number, line in enumerate(block.rows):
            # Layout tables may give shares instead of widths: these are spread evenly.
            total = block.width_mm or width_mm
            shift = {"right": width_mm - total, "center": (width_mm - total) / 2}
            edge = left + max(shift.get(block.alignment, block.indent_mm), 0.0)
            count = sum(entry.span for entry in line.cells) or 1
            for index, entry in enumerate(line.cells):
                share = entry.width_mm or total * entry.span / count
                yield from _walk(entry.blocks, text_mm, share, block, (number, index, edge))
                edge += share
