"""What each executor gets and sends back: terms, calendars, packs, spreadsheets."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmapkit.api.days import require_day
from roadmapkit.api.preparing import prepare_asked
from roadmapkit.api.results import BuildResult, without_errors
from roadmapkit.api.workspaces import Workspace
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass

if TYPE_CHECKING:
    from roadmapkit.building import PackRequest, Packs, Prepared
    from roadmapkit.exports import MergeResult
    from roadmapkit.resolve import Agenda

__all__ = [
    "DueResult",
    "due",
    "export_calendar",
    "export_records",
    "export_table",
    "merge_statuses",
    "pack",
    "render_pack",
    "status_forms",
    "translator",
]


@dataclass(frozen=True, slots=True)
class DueResult:
    """What falls due, and what was found on the way.

    Attributes:
        agenda: What falls due, as of a day.
        diagnostics: Everything found, by file, line, column and code.
        blocked: Documents that were asked for, have errors and are left out.
    """

    agenda: Agenda
    diagnostics: tuple[Diagnostic, ...]
    blocked: frozenset[str]

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return without_errors(self.diagnostics)


def pack(
    workspace: Workspace,
    id_: str,
    party: str,
    *,
    certify: str | None = None,
    points: Sequence[str] = (),
    letter: str | None = None,
    out: str | os.PathLike[str] | None = None,
    language: str = "ru",
    on_progress: Callable[[int, int, str], None] | None = None,
) -> BuildResult:
    """Write what a party needs of a plan or an act: extract, acquaintance sheet, calendar.

    For a group it is one pack for each member that has something to do, and one sheet for
    all. A party with nothing to do gets no files and a note. Equal sources give equal bytes.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The plan, or the act; an act brings the plans that it approves.
        party: Person, post, organisation or group: an id, or a name as written.
        certify: Post or person that certifies the extracts; None leaves the mark out.
        points: Numbers of points of the act to print besides those of the party.
        letter: Id of a covering letter, printed to each party; None makes none.
        out: Output folder, by default ``build`` in the workspace; packs go to
            ``packs/<document>/<party>`` in it.
        language: ``ru`` or ``en``, for the words around the facts of the calendar.
        on_progress: As for :func:`build`.

    Raises:
        ArgumentError: No such document, party, point or official, or several of the name.
    """
    from roadmapkit.building import PackRequest, write_packs

    request = PackRequest(id_, party, certify, tuple(points), letter)
    workspace, prepared, packs = _make_packs(workspace, request, language)
    folder = Path(out) if out is not None else workspace.default_output
    written, found = write_packs(packs, prepared, workspace.loaded, folder, on_progress=on_progress)
    faulty = {id_} if not without_errors(found) and not written else set()
    return BuildResult(written, found, (prepared.blocked & {id_}) | faulty, folder)


def render_pack(
    workspace: Workspace,
    id_: str,
    party: str,
    *,
    certify: str | None = None,
    points: Sequence[str] = (),
    letter: str | None = None,
    language: str = "ru",
) -> dict[str, bytes]:
    """Return the files of a pack by their paths without writing them.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: As for :func:`pack`, and so are the others.
        party: For whom.
        certify: Who certifies.
        points: Further points.
        letter: The covering letter.
        language: Language of the calendar.

    Returns:
        Contents by path below the output folder; nothing for a document with errors.

    Raises:
        ArgumentError: As for :func:`pack`.
        TemplateError: A Word template is damaged, unsafe, or cannot print it.
    """
    from roadmapkit.building import PackRequest, render_packs

    request = PackRequest(id_, party, certify, tuple(points), letter)
    workspace, prepared, packs = _make_packs(workspace, request, language)
    return render_packs(packs, prepared, workspace.loaded)


def _make_packs(
    workspace: Workspace, request: PackRequest, language: str
) -> tuple[Workspace, Prepared, Packs]:
    """Return packs, and what of a large workspace they were made of."""
    from roadmapkit.building import make_packs

    ids = (request.document, *([request.letter] if request.letter else []))
    part, prepared = prepare_asked(workspace, ids)
    return part, prepared, make_packs(prepared, part.loaded, request, translator(language))


def due(
    workspace: Workspace,
    ids: Collection[str] = (),
    *,
    as_of: date,
    within: str | int | None = None,
    late: bool = False,
    party: str | None = None,
    signed_on: date | None = None,
) -> DueResult:
    """Return what falls due in plans and acts, and how it stands on a day.

    Args:
        workspace: What :func:`open_workspace` gave.
        ids: Roadmaps, acts, or progress for its roadmap; all of them where empty.
        as_of: The day; marks of progress after it do not count.
        within: Keep what falls due from that day on within ``30d``, ``2w``, ``3m``, ``1y``.
        late: Keep what is late; with *within*, both.
        party: Keep what concerns an entry of the directory, or a name as written.
        signed_on: Day on which every act that is not registered is taken to be signed.

    Raises:
        ArgumentError: No such document or party, *within* is no length of time, or a day
            is none.
    """
    from roadmapkit.resolve.agenda import agenda

    require_day(as_of, "as_of")
    _, prepared = prepare_asked(workspace, ids, signed_on)
    found = prepared.workspace
    sound = {id_: item for id_, item in found.documents.items() if _is_listed(id_, item, prepared)}
    listed = agenda(
        replace(found, documents=sound),
        as_of,
        documents=ids,
        within=within,
        late=late,
        party=party,
    )
    blocked = frozenset(id_ for id_ in prepared.blocked if not ids or id_ in ids)
    return DueResult(listed, prepared.diagnostics, blocked)


def _is_listed(id_: str, document: object, prepared: Prepared) -> bool:
    """Tell whether a document is sound; the marks of a faulty progress count as far as read."""
    from roadmapkit.resolve import ResolvedProgress

    return id_ not in prepared.blocked or isinstance(document, ResolvedProgress)


def status_forms(
    workspace: Workspace, progress_id: str, *, as_of: date, parties: Sequence[str] = ()
) -> dict[str, bytes]:
    """Return a form for each party to report on what has begun and is open, as XLSX files.

    Equal sources and days give equal bytes.

    Args:
        workspace: What :func:`open_workspace` gave.
        progress_id: Id of the progress document that collects the marks.
        as_of: The reporting day.
        parties: Ids or names; a group stands for its members. All parties where empty.

    Returns:
        Contents by name of file; nothing for a party that has nothing to report on.

    Raises:
        ArgumentError: There is no such progress document without errors, or no such party.
    """
    from roadmapkit import exports
    from roadmapkit.resolve import ResolvedProgress

    require_day(as_of, "as_of")
    _, prepared = prepare_asked(workspace, (progress_id,))
    progress = prepared.workspace.documents.get(progress_id)
    if not isinstance(progress, ResolvedProgress) or progress_id in prepared.blocked:
        message = (
            Message("{id!r} has errors; `roadmapkit check` tells which", id=progress_id)
            if progress_id in prepared.blocked
            else Message("{id!r} is no progress document", id=progress_id)
        )
        raise ArgumentError(message, argument="progress_id", value=progress_id)
    asked = exports.asked_rows(progress, as_of)
    if parties:
        chosen = exports.chosen_parties(progress, parties, as_of)
        asked = {party: rows for party, rows in asked.items() if party.key in chosen}
    return exports.form_files(progress, asked, as_of)


def merge_statuses(
    workspace: Workspace,
    files: Iterable[str | os.PathLike[str]],
    *,
    as_of: date,
    dry_run: bool = False,
) -> MergeResult:
    """Write the marks of filled forms into the progress documents that they belong to.

    Comments, order and quoting of the files stay. A mark that is held already is skipped;
    one that contradicts a mark of the same party and term is a conflict and is not written,
    unless the held one is older. Neither the order of the forms nor repetition counts.

    Args:
        workspace: What :func:`open_workspace` gave.
        files: Forms that :func:`status_forms` made, filled in: XLSX, or CSV with the same
            columns.
        as_of: The day; marks after it are refused.
        dry_run: Tell what would be written, and write nothing.

    Raises:
        ArgumentError: *as_of* is no day.
        OutputError: A file cannot be written; then none is changed.
    """
    from roadmapkit import exports
    from roadmapkit.building import write_together
    from roadmapkit.load import read_form
    from roadmapkit.resolve import ResolvedProgress, resolve_workspace

    require_day(as_of, "as_of")
    resolved, _ = resolve_workspace(workspace.loaded)
    documents = {
        id_: document
        for id_, document in resolved.documents.items()
        if isinstance(document, ResolvedProgress)
    }
    result = exports.merge_forms(documents, [read_form(Path(file)) for file in files], as_of)
    if not dry_run:
        write_together(
            {workspace.root / name: text.encode("utf-8") for name, text in result.edits.items()}
        )
    return result


def export_calendar(
    agenda: Agenda,
    *,
    name: str | None = None,
    alarms: Sequence[str | int] = ("7d", "1d"),
    language: str = "ru",
) -> bytes:
    """Return an agenda as an iCalendar file, for import or subscription.

    Args:
        agenda: What :func:`due` gave.
        name: Name of the calendar; by default the title of the only document.
        alarms: How long before the day to remind: ``7d``, ``2w``, or a number of days.
        language: ``ru`` or ``en``, for the words around the facts.

    Raises:
        ArgumentError: One of *alarms* is no number of days or weeks.
    """
    from roadmapkit import exports

    return exports.calendar_file(agenda, translator(language), name=name, alarms=alarms)


def translator(language: str) -> Callable[[Message], str]:
    """Return what turns a message into a sentence of *language*."""
    from roadmapkit.report import translate

    return lambda message: translate(message, language)


def export_table(agenda: Agenda, *, language: str = "ru") -> bytes:
    """Return an agenda as a CSV file that Excel opens with a double click.

    Args:
        agenda: What :func:`due` gave.
        language: ``ru`` or ``en``, for headings and states.
    """
    from roadmapkit import exports

    return exports.table_file(agenda, translator(language))


def export_records(agenda: Agenda, *, language: str = "ru") -> dict[str, Any]:
    """Return an agenda as plain data, for JSON.

    Args:
        agenda: What :func:`due` gave.
        language: ``ru`` or ``en``, for the reasons of dates.
    """
    from roadmapkit import exports

    return exports.agenda_record(agenda, translator(language))
