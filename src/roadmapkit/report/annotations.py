"""Findings as annotations of a GitHub workflow run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapkit.diagnostics import Diagnostic, Severity, sort_diagnostics
from roadmapkit.report.catalogue import translate
from roadmapkit.report.elsewhere import ALSO, elsewhere

__all__ = ["format_annotations"]

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def format_annotations(diagnostics: Iterable[Diagnostic], *, language: str = "ru") -> Iterator[str]:
    """Yield one workflow command for each finding, by file, line and code.

    Source:
        GitHub documentation, «Workflow commands for GitHub Actions»: setting an error,
        warning or notice message. Columns count only where the stretch is of one line.
    """
    for diagnostic in sort_diagnostics(diagnostics):
        properties = [f"{name}={_property(value)}" for name, value in _properties(diagnostic)]
        texts = [translate(diagnostic.message, language)]
        if diagnostic.also:
            texts.append(f"{translate(ALSO, language)}: {elsewhere(diagnostic, language)}")
        if diagnostic.hint is not None:
            texts.append(translate(diagnostic.hint, language))
        if diagnostic.norm is not None:
            texts.append(diagnostic.norm)
        command = COMMANDS[diagnostic.severity]
        yield f"::{command} {','.join(properties)}::{_data(chr(10).join(texts))}"


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    span = diagnostic.span
    if span is not None:
        yield "file", span.file
        yield "line", str(span.line)
        if span.end_line == span.line:
            yield "col", str(span.column)
            # The end of a span is exclusive, that of an annotation is not.
            yield "endColumn", str(max(span.end_column - 1, span.column))
        else:
            yield "endLine", str(span.end_line if span.end_column > 1 else span.end_line - 1)
    yield "title", diagnostic.code


def _data(text: str) -> str:
    """Escape what would end a message or be taken for an escape."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
