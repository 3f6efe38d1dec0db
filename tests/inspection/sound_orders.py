"""An order made with python-docx in which nothing departs, to plant faults in."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

from roadmapkit.inspection import InspectionResult, Kind, inspect
from roadmapkit.model.settings import Settings

__all__ = [
    "GOST",
    "body",
    "codes_of",
    "data_table",
    "element",
    "field",
    "inspected",
    "right",
    "saved",
    "sound_order",
    "switch",
]

GOST = Settings(kind="settings")
Plant = Callable[[Document], object]

CLAUSES = (
    "1.\u00a0Утвердить план мероприятий по поддержке школ города на текущий учебный год и "
    "довести его до сведения руководителей (приложение).",
    "2.\u00a0Руководителям школ обеспечить выполнение мероприятий плана в установленные сроки и "
    "представлять сведения о ходе работы ежеквартально.",
    "3.\u00a0Контроль за исполнением настоящего приказа оставляю за собой.",
)
PREAMBLE = (
    "В целях повышения качества общего образования и поддержки школ с низкими результатами "
    "обучения, в соответствии с планом работы управления"
)


def sound_order() -> Document:
    """Return an order with an appendix, sound by both profiles."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name = "Times New Roman"
    normal.font.size = Pt(14)
    fonts = normal.element.rPr.rFonts
    fonts.set(qn("w:hAnsi"), "Times New Roman")
    fonts.set(qn("w:cs"), "Times New Roman")
    _page(document)
    _centred(document, "Управление образования администрации города Ольховска")
    _centred(document, "ПРИКАЗ", bold=True)
    dated = document.add_table(1, 2)
    dated.cell(0, 0).text = "15.01.2024"
    dated.cell(0, 1).text = "№\u00a046"
    _centred(document, "г.\u00a0Ольховск")
    _centred(document, "О поддержке школ города", bold=True)
    verb = body(document, f"{PREAMBLE} ")
    spaced = verb.add_run("приказываю:")
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), "60")
    spaced._r.get_or_add_rPr().append(spacing)
    for clause in CLAUSES:
        body(document, clause)
    signed = document.add_table(1, 2)
    signed.cell(0, 0).text = "Начальник управления"
    signed.cell(0, 1).text = "В.П.\u00a0Рябинина"
    signed.cell(0, 1).paragraphs[0].alignment = ALIGN.RIGHT
    mark = right(document, "Приложение\nк приказу Управления образования\nот 15.01.2024 №\u00a046")
    mark.paragraph_format.page_break_before = True
    _centred(document, "План мероприятий", bold=True)
    data_table(document, 6)
    return document


def inspected(
    document: Document, settings: Settings = GOST, kind: Kind | None = None
) -> InspectionResult:
    """Inspect a document of python-docx."""
    return inspect(saved(document), "приказ.docx", settings, kind)


def codes_of(result: InspectionResult) -> list[str]:
    """Return the codes that were found, each once, sorted."""
    return sorted({finding.code for finding in result.findings})


def saved(document: Document) -> bytes:
    """Return the bytes of a document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def body(document: Document, text: str) -> Paragraph:
    """Add a paragraph of running text as the profiles want it."""
    paragraph = document.add_paragraph(text)
    paragraph.alignment = ALIGN.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(12.5)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    return paragraph


def right(document: Document, text: str) -> Paragraph:
    """Add a paragraph in the right corner."""
    paragraph = document.add_paragraph(text)
    paragraph.paragraph_format.left_indent = Mm(90)
    return paragraph


def data_table(document: Document, rows: int) -> Table:
    """Add a plan of *rows* activities with a heading that repeats and rows that stay whole."""
    table: Table = document.add_table(rows + 1, 4)
    table.style = "Table Grid"
    table.autofit = False
    widths = (Mm(14), Mm(70), Mm(40), Mm(46))
    texts = [("№ п/п", "Мероприятия", "Сроки", "Ответственные")] + [
        (
            f"1.{number}.",
            "Проведение семинара для учителей о подготовке учащихся к итоговой аттестации",
            "март 2024\u00a0г.",
            "Методист управления",
        )
        for number in range(1, rows + 1)
    ]
    for row, line in zip(table.rows, texts, strict=True):
        switch(row, "w:cantSplit")
        for cell, text, width in zip(row.cells, line, widths, strict=True):
            cell.text = text
            cell.width = width
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(12)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    switch(table.rows[0], "w:tblHeader")
    return table


def switch(row: _Row, name: str, *, on: bool = True) -> None:
    """Turn a property of a row on or off."""
    properties = row._tr.get_or_add_trPr()
    for found in properties.findall(qn(name)):
        properties.remove(found)
    if on:
        properties.append(OxmlElement(name))


def field(paragraph: Paragraph, code: str) -> None:
    """Add a field to a paragraph."""
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run()
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {code} "
            run._r.append(instruction)
        elif kind == "text":
            run.text = "2"
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def element(name: str, **attributes: str) -> etree._Element:
    """Return an element of WordprocessingML."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(10)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    field(number, "PAGE")


def _centred(document: Document, text: str, *, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    paragraph.add_run(text).bold = bold
