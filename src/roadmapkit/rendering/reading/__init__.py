"""A finished .docx of any origin as plain data: what a reader sees, and where it stands.

    document = read_document(data)
    document.sections[0].page.margins.left_mm

Nothing outside this package learns how Word stores it: formatting is resolved through
direct properties, styles, numbering, defaults and the theme.
"""

from __future__ import annotations

from roadmapkit.rendering.reading.codes import CODES
from roadmapkit.rendering.reading.content import read_document
from roadmapkit.rendering.reading.data import (
    Block,
    Cell,
    Frame,
    HeaderFooter,
    Layout,
    Look,
    Page,
    Paragraph,
    Place,
    Row,
    Run,
    Section,
    Table,
    Trait,
    WordDocument,
    paragraphs_of,
)
from roadmapkit.rendering.reading.faults import UnreadableDocumentError

__all__ = [
    "CODES",
    "Block",
    "Cell",
    "Frame",
    "HeaderFooter",
    "Layout",
    "Look",
    "Page",
    "Paragraph",
    "Place",
    "Row",
    "Run",
    "Section",
    "Table",
    "Trait",
    "UnreadableDocumentError",
    "WordDocument",
    "paragraphs_of",
    "read_document",
]
