"""Findings as a code quality report, which GitLab shows in a merge request."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Severity, sort_diagnostics
from roadmapkit.report.catalogue import translate
from roadmapkit.report.elsewhere import ALSO, elsewhere
from roadmapkit.report.text import SourceLines

__all__ = ["format_quality"]

_GRADES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
_NOWHERE = "roadmapkit.yaml"
"""File that a finding about no file is shown at, for GitLab wants one."""


def format_quality(
    diagnostics: Iterable[Diagnostic],
    source_lines: SourceLines | None = None,
    *,
    language: str = "ru",
) -> str:
    """Return the findings as a JSON array, by file, line and code.

    A fingerprint is made of code, file and the words of the line, not of its number, so that
    a finding is the same one after lines were added above it.

    Args:
        diagnostics: The findings, in any order.
        source_lines: Gives the lines of a file.
        language: Language of the sentences, ``ru`` or ``en``.

    Source:
        GitLab documentation, «Code Quality», «Code Quality report format».
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    records = []
    for finding in sort_diagnostics(diagnostics):
        key = _key(finding, source_lines)
        records.append(_record(finding, _digest(key, seen[key]), language))
        seen[key] += 1
    return json.dumps(records, ensure_ascii=False, indent=2)


def _record(finding: Diagnostic, fingerprint: str, language: str) -> dict[str, Any]:
    span = finding.span
    return {
        "description": _sentence(finding, language),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _GRADES[finding.severity],
        "location": {
            "path": span.file if span is not None else _NOWHERE,
            "lines": {"begin": span.line if span is not None else 1},
        },
    }


def _sentence(finding: Diagnostic, language: str) -> str:
    """Return message, way out and norm on one line, which is all that GitLab shows."""
    texts = [translate(finding.message, language)]
    if finding.also:
        texts.append(f"{translate(ALSO, language)}: {elsewhere(finding, language)}")
    if finding.hint is not None:
        texts.append(translate(finding.hint, language))
    if finding.norm is not None:
        texts.append(finding.norm)
    return ". ".join(" ".join(text.split()) for text in texts)


def _key(finding: Diagnostic, source_lines: SourceLines | None) -> tuple[str, str, str]:
    span = finding.span
    if span is None:
        return (finding.code, "", str(finding.message))
    lines = (source_lines(span.file) if source_lines is not None else None) or ()
    line = lines[span.line - 1].strip() if 0 < span.line <= len(lines) else ""
    return (finding.code, span.file, line)


def _digest(key: tuple[str, str, str], before: int) -> str:
    """Return the fingerprint of a finding, of which *before* others have the same key."""
    return hashlib.sha256("\0".join((*key, str(before))).encode("utf-8")).hexdigest()[:40]
