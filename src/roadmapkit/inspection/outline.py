"""Which paragraph is what: running text, heading, requisite, cell, by what it says and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from roadmapkit.rendering.reading import Block, Paragraph, Table, WordDocument, paragraphs_of

__all__ = ["MARK", "STAMP", "Item", "Outline", "Role", "outline_of", "squeezed"]

Role = Literal["empty", "cell", "layout", "mark", "stamp", "title", "heading", "body", "other"]

MARK = re.compile(r"приложение\s*(?:(?:№|N|No)?\s*(\d{1,3}|[А-Я]))?\s*(?:$|\n|(?=\s*к\s))", re.I)
"""The beginning of the mark of an appendix, with its number."""

STAMP = re.compile(r"утвержд(?:аю|[её]н[аоы]?)\s*(?:$|\n)", re.I)
"""The word of an approval stamp, on a line of its own."""

_TITLE = re.compile(r"(?:О|Об|Обо)\s+[а-яё«]")
_TO_ACT = re.compile(r"к\s+(?:приказ|распоряж|постановл|решени|протокол|программ|проект)", re.I)
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


def squeezed(text: str) -> str:
    """Return letters that were spaced out by spaces as a word, other texts as they are."""
    words = text.split()
    return "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else text


def outline_of(document: WordDocument) -> Outline:
    """Return the outline of a document."""
    items: list[Item] = []
    sheet = 0
    titled = begun = False
    spots = tuple(_spots(document))
    for index, (item, starts_page) in enumerate(spots):
        role = _role(item, item.text, titled=titled)
        if role == "mark":
            if not (starts_page or item.on_right or _names_act(spots[index : index + 4])):
                role = "other"
            elif begun:
                sheet += 1
        titled = titled or role == "title"
        begun = begun or role != "empty"
        items.append(replace(item, role=role, sheet=sheet))
    return Outline(tuple(items))


def _names_act(spots: Sequence[tuple[Item, bool]]) -> bool:
    """Return whether a mark of an appendix goes on to name its act: «к приказу …»."""
    lines = [line for item, _ in spots for line in item.text.split("\n") if line.strip()]
    return len(lines) > 1 and _TO_ACT.match(lines[1].strip()) is not None


def _role(item: Item, text: str, *, titled: bool) -> Role:
    if not text:
        return "empty"
    if item.table is not None and item.table.bordered:
        return "cell"
    if MARK.match(text):
        return "mark"
    if STAMP.match(squeezed(text)):
        return "stamp"
    return "layout" if item.table is not None else _role_in_flow(item, text, titled=titled)


def _role_in_flow(item: Item, text: str, *, titled: bool) -> Role:
    """Return the role of a paragraph that stands in no table."""
    paragraph = item.paragraph
    running = _running(text)
    role: Role = "body"
    if paragraph.layout.frame is not None or paragraph.place.story != "body":
        role = "other"
    elif not titled and _TITLE.match(text) and not (running and _ends_sentence(text)):
        role = "title"
    elif paragraph.layout.outline is not None or _emphatic(paragraph):
        role = "heading"
    elif item.on_right or not running:
        role = "other"
    return role


def _running(text: str) -> bool:
    """Return whether a text reads as a sentence, a point or a part of a list."""
    if text.isupper() or _PERSON.match(text):
        return False
    sentence = text[-1] in ".;:," and len(text) >= _SHORT
    return sentence or len(text) >= _LONG or (_POINT.match(text) is not None and text[-1] in ".;:")


def _ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does, and not with a year: «на 2021-2023 гг.»."""
    return text[-1] in ".;:," and not re.search(r"\bгг?\.$", text)


def _emphatic(paragraph: Paragraph) -> bool:
    """Return whether a paragraph stands out as a heading: bold, and centred or not a sentence."""
    text = paragraph.text.strip()
    bold = all(run.look.bold for run in paragraph.runs if run.text.strip())
    return bold and (paragraph.layout.alignment == "center" or text[-1] not in ".;,")


def _spots(document: WordDocument) -> Iterator[tuple[Item, bool]]:
    """Yield each paragraph, without its role yet, and whether it begins a page."""
    starts = True
    for section in document.sections:
        starts = starts or not section.continuous
        for item in _walk(section.blocks, section.page.text_mm, section.page.text_mm):
            paragraph = item.paragraph
            here = starts or paragraph.layout.page_break or paragraph.breaks_page
            yield item, here
            # A break may stand behind the text, for what follows.
            starts = paragraph.breaks_page or (starts and not item.text)
        starts = True


def _walk(
    blocks: tuple[Block, ...], text_mm: float, width_mm: float, around: Item | None = None
) -> Iterator[Item]:
    """Yield the paragraphs of blocks, *around* them the cell that they stand in."""
    left = around.left_mm if around is not None else 0.0
    for block in blocks:
        if isinstance(block, Paragraph):
            layout = block.layout
            indent = layout.left_mm + max(layout.first_line_mm, 0.0) * (layout.left_mm > 0)
            item = around or Item(block, 0, "other")
            yield replace(
                item,
                paragraph=block,
                left_mm=left + indent,
                width_mm=width_mm - layout.left_mm - layout.right_mm,
                text_mm=text_mm,
            )
        else:
            yield from _walk_table(block, text_mm, width_mm, left)


def _walk_table(table: Table, text_mm: float, width_mm: float, left: float) -> Iterator[Item]:
    total = table.width_mm or width_mm
    shift = {"right": width_mm - total, "center": (width_mm - total) / 2}
    for number, row in enumerate(table.rows):
        edge = left + max(shift.get(table.alignment, table.indent_mm), 0.0)
        count = sum(cell.span for cell in row.cells) or 1
        for index, cell in enumerate(row.cells):
            # Layout tables may give shares instead of widths: these are spread evenly.
            share = cell.width_mm or total * cell.span / count
            for block in cell.blocks:
                first = next(paragraphs_of((block,)), None)
                if first is not None:
                    around = Item(first, 0, "other", table, number, index, edge)
                    yield from _walk((block,), text_mm, share, around)
            edge += share
