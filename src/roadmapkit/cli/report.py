"""``roadmapkit report``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.findings import exit_code, print_findings, strict_option
from roadmapkit.cli.outcome import outcome_record, print_outcome
from roadmapkit.cli.parameters import (
    Argument,
    Option,
    day_option,
    folder_option,
    format_option,
    quiet_option,
    read_day,
)
from roadmapkit.cli.places import Viewpoint, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["report_command"]


def report_command(session: Session) -> Command:
    """Return the command that writes a report that no YAML asks for."""

    def report(
        *,
        document: str,
        as_of: date | None,
        start: date | None,
        end: date | None,
        cumulative: bool,
        path: str | None,
        out: str | None,
        output_format: str,
        quiet: bool,
        strict: bool,
    ) -> int:
        workspace = open_from(session, path)
        if as_of is None and start is None and end is None:
            as_of = date.today()  # noqa: DTZ011  # the reader's own day
        result = api.make_report(
            workspace,
            document,
            as_of=as_of,
            start=start,
            end=end,
            cumulative=cumulative,
            out=out,
        )
        if output_format == "json":
            language = session.findings_language(workspace.loaded.settings.locale)
            record = outcome_record(result, sorted(result.blocked), language)
            session.console.print_json(record)
        else:
            print_findings(session, workspace, result.diagnostics, output_format)
            if not quiet:
                shown = Viewpoint(workspace.root, Path.cwd()).outside(result.diagnostics)
                print_outcome(session, result, sorted(result.blocked), shown)
        return exit_code(result.diagnostics, strict=strict)

    return Command(
        "report",
        session=session,
        summary=Message("Write a report on progress as of any day, or on a span of days"),
        details=(
            Message(
                "Reports that `reports:` asks for are written by `build`. This one goes beside "
                "them, with its day or span in the name of the file; its parts, text and title "
                "are those of the progress document"
            ),
        ),
        examples=(
            "roadmapkit report progress-2026 --as-of 2026-06-30",
            "roadmapkit report progress-2026 --from 2026-04-01 --to 2026-06-30",
            "roadmapkit report progress-2026 --from 01.01.2026 --to 30.06.2026 --cumulative",
        ),
        params=_params(session),
        callback=report,
    )


def _params(session: Session) -> list[click.Parameter]:
    return [
        Argument(session, "document", metavar="ID", about=Message("Id of a progress document")),
        day_option(
            session,
            "--as-of",
            Message("Day of the report, 2024-01-31 or 31.01.2024; by default today"),
        ),
        Option(
            session,
            "--from",
            "start",
            read=read_day,
            metavar=session.say(Message("DAY")),
            about=Message("First day of the span that the report is about"),
        ),
        Option(
            session,
            "--to",
            "end",
            read=read_day,
            metavar=session.say(Message("DAY")),
            about=Message("Last day of the span"),
        ),
        Option(
            session,
            "--cumulative",
            is_flag=True,
            about=Message("Count everything from the beginning of the plan to the last day"),
        ),
        workspace_option(session),
        folder_option(session),
        format_option(session, "text", "json"),
        quiet_option(session),
        strict_option(session),
    ]
