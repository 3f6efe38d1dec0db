"""``roadmapkit schema``."""

from __future__ import annotations

import json
from pathlib import Path

from roadmapkit import api
from roadmapkit.cli.parameters import file_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["schema_command"]


def schema_command(session: Session) -> Command:
    """Return the command that gives the JSON Schema to editors and programs."""

    def schema(out: str | None) -> int:
        text = json.dumps(api.json_schema(), ensure_ascii=False, indent=2)
        if out is None:
            session.console.print(text)
            return 0
        from roadmapkit.building.output.writing import write_atomically

        write_atomically(Path(out), f"{text}\n".encode())
        session.console.note(session.say(Message("Written: {files}", files=[out])))
        return 0

    return Command(
        "schema",
        session=session,
        summary=Message("Print the JSON Schema of the YAML files"),
        details=(
            Message(
                "An editor completes and checks the files with it; "
                "`roadmapkit init` writes the settings of the editor"
            ),
        ),
        examples=("roadmapkit schema --out schemas/roadmapkit.schema.json",),
        params=[file_option(session, Message("File to write instead of standard output"))],
        callback=schema,
    )
