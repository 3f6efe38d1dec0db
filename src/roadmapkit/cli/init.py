"""``roadmapkit init``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from roadmapkit import api
from roadmapkit.cli.parameters import Argument, Option
from roadmapkit.cli.places import shown_path
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["init_command", "read_year"]


def init_command(session: Session) -> Command:
    """Return the command that makes a working workspace."""

    def init(*, folder: str, year: int | None) -> int:
        from roadmapkit.scaffold import workspace_files

        if year is None:
            # The one place that reads the clock: everything below is told the year.
            year = datetime.now().astimezone().year
        root = Path(folder)
        created = api.init_workspace(root, year=year)
        planned = [root / name for name in workspace_files(year)]
        kept = [path for path in planned if path not in created]
        for message, paths in (
            (Message("Created:"), created),
            (Message("Left as they were:"), [path for path in kept if path.exists()]),
        ):
            if paths:
                session.console.print(session.say(message))
            for path in paths:
                session.console.print(f"  {shown_path(path.resolve(), Path.cwd())}")
        if any(not path.exists() for path in kept):
            note = Message("There are documents already, so the example was not added")
            session.console.print(session.say(note))
        session.console.print(_next_steps(session, root))
        return 0

    return Command(
        "init",
        session=session,
        summary=Message("Make a workspace with an example, settings, editor and CI"),
        details=(
            Message(
                "Files that exist are never changed; the example is added only where there "
                "are no documents yet"
            ),
        ),
        examples=("roadmapkit init", "roadmapkit init plans --year 2027"),
        params=[
            Argument(
                session,
                "folder",
                default=".",
                metavar=session.say(Message("[PATH]")),
                about=Message("Folder of the workspace; by default the current one"),
            ),
            Option(
                session,
                "--year",
                read=read_year,
                metavar=session.say(Message("YEAR")),
                about=Message("Year of the example; by default the present one"),
            ),
        ],
        callback=init,
    )


def _next_steps(session: Session, root: Path) -> str:
    where = shown_path(root.resolve(), Path.cwd())
    if where == ".":
        return session.say(Message("Next: roadmapkit check, then roadmapkit build"))
    return session.say(
        Message("Next: cd {folder}, roadmapkit check, roadmapkit build", folder=where)
    )


def read_year(text: str) -> int | Message:
    """Return the year that *text* names, of those that a document can be about."""
    from roadmapkit.scaffold import YEARS

    if text.isascii() and text.isdigit() and int(text) in YEARS:
        return int(text)
    return Message(
        "{value!r} is no year from {first} to {last}", value=text, first=YEARS[0], last=YEARS[-1]
    )
