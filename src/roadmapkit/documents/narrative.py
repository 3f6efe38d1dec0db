"""Running text in Markdown: paragraphs, lists, tables and notes as a document prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal

from roadmapkit.diagnostics import Code, Message, Span
from roadmapkit.documents import codes
from roadmapkit.documents.markdown import Note, ParsedText, read_markdown
from roadmapkit.documents.tables import ColumnSpec, lay_out
from roadmapkit.documents.view import (
    Align,
    Cell,
    Line,
    LineStyle,
    ListMark,
    PartView,
    Row,
    Run,
    TableView,
)
from roadmapkit.documents.wording import Wording
from roadmapkit.lazily import dataclass
from roadmapkit.source import Origin, SourceText

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

__all__ = ["TextPlace", "narrative_parts"]

_MOST_LEVELS = 9
"""Levels of a list that Word has (ECMA-376 Part 1, 17.9.6)."""

Look = Literal["", "bold", "italic", "bold italic", "underline", "code"]
_BOTH: dict[tuple[str, str], Look] = {
    ("bold", "italic"): "bold italic",
    ("italic", "bold"): "bold italic",
}
_LOOKS: dict[str, Look] = {"strong": "bold", "em": "italic"}


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands.

    Attributes:
        origin: The place in the YAML.
        source: The file of the text, None where the YAML itself holds it.
    """

    origin: Origin
    source: SourceText | None = None

    def span(self, line: int) -> Span:
        """Return the line of the text that is counted *line* from 0."""
        if self.source is not None:
            return _line(self.source, line + 1)
        whole = self.origin.span
        source = self.origin.document.source
        opening = source.lines[whole.line - 1][whole.column - 1 :]
        if not opening.startswith("|") or whole.line + line + 1 > len(source.lines):
            return whole
        return _line(source, whole.line + line + 1)


def _line(source: SourceText, number: int) -> Span:
    text = source.lines[min(number, len(source.lines)) - 1]
    first = len(text) - len(text.lstrip()) + 1
    return Span(source.path, number, first, number, len(text) + 1)


def narrative_parts(
    text: str, place: TextPlace, wording: Wording, width_mm: float
) -> tuple[PartView, ...]:
    """Return a text in Markdown as parts of a sheet, one to each table and what precedes it."""
    return _Narrative(read_markdown(text), place, wording.at(place.origin), width_mm).parts()


@dataclass(slots=True)
class _Narrative:
    """One text on its way into print."""

    parsed: ParsedText
    place: TextPlace
    wording: Wording
    width_mm: float
    _lines: list[Line] = field(default_factory=list)
    _parts: list[PartView] = field(default_factory=list)
    _used: set[str] = field(default_factory=set)
    _row: int = 0

    def parts(self) -> tuple[PartView, ...]:
        for block in self.parsed.blocks:
            self._block(block)
        self._notes_left()
        if self._lines:
            self._parts.append(PartView("text", before=tuple(self._lines)))
        return tuple(self._parts)

    # -- blocks -----------------------------------------------------------------------------

    def _block(self, node: SyntaxTreeNode, style: LineStyle = "body", level: int = 0) -> None:
        match node.type:
            case "heading":
                self._paragraph(node, "heading" if node.tag == "h1" else "subheading")
            case "paragraph":
                self._paragraph(node, style)
            case "bullet_list" | "ordered_list":
                self._list(node, level)
            case "blockquote":
                for child in node.children:
                    self._block(child, "quote", level)
            case "table":
                self._table(node)
            case "fence" | "code_block":
                self._find(
                    codes.NOT_FOR_WORD,
                    node,
                    Message("A block of code is printed in letters of one width"),
                    Message("Delete the marks of code, if the text is none"),
                )
                for line in node.content.rstrip("\n").split("\n"):
                    self._add(Line(line, "code", self.place.origin))
            case "hr":
                pass  # a line between paragraphs; an official document has none
            case _:
                self._raw(node)

    def _raw(self, node: SyntaxTreeNode) -> None:
        """Print what is no text of a document as it is written, and say so."""
        self._html(node)
        for line in node.content.strip().split("\n"):
            self._add(Line(line, "plain", self.place.origin))

    def _paragraph(
        self, node: SyntaxTreeNode, style: LineStyle, mark: ListMark | None = None
    ) -> None:
        inline = node.children[0] if node.children else None
        runs = self._inline(inline, "") if inline is not None else ()
        self._row = 0
        self._add(_with_runs(runs, style, self.place.origin, self.wording, mark))

    def _list(self, node: SyntaxTreeNode, level: int) -> None:
        if level == _MOST_LEVELS:  # what is deeper still is told of with it
            self._find(
                codes.TOO_DEEP,
                node,
                Message("The list has more than {most} levels", most=_MOST_LEVELS),
                Message("Word counts nine; divide the list, or make its items paragraphs"),
            )
        ordered = node.type == "ordered_list"
        mark = ListMark(
            self.wording.new_list(),
            min(level, _MOST_LEVELS - 1),
            ordered=ordered,
            start=int(node.attrs.get("start", 1)) if ordered else 1,
        )
        for item in node.children:
            own: ListMark | None = mark
            for child in item.children:
                if child.type == "paragraph" and own is not None:
                    self._paragraph(child, "list", own)
                elif own is not None and child.type not in ("bullet_list", "ordered_list"):
                    self._add(Line("", "list", self.place.origin, mark=own))
                    self._block(child, "body", level + 1)
                else:
                    self._block(child, "body", level + 1)
                own = None
            if not item.children:
                self._add(Line("", "list", self.place.origin, mark=mark))

    def _add(self, line: Line) -> None:
        self._lines.append(line)

    # -- tables -----------------------------------------------------------------------------

    def _table(self, node: SyntaxTreeNode) -> None:
        rows = [row for group in node.children for row in group.children]
        aligns = [_align(cell) for cell in rows[0].children]
        lengths = [
            max(6, *(min(30, len(_text(row.children[index]))) for row in rows))
            for index in range(len(aligns))
        ]
        specs = tuple(
            ColumnSpec(str(index), "", weight=weight, align=align)
            for index, (weight, align) in enumerate(zip(lengths, aligns, strict=True))
        )
        widths = lay_out(specs, self.width_mm)
        printed = [
            Row(
                tuple(
                    self._cell(cell, column.width_mm, spec.align)
                    for cell, column, spec in zip(row.children, widths, specs, strict=True)
                )
            )
            for row in rows
        ]
        head = tuple(replace(cell, align="center", bold=True) for cell in printed[0].cells)
        table = TableView(widths, (Row(head),), tuple(printed[1:]), split_rows=True)
        self._parts.append(PartView("text", before=tuple(self._lines), table=table))
        self._lines = []

    def _cell(self, node: SyntaxTreeNode, width: float, align: Align) -> Cell:
        runs = self._inline(node.children[0], "") if node.children else ()
        line = _with_runs(runs, "plain", self.place.origin, self.wording, None)
        return Cell(
            (line.text,),
            align=align,
            width_mm=width,
            origin=self.place.origin,
            blocks=(line,) if line.runs else (),
        )

    # -- inside a paragraph -----------------------------------------------------------------

    def _inline(self, node: SyntaxTreeNode, look: Look) -> tuple[Run, ...]:
        return tuple(run for child in node.children for run in self._run(child, look))

    def _run(self, node: SyntaxTreeNode, look: Look) -> Iterator[Run]:
        match node.type:
            case "text":
                yield Run(node.content, look)
            case "softbreak":
                self._row += 1
                yield Run(" ", look)
            case "hardbreak":
                self._row += 1
                yield Run("\n", look)
            case "strong" | "em":
                inner = _LOOKS[node.type]
                yield from self._inline(node, _BOTH.get((look, inner), inner))
            case "code_inline":
                yield Run(node.content, "code")
            case "link":
                yield from self._link(node, look)
            case "image":
                yield from self._image(node, look)
            case "footnote_ref":
                yield self._reference(node)
            case _:
                if not node.content.startswith("</"):  # told of where it begins
                    self._html(node)
                yield Run(node.content, look)

    def _html(self, node: SyntaxTreeNode) -> None:
        self._find(
            codes.REFUSED,
            node,
            Message("HTML cannot be printed: {text!r}", text=_short(node.content)),
            Message("Write the text without tags"),
        )

    def _link(self, node: SyntaxTreeNode, look: Look) -> Iterator[Run]:
        """Yield the words of a link and its address, which paper cannot follow."""
        runs = self._inline(node, look)
        address = _address(str(node.attrs.get("href", "")))
        yield from runs
        words = "".join(run.text for run in runs)
        if address and address.removeprefix("mailto:") != words:
            yield Run(f" ({address.removeprefix('mailto:')})", look)

    def _image(self, node: SyntaxTreeNode, look: Look) -> Iterator[Run]:
        address = _address(str(node.attrs.get("src", "")))
        self._find(
            codes.REFUSED,
            node,
            Message("The picture {address!r} cannot be shown", address=address),
            Message("Delete it, and put the picture into the printed document in Word"),
        )
        words = node.content.strip()
        yield Run(f"{words} ({address})" if words else f"({address})", look)

    def _reference(self, node: SyntaxTreeNode) -> Run:
        note = self.parsed.notes.get(node.content)
        self._used.add(node.content)
        if note is None or not note.text:
            message = Message("The footnote {label!r} has no text", label=node.content)
            hint = Message(
                "Write its text on a line of its own: {example}",
                example=f"[^{node.content}]: …",
            )
            self._find(codes.UNKNOWN_NOTE, node, message, hint)
            return Run(f"[{node.content}]")
        return Run("", note=self.wording.text(self._note_text(note)))

    def _note_text(self, note: Note) -> str:
        """Return the text of a footnote without the marks of Markdown."""
        runs: list[Run] = []
        for block in read_markdown(note.text).blocks:
            inline = block.children[0] if block.children else None
            runs += self._inline(inline, "") if inline is not None else [Run(block.content)]
        return "".join(run.text for run in runs)

    def _notes_left(self) -> None:
        unused = [(key, note) for key, note in self.parsed.notes.items() if key not in self._used]
        for label, note in (*unused, *self.parsed.repeated):
            self.wording.diagnostics.append(
                codes.UNUSED_NOTE.at(
                    self.place.span(note.line),
                    Message("Nothing refers to the footnote {label!r}", label=label),
                    hint=Message("Refer to it in the text as {mark}", mark=f"[^{label}]"),
                    documents=(self.wording.document,),
                )
            )
            self._add(Line(self.wording.text(self._note_text(note)), "plain", self.place.origin))

    # -- findings ---------------------------------------------------------------------------

    def _find(self, code: Code, node: SyntaxTreeNode, message: Message, hint: Message) -> None:
        around: SyntaxTreeNode | None = node
        while around is not None and around.map is None:
            around = around.parent
        line = around.map[0] if around is not None and around.map is not None else 0
        line += self._row  # of a paragraph, the lines that have been read
        self.wording.diagnostics.append(
            code.at(self.place.span(line), message, hint=hint, documents=(self.wording.document,))
        )


def _with_runs(
    runs: Sequence[Run], style: LineStyle, origin: Origin, wording: Wording, mark: ListMark | None
) -> Line:
    """Return a paragraph of runs; one without looks and notes is a plain line."""
    printed = wording.runs(_merged(runs))
    text = "".join(run.text for run in printed).strip()
    plain = all(not run.look and not run.note for run in printed)
    return Line(text, style, origin, () if plain else printed, mark)


def _merged(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs, neighbours of one look as one."""
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and waiting.look == run.look and not (waiting.note or run.note):
            waiting = replace(waiting, text=waiting.text + run.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    if style.endswith("center"):
        return "center"
    return "right" if style.endswith("right") else "left"


def _text(node: SyntaxTreeNode) -> str:
    return "".join(child.content for child in node.children)


def _address(written: str) -> str:
    """Return an address as people read it: letters instead of per cent signs."""
    from urllib.parse import unquote

    return unquote(written)


def _short(text: str) -> str:
    first = text.strip().split("\n")[0]
    return first if len(first) <= 60 else f"{first[:59]}…"
