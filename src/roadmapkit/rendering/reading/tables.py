"""Tables: rows, cells, lines and widths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from roadmapkit.rendering.ooxml import w
from roadmapkit.rendering.reading.data import Alignment, Block, Cell, Place, Row, Table
from roadmapkit.rendering.reading.data import Story as StoryName
from roadmapkit.rendering.reading.measures import attribute, is_on, length_mm, whole
from roadmapkit.rendering.reading.wrappers import children

if TYPE_CHECKING:
    from roadmapkit.rendering.reading.styles import StyleBook, TableDress

__all__ = ["Numbers", "read_table"]

_ALIGNMENTS: dict[str, Alignment] = {"center": "center", "right": "right", "end": "right"}
_NO_LINE = frozenset({"nil", "none", ""})
_INNER = ("insideH", "insideV")
_EDGES = ("top", "bottom", "left", "right", "start", "end")


@dataclass(slots=True)
class Numbers:
    """What is counted while a text is read."""

    section: int = 1
    paragraph: int = 0
    story: StoryName = "body"
    tables: int = 0
    depth: int = 0
    row: int = 0
    cell: int = 0

    def place(self) -> Place:
        """Return the place that the counters stand at."""
        if not self.depth:
            return Place(self.section, self.paragraph, self.story)
        return Place(self.section, self.paragraph, self.story, self.tables, self.row, self.cell)


class Story(Protocol):
    """What a table is in: its reader reads the cells too, and counts on in them."""

    numbers: Numbers
    styles: StyleBook

    def blocks(self, element: etree._Element, dress: TableDress | None = None) -> Iterator[Block]:
        """Yield a paragraph or a table."""

    def place(self) -> Place:
        """Return the place of the next paragraph."""


def read_table(story: Story, element: etree._Element) -> Table:
    """Return a table, with the tables in its cells."""
    numbers = story.numbers
    outermost = numbers.depth == 0
    if outermost:
        numbers.tables += 1
        numbers.row = numbers.cell = 0
    numbers.depth += 1
    first = numbers.paragraph + 1
    properties = element.find(w("tblPr"))
    style = attribute(properties.find(w("tblStyle")), "val") if properties is not None else None
    dress = story.styles.dress(style)
    rows = []
    for number, item in enumerate(
        (child for child in children(element) if child.tag == w("tr")), start=1
    ):
        if outermost:
            numbers.row = number
        rows.append(_row(story, item, dress, outermost=outermost))
    numbers.depth -= 1
    place = Place(numbers.section, first, numbers.story, numbers.tables)
    return Table(
        place=place if outermost else story.place(),
        rows=tuple(rows),
        bordered=_bordered(story, element, style),
        alignment=_ALIGNMENTS.get(_property(properties, "jc", "val") or "", "left"),
        width_mm=_width(element),
        indent_mm=length_mm(_property(properties, "tblInd", "w")) or 0.0,
        nested=not outermost,
    )


def _row(story: Story, element: etree._Element, dress: TableDress, *, outermost: bool) -> Row:
    properties = element.find(w("trPr"))
    cells = []
    for number, item in enumerate(
        (child for child in children(element) if child.tag == w("tc")), start=1
    ):
        if outermost:
            story.numbers.cell = number
        blocks = tuple(_cell_blocks(story, item, dress))
        inner = item.find(w("tcPr"))
        merge = inner.find(w("vMerge")) if inner is not None else None
        cells.append(
            Cell(
                blocks=blocks,
                span=max(1, min(whole(_property(inner, "gridSpan", "val")) or 1, 63)),
                continues=merge is not None and attribute(merge, "val") in {None, "continue"},
                width_mm=_cell_width(inner),
            )
        )
    return Row(
        cells=tuple(cells),
        heading=properties is not None and is_on(properties.find(w("tblHeader"))),
        whole=properties is not None and is_on(properties.find(w("cantSplit"))),
    )


def _cell_blocks(story: Story, cell: etree._Element, dress: TableDress) -> Iterator[Block]:
    for element in children(cell):
        yield from story.blocks(element, dress)


def _cell_width(properties: etree._Element | None) -> float:
    if _property(properties, "tcW", "type") not in {None, "dxa"}:
        return 0.0
    return length_mm(_property(properties, "tcW", "w")) or 0.0


def _width(element: etree._Element) -> float:
    grid = element.find(w("tblGrid"))
    if grid is None:
        return 0.0
    return sum(length_mm(attribute(column, "w")) or 0.0 for column in grid.iter(w("gridCol")))


def _property(properties: etree._Element | None, name: str, key: str) -> str | None:
    return attribute(properties.find(w(name)), key) if properties is not None else None


def _bordered(story: Story, table: etree._Element, style: str | None) -> bool:
    """Return whether lines divide the cells, by the table itself, its style or its cells."""
    own = table.find(f"{w('tblPr')}/{w('tblBorders')}")
    styled = (item.find(f"{w('tblPr')}/{w('tblBorders')}") for item in story.styles.chain(style))
    for borders in (own, *styled):
        if borders is not None:
            lined = _lined(borders, _INNER)
            if lined is not None:
                return lined or _cells_lined(table)
    return _cells_lined(table)


def _cells_lined(table: etree._Element) -> bool:
    cells = list(table.iterfind(f"{w('tr')}/{w('tc')}"))
    lined = [
        cell
        for cell in cells
        if (borders := cell.find(f"{w('tcPr')}/{w('tcBorders')}")) is not None
        and _lined(borders, _EDGES)
    ]
    return len(lined) * 2 > len(cells)


def _lined(borders: etree._Element, sides: tuple[str, ...]) -> bool | None:
    """Return whether any of *sides* has a line; None where nothing is said of them."""
    found = [side for name in sides if (side := borders.find(w(name))) is not None]
    if not found:
        return None
    return any((attribute(side, "val") or "") not in _NO_LINE for side in found)
