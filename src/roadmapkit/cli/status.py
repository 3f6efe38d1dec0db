"""``roadmapkit status``: forms in which parties report, and their way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmapkit import api, report
from roadmapkit.cli.check import open_from
from roadmapkit.cli.findings import exit_code, print_text
from roadmapkit.cli.parameters import Argument, Option, day_option, folder_option, format_option
from roadmapkit.cli.places import shown_path, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command, Group
from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from roadmapkit.exports import MergedMark, MergeResult

__all__ = ["status_group"]


def status_group(session: Session) -> Group:
    """Return the group of commands that collect statuses from many."""
    return Group(
        "status",
        session=session,
        summary=Message("Send forms to those responsible and merge what they answer"),
        commands=[_forms(session), _merge(session)],
    )


# -- forms ----------------------------------------------------------------------------------


def _forms(session: Session) -> Command:
    def forms(
        *,
        document: str,
        path: str | None,
        as_of: date | None,
        parties: Sequence[str],
        groups: Sequence[str],
        out: str | None,
        output_format: str,
    ) -> int:
        workspace = open_from(session, path)
        day = as_of or date.today()  # noqa: DTZ011  # the reader's own day
        files = api.status_forms(workspace, document, as_of=day, parties=(*parties, *groups))
        folder = Path(out) if out is not None else workspace.default_output / "forms" / document
        names = _write(folder, files)
        if output_format == "json":
            record = {"document": document, "as_of": day.isoformat(), "files": names}
            session.console.print_json(record)
            return 0
        if not names:
            message = Message("Nothing is open as of {day}, so there is no form", day=day)
            session.console.print(session.say(message))
            return 0
        for name in names:
            session.console.print(name)
        message = Message("Forms written: {count}", count=len(names))
        session.console.print(session.say(message))
        return 0

    return Command(
        "forms",
        session=session,
        summary=Message("Write an Excel form for each party with what is open"),
        details=(
            Message(
                "A form asks about activities that have begun and are not done by that day; "
                "only the answers can be changed in it. Activities without an id are left out"
            ),
        ),
        examples=(
            "roadmapkit status forms progress-2026 --as-of 2026-04-01",
            'roadmapkit status forms progress-2026 --party "школа № 15"',
        ),
        params=[
            Argument(
                session, "document", metavar="ID", about=Message("Id of the progress document")
            ),
            workspace_option(session),
            day_option(
                session,
                "--as-of",
                Message("Reporting day, 2024-01-31 or 31.01.2024; by default today"),
            ),
            Option(
                session,
                "--party",
                "parties",
                multiple=True,
                metavar=session.say(Message("PARTY")),
                about=Message("Only this party, by id or name; may be given several times"),
            ),
            Option(
                session,
                "--group",
                "groups",
                multiple=True,
                metavar=session.say(Message("GROUP")),
                about=Message("Only the members of this group; may be given several times"),
            ),
            folder_option(session, Message("Folder to write to; by default build/forms/ID")),
            format_option(session, "text", "json"),
        ],
        callback=forms,
    )


def _write(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Write the forms and return their names as the reader sees them."""
    from roadmapkit.building import require_below, write_atomically

    names = []
    for name, content in files.items():
        target = folder / name
        require_below(folder, target)
        write_atomically(target, content)
        names.append(shown_path(target.resolve(), Path.cwd()))
    return names


# -- merge ----------------------------------------------------------------------------------


def _merge(session: Session) -> Command:
    def merge(
        *,
        files: Sequence[str],
        path: str | None,
        as_of: date | None,
        dry_run: bool,
        output_format: str,
    ) -> int:
        workspace = open_from(session, path)
        day = as_of or date.today()  # noqa: DTZ011  # the reader's own day
        result = api.merge_statuses(workspace, files, as_of=day, dry_run=dry_run)
        changed = [
            shown_path((workspace.root / name).resolve(), Path.cwd()) for name in result.edits
        ]
        if output_format == "json":
            record = _record(session, result, changed, dry_run=dry_run)
            session.console.print_json(record)
            return exit_code(result.diagnostics)
        language = session.findings_language(workspace.loaded.settings.locale)
        print_text(session, result.diagnostics, language=language)
        for mark in result.merged:
            session.console.print(f"+ {_line(mark)}")
        counts = {
            "merged": len(result.merged),
            "skipped": len(result.skipped),
            "conflicts": len(result.conflicts),
        }
        message = Message(
            "New: {merged}, held already: {skipped}, conflicts: {conflicts}", **counts
        )
        session.console.print(session.say(message))
        if changed and dry_run:
            message = Message("Nothing was written; without --dry-run: {files}", files=changed)
            session.console.print(session.say(message))
        elif changed:
            session.console.print(session.say(Message("Changed: {files}", files=changed)))
        return exit_code(result.diagnostics)

    return Command(
        "merge",
        session=session,
        summary=Message("Write the marks of filled forms into the progress"),
        details=(
            Message(
                "What is held already is skipped; what contradicts a mark of the same party "
                "and term is shown beside it and not written. Exit code 1 where a row could "
                "not be merged; the others are"
            ),
        ),
        examples=(
            "roadmapkit status merge forms/*.xlsx --dry-run",
            "roadmapkit status merge forms/школа-15.xlsx --as-of 2026-04-05",
        ),
        params=[
            Argument(
                session,
                "files",
                nargs=-1,
                required=True,
                metavar=session.say(Message("FILES…")),
                about=Message("Filled forms: .xlsx, or .csv with the same columns"),
            ),
            workspace_option(session),
            day_option(
                session,
                "--as-of",
                Message("Day of merging; a mark after it is refused; by default today"),
            ),
            Option(
                session,
                "--dry-run",
                is_flag=True,
                about=Message("Tell what would be written, and write nothing"),
            ),
            format_option(session, "text", "json"),
        ],
        callback=merge,
    )


def _line(mark: MergedMark) -> str:
    about = " ".join(filter(None, (mark.activity, mark.occurrence)))
    day = f"{mark.date:%d.%m.%Y}" if mark.date is not None else ""
    said = "; ".join(filter(None, (mark.status, day, *mark.text, mark.reason, *mark.evidence)))
    return f"{mark.progress} · {about} · {mark.party}: {said}"


def _record(
    session: Session, result: MergeResult, changed: Sequence[str], *, dry_run: bool
) -> dict[str, Any]:
    def plain(mark: MergedMark) -> dict[str, Any]:
        record = asdict(mark)
        record["date"] = mark.date.isoformat() if mark.date is not None else None
        record["place"] = {"file": mark.place.file, "line": mark.place.line}
        return record

    return {
        "dry_run": dry_run,
        "merged": [plain(mark) for mark in result.merged],
        "skipped": [plain(mark) for mark in result.skipped],
        "conflicts": [
            {"mark": plain(one.mark), "held": plain(one.held)} for one in result.conflicts
        ],
        "files": list(changed),
        "diagnostics": [
            report.diagnostic_record(item, language=session.language) for item in result.diagnostics
        ],
    }
