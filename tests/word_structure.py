"""Text and structure of a Word document as lines that a person can read."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

__all__ = ["paragraph_text", "structure_of"]


def structure_of(document: Document) -> str:
    """Return text and structure of a document as lines that a person can read."""
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


def paragraph_text(paragraph: CT_P) -> str:
    """Return the text of a paragraph with its line breaks and tabs."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    parts = paragraph.iter(qn("w:t"), *marks)
    return "".join(marks.get(str(part.tag), part.text or "") for part in parts)


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
    return paragraph_text(paragraph).replace("\n", " ⏎ ").replace("\t", " ⇥ ")
