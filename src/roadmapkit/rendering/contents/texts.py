"""The text of a paragraph as it reads with every tracked change accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from roadmapkit.rendering.contents.looks import Styles, value
from roadmapkit.rendering.contents.model import Look
from roadmapkit.rendering.ooxml import w

__all__ = ["NOTE", "PICTURE", "ParagraphText", "read_paragraph"]

NOTE = "*"
PICTURE = "▣"
COUNTED = "#"

_COUNTED = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "FILENAME"),
        *("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE"),
    }
)
_PASSED_THROUGH = frozenset(
    map(w, ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo"))
)
_KINDS: dict[str, Literal["inserted", "deleted", "moved"]] = {
    w("ins"): "inserted",
    w("moveTo"): "moved",
    w("del"): "deleted",
    w("moveFrom"): "moved",
}
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MATH = frozenset(
    f"{{http://schemas.openxmlformats.org/officeDocument/2006/math}}{name}"
    for name in ("oMath", "oMathPara")
)
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_PLAIN = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("ptab"): "\t"}


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph says.

    Attributes:
        pieces: Stretches of text with their looks.
        notes: Kind and id of the notes referred to, in order.
        boxes: Text boxes that hang on the paragraph.
        comments: Ids of comments about it.
        tracked: Kind, text, author and date of tracked changes.
        new_page: Whether it holds a page break.
    """

    pieces: list[tuple[str, Look]] = field(default_factory=list)
    notes: list[tuple[Literal["footnote", "endnote"], str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    tracked: list[tuple[Literal["inserted", "deleted", "moved", "formatted"], str, str, str]] = (
        field(default_factory=list)
    )
    new_page: bool = False

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece for piece, _ in self.pieces)


def read_paragraph(paragraph: etree._Element, styles: Styles, table_style: str) -> ParagraphText:
    """Return the text of a paragraph; text boxes and notes in it are only named."""
    walk = _Walk(paragraph, styles, table_style)
    walk.inside(paragraph)
    return walk.found


class _Walk:
    """One pass over a paragraph."""

    def __init__(self, paragraph: etree._Element, styles: Styles, table_style: str) -> None:
        self._paragraph = paragraph
        self._styles = styles
        self._table_style = table_style
        self._fields: list[list[str]] = []
        self._skipped = 0
        self.found = ParagraphText()

    def inside(self, parent: etree._Element) -> None:
        """Read the contents of the paragraph, or of what groups runs in it."""
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if tag == w("r"):
                self._run(element)
            elif tag in _KINDS:
                self._changed(element, _KINDS[tag])
            elif tag == w("fldSimple"):
                self._simple_field(element)
            elif tag in _PASSED_THROUGH:
                self.inside(element)
            elif tag == _ALTERNATE:
                self._alternate(element)
            elif tag in _MATH:
                text = "".join(part.text or "" for part in element.iter(_MATH_TEXT))
                self._add(text, Look())
            elif tag == w("commentRangeStart"):
                self.found.comments.append(value(element, "id"))

    def _changed(
        self, element: etree._Element, kind: Literal["inserted", "deleted", "moved"]
    ) -> None:
        gone = element.tag in (w("del"), w("moveFrom"))
        text = "".join(part.text or "" for part in element.iter(w("t"), w("delText")))
        if element.tag != w("moveFrom") and text:
            mark = (kind, text, value(element, "author"), value(element, "date"))
            self.found.tracked.append(mark)
        if not gone:
            self.inside(element)

    def _simple_field(self, element: etree._Element) -> None:
        if _is_counted(value(element, "instr")):
            self._add(COUNTED, Look())
        else:
            self.inside(element)

    def _alternate(self, element: etree._Element) -> None:
        choice = element.find(_CHOICE)
        if choice is not None:
            self.inside(choice)

    def _run(self, run: etree._Element) -> None:
        look = self._styles.look(run, self._paragraph, self._table_style)
        change = run.find(f"{w('rPr')}/{w('rPrChange')}")
        if change is not None:
            text = "".join(part.text or "" for part in run.iter(w("t")))
            mark = ("formatted", text, value(change, "author"), value(change, "date"))
            self.found.tracked.append(mark)  # type: ignore[arg-type]  # a literal by its value
        for element in _with_choices(run):
            self._piece(element, look)

    def _piece(self, element: etree._Element, look: Look) -> None:
        tag = str(element.tag)
        if tag == w("t"):
            self._add(element.text or "", look)
        elif tag in _PLAIN:
            self._add(_PLAIN[tag], look)
        elif tag == w("fldChar"):
            self._field(value(element, "fldCharType"), look)
        elif tag == w("instrText") and self._fields:
            self._fields[-1].append(element.text or "")
        else:
            self._rare_piece(element, tag, look)

    def _rare_piece(self, element: etree._Element, tag: str, look: Look) -> None:
        if tag == w("br"):
            if value(element, "type") in {"page", "column"}:
                self.found.new_page = True
            else:
                self._add("\n", look)
        elif tag == w("sym"):
            self._add(_symbol(value(element, "char")), look)
        elif tag in (w("footnoteReference"), w("endnoteReference")):
            kind: Literal["footnote", "endnote"] = (
                "footnote" if tag == w("footnoteReference") else "endnote"
            )
            self.found.notes.append((kind, value(element, "id")))
            self._add(NOTE, look)
        elif tag in (w("drawing"), w("pict"), w("object")):
            self._drawing(element, look)
        elif tag == w("commentReference"):
            self.found.comments.append(value(element, "id"))

    def _drawing(self, element: etree._Element, look: Look) -> None:
        boxes = list(element.iter(w("txbxContent")))
        self.found.boxes.extend(boxes)
        if not boxes:
            self._add(PICTURE, look)

    def _field(self, kind: str, look: Look) -> None:
        if kind == "begin":
            self._fields.append([])
            self._skipped += 1
        elif kind == "separate" and self._fields:
            self._skipped -= 1
            if _is_counted("".join(self._fields[-1])):
                self._add(COUNTED, look)
                self._skipped += 1
                self._fields[-1] = ["", "shown"]
            else:
                self._fields[-1] = ["", "open"]
        elif kind == "end" and self._fields:
            state = self._fields.pop()
            if state[1:] != ["open"]:
                self._skipped -= 1
            if _is_counted("".join(state)):
                self._add(COUNTED, look)

    def _add(self, text: str, look: Look) -> None:
        if text and not self._skipped:
            self.found.pieces.append((text, look))


def _with_choices(run: etree._Element) -> Iterator[etree._Element]:
    """Yield the parts of a run; of alternatives for several programs the first."""
    for element in run:
        if element.tag == _ALTERNATE:
            choice = element.find(_CHOICE)
            yield from choice if choice is not None else ()
        else:
            yield element


def _is_counted(instruction: str) -> bool:
    words = instruction.split()
    return bool(words) and words[0].upper() in _COUNTED


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
