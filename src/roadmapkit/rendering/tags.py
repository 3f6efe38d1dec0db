"""Tags of our own beside those of docxtpl: they set widths, merges, sections and the like.

Each stays ordinary text in Word and vanishes from the document. Where it acts:

====================  =========================================================
``{% colwidth E %}``  the cell: its width in millimetres
``{% colspan E %}``   the cell: number of grid columns (as in docxtpl)
``{% vmerge E %}``    the cell: ``restart`` or ``continue`` of a merge, or ``""``
``{% cellbg E %}``    the cell: background colour (as in docxtpl)
``{% shade E %}``     the cell: background colour, unless empty
``{% cantsplit E %}`` the row: stays on one page if *E* is true
``{% grid E %}``      the table: widths of its columns (millimetres or columns)
``{% keepnext E %}``  the paragraph: stays with the next one if *E* is true
``{% keeplines E %}`` the paragraph: stays on one page if *E* is true
``{% listmark E %}``  the paragraph: its place in a list that Word numbers, unless none
``{{r E }}``          the run: a text, or a line with its looks and footnotes
``{% footnote E %}``  the run: the mark of a footnote whose text is *E*
``{% picture E %}``   the run: a picture, in the line or at the foot of the page
``{% chart E %}``     the run: a chart, unless none
``{% align E %}``     the paragraph: ``left``, ``center``, ``right``, ``justify``
``{% bold E %}``      the paragraph: all its text is bold if *E* is true
``{% fontsize E %}``  the paragraph: size of its text in points, unless none
``{% section E %}``   the section that this paragraph ends: geometry of sheet *E*
``{% lastsection E %}``  the last section of the document
====================  =========================================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from roadmapkit.rendering.ooxml import (
    CELL_ORDER,
    PARAGRAPH_ORDER,
    ROW_ORDER,
    RUN_ORDER,
    SECTION_ORDER,
    TABLE_ORDER,
    XML_SPACE,
    child,
    insert_in_order,
    w,
)
from roadmapkit.rendering.rich import take_rich_tags

__all__ = [
    "DRAWING_NUMBER",
    "DRAW_CHART",
    "FOOTNOTE",
    "FUNCTIONS",
    "LIST_NUMBER",
    "PICTURE",
    "SECTION_SETUP",
    "MisplacedTagError",
    "TagPreparation",
    "straighten",
]

SECTION_SETUP = "section_setup"
"""What the tag ``{% section %}`` calls."""

LIST_NUMBER = "list_number"
"""What the tag ``{% listmark %}`` calls."""

FOOTNOTE = "footnote"
"""What the tag ``{% footnote %}`` calls."""

PICTURE = "picture"
"""What the tag ``{% picture %}`` calls."""

DRAW_CHART = "draw_chart"
"""What the tag ``{% chart %}`` calls."""

DRAWING_NUMBER = "drawing_number"
"""What numbers a drawing that Word has put into a loop."""

FUNCTIONS = (SECTION_SETUP, LIST_NUMBER, FOOTNOTE, PICTURE, DRAW_CHART, DRAWING_NUMBER)
"""What tags of ours call, and no tag of a house may need to."""


_SLOT_NS = "urn:roadmapkit:slot"
_SLOT = re.compile(r'<(?:\w+:)?slot\b[^>]*? n="(\d+)"[^>]*/>')
_ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_QUOTES = str.maketrans("“”‘’«»", '""\'\'""')
_STRAIGHT = re.compile("[\"']")
_WIDE = "\u00a0\u2007\u202f"
_ODD_SPACE = re.compile(r"'[^']*'|\"[^\"]*\"|[\u00a0\u2007\u202f\u00ad\u200b\ufeff]")

# What each tag of a kind writes: the element whose place it takes, and its text.
_CELL = {
    "colwidth": (
        "tcW",
        "<w:tcW w:w=\"{{ (E)|dxa }}\" w:type=\"{{ 'dxa' if (E) else 'auto' }}\"/>",
    ),
    "colspan": ("gridSpan", '{% if (E) != 1 %}<w:gridSpan w:val="{{ E }}"/>{% endif %}'),
    "vmerge": ("vMerge", '{% if (E) %}<w:vMerge w:val="{{ E }}"/>{% endif %}'),
    "shade": (
        "shd",
        '{% if (E) %}<w:shd w:val="clear" w:color="auto" w:fill="{{ E }}"/>{% endif %}',
    ),
    "cellbg": ("shd", '<w:shd w:val="clear" w:color="auto" w:fill="{{ E }}"/>'),
}
_ROW = {"cantsplit": ("cantSplit", "{% if (E) %}<w:cantSplit/>{% endif %}")}
_PARAGRAPH = {
    "keepnext": ("keepNext", "{% if (E) %}<w:keepNext/>{% endif %}"),
    "listmark": (
        "numPr",
        '{% if (E) %}<w:numPr><w:ilvl w:val="{{ (E).level }}"/>'
        '<w:numId w:val="{{ list_number(E) }}"/></w:numPr>{% endif %}',
    ),
    "keeplines": ("keepLines", "{% if (E) %}<w:keepLines/>{% endif %}"),
    "align": ("jc", '<w:jc w:val="{{ (E)|jc }}"/>'),
}
_RUN = {
    "bold": ("b", "{% if (E) %}<w:b/>{% endif %}"),
    "fontsize": (
        "sz",
        '{% if (E) %}<w:sz w:val="{{ (E)|halfpoints }}"/>'
        '<w:szCs w:val="{{ (E)|halfpoints }}"/>{% endif %}',
    ),
}
_GRID = '{% for grid_ in (E) %}<w:gridCol w:w="{{ grid_|dxa }}"/>{% endfor %}'
_TABLE_WIDTH = '<w:tblW w:w="{{ (E)|grid_width }}" w:type="dxa"/>'
_PAGE_SIZE = (
    "{% set setup_ = section_setup(E, {size}, {margins}) %}"
    '<w:pgSz w:w="{{ setup_.width }}" w:h="{{ setup_.height }}" w:orient="{{ setup_.orient }}"/>'
    '<w:pgMar w:top="{{ setup_.top }}" w:right="{{ setup_.right }}" '
    'w:bottom="{{ setup_.bottom }}" w:left="{{ setup_.left }}" '
    'w:header="{{ setup_.header }}" w:footer="{{ setup_.footer }}" w:gutter="0"/>'
)
_PAGE_NUMBER = '{% if setup_.restart %}<w:pgNumType w:start="1"/>{% endif %}'
_TITLE_PAGE = "{% if setup_.first %}<w:titlePg/>{% endif %}"

_FOOTNOTE = '<w:footnoteReference w:id="{{ footnote(E) }}"/>'

_PICTURE = "{{ picture(E) }}"
_CHART = "{% if (E) %}{{ draw_chart(E) }}{% endif %}"

_IN_RUN = {
    "footnote": ("footnoteReference", _FOOTNOTE),
    "picture": ("drawing", _PICTURE),
    "chart": ("drawing", _CHART),
}
"""Tags that stand for an element among the text of a run."""

_OWN = ("grid", "section", "lastsection", *_IN_RUN, *_CELL, *_ROW, *_PARAGRAPH, *_RUN)
_OWN_TAG = re.compile(rf"\{{%\s*({'|'.join(_OWN)})\s+(.*?)\s*%\}}", re.DOTALL)


class MisplacedTagError(ValueError):
    """A tag of ours stands where it has nothing to act on.

    Attributes:
        tag: The tag as written.
    """

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


@dataclass(slots=True)
class TagPreparation:
    """Takes our tags out of one part and leaves slots, to be filled after docxtpl's work.

    Attributes:
        snippets: Text of each slot.
    """

    snippets: list[str] = field(default_factory=list)

    def apply(self, root: etree._Element) -> None:
        """Replace our tags in *root* and put every other tag into one piece of text.

        Raises:
            MisplacedTagError: A tag of ours has nothing to act on.
        """
        for paragraph in list(root.iter(w("p"))):
            texts = _own_texts(paragraph)
            if "{" in "".join(text.text or "" for text in texts):
                _join_tags(texts)
                for text in texts:
                    take_rich_tags(text, self._rich_slot, straighten)
                self._take_tags(paragraph, _own_texts(paragraph))

    def fill(self, xml: str) -> str:
        """Put the text of the slots into a part."""
        return _SLOT.sub(lambda match: self.snippets[int(match[1])], xml)

    def _take_tags(self, paragraph: etree._Element, texts: list[etree._Element]) -> None:
        emptied = []
        for text in texts:
            written = text.text or ""
            rest = _OWN_TAG.sub("", written)
            if rest == written:
                continue
            for match in _OWN_TAG.finditer(written):
                expression = straighten(match[2])
                if match[1] in _IN_RUN:
                    text.addprevious(self._slot(*_IN_RUN[match[1]], expression))
                elif not self._act(match[1], expression, paragraph):
                    raise MisplacedTagError(match[0])
            text.text = rest
            if not rest:
                emptied.append(text)
        for text in emptied:
            _drop_text(text)

    def _act(self, tag: str, expression: str, paragraph: etree._Element) -> bool:
        if tag in _PARAGRAPH:
            properties = child(paragraph, "pPr")
            self._put(properties, PARAGRAPH_ORDER, *_PARAGRAPH[tag], expression)
        elif tag in _RUN:
            for run in paragraph.findall(w("r")):
                self._put(child(run, "rPr"), RUN_ORDER, *_RUN[tag], expression)
        elif tag in _CELL:
            return self._act_around(paragraph, "tc", CELL_ORDER, _CELL[tag], expression)
        elif tag in _ROW:
            return self._act_around(paragraph, "tr", ROW_ORDER, _ROW[tag], expression)
        elif tag == "grid":
            return self._grid(paragraph, expression)
        else:
            return self._section(tag, paragraph, expression)
        return True

    def _act_around(
        self,
        paragraph: etree._Element,
        kind: str,
        order: list[str],
        what: tuple[str, str],
        expression: str,
    ) -> bool:
        around = next(paragraph.iterancestors(w(kind)), None)
        if around is None:
            return False
        properties = around.find(w(f"{kind}Pr"))
        if properties is None:
            properties = etree.Element(w(f"{kind}Pr"))
            # Exceptions to the table's properties precede those of the row.
            around.insert(1 if around.find(w("tblPrEx")) is not None else 0, properties)
        self._put(properties, order, *what, expression)
        return True

    def _grid(self, paragraph: etree._Element, expression: str) -> bool:
        table = next(paragraph.iterancestors(w("tbl")), None)
        if table is None:
            return False
        self._put(child(table, "tblPr"), TABLE_ORDER, "tblW", _TABLE_WIDTH, expression)
        grid = table.find(w("tblGrid"))
        if grid is None:
            return False
        for column in list(grid):
            grid.remove(column)
        grid.append(self._slot("gridCol", _GRID, expression))
        return True

    def _section(self, tag: str, paragraph: etree._Element, expression: str) -> bool:
        if tag == "section":
            section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
        else:
            section = paragraph.getroottree().getroot().find(f"{w('body')}/{w('sectPr')}")
        if section is None:
            return False
        size, margins = _geometry(section)
        page = _PAGE_SIZE.replace("{size}", size).replace("{margins}", margins)
        former = section.find(w("pgMar"))
        if former is not None:
            section.remove(former)
        self._put(section, SECTION_ORDER, "pgSz", page, expression)
        self._put(section, SECTION_ORDER, "pgNumType", _PAGE_NUMBER, expression)
        self._put(section, SECTION_ORDER, "titlePg", _TITLE_PAGE, expression)
        return True

    def _put(
        self, parent: etree._Element, order: list[str], name: str, text: str, expression: str
    ) -> None:
        for former in parent.findall(f"{{{_SLOT_NS}}}slot"):
            if former.get("for") == w(name):
                parent.remove(former)
        if name == "sz" and (complex_size := parent.find(w("szCs"))) is not None:
            parent.remove(complex_size)
        insert_in_order(parent, self._slot(name, text, expression), name, order)

    def _rich_slot(self, snippet: str) -> etree._Element:
        element = self._slot("r", "", "")
        self.snippets[-1] = snippet
        return element

    def _slot(self, name: str, text: str, expression: str) -> etree._Element:
        element = etree.Element(f"{{{_SLOT_NS}}}slot")
        element.set("for", w(name))
        element.set("n", str(len(self.snippets)))
        # A lone E is the expression; the letter stands in no other place of the texts above.
        self.snippets.append(re.sub(r"\bE\b", lambda _: expression, text))
        return element


def straighten(tag: str) -> str:
    """Undo what Word does to quotation marks as one types them, «such» ones too.

    A tag with straight ones is left alone: the others are part of its text there.
    """
    return tag if _STRAIGHT.search(tag) else tag.translate(_QUOTES)


def _ordinary_spaces(tag: str) -> str:
    """Undo the spaces that do not break, and the signs without width, that Word has put in."""
    return _ODD_SPACE.sub(
        lambda match: match[0] if len(match[0]) > 1 else " " * (match[0] in _WIDE), tag
    )


def _geometry(section: etree._Element) -> tuple[str, str]:
    size = section.find(w("pgSz"))
    margins = section.find(w("pgMar"))
    width_height = [_twips(size, name) for name in ("w", "h")]
    edges = ("left", "right", "top", "bottom", "header", "footer")
    return repr(tuple(width_height)), repr(tuple(_twips(margins, name) for name in edges))


def _twips(element: etree._Element | None, name: str) -> int:
    value = element.get(w(name), "0") if element is not None else "0"
    return int(value) if value.isdecimal() else 0


def _own_texts(paragraph: etree._Element) -> list[etree._Element]:
    """Return the text elements of a paragraph without those of text boxes inside it."""
    return [
        text
        for text in paragraph.iter(w("t"))
        if next(text.iterancestors(w("p")), None) is paragraph
    ]


def _join_tags(texts: list[etree._Element]) -> None:
    """Move each tag that Word has split over runs into the text where it begins."""
    starts = []
    position = 0
    for text in texts:
        starts.append(position)
        position += len(text.text or "")
    whole = "".join(text.text or "" for text in texts)
    pieces = [""] * len(texts)
    index = 0
    tags = {match.start(): match.end() for match in _ANY_TAG.finditer(whole)}
    position = 0
    while position < len(whole):
        while index + 1 < len(texts) and starts[index + 1] <= position:
            index += 1
        end = tags.get(position, position + 1)
        pieces[index] += whole[position:end]
        position = end
    for text, written in zip(texts, pieces, strict=True):
        piece = _ANY_TAG.sub(lambda match: _ordinary_spaces(match[0]), written)
        if (text.text or "") != piece:
            text.text = piece
        if "{" in piece:
            text.set(XML_SPACE, "preserve")


def _drop_text(text: etree._Element) -> None:
    run = text.getparent()
    if run is None:
        return
    run.remove(text)
    around = run.getparent()
    if around is not None and all(part.tag == w("rPr") for part in run):
        around.remove(run)
