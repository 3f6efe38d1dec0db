"""Findings as text for a person: place, sentence, source line, way out, norm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from roadmapkit.diagnostics import Diagnostic, Message, Severity, Span, sort_diagnostics
from roadmapkit.report.catalogue import translate
from roadmapkit.report.display import visible
from roadmapkit.report.elsewhere import ALSO, elsewhere
from roadmapkit.report.snippet import snippet

__all__ = ["SourceLines", "format_diagnostic", "format_text"]

SourceLines = Callable[[str], Sequence[str] | None]
"""Answers the lines of a file, named as in ``Span.file``; None when they are not to be had."""

SEVERITIES = {
    Severity.ERROR: Message("error"),
    Severity.WARNING: Message("warning"),
    Severity.INFO: Message("note"),
}
HINT = Message("hint")
NORM = Message("norm")


def format_text(
    diagnostics: Iterable[Diagnostic],
    source_lines: SourceLines | None = None,
    *,
    language: str = "ru",
    width: int = 100,
) -> Iterator[str]:
    """Yield one block of lines for each finding, by file, line and code.

    Args:
        diagnostics: The findings, in any order; equal ones are shown once.
        source_lines: Gives the lines to quote; asked once for each file in turn.
        language: ``ru`` or ``en``.
        width: Columns that a quoted source line may take. Sentences are not wrapped.

    Yields:
        Blocks without a line break at the end.
    """
    file, lines = None, None
    for diagnostic in sort_diagnostics(diagnostics):
        if source_lines and diagnostic.span and diagnostic.span.file != file:
            file = diagnostic.span.file
            lines = source_lines(file)
        yield format_diagnostic(diagnostic, lines, language=language, width=width)


def format_diagnostic(
    diagnostic: Diagnostic,
    lines: Sequence[str] | None = None,
    *,
    language: str = "ru",
    width: int = 100,
) -> str:
    """Return one finding as a block of lines.

    Args:
        diagnostic: The finding.
        lines: The file that its span is in, to quote from.
        language: ``ru`` or ``en``.
        width: Columns that the quoted line may take.
    """
    span = diagnostic.span
    severity = translate(SEVERITIES[diagnostic.severity], language)
    message = visible(translate(diagnostic.message, language))
    block = [f"{_place(span)}{severity} {diagnostic.code}: {message}"]
    if span is not None and lines is not None:
        block += snippet(lines, span, width=width)
    if others := elsewhere(diagnostic, language):
        block += _remark(ALSO, others, language)
    if diagnostic.hint is not None:
        block += _remark(HINT, translate(diagnostic.hint, language), language)
    if diagnostic.norm is not None:
        block += _remark(NORM, diagnostic.norm, language)
    return "\n".join(block)


def _place(span: Span | None) -> str:
    return "" if span is None else f"{visible(span.file)}:{span.line}:{span.column}: "


def _remark(label: Message, text: str, language: str) -> list[str]:
    """Return a labelled remark; the lines of an example keep their indentation."""
    first, *others = text.splitlines() or [""]
    name = translate(label, language)
    return [f"  {name}: {visible(first)}", *(f"    {visible(line)}" for line in others)]
