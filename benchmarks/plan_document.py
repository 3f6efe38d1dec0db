"""A plan of five columns to measure rendering on: its template, its values, and two peers.

The template is written as a house writes one, with docxtpl's tags in the rows of a table;
docxtpl, the library and the XML written by hand all print the same values with it.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from markupsafe import escape

from roadmapkit.documents.page_layout import PageView
from roadmapkit.documents.view import (
    Cell,
    DocumentView,
    PartView,
    Row,
    SheetView,
    TableColumn,
    TableView,
)

__all__ = [
    "HEADING",
    "ROWS",
    "ByHand",
    "by_docxtpl",
    "plan_rows",
    "plan_view",
    "text_of",
    "write_template",
]

HEADING = ("№ п/п", "Мероприятия", "Сроки", "Ответственные", "Ожидаемый результат")
ROWS = "sheets[0].parts[0].table.rows"
_WIDTHS = (14.0, 70.0, 35.0, 45.0, 55.0)
_MONTHS = ("январь", "март", "июнь", "сентябрь", "ноябрь")
_PEOPLE = ("Методический отдел", "Руководители школ", "Кураторы", "Отдел оценки качества")


def plan_rows(count: int, number: int = 1) -> list[tuple[str, ...]]:
    """Return the texts of a plan; plans of other numbers differ in every row."""
    return [
        (
            f"{index // 12 + 1}.{index % 12 + 1}.",
            f"Провести семинар № {index + 1} для учителей школ округа № {number} "
            "по подготовке обучающихся к государственной итоговой аттестации",
            f"до 15\N{NO-BREAK SPACE}{_MONTHS[(index + number) % 5]} 2024\N{NO-BREAK SPACE}г.",
            f"{_PEOPLE[index % 4]}, Ильинская\N{NO-BREAK SPACE}Т.П.",
            f"Справка № {number * 100 + index} & рекомендации «Подготовка: шаг {index % 7}»",
        )
        for index in range(count)
    ]


def plan_view(rows: list[tuple[str, ...]], number: int = 1) -> DocumentView:
    """Return the view model of a plan."""
    cells = [
        tuple(
            Cell(lines=(text,), width_mm=width) for text, width in zip(texts, _WIDTHS, strict=True)
        )
        for texts in rows
    ]
    table = TableView(
        columns=tuple(map(TableColumn, _WIDTHS)),
        heading=(Row(tuple(Cell(lines=(text,)) for text in HEADING)),),
        rows=tuple(map(Row, cells)),
    )
    page = PageView(
        portrait=(30, 10, 20, 20),
        landscape=(20, 10, 20, 20),
        header_mm=10,
        font="Times New Roman",
        font_pt=14,
        table_font_pt=12,
        line_spacing=1.15,
        first_line_mm=12.5,
        corner_mm=80,
    )
    title = f"План мероприятий округа № {number} на 2024 год"
    sheet = SheetView(stamps=(), title=(title,), parts=(PartView("plan", table=table),))
    return DocumentView("roadmap", f"plan-{number}", title, page, None, (sheet,))


def write_template(path: Path, *, sections: bool = False) -> None:
    """Write the template, as somebody would make it in Word: looks stand at each run.

    Args:
        path: The file.
        sections: Whether rows with the title of a section stand between the others.
    """
    import docx
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    document.add_heading("{{ title }}", level=1)
    values = tuple(f"{{{{ row.cells[{column}].lines[0] }}}}" for column in range(5))
    choice = (
        [_alone("{%tr if row.kind == 'section' %}"), _alone(values[0]), _alone("{%tr else %}")]
        if sections
        else []
    )
    closing = [_alone("{%tr endif %}")] if sections else []
    loop = _alone(f"{{%tr for row in {ROWS} %}}"), _alone("{%tr endfor %}")
    texts = [HEADING, loop[0], *choice, values, *closing, loop[1]]
    table = document.add_table(rows=len(texts), cols=5, style="Table Grid")
    for place, (row, written) in enumerate(zip(table.rows, texts, strict=True)):
        for cell, text, width in zip(row.cells, written, _WIDTHS, strict=True):
            cell.width = Mm(width)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = cell.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.line_spacing = 1.0
            run = paragraph.add_run(text)
            run.bold = place == 0
            run.font.name, run.font.size = "Times New Roman", Pt(12)
            fonts = run._element.rPr.rFonts  # python-docx names two scripts of four
            for script in ("w:cs", "w:eastAsia"):
                fonts.set(qn(script), "Times New Roman")
    document.save(str(path))


def _alone(text: str) -> tuple[str, ...]:
    return (text, "", "", "", "")


def text_of(document: bytes) -> list[str]:
    """Return the texts of the paragraphs of a document, for comparison."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{space}t"))
        for paragraph in root.iter(f"{space}p")
    ]


def by_docxtpl(template: Path, context: dict[str, Any]) -> bytes:
    """Return the document as docxtpl makes it; autoescape, or it loses ``&``."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class ByHand:
    """The lower bound: the same document put together by string formatting and zipfile.

    Args:
        template: The template.
    """

    def __init__(self, template: Path) -> None:
        from docxtpl import DocxTemplate

        with zipfile.ZipFile(template) as archive:
            self._members = {name: archive.read(name) for name in archive.namelist()}
        source = DocxTemplate(None).patch_xml(self._members["word/document.xml"].decode())
        head, rest = source.split(f"{{% for row in {ROWS} %}}")
        row, self._tail = rest.split("{% endfor %}")
        self._head, self._title = head.split("{{ title }}")
        self._pieces = [row.split("{{ row.cells[0].lines[0] }}")[0]]
        for column in range(5):
            after = row.split(f"{{{{ row.cells[{column}].lines[0] }}}}")[1]
            self._pieces.append(after.split("{{ row.cells")[0])

    def document(self, title: str, rows: list[tuple[str, ...]]) -> bytes:
        """Return the document."""
        p0, p1, p2, p3, p4, p5 = self._pieces
        body = "".join(
            [
                f"{p0}{escape(a)}{p1}{escape(b)}{p2}{escape(c)}{p3}{escape(d)}{p4}{escape(e)}{p5}"
                for a, b, c, d, e in rows
            ]
        )
        xml = f"{self._head}{escape(title)}{self._title}{body}{self._tail}"
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, data in self._members.items():
                archive.writestr(name, xml if name == "word/document.xml" else data)
        return buffer.getvalue()
