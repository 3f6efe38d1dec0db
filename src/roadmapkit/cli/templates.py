"""``roadmapkit templates``: the Word templates of a house."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit import api, report
from roadmapkit.cli.findings import exit_code, print_text, strict_option
from roadmapkit.cli.parameters import Argument, Option, format_option
from roadmapkit.cli.places import find_workspace, shown_path, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command, Group
from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from roadmapkit.building import ListedTemplate

__all__ = ["templates_group"]


def templates_group(session: Session) -> Group:
    """Return the group of commands about Word templates."""
    return Group(
        "templates",
        session=session,
        summary=Message("Make the Word templates the house's own"),
        details=(
            Message(
                "A template in the folder templates of the workspace takes the place of the "
                "packaged one; it is changed in Word"
            ),
        ),
        commands=[_list(session), _copy(session), _fields(session), _check(session)],
    )


def _list(session: Session) -> Command:
    def list_templates(*, path: str | None, output_format: str) -> int:
        workspace = api.open_workspace(path if path is not None else find_workspace(Path.cwd()))
        listed = api.list_templates(workspace)
        if output_format == "json":
            session.console.print_json({"templates": [_record(item) for item in listed]})
            return 0
        for item in listed:
            session.console.print(f"{item.kind:<14} {session.say(_standing(item))}")
            for field in item.left_out:
                missing = session.say(Message("not in it: {field}", field=field))
                session.console.print(f"{'':<14}   {missing}")
        return 0

    return Command(
        "list",
        session=session,
        summary=Message("List the packaged templates and those of the house"),
        examples=("roadmapkit templates list",),
        params=[workspace_option(session), format_option(session, "text", "json")],
        callback=list_templates,
    )


def _copy(session: Session) -> Command:
    def copy(*, kind: str, to: str | None, force: bool) -> int:
        folder = Path(to) if to is not None else find_workspace(Path.cwd()) / "templates"
        file = api.copy_template(kind, folder, force=force)
        shown = shown_path(file.resolve(), Path.cwd())
        session.console.print(session.say(Message("Written: {files}", files=[shown])))
        hint = Message(
            "Change it in Word, then: roadmapkit templates check {file}",
            file=shown,
        )
        session.console.note(session.say(hint))
        return 0

    return Command(
        "copy",
        session=session,
        summary=Message("Copy a packaged template into the folder of the house"),
        examples=("roadmapkit templates copy order",),
        params=[
            _kind(session),
            Option(
                session,
                "--to",
                metavar=session.say(Message("FOLDER")),
                about=Message("Folder to copy to; by default templates in the workspace"),
            ),
            Option(
                session,
                "--force",
                is_flag=True,
                about=Message("Replace a file that is there already"),
            ),
        ],
        callback=copy,
    )


def _fields(session: Session) -> Command:
    def fields(*, kind: str, output_format: str) -> int:
        from roadmapkit.cli.template_text import fields_page, fields_records, fields_tree

        found = api.template_fields(kind)
        if output_format == "json":
            record = {"template": kind, "fields": fields_records(found, session.say)}
            session.console.print_json(record)
        elif output_format == "markdown":
            session.console.write(fields_page(kind, found, session.say).encode())
        else:
            for line in fields_tree(found, session.say):
                session.console.print(line)
        return 0

    return Command(
        "fields",
        session=session,
        summary=Message("Show every field that a template may print"),
        details=(Message("[] after a name stands for an item of a list"),),
        examples=(
            "roadmapkit templates fields order",
            "roadmapkit templates fields order --format markdown > fields.md",
        ),
        params=[_kind(session), format_option(session, "text", "json", "markdown")],
        callback=fields,
    )


def _check(session: Session) -> Command:
    def check(*, file: str, kind: str | None, output_format: str, strict: bool) -> int:
        found = api.check_template(file, kind)
        if output_format == "json":
            session.console.print(report.format_json(found, language=session.language))
        else:
            print_text(session, found)
            session.console.print(report.format_summary(found, language=session.language))
        return exit_code(found, strict=strict)

    return Command(
        "check",
        session=session,
        summary=Message("Check a Word template and write nothing"),
        details=(
            Message(
                "`roadmapkit check` and `roadmapkit build` check the templates of the house too"
            ),
        ),
        examples=("roadmapkit templates check templates/order.docx",),
        params=[
            Argument(
                session,
                "file",
                metavar=session.say(Message("FILE")),
                about=Message("The template"),
            ),
            Option(
                session,
                "--kind",
                metavar=session.say(Message("NAME")),
                about=Message("What it prints; by default what the file itself says"),
            ),
            format_option(session, "text", "json"),
            strict_option(session),
        ],
        callback=check,
    )


def _kind(session: Session) -> Argument:
    return Argument(
        session,
        "kind",
        metavar=session.say(Message("NAME")),
        about=Message("Name of the template, such as order"),
    )


def _record(item: ListedTemplate) -> dict[str, object]:
    return {
        "name": item.kind,
        "state": item.state,
        "in_use": "house" if item.state in {"house", "older", "copy"} else "packaged",
        "file": item.file.as_posix() if item.file is not None else None,
        "left_out": list(item.left_out),
        "nearest": list(item.nearest),
    }


def _standing(item: ListedTemplate) -> Message:
    """Return in words which template is in use."""
    if item.state == "unknown":
        if item.nearest:
            return Message(
                "nothing is printed by this file; perhaps {nearest}", nearest=item.nearest
            )
        return Message("nothing is printed by this file")
    return {
        "packaged": Message("packaged"),
        "copy": Message("packaged; the copy of the house has not been changed yet"),
        "house": Message("the house's own"),
        "older": Message(
            "the house's own, made of an earlier packaged template; "
            "compare it with a new copy in another folder"
        ),
        "damaged": Message(
            "cannot be used; see roadmapkit templates check templates/{name}.docx", name=item.kind
        ),
    }[item.state]
