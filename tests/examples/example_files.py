"""The examples of the checkout, prepared and built once, and their files read back."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

from roadmapkit import Workspace, open_workspace
from roadmapkit.building import Prepared, prepare, render_targets
from roadmapkit.language import plain

__all__ = [
    "APPENDICES",
    "CHECKOUT",
    "FILES",
    "IDS",
    "WHOLE",
    "files",
    "opened_file",
    "prepared",
    "printed",
    "sheets",
    "structure",
    "tables",
    "workspace",
]

CHECKOUT = Path(__file__).parents[2]

IDS = (
    "berezovorechye-progress-2021",
    "berezovorechye-roadmap-2021",
    "berezovorechye-roadmap-2021-2022",
    "klyuchevsk-roadmap-2022",
    "lazurny-order-41",
    "lazurny-roadmap-2021",
    "polyarny-order-318",
    "polyarny-roadmap-2020",
    "quick-start",
    "verkhnelessk-order-27",
    "verkhnelessk-roadmap-2024",
)
"""Documents of the checkout."""

FILES: tuple[str, ...] = (
    "roadmaps/berezovorechye/berezovorechye-progress-2021.отчет-2021-07-02.docx",
    "roadmaps/berezovorechye/berezovorechye-roadmap-2021-2022.docx",
    "roadmaps/berezovorechye/berezovorechye-roadmap-2021.docx",
    "roadmaps/klyuchevsk/klyuchevsk-roadmap-2022.docx",
    "roadmaps/lazurny/lazurny-order-41.docx",
    "roadmaps/lazurny/lazurny-order-41.приложение.docx",
    "roadmaps/lazurny/lazurny-roadmap-2021.docx",
    "roadmaps/polyarny/polyarny-order-318.docx",
    "roadmaps/polyarny/polyarny-order-318.приложение.docx",
    "roadmaps/polyarny/polyarny-roadmap-2020.docx",
    "roadmaps/quick-start.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.приложение-1.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.приложение-2.docx",
    "roadmaps/verkhnelessk/verkhnelessk-roadmap-2024.docx",
)
"""Files that they produce."""

APPENDICES = {
    "roadmaps/lazurny/lazurny-order-41.приложение.docx": ("lazurny-order-41", 1),
    "roadmaps/polyarny/polyarny-order-318.приложение.docx": ("polyarny-order-318", 1),
    "roadmaps/verkhnelessk/verkhnelessk-order-27.приложение-1.docx": ("verkhnelessk-order-27", 1),
    "roadmaps/verkhnelessk/verkhnelessk-order-27.приложение-2.docx": ("verkhnelessk-order-27", 2),
}
"""Files of single appendices: their order, and the place of the sheet in it."""

WHOLE = tuple(name for name in FILES if name not in APPENDICES)
"""The other files."""


@cache
def workspace() -> Workspace:
    return open_workspace(CHECKOUT)


@cache
def prepared() -> Prepared:
    return prepare(workspace().loaded)


@cache
def files() -> Mapping[str, bytes]:
    """Return every produced file by its path."""
    return render_targets(prepared(), workspace().loaded)


@cache
def opened_file(name: str) -> Document:
    return docx.Document(io.BytesIO(files()[name]))


@cache
def printed(name: str) -> str:
    """Return what a file prints, cells and paragraphs in their order, without typography."""
    body = opened_file(name).element.body
    texts = (plain(_text(paragraph)) for paragraph in _paragraphs(body))
    return " ".join(text for text in texts if text)


def _paragraphs(body: BaseOxmlElement) -> Iterator[CT_P]:
    return (element for element in body.iter() if isinstance(element, CT_P))


def _text(paragraph: CT_P) -> str:
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    parts = paragraph.iter(qn("w:t"), *marks)
    return "".join(marks.get(str(part.tag), part.text or "") for part in parts)


def tables(name: str) -> list[Table]:
    """Return the tables of a file that have a repeated heading: those of plans and data."""
    document = opened_file(name)
    return [
        Table(table, document)
        for table in document.element.body.iter(qn("w:tbl"))
        if table.find(f".//{qn('w:tblHeader')}") is not None
    ]


def structure(name: str) -> str:
    """Return text and structure of a file as lines that a person can read."""
    document = opened_file(name)
    lines = [f"{key}: {value}" for key, value in _properties(document)]
    for number, section in enumerate(document.sections, start=1):
        width, height = section.page_width, section.page_height
        sides = (section.left_margin, section.right_margin, section.top_margin)
        margins = [round(side.mm) for side in (*sides, section.bottom_margin) if side is not None]
        assert width is not None
        assert height is not None
        lines.append(
            f"section {number}: {round(width.mm)} × {round(height.mm)} mm, margins {margins}, "
            f"header {_texts(section.header.paragraphs)}, first page "
            f"{_texts(section.first_page_header.paragraphs)}"
            f"{' of its own' if section.different_first_page_header_footer else ''}"
        )
    lines.append("")
    for block in document.element.body:
        lines.extend(_block(block, document))
    return "\n".join(line.replace("\u00a0", "␣") for line in lines) + "\n"


def sheets(name: str) -> list[str]:
    """Return the text of each sheet: what stands between turns of the page."""
    _, _, body = structure(name).partition("\n\n")
    return [sheet.rstrip("\n") for sheet in body.split("--- end of section ---\n")]


def _properties(document: Document) -> Iterator[tuple[str, str]]:
    yield "title", document.core_properties.title
    yield "language", document.core_properties.language


def _texts(paragraphs: list[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def _block(block: object, document: Document) -> Iterator[str]:
    if isinstance(block, CT_P):
        style = Paragraph(block, document).style
        name = f"[{style.name if style else ''}] "
        yield f"{name}{_folded(block)}".rstrip()
        if block.find(f".//{qn('w:sectPr')}") is not None:
            yield "--- end of section ---"
    elif isinstance(block, CT_Tbl):
        yield f"table {[round(column.w.mm) for column in block.tblGrid.gridCol_lst if column.w]} mm"
        for row in block.tr_lst:
            repeated = row.find(f".//{qn('w:tblHeader')}") is not None
            cells = " | ".join(_cell(cell, document) for cell in row.tc_lst)
            yield f"  {'heading' if repeated else 'row'}: {cells}"


def _cell(cell: CT_Tc, document: Document) -> str:
    """Return a cell as «(style, span, merging) text / text»."""
    paragraphs = list(cell.p_lst)
    styles = [Paragraph(paragraph, document).style for paragraph in paragraphs]
    names = dict.fromkeys(str(style.name) for style in styles if style is not None)
    marks = [name for name in names if name != "Таблица – текст"]
    marks += [f"{cell.grid_span} columns"] if cell.grid_span > 1 else []
    marks += [f"merge {cell.vMerge}"] if cell.vMerge else []
    text = " / ".join(_folded(paragraph) for paragraph in paragraphs)
    return f"({', '.join(marks)}) {text}" if marks else text


def _folded(paragraph: CT_P) -> str:
    """Return a paragraph as one line, its line breaks as «⏎»."""
    return _text(paragraph).replace("\n", " ⏎ ").replace("\t", " ⇥ ")
