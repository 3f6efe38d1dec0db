"""Findings in the form that was asked for, and the exit code that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roadmapkit import report
from roadmapkit.cli.parameters import Option
from roadmapkit.cli.places import Viewpoint
from roadmapkit.diagnostics import Diagnostic, Message, Severity, sort_diagnostics

if TYPE_CHECKING:
    from roadmapkit.api import Workspace
    from roadmapkit.cli.session import Session

__all__ = ["FORMATS", "exit_code", "print_findings", "print_text", "strict_option"]

FORMATS = ("text", "json", "github", "sarif")

_PAINT = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_UNDERLINE = re.compile(r"^(\s+\|\s*)(\^+…?)$", re.MULTILINE)


def strict_option(session: Session) -> Option:
    """Return ``--strict``."""
    return Option(
        session,
        "--strict",
        is_flag=True,
        about=Message("Exit code 1 on warnings too, not on errors only"),
    )


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """Return 1 where something has to be put right, 0 otherwise.

    Args:
        diagnostics: The findings.
        strict: Warnings count as errors do.
    """
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(item.severity in failing for item in diagnostics))


def print_findings(
    session: Session,
    workspace: Workspace,
    diagnostics: Sequence[Diagnostic],
    output_format: str,
) -> None:
    """Write findings about a workspace.

    Files are named from the current folder, for annotations from the root of the
    repository; JSON names them as the workspace does.

    Args:
        session: The call.
        workspace: The workspace, to quote lines from.
        diagnostics: The findings.
        output_format: One of :data:`FORMATS`.
    """
    language = session.findings_language(workspace.loaded.settings.locale)
    if output_format == "json":
        session.console.print(report.format_json(diagnostics, language=language))
        return
    base = session.environ.get("GITHUB_WORKSPACE") if output_format == "github" else None
    viewpoint = Viewpoint(workspace.root, Path(base) if base else Path.cwd())
    shown = viewpoint.outside(diagnostics)
    if output_format == "sarif":
        from roadmapkit.api import all_codes

        session.console.print(report.format_sarif(shown, language=language, codes=all_codes()))
    elif output_format == "github":
        for line in report.format_annotations(shown, language=language):
            session.console.print(line)
    else:

        def lines(file: str) -> tuple[str, ...] | None:
            return workspace.source_lines(viewpoint.inside(file))

        print_text(session, shown, lines, language)


def print_text(
    session: Session,
    diagnostics: Sequence[Diagnostic],
    source_lines: report.SourceLines | None = None,
    language: str | None = None,
) -> None:
    """Write findings for a person."""
    language = language or session.language
    blocks = report.format_text(
        diagnostics, source_lines, language=language, width=session.console.width
    )
    for diagnostic, block in zip(sort_diagnostics(diagnostics), blocks, strict=True):
        session.console.print(_painted(block, diagnostic))


def _painted(block: str, diagnostic: Diagnostic) -> str:
    """Return a block with severity and underline in the colour of the severity."""
    color = _PAINT[diagnostic.severity]
    mark = re.compile(rf"(?<!\S)\S+ {re.escape(diagnostic.code)}(?=:)")
    block = mark.sub(lambda match: click.style(match[0], fg=color, bold=True), block, count=1)
    return _UNDERLINE.sub(lambda match: match[1] + click.style(match[2], fg=color), block)
