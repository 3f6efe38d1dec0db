"""What a finished .docx says: paragraphs, cells and notes in reading order, and their look.

Reads files of unknown origin – Word's own, LibreOffice's, damaged ones – and writes none.
"""

from __future__ import annotations

from roadmapkit.rendering.contents.model import (
    Block,
    CellPlace,
    Comment,
    Contents,
    Form,
    Look,
    Page,
    Saved,
    TableForm,
    Tracked,
)
from roadmapkit.rendering.contents.reading import UnreadableFileError, read_contents
from roadmapkit.rendering.digest import CONTENT_DIGEST, content_digest

__all__ = [
    "CONTENT_DIGEST",
    "Block",
    "CellPlace",
    "Comment",
    "Contents",
    "Form",
    "Look",
    "Page",
    "Saved",
    "TableForm",
    "Tracked",
    "UnreadableFileError",
    "content_digest",
    "read_contents",
]
