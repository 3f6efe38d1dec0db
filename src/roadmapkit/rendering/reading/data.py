"""What a Word document shows, as frozen data: lengths in millimetres, sizes in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "Block",
    "Cell",
    "Frame",
    "HeaderFooter",
    "Layout",
    "Look",
    "Page",
    "Paragraph",
    "Place",
    "Row",
    "Run",
    "Section",
    "Table",
    "Trait",
    "WordDocument",
    "paragraphs_of",
]

Alignment = Literal["left", "center", "right", "both"]
Story = Literal["body", "box", "header", "footer", "footnote"]
Trait = Literal[
    "strict", "macros", "active", "external", "missing", "damaged", "tracked", "comments", "hidden"
]
"""Something about the file as a whole that a reader of the paper does not see."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, without regard to pages.

    Attributes:
        section: Number of the section, from 1.
        paragraph: Number of the paragraph in the whole text, tables included, from 1;
            in a header, footer or footnote the paragraph of the text that it belongs to.
        story: Which text it is in.
        table: Number of the outermost table, from 1; 0 outside tables.
        row: Row of that table.
        cell: Cell of that row.
        variant: Of a header or footer: ``default``, ``first`` or ``even``.
    """

    section: int
    paragraph: int
    story: Story = "body"
    table: int = 0
    row: int = 0
    cell: int = 0
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Effective formatting of characters; ``spacing_pt`` is between letters."""

    font: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    spacing_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame that takes a paragraph out of the flow; alignments as Word names them."""

    x_align: str = ""
    y_align: str = ""
    x_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Effective formatting of a paragraph.

    Attributes:
        line: Line spacing as a multiple of the single one; None where it is exact.
        exact_pt: Exact or least height of a line; None where it is a multiple.
        outline: Level of a heading from 0; None for running text.
        list_kind: ``number`` or ``bullet`` where Word makes the mark; empty otherwise.
        tabs: Kinds of the tab stops, from left to right.
        page_break: Whether the paragraph begins a page.
        frame: The frame that it stands in, if any.
    """

    alignment: Alignment = "left"
    first_line_mm: float = 0.0
    left_mm: float = 0.0
    right_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    line: float | None = 1.0
    exact_pt: float | None = None
    outline: int | None = None
    list_kind: str = ""
    tabs: tuple[str, ...] = ()
    page_break: bool = False
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        place: Where it stands.
        runs: Its text by look; fields show their results.
        layout: Its formatting.
        style: Name of its style, as Word shows it.
        fields: Names of the fields in it, such as ``PAGE``.
        breaks_page: Whether a page break stands in it.
        drawing: Whether a picture, shape or object stands in it.
        ends_section: Whether it ends a section.
        mark_pt: Font size of its mark, which is the height of an empty one.
    """

    place: Place
    runs: tuple[Run, ...]
    layout: Layout
    style: str = ""
    fields: tuple[str, ...] = ()
    breaks_page: bool = False
    drawing: bool = False
    ends_section: bool = False
    mark_pt: float = 0.0

    @property
    def text(self) -> str:
        """The text as it is read, line breaks and tabs included."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its blocks, the grid columns that it spans, whether it continues one above."""

    blocks: tuple[Block, ...]
    span: int = 1
    continues: bool = False
    width_mm: float = 0.0

    @property
    def text(self) -> str:
        """Texts of its paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in paragraphs_of(self.blocks))


@dataclass(frozen=True, slots=True)
class Row:
    """A row: whether it repeats on each page, and whether it stays on one page."""

    cells: tuple[Cell, ...]
    heading: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        place: Where it stands; the paragraph is its first one.
        rows: Its rows.
        bordered: Whether lines divide its cells: a table of data, not of layout.
        alignment: On the page.
        width_mm: Sum of its grid columns, 0 where unknown.
        indent_mm: From the left margin.
        nested: Whether it stands in a cell of another.
    """

    place: Place
    rows: tuple[Row, ...]
    bordered: bool = False
    alignment: Alignment = "left"
    width_mm: float = 0.0
    indent_mm: float = 0.0
    nested: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Page:
    """Size and margins of the pages of a section; the gutter is part of the left margin."""

    width_mm: float
    height_mm: float
    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float
    header_mm: float
    footer_mm: float
    landscape: bool = False

    @property
    def text_mm(self) -> float:
        """Width between the side margins."""
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True, slots=True)
class HeaderFooter:
    """A header or footer: ``kind`` is ``default``, ``first`` or ``even``."""

    story: Literal["header", "footer"]
    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section.

    Attributes:
        number: From 1.
        page: Its pages.
        blocks: Its paragraphs and tables.
        margins: Headers and footers that it shows, inherited ones included.
        first_differs: Whether its first page has a header of its own.
        restarts: Whether page numbers begin again.
        continuous: Whether it begins on the page of the one before.
    """

    number: int
    page: Page
    blocks: tuple[Block, ...]
    margins: tuple[HeaderFooter, ...] = ()
    first_differs: bool = False
    restarts: bool = False
    continuous: bool = False


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A whole document.

    Attributes:
        sections: Its sections.
        traits: What is special about the file, each with names or examples.
        even_differs: Whether even pages have headers of their own.
        footnotes: Paragraphs of the notes.
        pages: Number of pages that the program which saved it counted; 0 if unknown.
        properties: Custom properties.
    """

    sections: tuple[Section, ...]
    traits: Mapping[Trait, tuple[str, ...]] = field(default_factory=dict)
    even_differs: bool = False
    footnotes: tuple[Paragraph, ...] = ()
    pages: int = 0
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the text in their order, tables and text boxes included."""
        return tuple(
            paragraph for section in self.sections for paragraph in paragraphs_of(section.blocks)
        )


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks in their order, those of tables included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)
