"""How the files of a workspace are called, and by which endings known; loads nothing."""

from __future__ import annotations

__all__ = [
    "BASELINE_NAME",
    "FORMS_LOCK_NAME",
    "MANIFEST",
    "READ",
    "SEALS_NAME",
    "SOURCES",
    "TABLES",
    "TEMPLATES_FOLDER",
    "TEXTS",
]

FORMS_LOCK_NAME = "forms.lock.yaml"
"""The case forms that a person has reviewed."""

SEALS_NAME = "signed.lock.yaml"
"""What registered acts printed when they were signed."""

BASELINE_NAME = "checks.baseline.json"
"""The findings that are known."""

MANIFEST = "manifest.json"
"""The record of an output folder."""

TEMPLATES_FOLDER = "templates"
"""The house's Word templates."""

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
