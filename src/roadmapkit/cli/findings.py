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
from roadmapkit.lazily import regex

if TYPE_CHECKING:
    from roadmapkit.api import Workspace
    from roadmapkit.cli.session import Session

__all__ = ["CHECK_FORMATS", "FORMATS", "exit_code", "print_findings", "print_text", "strict_option"]

FORMATS = ("text", "json", "github", "sarif")
CHECK_FORMATS = (*FORMATS, "gitlab", "junit")

_ROOTS = {"github": "GITHUB_WORKSPACE", "gitlab": "CI_PROJECT_DIR"}
"""Variables that hold the root of the repository, from which a build server names files."""

_PAINT = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_UNDERLINE = regex(r"^(\s+\|\s*)(\^+…?)$", re.MULTILINE)


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
    *,
    strict: bool = False,
) -> None:
    """Write findings about a workspace.

    Files are named from the current folder, for a build server from the root of the
    repository; JSON names them as the workspace does.

    Args:
        session: The call.
        workspace: The workspace, to quote lines from.
        diagnostics: The findings.
        output_format: One of :data:`CHECK_FORMATS`.
        strict: Warnings count as errors do, which reports of tests show.
    """
    language = session.findings_language(workspace.locale)
    if output_format == "json":
        session.console.print(report.format_json(diagnostics, language=language))
        return
    base = session.environ.get(_ROOTS.get(output_format, ""))
    viewpoint = Viewpoint(workspace.root, Path(base) if base else Path.cwd())
    shown = viewpoint.outside(diagnostics)

    def lines(file: str) -> tuple[str, ...] | None:
        return workspace.source_lines(viewpoint.inside(file))

    if output_format == "sarif":
        session.console.print(_sarif(shown, language))
    elif output_format == "github":
        for line in report.format_annotations(shown, language=language):
            session.console.print(line)
    elif output_format == "gitlab":
        from roadmapkit.report.quality import format_quality

        session.console.print(format_quality(shown, lines, language=language))
    elif output_format == "junit":
        from roadmapkit.report.junit import format_junit

        files = [viewpoint.file(file) for file in workspace.files]
        session.console.print(format_junit(shown, files, language=language, strict=strict))
    else:
        print_text(session, shown, lines, language)


def _sarif(diagnostics: Sequence[Diagnostic], language: str) -> str:
    from roadmapkit.api import all_codes, list_rules
    from roadmapkit.report.rules import format_rule

    pages = {rule.code: rule for rule in list_rules()} if diagnostics else {}

    def page(code: str) -> str:
        return format_rule(pages[code], language=language) if code in pages else ""

    return report.format_sarif(diagnostics, language=language, codes=all_codes(), page=page)


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
