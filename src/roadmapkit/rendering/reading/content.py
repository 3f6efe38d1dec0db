"""The text of a document: sections, paragraphs, tables, headers, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from roadmapkit.rendering.ooxml import w
from roadmapkit.rendering.properties import read_custom_properties
from roadmapkit.rendering.reading.data import (
    Block,
    HeaderFooter,
    Paragraph,
    Place,
    Section,
    WordDocument,
    paragraphs_of,
)
from roadmapkit.rendering.reading.measures import attribute, is_on
from roadmapkit.rendering.reading.opening import Parts, open_parts
from roadmapkit.rendering.reading.sections import header_ids, page_of, restarts
from roadmapkit.rendering.reading.story import Story
from roadmapkit.rendering.reading.wrappers import children

__all__ = ["read_document"]

_PAGES = re.compile(rb"<(?:\w+:)?Pages>(\d{1,6})</")
_EXTENDED = "docProps/app.xml"


def read_document(data: bytes) -> WordDocument:
    """Return a Word document as plain data.

    Args:
        data: The file.

    Raises:
        UnreadableDocumentError: Not a .docx, or encrypted, damaged or unsafe.
    """
    parts = open_parts(data)
    story = Story(parts)
    settings = parts.root("settings")
    sections = tuple(_sections(parts, story))
    notes = _footnotes(parts, story)
    if parts.root("comments") is not None and story.comments:
        parts.note("comments", str(story.comments))
    if story.hidden:
        for text in story.hidden[:3]:
            parts.note("hidden", text)
    for text in story.tracked[:3]:
        parts.note("tracked", text)
    pages = _PAGES.search(parts.members.get(_EXTENDED, b""))
    even = settings.find(w("evenAndOddHeaders")) if settings is not None else None
    return WordDocument(
        sections=sections,
        traits={trait: tuple(examples) for trait, examples in sorted(parts.traits.items())},
        even_differs=is_on(even),
        footnotes=notes,
        pages=int(pages[1]) if pages else 0,
        properties=_properties(parts),
    )


def _properties(parts: Parts) -> dict[str, str]:
    try:
        return read_custom_properties(parts.members)
    except (etree.XMLSyntaxError, ValueError):
        parts.note("damaged", "docProps/custom.xml")
        return {}


def _sections(parts: Parts, story: Story) -> Iterator[Section]:
    body = parts.main.find(w("body"))
    if body is None:
        return
    blocks: list[Block] = []
    inherited: dict[tuple[str, str], str] = {}
    number = 1
    last: etree._Element | None = None
    story.begin(number)
    for element in children(body):
        if element.tag == w("sectPr"):
            last = element
            continue
        blocks += story.blocks(element)
        end = element.find(f"{w('pPr')}/{w('sectPr')}") if element.tag == w("p") else None
        if end is not None:
            yield _section(parts, story, end, tuple(blocks), inherited)
            number += 1
            blocks = []
            story.begin(number)
    if blocks or number == 1 or last is not None:
        ending = last if last is not None else etree.Element(w("sectPr"))
        yield _section(parts, story, ending, tuple(blocks), inherited)


def _section(
    parts: Parts,
    story: Story,
    element: etree._Element,
    blocks: tuple[Block, ...],
    inherited: dict[tuple[str, str], str],
) -> Section:
    number = story.numbers.section
    inherited.update(header_ids(element))
    first = next((item.place.paragraph for item in paragraphs_of(blocks)), 1)
    margins = []
    for (kind, variant), identifier in sorted(inherited.items()):
        root = parts.part(parts.by_id.get(identifier))
        if root is not None and kind in {"header", "footer"}:
            place = Place(number, first, "header" if kind == "header" else "footer")
            inner = tuple(story.aside(root, replace(place, variant=variant)))
            margins.append(HeaderFooter("header" if kind == "header" else "footer", variant, inner))
    return Section(
        number=number,
        page=page_of(element),
        blocks=blocks,
        margins=tuple(margins),
        first_differs=is_on(element.find(w("titlePg"))),
        restarts=restarts(element),
        continuous=attribute(element.find(w("type")), "val") == "continuous",
    )


def _footnotes(parts: Parts, story: Story) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for kind in ("footnotes", "endnotes"):
        root = parts.root(kind)
        for note in root if root is not None else ():
            if note.get(w("type"), "normal") == "normal":
                place = Place(1, 1, "footnote")
                found += paragraphs_of(tuple(story.aside(note, place)))
    return tuple(found)
