"""Findings as data for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Span, sort_diagnostics
from roadmapkit.report.catalogue import translate

__all__ = ["diagnostic_record", "format_json"]


def diagnostic_record(diagnostic: Diagnostic, *, language: str = "ru") -> dict[str, Any]:
    """Return one finding as plain values.

    The keys are stable and always present: ``code``, ``severity`` (``error``,
    ``warning``, ``info``), ``message``, ``hint``, ``norm``, ``documents``, ``span``
    with ``file``, ``line``, ``column``, ``end_line``, ``end_column``, or null, and ``also``,
    the list of the other places of the same defect.
    Codes and severities do not depend on the language.
    """
    hint = diagnostic.hint
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": translate(diagnostic.message, language),
        "hint": None if hint is None else translate(hint, language),
        "norm": diagnostic.norm,
        "documents": list(diagnostic.documents),
        "span": None if diagnostic.span is None else _span(diagnostic.span),
        "also": [_span(place) for place in diagnostic.also],
    }


def format_json(diagnostics: Iterable[Diagnostic], *, language: str = "ru") -> str:
    """Return the findings as a JSON array, by file, line and code."""
    records = [
        diagnostic_record(diagnostic, language=language)
        for diagnostic in sort_diagnostics(diagnostics)
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)


def _span(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
