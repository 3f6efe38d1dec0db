"""What is read from a finished .docx, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "Block",
    "CellPlace",
    "Comment",
    "Contents",
    "Form",
    "Look",
    "Page",
    "Saved",
    "Story",
    "TableForm",
    "Tracked",
]

Story = Literal["body", "header", "footer", "footnote", "endnote", "box"]


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look, whatever styles and direct settings made them so.

    Attributes:
        font: Name of the font, empty where nothing says it.
        size: Size in half-points, 0 where nothing says it.
        bold: And so on, each as printed.
    """

    font: str = ""
    size: int = 0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    hidden: bool = False
    color: str = ""
    highlight: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph stands; lengths in twentieths of a point.

    Attributes:
        align: ``left``, ``center``, ``right`` or ``both``.
        left: Indent from the left margin.
        right: Indent from the right margin.
        first: Indent of the first line, negative for a hanging one.
        before: Space above.
        after: Space below.
        line: Line spacing in 240ths of a line, or twentieths of a point where exact.
        numbering: Kind of number that Word puts before the paragraph, empty for none.
        new_page: Whether it begins a page.
    """

    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    numbering: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A place in a table: all numbers count from 0, the table among those of its story."""

    table: int
    row: int
    cell: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph.

    Attributes:
        text: Its text with all tracked changes accepted; a footnote is ``*``, a picture
            ``▣``, a counted field such as a page number ``#``.
        story: Where it stands.
        cell: The innermost cell that it stands in.
        looks: Stretches of one look: where each begins in the text.
        form: How it stands.
    """

    text: str
    story: Story = "body"
    cell: CellPlace | None = None
    looks: tuple[tuple[int, Look], ...] = ()
    form: Form = field(default_factory=Form)


@dataclass(frozen=True, slots=True)
class TableForm:
    """How a table stands.

    Attributes:
        columns: Widths of the grid columns as shares of the whole, in thousandths.
        bordered: Whether any line is drawn.
        headings: Number of rows repeated on every page.
        shaded: Whether any cell has a background.
        sizes: Number of cells of each row.
    """

    columns: tuple[int, ...]
    bordered: bool
    headings: int
    shaded: bool
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Size and margins of the pages of a section, in twentieths of a point."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Tracked:
    """A tracked change that nobody has accepted or rejected.

    Attributes:
        kind: ``inserted``, ``deleted``, ``moved`` or ``formatted``.
        text: The text concerned, without that of other parts.
        author: Who made it, as Word wrote.
        date: When, as Word wrote.
        near: Text of the paragraph that it stands in.
    """

    kind: Literal["inserted", "deleted", "moved", "formatted"]
    text: str
    author: str
    date: str
    near: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin; *near* is the text of the paragraph that it is about."""

    text: str
    author: str
    date: str
    near: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What a program wrote about itself when it saved the file; empty in a file of ours."""

    by: str = ""
    at: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole file.

    Attributes:
        blocks: Paragraphs in reading order, headers and footers after the text.
        tables: How each table of the text stands, in order.
        pages: Sections in order.
        properties: Title, subject, keywords, author and language, those that are set.
        custom: Custom properties that are text.
        tracked: Tracked changes.
        comments: Comments.
        saved: Who saved it last.
        digest: Digest of all parts.
        macros: Whether it carries macros.
    """

    blocks: tuple[Block, ...]
    tables: tuple[TableForm, ...]
    pages: tuple[Page, ...]
    properties: Mapping[str, str]
    custom: Mapping[str, str]
    tracked: tuple[Tracked, ...]
    comments: tuple[Comment, ...]
    saved: Saved
    digest: str
    macros: bool = False
