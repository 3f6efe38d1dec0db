"""Open a workspace, check it, build it, register an act."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.api.days import require_day
from roadmapkit.api.large import build_islands, check_islands, goes_by_islands
from roadmapkit.api.opened import Workspace, open_workspace
from roadmapkit.api.preparing import prepare_asked, prepare_documents
from roadmapkit.api.remembering import (
    Attached,
    attachments,
    keep_build,
    keep_check,
    memory_of,
    recalled,
    standing,
    told_by,
)
from roadmapkit.api.results import BuildResult, CheckResult, without_errors
from roadmapkit.diagnostics import Message, Severity, sort_diagnostics
from roadmapkit.errors import ArgumentError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from roadmapkit.api.large import Built
    from roadmapkit.building import Manner, Registration
    from roadmapkit.building.memory import Recalled
    from roadmapkit.load import LoadedWorkspace
    from roadmapkit.rendering.libreoffice import PdfKind

__all__ = [
    "BuildResult",
    "CheckResult",
    "Workspace",
    "build",
    "check",
    "open_workspace",
    "register",
    "render",
    "without_errors",
]


_COPIES_ONLY = ("FMT006", "FMT007")
"""Findings about a PDF, whose document itself is written."""


def check(
    workspace: Workspace,
    *,
    on_progress: Callable[[int, int, str], None] | None = None,
    executor: Executor | None = None,
    jobs: int | None = None,
) -> CheckResult:
    """Check every document of a workspace, and write none.

    What is found is remembered in ``.cache`` of the output folder, and told again without
    any work while nothing changes.

    Args:
        workspace: What :func:`open_workspace` gave.
        on_progress: Called for a large workspace with the number of source files done, of all
            files, and the name of one of them.
        executor: Where to work on the parts of a large workspace.
        jobs: The number of processes for that, instead of an executor.

    Raises:
        ArgumentError: *jobs* is no number of processes, or an executor is given too.
    """
    _require_one_crew(executor, jobs)
    memory = memory_of(workspace, workspace.default_output, "check")
    told = recalled(workspace, memory)
    if told is None:
        told, attached = _checked(workspace, on_progress, executor, jobs)
        keep_check(workspace, memory, told, attached)
    return CheckResult(told.diagnostics, told.documents, told.blocked, told.unreviewed)


def _require_one_crew(executor: Executor | None, jobs: int | None) -> None:
    """Refuse what is no number of processes, and two ways to work at once."""
    if jobs is None:
        return
    if executor is not None:
        message = Message("Name either an executor or the number of processes")
    elif jobs < 1:
        message = Message("{value!r} is no number of processes", value=jobs)
    else:
        return
    raise ArgumentError(message, argument="jobs", value=jobs)


def _checked(
    workspace: Workspace,
    on_progress: Callable[[int, int, str], None] | None,
    executor: Executor | None,
    jobs: int | None,
) -> tuple[Recalled, Attached]:
    if goes_by_islands(workspace, executor):
        return check_islands(workspace, on_progress=on_progress, executor=executor, jobs=jobs)
    from roadmapkit.building.forms.findings import printed_unreviewed
    from roadmapkit.cache import CacheFolder

    cache = CacheFolder.of_output(workspace.default_output)
    prepared = prepare_documents(workspace, cache=cache)
    told = told_by(prepared, len(printed_unreviewed(prepared.forms)))
    return told, lambda: attachments(workspace)


def build(
    workspace: Workspace,
    ids: Collection[str] = (),
    *,
    papers: Collection[str] = (),
    out: str | os.PathLike[str] | None = None,
    pdf: PdfKind | None = None,
    force: bool = False,
    prune: bool = False,
    on_progress: Callable[[int, int, str], None] | None = None,
    executor: Executor | None = None,
    jobs: int | None = None,
    compressor: str | None = None,
) -> BuildResult:
    """Check a workspace and write its documents; an error blocks its own documents only.

    Equal sources give equal bytes, on any machine and at any time. A file that a former build
    wrote and that would come out the same is left as it is.

    Args:
        workspace: What :func:`open_workspace` gave.
        ids: Documents to build; all of them where empty.
        papers: Papers to make besides what documents and settings ask for: ``copy``,
            ``approval``, ``acquaintance``, ``groups``, ``abbreviations``, ``publication``.
        out: Output folder, by default ``build`` in the workspace.
        pdf: Make a PDF of every document too, by LibreOffice: ``"pdf"``, or ``"pdf-a"``
            for an archive copy (PDF/A-2b). Their bytes depend on its version and fonts.
        force: Make every file anew.
        prune: Remove files of former builds that nothing produces any more; one that somebody
            has changed is kept.
        on_progress: Called with the number of files done, of all files, and the
            path of the file that comes next; for a large workspace with those of source
            files.
        executor: Where to work on the parts of a large workspace: any executor, also one
            whose workers do not see the files.
        jobs: The number of processes for that, instead of an executor; a small workspace
            is built by this one all the same.
        compressor: What packs the documents, instead of what the settings say: ``"zlib"``, or
            ``"isal"`` or ``"zlib-ng"`` where they are installed.

    Raises:
        ArgumentError: There is no document with one of the *ids*, no such paper of it, no
            such kind of PDF, the compressor is not known or not installed, *jobs* is no
            number of processes, or an executor is given too.
    """
    if pdf not in (None, "pdf", "pdf-a"):
        message = Message("{value!r} is none of: {words}", value=pdf, words=["pdf", "pdf-a"])
        raise ArgumentError(message, argument="pdf", value=pdf)

    _require_one_crew(executor, jobs)
    folder = Path(out) if out is not None else workspace.default_output
    if compressor is not None:
        from roadmapkit.rendering.compression import compressor_named

        compressor_named(compressor)
    wishes = ("build", sorted(set(ids)), sorted(set(papers)), compressor)
    memory = memory_of(workspace, folder, *wishes) if pdf is None else None
    told = recalled(workspace, memory) if not (force or prune) else None
    if told is not None:
        note = Message("Nothing has changed since the former build; its answer is told again")
        files = standing(told, folder)
        return BuildResult(files, told.diagnostics, told.blocked, folder, notes=(note,))
    from roadmapkit.building import Manner

    manner = Manner(
        force=force, prune=prune, asked=bool(papers), complete=not ids, copies=pdf is not None
    )
    if not ids and goes_by_islands(workspace, executor):
        done, blocked, known, attached = build_islands(
            workspace,
            folder,
            manner,
            papers=papers,
            on_progress=on_progress,
            executor=executor,
            jobs=jobs,
            compressor=compressor,
        )
    else:
        done, blocked, known, attached = _built(
            workspace,
            ids,
            folder,
            manner,
            papers=papers,
            on_progress=on_progress,
            compressor=compressor,
        )
    written, found = done.written, done.diagnostics
    if pdf is not None:
        from roadmapkit.building.output.folder import home_of
        from roadmapkit.building.output.pdf import write_pdfs

        home = home_of(workspace.root, folder)
        copies, faults = write_pdfs(written, folder, pdf, home=home, force=force)
        written = tuple(sorted((*written, *copies), key=lambda item: (item.document, item.path)))
        found = sort_diagnostics((*found, *faults))
    failed = {
        id_
        for item in found
        if item.severity is Severity.ERROR
        for id_ in item.documents
        if id_ in known and item.code not in _COPIES_ONLY
    }
    result = BuildResult(written, found, blocked | failed, folder, done.removed, done.notes)
    if memory is not None:
        keep_build(workspace, memory, result, attached)
        if memory.trouble is not None and memory.trouble not in result.notes:
            from dataclasses import replace

            result = replace(result, notes=(*result.notes, memory.trouble))
    return result


def _built(
    workspace: Workspace,
    ids: Collection[str],
    folder: Path,
    manner: Manner,
    *,
    papers: Collection[str],
    on_progress: Callable[[int, int, str], None] | None,
    compressor: str | None,
) -> Built:
    """Build a workspace, or some of its documents, in one piece."""
    from roadmapkit.building import write_targets
    from roadmapkit.building.packers import with_compressor
    from roadmapkit.building.papers.asked import require_papers, with_papers
    from roadmapkit.cache import CacheFolder

    def change(loaded: LoadedWorkspace) -> LoadedWorkspace:
        return with_compressor(with_papers(loaded, papers), compressor)

    cache = CacheFolder.of_output(folder) if not manner.force else None
    workspace, prepared = prepare_asked(workspace, ids, change=change, cache=cache)
    require_papers(prepared, ids, papers)
    done = write_targets(prepared, workspace.loaded, folder, on_progress=on_progress, manner=manner)
    known = prepared.workspace.documents.keys()
    return done, prepared.blocked, known, lambda: attachments(workspace)


def render(workspace: Workspace, id_: str) -> dict[str, bytes]:
    """Return the files of one document without writing them.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The document.

    Returns:
        Contents by path below the output folder; nothing for a document with errors.

    Raises:
        ArgumentError: There is no document with that id.
        TemplateError: A Word template is damaged, unsafe, or cannot print it.
    """
    from roadmapkit.building import render_targets

    workspace, prepared = prepare_asked(workspace, (id_,))
    return render_targets(prepared, workspace.loaded)


def register(workspace: Workspace, id_: str, *, date: date, number: str) -> Registration:
    """Make a draft a registered act: write its date and number and seal what it prints.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The act.
        date: Day of signing.
        number: Registration number.

    Raises:
        ArgumentError: No such act, or it is sealed already, or it is registered with
            another date or number, or it has errors; or *date* is no day.
        OutputError: One of the two files cannot be written; then neither is changed.
        WorkspaceError: The file with the seals is damaged.
    """
    from roadmapkit.building import register_act

    require_day(date, "date")
    return register_act(workspace.loaded, id_, date=date, number=number)
