"""Page numbers: from the second page, in the middle of the top margin."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.rendering.reading import (
    HeaderFooter,
    Paragraph,
    Place,
    Section,
    Table,
    WordDocument,
    paragraphs_of,
)

__all__ = ["check_page_numbers"]

_EDGE_TOLERANCE = 0.3
_ONE_PAGE = 2200
"""Characters that fill a page at the least: a shorter text may well stand on one."""


def check_page_numbers(subject: Subject) -> Iterator[Fault]:
    """Yield departures of the page numbers."""
    document = subject.document
    clause = subject.expected.rule("page_number")
    if not any(_numbered(item) for section in document.sections for item in section.margins):
        if _has_several_pages(document):
            problem = Message("the pages have no numbers")
            hint = Message("insert the page number in the middle of the header")
            yield Fault(codes.PAGE_NUMBER, problem, Place(1, 1), clause, hint)
        return
    for section in document.sections:
        yield from _unnumbered(section, document, clause)
        for item in _shown(section, document):
            yield from _placed(section, item, subject, clause)
    yield from _first_page(document, clause)


def _numbered(item: HeaderFooter) -> bool:
    return any("PAGE" in paragraph.fields for paragraph in paragraphs_of(item.blocks))


def _shown(section: Section, document: WordDocument) -> Iterator[HeaderFooter]:
    """Yield the headers and footers that a section prints."""
    for item in section.margins:
        if item.kind == "first" and not section.first_differs:
            continue
        if item.kind == "even" and not document.even_differs:
            continue
        yield item


def _has_several_pages(document: WordDocument) -> bool:
    if document.pages > 1:
        return True
    breaks = any(item.breaks_page or item.layout.page_break for item in document.paragraphs[1:])
    parts = sum(not section.continuous for section in document.sections)
    letters = sum(len(item.text) for item in document.paragraphs)
    # A count of one may be left over from the template that the text was poured into.
    most = _ONE_PAGE * 2 if document.pages else _ONE_PAGE
    return breaks or parts > 1 or letters > most


def _unnumbered(section: Section, document: WordDocument, clause: str) -> Iterator[Fault]:
    """Yield the kinds of pages of a section that carry no number but should."""
    if sum(len(item.text) for item in paragraphs_of(section.blocks)) < _ONE_PAGE:
        return  # its only page may well be a first one
    wanted = ["default", *(["even"] if document.even_differs else [])]
    for kind in wanted:
        if any(_numbered(item) and item.kind == kind for item in section.margins):
            continue
        place = Place(section.number, _first(section), "header", variant=kind)
        problem = Message("the pages of a section have no numbers")
        hint = Message(
            "insert the page number in the middle of the header, or link it to the one before"
        )
        yield Fault(codes.PAGE_NUMBER, problem, place, clause, hint)


def _placed(section: Section, item: HeaderFooter, subject: Subject, clause: str) -> Iterator[Fault]:
    for block in item.blocks:
        for paragraph in paragraphs_of((block,)):
            if "PAGE" not in paragraph.fields:
                continue
            if item.story == "footer":
                hint = Message("move it to the middle of the header")
                problem = Message("the page number is at the foot of the page")
                yield Fault(codes.NOT_ON_TOP, problem, paragraph.place, clause, hint)
                continue
            if not _centred(paragraph, block):
                problem = Message("the page number is not in the middle of the line")
                hint = Message("centre the paragraph of the header, without an indent")
                yield Fault(codes.NOT_CENTRED, problem, paragraph.place, clause, hint)
            least = subject.expected.page.header_mm
            if section.page.header_mm < least - _EDGE_TOLERANCE:
                problem = Message(
                    "the header begins {have} mm from the edge, at least {want} mm are wanted",
                    have=round(section.page.header_mm, 1),
                    want=round(least),
                )
                hint = Message("set the distance of the header in the page setup")
                yield Fault(codes.NUMBER_EDGE, problem, paragraph.place, clause, hint)


def _centred(paragraph: Paragraph, block: Paragraph | Table) -> bool:
    layout = paragraph.layout
    if layout.frame is not None:
        return layout.frame.x_align == "center" or layout.alignment == "center"
    if isinstance(block, Table):
        row = next(
            row
            for row in block.rows
            for cell in row.cells
            if paragraph in paragraphs_of(cell.blocks)
        )
        count = len(row.cells)
        middle = row.cells[count // 2]
        return (
            count % 2 == 1
            and paragraph in paragraphs_of(middle.blocks)
            and (layout.alignment == "center")
        )
    if layout.alignment == "center":
        return layout.left_mm - layout.right_mm + layout.first_line_mm < 3
    before = paragraph.text.partition("\t")[0]
    return (
        "\t" in paragraph.text
        and not before.strip()
        and not paragraph.text.startswith("\t\t")
        and layout.tabs[:1] in {("center",), ()}
    )


def _first_page(document: WordDocument, clause: str) -> Iterator[Fault]:
    """Yield a number on the first page of the document, and where numbers begin again."""
    for section in document.sections:
        if section.number > 1 and not section.restarts:
            continue
        kind = "first" if section.first_differs else "default"
        for item in section.margins:
            if item.kind == kind and _numbered(item):
                place = Place(section.number, _first(section), item.story, variant=kind)
                problem = Message("the first page has a number")
                hint = Message("tick «different first page» and empty the header of the first page")
                yield Fault(codes.FIRST_PAGE, problem, place, clause, hint)


def _first(section: Section) -> int:
    return next((item.place.paragraph for item in paragraphs_of(section.blocks)), 1)
