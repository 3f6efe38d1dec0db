"""``roadmapkit pack``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.findings import exit_code, print_findings, strict_option
from roadmapkit.cli.outcome import outcome_record, print_outcome
from roadmapkit.cli.parameters import Argument, Option, folder_option, format_option, quiet_option
from roadmapkit.cli.places import Viewpoint, workspace_option
from roadmapkit.cli.progress import BuildProgress
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["pack_command"]


def pack_command(session: Session) -> Command:
    """Return the command that writes what a party needs of a plan or an act."""

    def pack(
        *,
        document: str,
        party: str,
        certify: str | None,
        points: Sequence[str],
        letter: str | None,
        path: str | None,
        out: str | None,
        output_format: str,
        quiet: bool,
        strict: bool,
    ) -> int:
        workspace = open_from(session, path)
        locale = workspace.locale
        watched = session.console.shows_progress and not quiet
        with BuildProgress(session.say(Message("Building")), shown=watched) as progress:
            result = api.pack(
                workspace,
                document,
                party,
                certify=certify,
                points=points,
                letter=letter,
                out=out,
                language=session.findings_language(locale or "ru"),
                on_progress=progress,
            )
        if output_format == "json":
            language = session.findings_language(locale)
            record = outcome_record(result, sorted(result.blocked), language)
            session.console.print_json(record)
        else:
            print_findings(session, workspace, result.diagnostics, output_format)
            if not quiet:
                shown = Viewpoint(workspace.root, Path.cwd()).outside(result.diagnostics)
                print_outcome(session, result, sorted(result.blocked), shown)
        return exit_code(result.diagnostics, strict=strict)

    return Command(
        "pack",
        session=session,
        summary=Message("Write a party's pack: extract, acquaintance sheet, calendar"),
        details=(
            Message(
                "The extract has only what concerns the party, with the numbers of the original. "
                "A group gets a pack for each member and one sheet for all. The files go to "
                "packs/ID/PARTY in the output folder; a party with nothing to do gets none"
            ),
        ),
        examples=(
            "roadmapkit pack plan-2026 --party shkola-15",
            'roadmapkit pack order-plan-2026 --party "директора школ" --certify sekretar',
        ),
        params=_params(session),
        callback=pack,
    )


def _params(session: Session) -> list[click.Parameter]:
    return [
        Argument(session, "document", metavar="ID", about=Message("Id of a plan or an order")),
        Option(
            session,
            "--party",
            required=True,
            metavar=session.say(Message("PARTY")),
            about=Message("Person, post, organisation or group: an id, or a name as written"),
        ),
        Option(
            session,
            "--certify",
            metavar=session.say(Message("PARTY")),
            about=Message("Post or person that certifies the extracts; by default nobody"),
        ),
        Option(
            session,
            "--point",
            "points",
            multiple=True,
            metavar=session.say(Message("NUMBER")),
            about=Message(
                "Number of a point of the order to print besides, may be given several times"
            ),
        ),
        Option(
            session,
            "--letter",
            metavar="ID",
            about=Message("Id of a letter to go with each pack, addressed to its party"),
        ),
        workspace_option(session),
        folder_option(session),
        format_option(session, "text", "json"),
        quiet_option(session),
        strict_option(session),
    ]
