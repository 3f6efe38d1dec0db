"""``roadmapkit register``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.parameters import Argument, Option, format_option, read_day
from roadmapkit.cli.places import shown_path, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["register_command"]


def register_command(session: Session) -> Command:
    """Return the command that makes a draft a signed act."""

    def register(
        *, document: str, day: date, number: str, path: str | None, output_format: str
    ) -> int:
        done = api.register(open_from(session, path), document, date=day, number=number)
        names = [shown_path(file.resolve(), Path.cwd()) for file in (done.file, done.lock)]
        if output_format == "json":
            record = {
                "document": done.document,
                "date": day.isoformat(),
                "number": number,
                "files": names,
            }
            session.console.print_json(record)
            return 0
        message = Message(
            "{document} is registered: {day}, No. {number}. Changed: {files}. "
            "Commit these files together",
            document=done.document,
            day=day,
            number=number,
            files=names,
        )
        session.console.print(session.say(message))
        return 0

    return Command(
        "register",
        session=session,
        summary=Message("Record date and number of a signed act and seal what it prints"),
        details=(
            Message(
                "State, date and number are written into the file of the act, "
                "its seal into signed.lock.yaml. From then on a change of anything that "
                "the act prints is an error; nothing is written while the act has errors"
            ),
        ),
        examples=("roadmapkit register order-plan-2026 --date 19.01.2026 --number 24",),
        params=[
            Argument(session, "document", metavar="ID", about=Message("Id of the act")),
            Option(
                session,
                "--date",
                "day",
                read=read_day,
                required=True,
                metavar=session.say(Message("DAY")),
                about=Message("Day of signing: 2024-01-31 or 31.01.2024"),
            ),
            Option(
                session,
                "--number",
                required=True,
                metavar=session.say(Message("NUMBER")),
                about=Message("Registration number, as it is printed"),
            ),
            workspace_option(session),
            format_option(session, "text", "json"),
        ],
        callback=register,
    )
