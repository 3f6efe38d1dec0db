"""Tables: what repeats on each page, what stays whole, what fits."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.rendering.reading import Cell, Place, Row, Table, paragraphs_of

__all__ = ["check_tables"]

_FEWEST_ROWS = 3
_LONGEST_HEADING = 120
_HEADING = re.compile(
    r"№|\bп/п\b|наименование|мероприяти|срок|ответствен|исполнител|результат", re.I
)
_WIDTH_TOLERANCE = 6.0
"""Word lets the lines of a table hang out by the margins of its cells."""

_TALLEST_ROW = 12
"""Lines from which a row may have to break: kept whole, it would leave half a page empty."""

_MM_PER_CHARACTER = 0.17
"""Width of an average letter in points of its size, in millimetres."""


def check_tables(subject: Subject) -> Iterator[Fault]:
    """Yield departures of the tables of data; those of layout are no tables to a reader."""
    for section in subject.document.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.bordered and len(block.rows[0:1]) == 1:
                yield from _heading(subject, block)
                yield from _rows(subject, block)
                yield from _width(subject, block, section.page.text_mm)


def _heading(subject: Subject, table: Table) -> Iterator[Fault]:
    if len(table.rows) < _FEWEST_ROWS or table.rows[0].heading:
        wanted = _heading_rows(table)
        repeated = sum(1 for row in table.rows[:wanted] if row.heading)
        if not table.rows[0].heading or repeated >= wanted:
            return
        problem = Message("only a part of the heading of the table is repeated on each page")
        number = repeated + 1
    elif _is_heading(table.rows[0]):
        problem = Message("the heading of the table is not repeated on each page")
        number = 1
    else:
        return
    hint = Message("mark the row: «Table properties – Row – Repeat as header row»")
    clause = subject.expected.rule("table_heading")
    yield Fault(codes.HEADING_ROW, problem, _row_place(table, number), clause, hint)


def _heading_rows(table: Table) -> int:
    """Return how many rows the heading has: merged downwards, or followed by column numbers."""
    count = 1
    while count < len(table.rows) and any(cell.continues for cell in table.rows[count].cells):
        if not table.rows[count - 1].heading and count > 1:
            break
        count += 1
    if count < len(table.rows):
        texts = [cell.text.strip() for cell in table.rows[count].cells]
        if len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]:
            count += 1
    return count


def _is_heading(row: Row) -> bool:
    texts = [cell.text.strip() for cell in row.cells]
    if len(texts) < 2 or any(not text or len(text) > _LONGEST_HEADING for text in texts):
        return False
    bold = all(
        run.look.bold
        for cell in row.cells
        for paragraph in paragraphs_of(cell.blocks)
        for run in paragraph.runs
        if run.text.strip()
    )
    named = sum(1 for text in texts if _HEADING.search(text))
    return named >= 2 or (bold and len(texts) > 2) or (named >= 1 and len(texts) > 2)


def _rows(subject: Subject, table: Table) -> Iterator[Fault]:
    form = not table.rows[0].heading and not _is_heading(table.rows[0])
    if form and max(len(row.cells) for row in table.rows) <= 2:
        return  # a passport: its rows are chapters, longer than a page
    for number, row in enumerate(table.rows, start=1):
        lines = max((_lines(cell, table) for cell in row.cells), default=0)
        if row.whole or not 1 < lines <= _TALLEST_ROW:
            continue
        problem = Message("a row of the table may break across pages")
        hint = Message("clear «Table properties – Row – Allow row to break across pages»")
        clause = subject.expected.rule("table_rows")
        yield Fault(codes.ROWS, problem, _row_place(table, number), clause, hint)


def _lines(cell: Cell, table: Table) -> int:
    """Return how many lines a cell takes, more or less."""
    width = cell.width_mm or table.width_mm * cell.span / max(len(table.rows[0].cells), 1) or 40.0
    total = 0
    for paragraph in paragraphs_of(cell.blocks):
        size = max((run.look.size_pt for run in paragraph.runs), default=12.0)
        room = max((width - 3) / (size * _MM_PER_CHARACTER), 1.0)
        total += sum(max(1, math.ceil(len(line) / room)) for line in paragraph.text.split("\n"))
    return total


def _width(subject: Subject, table: Table, text_mm: float) -> Iterator[Fault]:
    over = table.width_mm + max(table.indent_mm, 0.0) - text_mm
    if over <= _WIDTH_TOLERANCE:
        return
    problem = Message(
        "the table is {over} mm wider than the space between the margins", over=round(over)
    )
    hint = Message("narrow its columns, or lay the sheet sideways")
    clause = subject.expected.rule("table_width")
    yield Fault(codes.TABLE_WIDTH, problem, _row_place(table, 0), clause, hint)


def _row_place(table: Table, number: int) -> Place:
    place = table.place
    paragraph = place.paragraph
    if number > 0:
        cells = table.rows[number - 1].cells
        first = next((item for cell in cells for item in paragraphs_of(cell.blocks)), None)
        paragraph = first.place.paragraph if first is not None else paragraph
    return Place(place.section, paragraph, place.story, place.table, number, 0)
