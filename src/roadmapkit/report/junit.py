"""Findings as the results of tests, which every build server can show."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from xml.sax.saxutils import escape, quoteattr

from roadmapkit.diagnostics import Diagnostic, Message, Severity, sort_diagnostics
from roadmapkit.lazily import regex
from roadmapkit.report.catalogue import translate
from roadmapkit.report.display import visible
from roadmapkit.report.elsewhere import ALSO, elsewhere

__all__ = ["format_junit"]

_UNPRINTABLE = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def format_junit(
    diagnostics: Iterable[Diagnostic],
    files: Iterable[str] = (),
    *,
    language: str = "ru",
    strict: bool = False,
) -> str:
    """Return one suite of tests for each file, and in it one test for each finding.

    A finding that the exit code counts has failed; another is told as skipped, so that a
    green build shows it too. A file without findings has one test, which has passed.

    Args:
        diagnostics: The findings, in any order.
        files: Every file that was checked.
        language: Language of the sentences, ``ru`` or ``en``.
        strict: Warnings fail too.

    Source:
        Schema of the JUnit plugin of Jenkins (junit-10.xsd).
    """
    found: dict[str, list[Diagnostic]] = {file: [] for file in files}
    for finding in sort_diagnostics(diagnostics):
        found.setdefault(finding.span.file if finding.span is not None else "", []).append(finding)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    suites = [_suite(file, items, failing, language) for file, items in sorted(found.items())]
    total = sum(max(len(items), 1) for items in found.values())
    failed = sum(item.severity in failing for items in found.values() for item in items)
    head = f'<testsuites name="roadmapkit" tests="{total}" failures="{failed}" errors="0">'
    body = [line for suite in suites for line in suite]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *body, "</testsuites>"])


def _suite(
    file: str, findings: Collection[Diagnostic], failing: Collection[Severity], language: str
) -> list[str]:
    failed = sum(item.severity in failing for item in findings)
    name = _attribute(file or translate(Message("No file in particular"), language))
    counts = (
        f'tests="{max(len(findings), 1)}" failures="{failed}" errors="0" '
        f'skipped="{len(findings) - failed}"'
    )
    lines = [f"  <testsuite name={name} {counts}>"]
    if not findings:
        lines.append(f'    <testcase name="check" classname={name}/>')
    for item in findings:
        kind = "failure" if item.severity in failing else "skipped"
        message = _attribute(translate(item.message, language))
        lines += [
            f"    <testcase name={_attribute(_title(item))} classname={name}>",
            f"      <{kind} type={_attribute(item.severity.value)} message={message}>"
            f"{escape(_printable(_details(item, language)))}</{kind}>",
            "    </testcase>",
        ]
    return [*lines, "  </testsuite>"]


def _title(item: Diagnostic) -> str:
    place = f" {item.span.line}:{item.span.column}" if item.span is not None else ""
    return f"{item.code}{place}"


def _details(item: Diagnostic, language: str) -> str:
    place = f"{item.span.file}:{item.span.line}:{item.span.column}: " if item.span else ""
    texts = [place + translate(item.message, language)]
    if item.also:
        texts.append(f"{translate(ALSO, language)}: {elsewhere(item, language)}")
    if item.hint is not None:
        texts.append(translate(item.hint, language))
    if item.norm is not None:
        texts.append(item.norm)
    return "\n".join(texts)


def _attribute(text: str) -> str:
    return quoteattr(_printable(visible(text)))


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", text)
