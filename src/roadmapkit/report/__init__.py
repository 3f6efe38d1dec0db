"""Findings as text, JSON, annotations and SARIF; nothing here decides or prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from

if TYPE_CHECKING:
    from roadmapkit.report.annotations import format_annotations
    from roadmapkit.report.catalogue import LANGUAGES, ngettext, translate
    from roadmapkit.report.records import diagnostic_record, format_json
    from roadmapkit.report.sarif import format_sarif
    from roadmapkit.report.summary import format_summary
    from roadmapkit.report.text import SourceLines, format_diagnostic, format_text

__all__ = [
    "LANGUAGES",
    "SourceLines",
    "diagnostic_record",
    "format_annotations",
    "format_diagnostic",
    "format_json",
    "format_sarif",
    "format_summary",
    "format_text",
    "ngettext",
    "translate",
]

__getattr__ = names_from(
    __name__,
    {
        "annotations": "format_annotations",
        "catalogue": "LANGUAGES ngettext translate",
        "records": "diagnostic_record format_json",
        "sarif": "format_sarif",
        "summary": "format_summary",
        "text": "SourceLines format_diagnostic format_text",
    },
)
