"""The examples of the checkout, prepared and built once, and their files read back."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table

from roadmapkit import Workspace, open_workspace
from roadmapkit.building import Prepared, prepare, render_targets
from roadmapkit.language import plain
from word_structure import paragraph_text, structure_of

__all__ = [
    "APPENDICES",
    "CHECKOUT",
    "COMPOSED",
    "FILES",
    "IDS",
    "PAPERS",
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
    "berezovorechye-minutes-1",
    "berezovorechye-progress-2021",
    "berezovorechye-roadmap-2021",
    "berezovorechye-roadmap-2021-2022",
    "klyuchevsk-progress-2022",
    "klyuchevsk-roadmap-2022",
    "lazurny-order-41",
    "lazurny-project-2021",
    "lazurny-project-plan-2021",
    "lazurny-roadmap-2021",
    "polyarny-order-318",
    "polyarny-roadmap-2020",
    "quick-start",
    "verkhnelessk-letter-45",
    "verkhnelessk-letter-answer",
    "verkhnelessk-order-27",
    "verkhnelessk-roadmap-2024",
)
"""Documents of the checkout."""

FILES: tuple[str, ...] = (
    "roadmaps/berezovorechye/berezovorechye-minutes-1.docx",
    "roadmaps/berezovorechye/berezovorechye-progress-2021.отчет-2021-07-02.docx",
    "roadmaps/berezovorechye/berezovorechye-roadmap-2021-2022.docx",
    "roadmaps/berezovorechye/berezovorechye-roadmap-2021.docx",
    "roadmaps/klyuchevsk/klyuchevsk-progress-2022.отчет-2022-09-01--2022-12-31-нарастающий.docx",
    "roadmaps/klyuchevsk/klyuchevsk-progress-2022.отчет-2022-11-15.docx",
    "roadmaps/klyuchevsk/klyuchevsk-roadmap-2022.docx",
    "roadmaps/lazurny/lazurny-order-41.docx",
    "roadmaps/lazurny/lazurny-order-41.приложение.docx",
    "roadmaps/lazurny/lazurny-project-2021.docx",
    "roadmaps/lazurny/lazurny-project-plan-2021.docx",
    "roadmaps/lazurny/lazurny-roadmap-2021.docx",
    "roadmaps/polyarny/polyarny-order-318.docx",
    "roadmaps/polyarny/polyarny-order-318.приложение.docx",
    "roadmaps/polyarny/polyarny-roadmap-2020.docx",
    "roadmaps/quick-start.docx",
    "roadmaps/verkhnelessk/verkhnelessk-letter-45.docx",
    "roadmaps/verkhnelessk/verkhnelessk-letter-answer.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.копия.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.лист-ознакомления.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.лист-согласования.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.приложение-1.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.приложение-2.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.публикация.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.сокращения.docx",
    "roadmaps/verkhnelessk/verkhnelessk-order-27.состав-working-group.docx",
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

PAPERS = tuple(
    name
    for name in FILES
    if "order-27." in name and name not in APPENDICES and (not name.endswith("order-27.docx"))
)
"""Files of papers, which print a part of a document, or what nobody else prints."""

COMPOSED = (
    *(name for name in PAPERS if "лист-" in name or "сокращения" in name),
    *(name for name in FILES if "-letter-" in name),
)
"""Files whose words are mostly composed, not written as they stand."""

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
    texts = (plain(paragraph_text(paragraph)) for paragraph in _paragraphs(body))
    return " ".join(text for text in texts if text)


def _paragraphs(body: BaseOxmlElement) -> Iterator[CT_P]:
    return (element for element in body.iter() if isinstance(element, CT_P))


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
    return structure_of(opened_file(name))


def sheets(name: str) -> list[str]:
    """Return the text of each sheet: what stands between turns of the page."""
    _, _, body = structure(name).partition("\n\n")
    return [sheet.rstrip("\n") for sheet in body.split("--- end of section ---\n")]
