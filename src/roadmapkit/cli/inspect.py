"""``roadmapkit inspect``."""

from __future__ import annotations

import glob
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roadmapkit import api, report
from roadmapkit.cli.findings import FORMATS, exit_code, print_text, strict_option
from roadmapkit.cli.parameters import Argument, Option, format_option
from roadmapkit.cli.places import find_workspace, shown_path, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message
from roadmapkit.report import translate

if TYPE_CHECKING:
    from roadmapkit.inspection import InspectionResult

__all__ = ["inspect_command"]

_PROFILES = ("gost-2025", "gost-2016")
_KINDS = (
    *("order", "plan", "minutes", "report", "program", "letter"),
    *("extract", "acquaintance", "approval", "list", "other"),
)
_UNREADABLE = 2
_STATES = {"registered": Message("registered"), "draft": Message("draft")}
_KIND_WORDS = {
    "order": Message("act"),
    "plan": Message("plan"),
    "minutes": Message("minutes"),
    "report": Message("report"),
    "program": Message("programme"),
    "extract": Message("extract"),
    "letter": Message("letter"),
    "acquaintance": Message("acquaintance sheet"),
    "approval": Message("approval sheet"),
    "list": Message("list"),
    "other": Message("document of another kind"),
}


def inspect_command(session: Session) -> Command:
    """Return the command that holds Word documents against a format profile."""

    def inspect(
        *,
        files: tuple[str, ...],
        profile: str | None,
        kind: str | None,
        path: str | None,
        output_format: str,
        strict: bool,
    ) -> int:
        workspace = _workspace(path)
        results = [
            api.inspect_document(file, profile=profile, kind=kind, workspace=workspace, name=shown)
            for file, shown in _named(session, files, output_format)
        ]
        locale = workspace.loaded.settings.locale if workspace is not None else None
        _print(session, results, output_format, session.findings_language(locale))
        if not all(result.readable for result in results):
            return _UNREADABLE
        found = [item for result in results for item in result.diagnostics]
        return exit_code(found, strict=strict)

    return Command(
        "inspect",
        session=session,
        summary=Message("Say where Word documents, of any origin, depart from the format profile"),
        details=(
            Message(
                "Looks at pages, fonts, spacing, page numbers, requisites, tables and typography; "
                "each finding has its place and the clause of the standard; nothing is changed"
            ),
            Message(
                "Exit code: 0 – the files were inspected, 1 – with --strict: there are warnings, "
                "2 – a file cannot be read, or the arguments cannot be used"
            ),
        ),
        examples=(
            "roadmapkit inspect build/roadmaps/*.docx",
            "roadmapkit inspect приказ.docx --profile gost-2016 --strict",
            "roadmapkit inspect приказ.docx --format json",
        ),
        params=_params(session),
        callback=inspect,
    )


def _params(session: Session) -> list[click.Parameter]:
    return [
        Argument(
            session,
            "files",
            nargs=-1,
            required=True,
            metavar=session.say(Message("FILE …")),
            about=Message("Word documents (.docx)"),
        ),
        Option(
            session,
            "--profile",
            words=_PROFILES,
            about=Message("Format profile; by default that of the workspace, else gost-2025"),
        ),
        Option(
            session,
            "--kind",
            words=_KINDS,
            about=Message("What the documents are; by default it is told by what they say"),
        ),
        workspace_option(session),
        format_option(session, *FORMATS),
        strict_option(session),
    ]


def _workspace(path: str | None) -> api.Workspace | None:
    """Return the workspace whose settings count; None where there is none."""
    if path is not None:
        return api.open_workspace(Path(path))
    found = find_workspace(Path.cwd())
    settings = found / "roadmapkit.yaml"
    return api.open_workspace(found) if settings.is_file() else None


def _named(session: Session, files: Sequence[str], output_format: str) -> Iterator[tuple[str, str]]:
    """Yield each file with the name that the reader, or his repository, knows it by.

    Patterns are resolved here too, for consoles that do not.
    """
    root = session.environ.get("GITHUB_WORKSPACE") if output_format == "github" else None
    base = Path(root or Path.cwd()).resolve()
    for file in files:
        matches = [] if Path(file).exists() else sorted(glob.glob(file, recursive=True))  # noqa: PTH207  # the pattern may be absolute
        for match in matches or [file]:
            yield match, shown_path(Path(match).resolve(), base)


def _print(
    session: Session, results: Sequence[InspectionResult], output_format: str, language: str
) -> None:
    found = [item for result in results for item in result.diagnostics]
    if output_format == "json":
        records = [
            result.to_dict(lambda message: translate(message, language)) for result in results
        ]
        session.console.print(json.dumps(records, ensure_ascii=False, indent=2))
    elif output_format == "sarif":
        from roadmapkit.inspection import CODES

        session.console.print(report.format_sarif(found, language=language, codes=CODES))
    elif output_format == "github":
        for line in report.format_annotations(found, language=language):
            session.console.print(line)
    else:
        for result in results:
            _print_result(session, result, language)
        session.console.print(report.format_summary(found, language=language))


def _print_result(session: Session, result: InspectionResult, language: str) -> None:
    """Write what was inspected, then its findings with the texts that they are about."""
    if result.readable:
        heading = Message(
            "{file}: {kind}, profile {profile}",
            file=result.file,
            kind=_kind(result),
            profile=result.profile,
        )
        session.console.print(click.style(translate(heading, language), bold=True))
    print_text(session, result.diagnostics, lambda _: result.paragraphs, language)


def _kind(result: InspectionResult) -> Message:
    kind = _KIND_WORDS[result.kind or "other"]
    state = _STATES.get(result.state or "")
    return kind if state is None else Message("{kind} ({state})", kind=kind, state=state)
