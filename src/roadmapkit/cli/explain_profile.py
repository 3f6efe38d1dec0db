"""``roadmapkit explain profile``."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.findings import exit_code, print_findings
from roadmapkit.cli.parameters import Argument, format_option
from roadmapkit.cli.places import workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["profile_command"]


def profile_command(session: Session) -> Command:
    """Return the command that shows the layout values and where they come from."""

    def profile(*, name: str | None, path: str | None, output_format: str) -> int:
        workspace = open_from(session, path)
        explained = api.explain_profile(workspace, name)
        if output_format == "json":
            session.console.print_json(explained.to_dict())
        else:
            for line in _lines(session, explained):
                session.console.print(line)
            print_findings(session, workspace, explained.diagnostics, "text")
        return exit_code(explained.diagnostics)

    return Command(
        "profile",
        session=session,
        summary=Message("Every layout value, the clause behind it and what the house has set"),
        details=(
            Message(
                "A value comes from the standard, from the house (then its line is named), or "
                "is custom: the standard leaves it to the organisation"
            ),
        ),
        examples=("roadmapkit explain profile", "roadmapkit explain profile gost-2016"),
        params=[
            Argument(
                session,
                "name",
                required=False,
                metavar="[PROFILE]",
                about=Message("gost-2025 or gost-2016, as it comes; by default that in force"),
            ),
            workspace_option(session),
            format_option(session, "text", "json"),
        ],
        callback=profile,
    )


def _lines(session: Session, explained: api.ProfileExplanation) -> Iterator[str]:
    yield session.say(Message("Format profile: {name}", name=explained.profile))
    section = ""
    for item in explained.values:
        value = item.value
        if value.section != section:
            section = value.section
            yield ""
            yield f"{section}:"
        shown = f"{_shown(session, value.value)} {item.unit}".strip()
        yield f"  {value.key}: {shown} – {_source(session, item)}"


def _source(session: Session, item: api.SetValue) -> str:
    value = item.value
    clause = (
        session.say(Message("custom: the organisation chooses"))
        if value.clause == "custom"
        else value.clause
    )
    if item.span is None:
        return clause
    message = Message(
        "set by the house, {file}:{line}; the profile has {standard} ({clause})",
        file=item.span.file,
        line=item.span.line,
        standard=_shown(session, value.standard),
        clause=clause,
    )
    return session.say(message)


def _shown(session: Session, value: object) -> str:
    if isinstance(value, bool):
        return session.say(Message("yes") if value else Message("no"))
    return f"{value:g}" if isinstance(value, int | float) else str(value)
