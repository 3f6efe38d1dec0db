"""Findings in the exchange format of static analysis tools."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from roadmapkit import __version__
from roadmapkit.diagnostics import Code, Diagnostic, Severity, Span, sort_diagnostics
from roadmapkit.report.catalogue import translate

__all__ = ["format_sarif"]

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def format_sarif(
    diagnostics: Iterable[Diagnostic], *, language: str = "ru", codes: Iterable[Code] = ()
) -> str:
    """Return the findings as a SARIF log of one run.

    Args:
        diagnostics: The findings, in any order.
        language: Language of the sentences, ``ru`` or ``en``.
        codes: Tables of codes, which give the rules their names and summaries;
            only the codes that occur are listed.

    Source:
        OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0, clauses 3.14,
        3.27 (results), 3.30 (regions: the end column is exclusive) and 3.49 (rules).
    """
    findings = sort_diagnostics(diagnostics)
    known = {code.id: code for code in codes}
    occurring = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "roadmapkit",
                "version": __version__,
                "rules": [_rule(identifier, known.get(identifier)) for identifier in occurring],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, occurring.index(finding.code), language) for finding in findings
        ],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(identifier: str, code: Code | None) -> dict[str, Any]:
    if code is None:
        return {"id": identifier}
    return {
        "id": identifier,
        "name": code.name,
        "shortDescription": {"text": code.summary},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }


def _result(finding: Diagnostic, rule: int, language: str) -> dict[str, Any]:
    texts = [translate(finding.message, language)]
    if finding.hint is not None:
        texts.append(translate(finding.hint, language))
    if finding.norm is not None:
        texts.append(finding.norm)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join(texts)},
    }
    if finding.span is not None:
        result["locations"] = [{"physicalLocation": _location(finding.span)}]
    return result


def _location(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(span.file)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }
