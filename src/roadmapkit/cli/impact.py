"""``roadmapkit impact``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.parameters import Argument, Option, format_option, read_day
from roadmapkit.cli.places import workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message
from roadmapkit.report import translate

if TYPE_CHECKING:
    from roadmapkit.resolve.mentions.items import EntryKind

__all__ = ["impact_command"]


def impact_command(session: Session) -> Command:
    """Return the command that says what names a party, or what another directory changes."""

    def impact(
        *,
        folder: str | None,
        path: str | None,
        since: date | None,
        against: str | None,
        output_format: str,
        **named: str | None,
    ) -> int:
        kind, party = _asked(session, named, against)
        workspace = open_from(session, folder if folder is not None else path)
        if against is not None:
            compared = api.compare_directories(workspace, against)
            if output_format == "json":
                _print_record(session, workspace, compared.to_dict)
                return 0
            from roadmapkit.cli.impact_text import comparison_lines  # loads the models

            lines = comparison_lines(session, workspace, compared)
        else:
            found = api.impact(workspace, party, kind=kind, since=since)
            if output_format == "json":
                _print_record(session, workspace, found.to_dict)
                return 0
            from roadmapkit.cli.impact_text import impact_lines  # loads the models

            lines = impact_lines(session, workspace, found)
        for line in lines:
            session.console.print(line)
        return 0

    return Command(
        "impact",
        session=session,
        summary=Message("Say what names a party, and what a change of the directory touches"),
        details=(
            Message(
                "Acts in force and drafts, their points, signatures, groups and appendices, "
                "activities and their terms; a registered act needs an amending act, a draft is "
                "edited"
            ),
        ),
        examples=(
            "roadmapkit impact --person ivanova --from 2026-03-01",
            'roadmapkit impact --post "директор школы № 15"',
            "git show HEAD~1:directory.yaml > old.yaml && roadmapkit impact --against old.yaml",
        ),
        params=_params(session),
        callback=impact,
    )


def _params(session: Session) -> list[click.Parameter]:
    party = session.say(Message("PARTY"))
    return [
        Argument(
            session,
            "folder",
            required=False,
            metavar=session.say(Message("[PATH]")),
            about=Message("The same as --workspace"),
        ),
        Option(
            session,
            "--person",
            metavar=party,
            about=Message(
                "A person, by id or name: named himself, or by the posts that he holds, the "
                "organisations that he heads, the groups that he is in"
            ),
        ),
        Option(session, "--post", metavar=party, about=Message("A post, by id or title")),
        Option(
            session,
            "--organization",
            metavar=party,
            about=Message("An organisation, by id or name; also by its posts and groups"),
        ),
        Option(
            session,
            "--party",
            metavar=party,
            about=Message("Anybody: a person, a post, an organisation or a group"),
        ),
        Option(
            session,
            "--from",
            "since",
            read=read_day,
            metavar=session.say(Message("DAY")),
            about=Message(
                "Only documents that hold on this day or later, and terms due from it on; posts "
                "and groups of this day count"
            ),
        ),
        Option(
            session,
            "--against",
            metavar=session.say(Message("PATH")),
            about=Message(
                "Instead of a party: another copy of the workspace or of the directory file; "
                "tells which entries differ and what that changes in print"
            ),
        ),
        workspace_option(session),
        format_option(session, "text", "json"),
    ]


def _asked(
    session: Session, named: dict[str, str | None], against: str | None
) -> tuple[EntryKind | None, str]:
    """Return kind and name of the one party that was asked for, both empty for a comparison.

    Raises:
        click.UsageError: None was, or several.
    """
    given = {option: value for option, value in named.items() if value is not None}
    if len(given) + (against is not None) != 1:
        message = Message(
            "Give one of --person, --post, --organization, --party, or --against with a path"
        )
        raise click.UsageError(session.say(message), click.get_current_context())
    if against is not None:
        return None, ""
    option, party = next(iter(given.items()))
    kinds: dict[str, EntryKind] = {
        "person": "person",
        "post": "post",
        "organization": "organization",
    }
    return kinds.get(option), party


def _print_record(
    session: Session,
    workspace: api.Workspace,
    record: Callable[[Callable[[Message], str]], dict[str, Any]],
) -> None:
    language = session.findings_language(workspace.loaded.settings.locale)
    content = record(lambda message: translate(message, language))
    session.console.print_json(content)
