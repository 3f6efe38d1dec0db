"""View models: what a document prints, finished to the last character.

Every string here is inflected, numbered and typeset; a Word template only places
it. A view model is plain data, so that it can be compared, stored as JSON and sent
to another process. ``origin`` says which place of the YAML a text came from; it
takes no part in comparison and is never printed.

Lengths are in millimetres, font sizes in points.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from roadmapkit.documents.letter_view import LetterView
    from roadmapkit.documents.minutes_view import MinutesView
    from roadmapkit.source import Origin

__all__ = [
    "ActView",
    "Align",
    "ApprovalView",
    "Cell",
    "CertificationView",
    "ClauseView",
    "DocumentView",
    "ExtractView",
    "Line",
    "LineStyle",
    "ListMark",
    "Merge",
    "PageView",
    "PartView",
    "Row",
    "Run",
    "SheetView",
    "SignatureView",
    "StampView",
    "TableColumn",
    "TableView",
    "plain",
]

Align = Literal["left", "center", "right", "justify"]
Merge = Literal["", "restart", "continue"]
LineStyle = Literal["body", "item", "heading", "subheading", "plain", "list", "quote", "code"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one look.

    Attributes:
        text: The text; empty for a footnote.
        look: How its letters look.
        note: Text of the footnote that is referred to here, empty for ordinary text.
    """

    text: str
    look: Literal["", "bold", "italic", "bold italic", "underline", "code"] = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListMark:
    """The place of a paragraph in a list that Word numbers or marks.

    Attributes:
        list: Number of the list among those of the document; its items are counted on.
        level: Depth from 0.
        ordered: Whether the items have numbers.
        start: Number of the first item.
        compact: Whether it stands in a cell of a table.
    """

    list: int
    level: int = 0
    ordered: bool = False
    start: int = 1
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of finished text.

    Attributes:
        text: The text; it may hold line breaks.
        style: Role of the paragraph: ``body`` (indented first line), ``item``
            (of a list), ``heading`` (of a chapter), ``subheading`` (below it), ``plain``
            (no indent), ``list`` (of a list that Word numbers), ``quote``, ``code``.
        origin: The place of the YAML that gave the text.
        runs: The same text in stretches of one look, where it has several or footnotes.
        mark: Its place in a list; an item's further paragraphs have none.
    """

    text: str
    style: LineStyle = "body"
    origin: Origin | None = field(default=None, compare=False, repr=False)
    runs: tuple[Run, ...] = ()
    mark: ListMark | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        lines: Paragraphs of the cell, at least one, possibly empty.
        colspan: Number of grid columns that the cell takes.
        merge: ``restart`` begins a cell merged downwards, ``continue`` goes on with
            it (and prints nothing), empty for an ordinary cell.
        align: Horizontal alignment.
        width_mm: Width of the cell, the sum of its grid columns.
        bold: Whether the text is bold.
        origin: The place of the YAML that gave the text.
        blocks: The same paragraphs with lists and looks, where plain lines do not do.
    """

    lines: tuple[str, ...] = ("",)
    colspan: int = 1
    merge: Merge = ""
    align: Align = "left"
    width_mm: float = 0.0
    bold: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)
    blocks: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a ``section`` row spans the table, a ``data`` row does not."""

    cells: tuple[Cell, ...]
    kind: Literal["data", "section", "total"] = "data"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A grid column of a table."""

    width_mm: float


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: the heading rows (and the row of column numbers) repeat on every page.

    Attributes:
        columns: Grid columns from left to right.
        heading: Heading rows from top to bottom; a row of column numbers is the last.
        rows: Body rows.
        caption: Caption above the table, if any.
        split_rows: Whether a row may break across pages.
        font_pt: Font size of the table; None leaves it to the template.
    """

    columns: tuple[TableColumn, ...]
    heading: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: str | None = None
    split_rows: bool = False
    font_pt: float | None = None


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a sheet: a heading, paragraphs, a table, paragraphs; each may be absent.

    Attributes:
        kind: What the author called it: ``plan``, ``text``, ``table``, ``matrix``,
            ``group``, ``abbreviations``, ``summary``, ``late``, …
        heading: Heading above the part.
        before: Paragraphs above the table.
        table: The table.
        after: Paragraphs below the table.
    """

    kind: str
    heading: Line | None = None
    before: tuple[Line, ...] = ()
    table: TableView | None = None
    after: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureView:
    """A signature: post from the left margin, name at the right on its last line.

    Attributes:
        post_lines: Lines of the post.
        name: «И.О. Фамилия», or empty for a place to fill in.
        origin: The place of the YAML that named the signatory.
    """

    post_lines: tuple[str, ...]
    name: str
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """A group of an approval block: «Проект внесен:» and the people under it."""

    caption: str
    signatures: tuple[SignatureView, ...]


@dataclass(frozen=True, slots=True)
class StampView:
    """Lines in the top right corner: the mark of an appendix or an approval stamp."""

    kind: Literal["mark", "stamp"]
    lines: tuple[str, ...]
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A numbered point of an act, or an unnumbered paragraph of it.

    Attributes:
        number: «1.», «1.1.», «1)»; empty for an unnumbered paragraph.
        text: Text of the point without its number.
        level: 1 for points, 2 for sub-points, and so on.
        last: Whether it is the last paragraph of the act's text, which stays on
            the page of the signature.
        origin: The place of the YAML that gave the point.
    """

    number: str
    text: str
    level: int = 1
    last: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ActView:
    """The text of an act: order, directive, resolution.

    Attributes:
        letterhead: Lines with the name of the body, centred.
        form: Name of the kind of act as printed: «ПРИКАЗ».
        form_spaced: Whether the letters of *form* are spaced out.
        date: Date as printed, or the blank of a draft.
        number: «№ 46» as printed, or the blank of a draft.
        place: Place of issue.
        title: Lines of the title.
        preamble: Preamble without the verb; may be empty.
        verb: «приказываю:», or empty.
        verb_inline: Whether the verb ends the preamble or stands on its own line.
        verb_spaced: Whether the letters of *verb* are spaced out.
        clauses: Points and sub-points in order.
        signature: Signatory; None while nobody is named.
        approval: Groups of the approval block.
        executor: Lines of the executor mark, bottom left of the act's last sheet.
    """

    letterhead: tuple[str, ...]
    form: str
    form_spaced: bool
    date: str
    number: str
    place: str
    title: tuple[str, ...]
    preamble: str
    verb: str
    verb_inline: bool
    verb_spaced: bool
    clauses: tuple[ClauseView, ...]
    signature: SignatureView | None
    approval: tuple[ApprovalView, ...] = ()
    executor: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SheetView:
    """What begins on a new page with its own orientation: an appendix, a plan, a report.

    Attributes:
        stamps: Mark of the appendix, approval stamp, or both, top right.
        title: Lines of the title, centred.
        parts: Parts in order.
        signature: Compiler's or reporter's signature at the end.
        landscape: Orientation.
        restart_pages: Whether page numbers start again at 1 here.
    """

    stamps: tuple[StampView, ...]
    title: tuple[str, ...]
    parts: tuple[PartView, ...]
    signature: SignatureView | None = None
    landscape: bool = False
    restart_pages: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class CertificationView:
    """The mark of a certified copy or extract.

    Attributes:
        caption: «Верно».
        signature: Who certifies.
        date: The date, or a place for it.
        kept: Where the original is kept; empty without the note.
    """

    caption: str
    signature: SignatureView
    date: str
    kept: str = ""


@dataclass(frozen=True, slots=True)
class ExtractView:
    """What an extract (выписка) or a copy has beside what it is taken from.

    Attributes:
        recipient: «Для: …»; an extract of a plan has it above the table instead.
        signed: The word that stands for the signature of the original: «Подпись».
        caption: «Копия», top right; empty in an extract.
        certification: Who certifies it, if anybody does.
    """

    recipient: str = ""
    signed: str = ""
    caption: str = ""
    certification: CertificationView | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """Layout values of a format profile, as applied to one document.

    ``portrait`` and ``landscape`` are (left, right, top, bottom) margins.
    """

    portrait: tuple[float, float, float, float]
    landscape: tuple[float, float, float, float]
    header_mm: float
    font: str
    font_pt: float
    table_font_pt: float
    line_spacing: float
    first_line_mm: float
    corner_mm: float


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One produced file: an act and its sheets, or sheets alone.

    Attributes:
        kind: Name of the Word template that prints it: ``order``, ``roadmap``, ``report``,
            ``extract``, ``acquaintance``, ``copy``, ``approval``, ``list``, ``letter``.
        id: Id of the document.
        title: Title in the file's properties.
        page: Layout values.
        act: The act, if the file begins with one.
        sheets: Appendices, or the plan or report itself.
        language: Language tag of the text.
        extract: What an extract has besides; None for any other document.
        minutes: The text of minutes, if the file begins with it.
        letter: The text of a letter, if the file begins with it.
    """

    kind: str
    id: str
    title: str
    page: PageView
    act: ActView | None
    sheets: tuple[SheetView, ...]
    language: str = "ru-RU"
    extract: ExtractView | None = None
    minutes: MinutesView | None = None
    letter: LetterView | None = None


def plain(view: object) -> Any:
    """Return a view model as JSON values, without the origins."""
    if isinstance(view, tuple):
        return [plain(item) for item in view]
    if is_dataclass(view):
        return {
            entry.name: plain(getattr(view, entry.name)) for entry in fields(view) if entry.compare
        }
    return view
