"""``roadmapkit new``: files that one goes on editing, made from what there is."""

from __future__ import annotations

from pathlib import Path

from roadmapkit import api, report
from roadmapkit.cli.findings import exit_code, print_text
from roadmapkit.cli.new_drafts import draft_commands
from roadmapkit.cli.parameters import Option, format_option
from roadmapkit.cli.places import shown_path
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command, Group
from roadmapkit.diagnostics import Message
from roadmapkit.errors import OutputError

__all__ = ["new_group"]

_IMPORTED = "directory/imported.yaml"


def new_group(session: Session) -> Group:
    """Return the group of commands that make new files; one command a kind."""
    return Group(
        "new",
        session=session,
        summary=Message("Make a new file of a workspace"),
        commands=[_directory(session), *draft_commands(session)],
    )


def _directory(session: Session) -> Command:
    def directory(*, table: str, out: str, output_format: str) -> int:
        target = Path(out)
        _require_free(target)
        made = api.import_directory(table)
        from roadmapkit.building.output.writing import write_atomically

        write_atomically(target, made.text.encode("utf-8"))
        shown = shown_path(target.resolve(), Path.cwd())
        counts = {
            "organizations": made.organizations,
            "people": made.people,
            "posts": made.posts,
            "groups": made.groups,
        }
        if output_format == "json":
            findings = [
                report.diagnostic_record(item, language=session.language)
                for item in made.diagnostics
            ]
            record = {"file": shown, **counts, "diagnostics": findings}
            session.console.print_json(record)
            return exit_code(made.diagnostics)
        print_text(session, made.diagnostics)
        message = Message(
            "Written: {file}; organisations: {organizations}, people: {people}, "
            "posts: {posts}, groups: {groups}",
            file=shown,
            **counts,
        )
        session.console.print(session.say(message))
        return exit_code(made.diagnostics)

    return Command(
        "directory",
        session=session,
        summary=Message("Make a directory from a table of people, posts and organisations"),
        details=(
            Message(
                "Columns are told by their headings in Russian, in any order: ФИО, Должность, "
                "Организация, Телефон, Дата назначения, Группа and others. What a directory "
                "has no place for is kept in comments; a file that exists is never changed"
            ),
        ),
        examples=("roadmapkit new directory --from сотрудники.xlsx",),
        params=[
            Option(
                session,
                "--from",
                "table",
                required=True,
                metavar=session.say(Message("FILE")),
                about=Message("The table: .xlsx or .csv"),
            ),
            Option(
                session,
                "-o",
                "--out",
                default=_IMPORTED,
                metavar=session.say(Message("FILE")),
                about=Message("File to write; by default {file}", file=_IMPORTED),
            ),
            format_option(session, "text", "json"),
        ],
        callback=directory,
    )


def _require_free(target: Path) -> None:
    """Require that no file stands where one is to be written.

    Raises:
        OutputError: One does.
    """
    if target.exists() or target.is_symlink():
        reason = Message("there is such a file already")
        message = Message(
            "Cannot write {path}: {reason}; name another file with --out",
            path=target.as_posix(),
            reason=reason,
        )
        raise OutputError(message, path=target.as_posix(), reason=reason)
