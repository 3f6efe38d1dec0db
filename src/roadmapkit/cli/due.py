"""``roadmapkit due``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from roadmapkit import api, report
from roadmapkit.cli.check import open_from
from roadmapkit.cli.findings import exit_code
from roadmapkit.cli.parameters import Argument, Option, day_option, file_option, format_option
from roadmapkit.cli.places import Viewpoint, shown_path, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message, Severity

__all__ = ["due_command"]

_NO_ALARM = "none"
_FOR_READERS = ("csv", "ics")
"""Formats whose words stand beside those of the documents, wherever the command runs."""


def due_command(session: Session) -> Command:
    """Return the command that tells what falls due when, and makes a calendar of it."""

    def due(
        *,
        ids: Sequence[str],
        path: str | None,
        as_of: date | None,
        within: str | None,
        late: bool,
        party: str | None,
        signed_on: date | None,
        alarms: Sequence[str],
        output_format: str,
        out: str | None,
    ) -> int:
        workspace = open_from(session, path)
        result = api.due(
            workspace,
            ids,
            as_of=as_of or date.today(),  # noqa: DTZ011  # the reader's own day
            within=within,
            late=late,
            party=party,
            signed_on=signed_on,
        )
        locale = workspace.loaded.settings.locale
        language = session.findings_language(locale)
        if output_format in _FOR_READERS:
            language = session.findings_language(locale or "ru")
        content = _content(session, result, output_format, language, alarms)
        if out is not None:
            from roadmapkit.building import write_atomically  # loads the formats of Word

            write_atomically(Path(out), content)
            place = shown_path(Path(out).resolve(), Path.cwd())
            session.console.note(session.say(Message("Written: {path}", path=place)))
        elif output_format == "text":
            session.console.print(content.decode().removesuffix("\n"))
        else:
            session.console.write(content)
        _note_left_out(session, workspace, result)
        if output_format == "ics" and result.agenda.undated:
            count = len(result.agenda.undated)
            message = Message("Not in the calendar, for it has no date: {count}", count=count)
            session.console.note(session.say(message))
        return exit_code(result.diagnostics)

    return Command(
        "due",
        session=session,
        summary=Message("Say what falls due when, for whom, and what is late; make a calendar"),
        details=(
            Message(
                "Terms of plans and of points of orders; what is done and cancelled follows from "
                "the marks of progress. A document with errors is left out"
            ),
        ),
        examples=(
            "roadmapkit due --within 30d",
            "roadmapkit due --late --as-of 2026-03-01",
            'roadmapkit due plan-2026 --party "школа № 15"',
            "roadmapkit due --format ics --out build/plan.ics",
        ),
        params=_params(session),
        callback=due,
    )


def _params(session: Session) -> list[click.Parameter]:
    return [
        Argument(
            session,
            "ids",
            nargs=-1,
            metavar="[ID…]",
            about=Message("Plans, orders or progress, by id; all of them where none is named"),
        ),
        workspace_option(session),
        *_filters(session),
        day_option(session, "--signed-on", Message("Day on which the act was signed")),
        format_option(session, "text", "json", "csv", "ics"),
        file_option(session, Message("File to write to; by default the answer is printed")),
        Option(
            session,
            "--alarm",
            "alarms",
            multiple=True,
            metavar=session.say(Message("TIME")),
            about=Message(
                "When the calendar reminds: 14d, 2w before the day, may be given several times; "
                "by default 7d and 1d, `none` for no reminder"
            ),
        ),
    ]


def _filters(session: Session) -> list[click.Parameter]:
    return [
        day_option(
            session,
            "--as-of",
            Message("Day to look from, 2024-01-31 or 31.01.2024; by default today"),
        ),
        Option(
            session,
            "--within",
            metavar=session.say(Message("TIME")),
            about=Message("Only what falls due from that day on within this time: 30d, 2w, 3m, 1y"),
        ),
        Option(
            session,
            "--late",
            is_flag=True,
            about=Message("Only what is late; with --within both"),
        ),
        Option(
            session,
            "--party",
            metavar=session.say(Message("PARTY")),
            about=Message(
                "Only what concerns a party: an id, or a name as written; also through its "
                "groups, and for an organisation through its posts and people"
            ),
        ),
    ]


def _content(
    session: Session,
    result: api.DueResult,
    output_format: str,
    language: str,
    alarms: Sequence[str],
) -> bytes:
    """Return the answer in the form that was asked for."""
    if output_format == "ics":
        if not alarms:
            return api.export_calendar(result.agenda, language=language)
        chosen = [] if _NO_ALARM in alarms else alarms
        return api.export_calendar(result.agenda, alarms=chosen, language=language)
    if output_format == "csv":
        return api.export_table(result.agenda, language=language)
    if output_format == "json":
        record = api.export_records(result.agenda, language=language)
        record["blocked"] = sorted(result.blocked)
        return f"{json.dumps(record, ensure_ascii=False, indent=2)}\n".encode()
    from roadmapkit.cli.due_text import agenda_lines  # loads the models

    return "".join(f"{line}\n" for line in agenda_lines(session, result.agenda)).encode()


def _note_left_out(session: Session, workspace: api.Workspace, result: api.DueResult) -> None:
    """Tell of the errors on standard error, and of the documents that they keep out."""
    errors = [item for item in result.diagnostics if item.severity is Severity.ERROR]
    if not errors:
        return
    language = session.findings_language(workspace.loaded.settings.locale)
    shown = Viewpoint(workspace.root, Path.cwd()).outside(errors)
    for block in report.format_text(shown, language=language):
        session.console.note(block)
    session.console.note(report.format_summary(shown, language=language))
    if result.blocked:
        message = Message("Left out because of errors: {ids}", ids=sorted(result.blocked))
        session.console.note(session.say(message))
