"""``roadmapkit new roadmap|program|order|minutes|progress``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.findings import print_text
from roadmapkit.cli.init import read_year
from roadmapkit.cli.parameters import Option, format_option
from roadmapkit.cli.places import Viewpoint, shown_path, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

if TYPE_CHECKING:
    import click

    from roadmapkit.api import Workspace
    from roadmapkit.scaffold.drafts import Draft

__all__ = ["draft_commands"]

_SUMMARIES = {
    "roadmap": Message("Make next year's draft of a plan, or a plan to begin with"),
    "program": Message("Make next year's draft of a programme, or one to begin with"),
    "order": Message("Make next year's draft of an order, or an order to begin with"),
    "minutes": Message("Make next year's draft of minutes, or minutes to begin with"),
    "progress": Message("Make the progress of next year's plan, or of a plan that has none"),
}
_EXAMPLES = {
    "roadmap": "roadmapkit new roadmap --from plan-2024 --shift 1y",
    "program": "roadmapkit new program --from program-2024 --id program-2025",
    "order": "roadmapkit new order --from order-plan-2024 --diff",
    "minutes": "roadmapkit new minutes --from minutes-2024-1",
    "progress": "roadmapkit new progress --plan plan-2025",
}


def draft_commands(session: Session) -> list[Command]:
    """Return the commands that make documents, one a kind."""
    return [_command(session, kind) for kind in _SUMMARIES]


def _command(session: Session, kind: str) -> Command:
    def new(
        *,
        pattern: str | None,
        shift: str | None,
        id_: str | None,
        out: str | None,
        plan: str | None,
        year: int | None,
        whole_file: bool,
        dry_run: bool,
        diff: bool,
        path: str | None,
        output_format: str,
    ) -> int:
        workspace = open_from(session, path)
        if pattern is not None:
            _refuse({"--plan": plan, "--year": year}, "--from")
            draft = api.shift_document(
                workspace,
                pattern,
                shift=shift or "1y",
                kind=kind,
                id=id_,
                file=out,
                whole_file=whole_file,
            )
        else:
            _require_from({"--shift": shift, "--whole-file": whole_file, "--diff": diff})
            # A command may read the clock: everything below is told the year.
            present = datetime.now().astimezone().year
            draft = api.new_document(
                workspace, kind, year=year or present, id=id_, file=out, plan=plan
            )
        written = not (dry_run or diff)
        if written:
            api.write_draft(workspace, draft)
        if output_format == "json":
            session.console.print_json({**draft.to_dict(session.say), "written": written})
        elif diff:
            for line in _difference(draft):
                session.console.print(line)
        else:
            _tell(session, workspace, draft, written=written)
        return 0

    return Command(
        kind,
        session=session,
        summary=_SUMMARIES[kind],
        details=(
            Message(
                "With --from the document is copied with its terms, period and titles shifted; "
                "comments and layout stay. What is not surely a year of the plan is not "
                "shifted but listed: dates and numbers of acts, quoted titles, other years. "
                "Without --from a commented document to begin with is written. A file that "
                "exists is never changed"
            ),
        ),
        examples=(_EXAMPLES[kind],),
        params=_options(session),
        callback=new,
    )


def _options(session: Session) -> list[click.Parameter]:
    id_word, file_word = session.say(Message("ID")), session.say(Message("FILE"))
    return [
        Option(session, "--from", "pattern", metavar=id_word,
               about=Message("Id of the document to make the draft from")),
        Option(session, "--shift", metavar="1y",
               about=Message("By how many whole years: 1y, 2y, -1y, 12m; by default 1y")),
        Option(session, "--id", "id_", metavar=id_word,
               about=Message("Id of the new document; by default with the years shifted")),
        Option(session, "-o", "--out", metavar=file_word,
               about=Message("File to write; by default beside the document it is made from")),
        Option(session, "--whole-file", is_flag=True,
               about=Message("Take every document of the file: the plan and its order")),
        Option(session, "--plan", metavar=id_word,
               about=Message("Plan of a document to begin with")),
        Option(session, "--year", read=read_year, metavar=session.say(Message("YEAR")),
               about=Message("Year of a document to begin with; by default the present one")),
        Option(session, "-n", "--dry-run", is_flag=True,
               about=Message("Tell what would be shifted and write nothing")),
        Option(session, "--diff", is_flag=True,
               about=Message("Show the difference line by line and write nothing")),
        workspace_option(session),
        format_option(session, "text", "json"),
    ]  # fmt: skip


def _refuse(given: dict[str, object], with_: str) -> None:
    for name, value in given.items():
        if value is not None:
            message = Message("{option} does not go with {other}", option=name, other=with_)
            raise ArgumentError(message, argument=name, value=value)


def _require_from(given: dict[str, object]) -> None:
    for name, value in given.items():
        if value:
            message = Message("{option} needs --from: name the document to shift", option=name)
            raise ArgumentError(message, argument=name, value=value)


def _difference(draft: Draft) -> Iterator[str]:
    name, text = draft.pattern or ("", "")
    yield from unified_diff(
        text.splitlines(), draft.text.splitlines(), name, draft.file, lineterm="", n=1
    )


def _tell(session: Session, workspace: Workspace, draft: Draft, *, written: bool) -> None:
    say = session.say
    file = shown_path((workspace.root / draft.file).resolve(), Path.cwd())
    if draft.pattern is not None:
        lines = tuple(draft.text.splitlines())
        viewpoint = Viewpoint(workspace.root, Path.cwd())
        print_text(session, viewpoint.outside(draft.flagged), lambda _: lines)
    head = (
        Message("Written: {file} ({ids})", file=file, ids=list(draft.documents))
        if written
        else Message("Not written: {file} ({ids})", file=file, ids=list(draft.documents))
    )
    session.console.print(say(head))
    if draft.pattern is not None:
        counts = Counter(item.code for item in draft.flagged)
        message = Message(
            "Shifted: {shifted}, to look at: {flagged}",
            shifted=len(draft.shifted),
            flagged=sum(counts.values()),
        )
        session.console.print(say(message))
    if written:
        session.console.print(say(Message("Next: roadmapkit check")))
