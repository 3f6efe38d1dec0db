"""Paragraphs and tables of one text, through all the wrappers that Word puts around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from roadmapkit.rendering.ooxml import w
from roadmapkit.rendering.reading.data import Block, Look, Paragraph, Place, Run
from roadmapkit.rendering.reading.data import Story as StoryName
from roadmapkit.rendering.reading.measures import attribute
from roadmapkit.rendering.reading.opening import Parts
from roadmapkit.rendering.reading.styles import StyleBook, TableDress
from roadmapkit.rendering.reading.tables import Numbers, read_table
from roadmapkit.rendering.reading.wrappers import FALLBACK, children

__all__ = ["Story"]

_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("sym"): "\u25a1",
}
_DRAWINGS = (w("drawing"), w("pict"), w("object"))
_FIELD = re.compile(r"\s*([A-Za-z]+)")


class Story:
    """Reads blocks and counts them: the numbers are those of the whole text.

    Args:
        parts: The document.
    """

    def __init__(self, parts: Parts) -> None:
        self.styles = StyleBook(parts)
        self.numbers = Numbers()
        self.hidden: list[str] = []
        self.tracked: list[str] = []
        self.comments = 0
        self._aside: Place | None = None

    def begin(self, section: int) -> None:
        """Begin a section."""
        self.numbers.section = section

    def aside(self, root: etree._Element, place: Place) -> Iterator[Block]:
        """Yield the blocks of a header, a footer or a note, which have no numbers of their own."""
        self._aside = place
        try:
            for element in children(root):
                yield from self.blocks(element)
        finally:
            self._aside = None

    def blocks(self, element: etree._Element, dress: TableDress | None = None) -> Iterator[Block]:
        """Yield a paragraph, with the text boxes in it, or a table."""
        if element.tag == w("p"):
            yield self._paragraph(element, dress)
            for box in _boxes(element):
                yield from self._box(box)
        elif element.tag == w("tbl"):
            yield read_table(self, element)

    def place(self) -> Place:
        """Return the place of the next paragraph."""
        return self._aside if self._aside is not None else self.numbers.place()

    def count(self) -> None:
        """Count a paragraph of the text."""
        if self._aside is None:
            self.numbers.paragraph += 1

    def _box(self, box: etree._Element) -> Iterator[Block]:
        outer: StoryName = self.numbers.story
        self.numbers.story = "box"
        for element in children(box):
            yield from self.blocks(element)
        self.numbers.story = outer

    def _paragraph(self, element: etree._Element, dress: TableDress | None) -> Paragraph:
        properties = element.find(w("pPr"))
        style = attribute(properties.find(w("pStyle")), "val") if properties is not None else None
        self.count()
        gathered = _Gathering(self, style, dress)
        gathered.read(element)
        mark = properties.find(w("rPr")) if properties is not None else None
        return Paragraph(
            place=self.place(),
            runs=gathered.runs(),
            layout=self.styles.layout(properties, style, dress),
            style=self.styles.name(style),
            fields=tuple(gathered.fields),
            breaks_page=gathered.breaks_page,
            drawing=any(next(element.iter(name), None) is not None for name in _DRAWINGS),
            ends_section=properties is not None and properties.find(w("sectPr")) is not None,
            mark_pt=self.styles.look(mark, None, style, dress).size_pt,
        )


class _Gathering:
    """The runs and fields of one paragraph."""

    def __init__(self, story: Story, style: str | None, dress: TableDress | None) -> None:
        self._story = story
        self._style = style
        self._dress = dress
        self._runs: list[Run] = []
        self._depth: list[str] = []
        self._in_code: list[bool] = []
        self.fields: list[str] = []
        self.breaks_page = False

    def runs(self) -> tuple[Run, ...]:
        """Return the runs, neighbours of one look joined."""
        joined: list[Run] = []
        for run in self._runs:
            if joined and joined[-1].look == run.look:
                joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
            else:
                joined.append(run)
        return tuple(joined)

    def read(self, element: etree._Element) -> None:
        """Read the runs below a paragraph."""
        for simple in element.iter(w("fldSimple")):
            self._name_field(simple.get(w("instr"), ""))
        for gone in (*element.iter(w("del")), *element.iter(w("ins"))):
            text = "".join(part.text or "" for part in gone.iter(w("t"), w("delText")))
            if text.strip():
                self._story.tracked.append(text[:60])
        for run in children(element):
            if run.tag == w("commentReference"):
                self._story.comments += 1
            elif run.tag == w("r"):
                self._run(run)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(w("rPr"))
        character = (
            attribute(properties.find(w("rStyle")), "val") if properties is not None else None
        )
        text = "".join(self._pieces(run))
        if not text:
            return
        book = self._story.styles
        effective = book.run(properties, character, self._style, self._dress)
        if effective.get(("vanish", "val"), "off") not in {"off", "false", "0"}:
            if text.strip():
                self._story.hidden.append(text[:60])
            return
        look: Look = book.look(properties, character, self._style, self._dress, text)
        self._runs.append(Run(text, look))

    def _pieces(self, run: etree._Element) -> Iterator[str]:
        for part in children(run):
            tag = str(part.tag)
            if tag == w("fldChar"):
                self._turn(attribute(part, "fldCharType"))
            elif tag == w("instrText") and self._depth:
                self._depth[-1] += part.text or ""
            elif tag == w("commentReference"):
                self._story.comments += 1
            elif not any(self._in_code):
                yield self._piece(part, tag)

    def _piece(self, part: etree._Element, tag: str) -> str:
        if tag == w("t"):
            return part.text or ""
        if tag != w("br"):
            return _CHARACTERS.get(tag, "")
        if attribute(part, "type") not in {"page", "column"}:
            return "\n"
        self.breaks_page = True
        return ""

    def _turn(self, kind: str | None) -> None:
        if kind == "begin":
            self._depth.append("")
            self._in_code.append(True)
        elif kind == "separate" and self._in_code:
            self._in_code[-1] = False
        elif kind == "end" and self._depth:
            self._name_field(self._depth.pop())
            self._in_code.pop()

    def _name_field(self, code: str) -> None:
        if match := _FIELD.match(code):
            self.fields.append(match[1].upper())


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes of a paragraph, each once, and none of a box within a box."""
    for box in element.iter(w("txbxContent")):
        above = [item.tag for item in box.iterancestors(w("txbxContent"), FALLBACK, w("p"))]
        inner = w("txbxContent") in above[: above.index(w("p")) + 1] if w("p") in above else False
        if FALLBACK not in above and not inner:
            own = next(box.iterancestors(w("p")), None)
            if own is element:
                yield box
