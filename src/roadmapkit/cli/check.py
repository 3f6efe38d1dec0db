"""``roadmapkit check``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from roadmapkit import api, report
from roadmapkit.cli.findings import FORMATS, exit_code, print_findings, strict_option
from roadmapkit.cli.parameters import Argument, Option, format_option
from roadmapkit.cli.places import find_workspace, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["check_command", "open_from"]


def open_from(session: Session, path: str | None) -> api.Workspace:
    """Open the workspace at *path*, or the nearest one where there is no path.

    Raises:
        click.UsageError: It has no files; a check of the wrong folder is no clean check.
    """
    workspace = api.open_workspace(Path(path) if path is not None else find_workspace(Path.cwd()))
    if not workspace.loaded.documents and not workspace.diagnostics:
        message = Message(
            "There is no document in {path}; `roadmapkit init` makes a workspace",
            path=workspace.loaded.path,
        )
        raise click.UsageError(session.say(message), click.get_current_context())
    return workspace


def check_command(session: Session) -> Command:
    """Return the command that checks a workspace and writes nothing."""

    def show(path: str | None, output_format: str) -> api.CheckResult:
        workspace = open_from(session, path)
        result = api.check(workspace)
        print_findings(session, workspace, result.diagnostics, output_format)
        if output_format == "text":
            language = session.findings_language(workspace.loaded.settings.locale)
            session.console.print(report.format_summary(result.diagnostics, language=language))
            if result.unreviewed_forms and not workspace.loaded.forms.exists:
                message = Message(
                    "Case forms that nobody has reviewed: {count}; "
                    "to review them: roadmapkit forms review",
                    count=result.unreviewed_forms,
                )
                session.console.note(session.say(message))
        return result

    def check(
        *, folder: str | None, path: str | None, output_format: str, strict: bool, watch: bool
    ) -> int:
        place = folder if folder is not None else path
        if watch:
            _keep_watch(session, place, output_format, show)
        return exit_code(show(place, output_format).diagnostics, strict=strict)

    return Command(
        "check",
        session=session,
        summary=Message("Check every document and write nothing"),
        details=(
            Message(
                "Exit code: 0 – nothing to put right, 1 – there are errors, "
                "2 – the workspace or the arguments cannot be used"
            ),
        ),
        examples=(
            "roadmapkit check",
            "roadmapkit check --watch",
            "roadmapkit check --format sarif > findings.sarif",
        ),
        params=[
            Argument(
                session,
                "folder",
                required=False,
                metavar=session.say(Message("[PATH]")),
                about=Message("The same as --workspace"),
            ),
            workspace_option(session),
            format_option(session, *FORMATS),
            strict_option(session),
            Option(
                session,
                "--watch",
                is_flag=True,
                about=Message("Check again whenever a file is saved, until Ctrl+C"),
            ),
        ],
        callback=check,
    )


def _keep_watch(
    session: Session,
    place: str | None,
    output_format: str,
    show: Callable[[str | None, str], api.CheckResult],
) -> None:
    """Check again and again.

    Raises:
        click.UsageError: The findings are asked for as a file, of which there is one only.
        KeyboardInterrupt: The person has had enough.
    """
    from roadmapkit.cli.watching import watch

    if output_format != "text":
        message = Message("--watch shows findings as text; leave --format out")
        raise click.UsageError(session.say(message), click.get_current_context())
    root = open_from(session, place).root
    watch(session, root, lambda: show(place, output_format).diagnostics)
