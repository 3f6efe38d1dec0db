"""``roadmapkit verify``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roadmapkit import api
from roadmapkit.cli.parameters import Argument, Option, format_option
from roadmapkit.cli.places import find_workspace, workspace_option
from roadmapkit.cli.progress import BuildProgress
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message
from roadmapkit.errors import RoadmapkitError
from roadmapkit.report import translate

if TYPE_CHECKING:
    from roadmapkit.verification import Verification

__all__ = ["verify_command"]

_CHANGED = 1
_UNUSABLE = 2


def verify_command(session: Session) -> Command:
    """Return the command that says whether Word files are as they were built."""

    def verify(
        *,
        files: Sequence[str],
        path: str | None,
        at: str | None,
        document: str | None,
        output_format: str,
    ) -> int:
        if document is not None and len(files) > 1:
            message = Message("--as names the document of one file; give one file with it")
            raise click.UsageError(session.say(message), click.get_current_context())
        workspace = _workspace(path, files[0])
        records: list[dict[str, Any]] = []
        codes = [0]
        for file in files:
            code, record = _one(session, workspace, file, output_format, at=at, document=document)
            codes.append(code)
            records.append(record)
        if output_format == "json":
            session.console.print_json({"files": records})
        return max(codes)

    return Command(
        "verify",
        session=session,
        summary=Message("Say whether Word files are as they were built, and how they differ"),
        details=(
            Message(
                "Finds the commit whose sources a file was made from, builds it again and names "
                "each point and cell that differs, with the line of YAML that printed it"
            ),
            Message(
                "Exit code: 0 – unchanged, 1 – changed or saved again, 2 – the file cannot be "
                "read or is not ours"
            ),
        ),
        examples=(
            "roadmapkit verify build/roadmaps/order-46.docx",
            "roadmapkit verify --as order-46 --at v1.2 letter.docx",
            "roadmapkit verify --format json *.docx",
        ),
        params=_params(session),
        callback=verify,
    )


def _params(session: Session) -> list[click.Parameter]:
    return [
        Argument(
            session,
            "files",
            nargs=-1,
            required=True,
            metavar=session.say(Message("FILE…")),
            about=Message("Word files, under whatever names"),
        ),
        Option(
            session,
            "--as",
            "document",
            metavar="ID",
            about=Message("Id of the document, for a file that has lost its properties"),
        ),
        Option(
            session,
            "--at",
            metavar=session.say(Message("COMMIT")),
            about=Message("Compare with this commit instead of the one that is found"),
        ),
        workspace_option(session),
        format_option(session, "text", "json"),
    ]


def _workspace(path: str | None, file: str) -> api.Workspace | None:
    """Return the workspace that was named, or the nearest to here or to the file, if any."""
    if path is not None:
        return api.open_workspace(Path(path))
    for start in (Path.cwd(), Path(file).resolve().parent):
        folder = find_workspace(start)
        if not folder.is_dir():
            continue
        workspace = api.open_workspace(folder)
        if workspace.loaded.documents or workspace.diagnostics:
            return workspace
    return None


def _one(
    session: Session,
    workspace: api.Workspace | None,
    file: str,
    output_format: str,
    *,
    at: str | None,
    document: str | None,
) -> tuple[int, dict[str, Any]]:
    """Verify one file; return the exit code and the record of it."""
    locale = workspace.loaded.settings.locale if workspace is not None else None
    language = session.findings_language(locale)
    title = session.say(Message("Commits"))
    try:
        with BuildProgress(title, shown=session.console.shows_progress) as progress:
            found = api.verify_document(
                file,
                workspace,
                at=at,
                document=document,
                on_commit=lambda done, total: progress(done, total, ""),
            )
    except RoadmapkitError as error:
        text = (
            translate(error.message, language)
            if isinstance(error.message, Message)
            else error.message
        )
        if output_format != "json":
            session.console.note(f"roadmapkit: {text}")
        return _UNUSABLE, {"path": file, "state": "unusable", "error": text}
    if output_format != "json":
        from roadmapkit.cli.verify_text import verification_lines  # loads the package

        for line in verification_lines(found, language):
            session.console.print(line)
    return _exit_code(found), found.to_dict(lambda message: translate(message, language))


def _exit_code(found: Verification) -> int:
    if found.state == "unchanged":
        return 0
    return _UNUSABLE if found.state == "unknown" else _CHANGED
