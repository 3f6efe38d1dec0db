"""``roadmapkit baseline``."""

from __future__ import annotations

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.parameters import Option
from roadmapkit.cli.places import workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["baseline_command"]


def baseline_command(session: Session) -> Command:
    """Return the command that remembers today's findings, so that a check tells new ones."""

    def baseline(*, path: str | None, remove: bool) -> int:
        workspace = open_from(session, path)
        if remove:
            removed = api.remove_baseline(workspace)
            said = Message("The baseline is deleted; everything is told again")
            none = Message("There is no baseline")
            session.console.note(session.say(said if removed else none))
            return 0
        written = api.write_baseline(workspace)
        message = Message(
            "Written: {file}; known findings: {count}; a check tells only new ones now",
            file=written.path.name,
            count=written.known,
        )
        session.console.note(session.say(message))
        return 0

    return Command(
        "baseline",
        session=session,
        summary=Message("Take today's findings as known, so that a check tells only new ones"),
        details=(
            Message(
                "For old plans whose findings nobody is going to mend. A finding is told again "
                "when its line changes; errors that keep a document from being made stay"
            ),
        ),
        examples=("roadmapkit baseline", "roadmapkit baseline --remove"),
        params=[
            workspace_option(session),
            Option(
                session,
                "--remove",
                is_flag=True,
                about=Message("Delete the file, so that everything is told again"),
            ),
        ],
        callback=baseline,
    )
