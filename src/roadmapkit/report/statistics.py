"""How often each kind of finding occurs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity, sort_diagnostics
from roadmapkit.report.catalogue import translate

__all__ = ["format_statistics", "format_statistics_json", "statistics_records"]


def statistics_records(
    diagnostics: Iterable[Diagnostic], codes: Iterable[Code], *, language: str = "ru"
) -> list[dict[str, Any]]:
    """Return a record for each code that occurs, the most frequent first, then by code.

    The keys are ``code``, ``name``, ``summary``, ``count``, ``fixable`` – how many of the
    findings bring a safe fix – and ``severity``, the gravest that was found.

    Args:
        diagnostics: The findings; equal ones count once.
        codes: Every kind of finding.
        language: Of the summaries.
    """
    findings = sort_diagnostics(diagnostics)
    known = {code.id: code for code in codes}
    counts = Counter(item.code for item in findings)
    fixable = Counter(
        item.code for item in findings if item.fix and all(edit.safe for edit in item.fix)
    )
    grades = list(Severity)
    gravest = {
        code: min((item.severity for item in findings if item.code == code), key=grades.index)
        for code in counts
    }
    return [
        {
            "code": code,
            "name": known[code].name if code in known else "",
            "summary": _summary(known.get(code), language),
            "severity": gravest[code].value,
            "count": count,
            "fixable": fixable[code],
        }
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def _summary(code: Code | None, language: str) -> str:
    return translate(Message.of_text(code.summary), language) if code is not None else ""


def format_statistics(
    diagnostics: Iterable[Diagnostic], codes: Iterable[Code], *, language: str = "ru"
) -> Iterator[str]:
    """Yield one line for each code that occurs; ``[*]`` marks what can be mended safely."""
    records = statistics_records(diagnostics, codes, language=language)
    width = max((len(str(record["count"])) for record in records), default=0)
    name = max((len(record["name"]) for record in records), default=0)
    for record in records:
        mark = "[*]" if record["fixable"] else "   "
        yield (
            f"{record['count']:>{width}}  {record['code']}  {mark} "
            f"{record['name']:{name}}  {record['summary']}"
        )
    if any(record["fixable"] for record in records):
        yield translate(Message("[*] can be mended: roadmapkit check --fix"), language)


def format_statistics_json(
    diagnostics: Iterable[Diagnostic], codes: Iterable[Code], *, language: str = "ru"
) -> str:
    """Return the records as a JSON array."""
    records = statistics_records(diagnostics, codes, language=language)
    return json.dumps(records, ensure_ascii=False, indent=2)
