"""By which endings of names a workspace's files are known; this module loads nothing."""

from __future__ import annotations

__all__ = ["READ", "SOURCES", "TABLES", "TEXTS"]

SOURCES = (".yaml", ".yml")
"""Documents, directories, settings, locks."""

TEXTS = (".md", ".markdown", ".txt")
"""Running text that a document names."""

TABLES = (".csv", ".tsv")
"""Tables of data that a document names."""

_PICTURES = (".png", ".jpg", ".jpeg")
_SCHEMAS = (".json",)
_TEMPLATES = (".docx",)

READ = frozenset({*SOURCES, *TEXTS, *TABLES, *_PICTURES, *_SCHEMAS, *_TEMPLATES})
"""All that a check or a build may read."""
