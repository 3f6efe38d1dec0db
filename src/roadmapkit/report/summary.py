"""The closing line: how much was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from roadmapkit.diagnostics import Diagnostic, Message, Severity, sort_diagnostics
from roadmapkit.report.catalogue import ngettext, translate

__all__ = ["format_summary"]


def format_summary(diagnostics: Iterable[Diagnostic], *, language: str = "ru") -> str:
    """Return one line that counts the findings by severity, and the files they are in.

    Args:
        diagnostics: The findings; equal ones count once, as in the other reports.
        language: ``ru`` or ``en``.
    """
    findings = sort_diagnostics(diagnostics)
    if not findings:
        return translate(Message("No findings"), language)
    counts = Counter(finding.severity for finding in findings)
    errors, warnings, notes = (counts[severity] for severity in Severity)
    parts = []
    if errors:
        parts.append(ngettext("{count} error", "{count} errors", errors, language))
    if warnings:
        parts.append(ngettext("{count} warning", "{count} warnings", warnings, language))
    if notes:
        parts.append(ngettext("{count} note", "{count} notes", notes, language))
    files = len({finding.span.file for finding in findings if finding.span is not None})
    if not files:
        return translate(Message("Found: {parts}", parts=parts), language)
    where = ngettext("in {count} file", "in {count} files", files, language)
    return translate(Message("Found: {parts} {where}", parts=parts, where=where), language)
