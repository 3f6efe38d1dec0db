"""Findings in the exchange format of static analysis tools."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import quote

from roadmapkit import __version__
from roadmapkit.diagnostics import Code, Diagnostic, Edit, Message, Severity, Span, sort_diagnostics
from roadmapkit.report.catalogue import translate

__all__ = ["Page", "format_sarif"]

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Page = Callable[[str], str]
"""Answers why a code is checked, as plain text in the language of the report; may be empty."""


def format_sarif(
    diagnostics: Iterable[Diagnostic],
    *,
    language: str = "ru",
    codes: Iterable[Code] = (),
    page: Page | None = None,
    help_base: str = "",
) -> str:
    """Return the findings as a SARIF log of one run.

    Fixes come with the results; of one that a person should look at, the description says so.

    Args:
        diagnostics: The findings, in any order.
        language: Language of the sentences, ``ru`` or ``en``.
        codes: Tables of codes, which give the rules their names and summaries;
            only the codes that occur are listed.
        page: Tells why a rule is one.
        help_base: Address of the folder with a page for each code, if there is one.

    Source:
        OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0, clauses 3.14,
        3.27 (results and their related locations), 3.30 (regions: the end column is
        exclusive), 3.49 (rules) and 3.55 to 3.57 (fixes).
    """
    findings = sort_diagnostics(diagnostics)
    known = {code.id: code for code in codes}
    occurring = sorted({finding.code for finding in findings})
    rules = [
        _rule(identifier, known.get(identifier), language, page, help_base)
        for identifier in occurring
    ]
    run = {
        "tool": {"driver": {"name": "roadmapkit", "version": __version__, "rules": rules}},
        "language": "ru-RU" if language == "ru" else "en-US",
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


def _rule(
    identifier: str, code: Code | None, language: str, page: Page | None, help_base: str
) -> dict[str, Any]:
    if code is None:
        return {"id": identifier}
    summary = translate(Message.of_text(code.summary), language)
    rule: dict[str, Any] = {
        "id": identifier,
        "name": code.name,
        "shortDescription": {"text": summary},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }
    if text := page(identifier) if page is not None else "":
        rule["help"] = {"text": text}
    if help_base:
        rule["helpUri"] = f"{help_base.rstrip('/')}/{identifier}.md"
    return rule


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
    if finding.also:
        result["relatedLocations"] = [
            {"physicalLocation": _location(place)} for place in finding.also
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, language)]
    if finding.norm is not None:
        result["properties"] = {"norm": finding.norm}
    return result


def _fix(edits: Sequence[Edit], language: str) -> dict[str, Any]:
    safe = all(edit.safe for edit in edits)
    described = Message("Mends it safely") if safe else Message("Look at it before you take it")
    files: dict[str, list[dict[str, Any]]] = {}
    for edit in edits:
        replacement = {
            "deletedRegion": _region(edit.span),
            "insertedContent": {"text": edit.text},
        }
        files.setdefault(edit.span.file, []).append(replacement)
    return {
        "description": {"text": translate(described, language)},
        "artifactChanges": [
            {"artifactLocation": {"uri": quote(file)}, "replacements": replacements}
            for file, replacements in files.items()
        ],
    }


def _location(span: Span) -> dict[str, Any]:
    return {"artifactLocation": {"uri": quote(span.file)}, "region": _region(span)}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
