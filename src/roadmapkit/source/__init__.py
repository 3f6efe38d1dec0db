"""YAML text into plain values, each with its place in the file.

Knows YAML and the slips of its authors; knows nothing of what a key means.
"""

from roadmapkit.source import codes, csv_codes
from roadmapkit.source.appending import append_items
from roadmapkit.source.csv_text import parse_csv
from roadmapkit.source.document import (
    BrokenDocument,
    NodePath,
    Origin,
    ParsedSource,
    SourceDocument,
)
from roadmapkit.source.edit import replace_values
from roadmapkit.source.parse import parse_source
from roadmapkit.source.read import MAX_BYTES, read_source
from roadmapkit.source.text import SourceText

CODES = (*codes.CODES, *csv_codes.CODES)
"""Every kind of finding of this package."""

__all__ = [
    "CODES",
    "MAX_BYTES",
    "BrokenDocument",
    "NodePath",
    "Origin",
    "ParsedSource",
    "SourceDocument",
    "SourceText",
    "append_items",
    "parse_csv",
    "parse_source",
    "read_source",
    "replace_values",
]
