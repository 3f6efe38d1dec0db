"""``roadmapkit build``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from roadmapkit import api
from roadmapkit.cli.build_modes import (
    check_given,
    compressor_option,
    keep_building,
    mode_options,
    print_explained,
    print_notes,
    refuse_together,
)
from roadmapkit.cli.check import open_from
from roadmapkit.cli.findings import exit_code, print_findings, strict_option
from roadmapkit.cli.outcome import outcome_record, print_outcome
from roadmapkit.cli.parameters import Argument, Option, folder_option, format_option, quiet_option
from roadmapkit.cli.places import Viewpoint, workspace_option
from roadmapkit.cli.progress import BuildProgress
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.cli.workforce import dask_option, executor_for, jobs_option
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["PAPERS", "build_command"]

PAPERS = ("copy", "approval", "acquaintance", "groups", "abbreviations", "publication")
"""Keys of the papers; stated here because the models load what the command line does not need."""


def build_command(session: Session) -> Command:
    """Return the command that checks a workspace and writes its documents."""

    def build(
        *,
        ids: Sequence[str],
        papers: Sequence[str],
        path: str | None,
        out: str | None,
        pdf: bool,
        pdf_a: bool,
        force: bool,
        prune: bool,
        explain: bool,
        verbose: bool,
        compressor: str | None,
        given: str | None,
        watch: bool,
        output_format: str,
        quiet: bool,
        strict: bool,
        jobs: int | None,
        dask: str | None,
    ) -> int:
        _refuse_paths(session, ids)
        kind = _pdf_kind(session, pdf=pdf, pdf_a=pdf_a)

        produced: list[Path] = []

        def once() -> tuple[Diagnostic, ...]:
            produced.clear()
            workspace = open_from(session, path)
            watched = session.console.shows_progress and not quiet
            with (
                executor_for(session, jobs, dask) as executor,
                BuildProgress(session.say(Message("Building")), shown=watched) as progress,
            ):
                result = api.build(
                    workspace,
                    ids,
                    papers=papers,
                    out=out,
                    pdf=kind,
                    force=force,
                    prune=prune,
                    on_progress=progress,
                    executor=executor,
                    jobs=jobs,
                    compressor=compressor,
                )
            produced.extend(item.path for item in result.written)
            if verbose:
                print_notes(session, result)
            if output_format == "json":
                language = session.findings_language(workspace.locale)
                record = outcome_record(result, _blocked(result, ids), language, explain=explain)
                session.console.print_json(record)
                return result.diagnostics
            print_findings(session, workspace, result.diagnostics, output_format)
            if explain:
                print_explained(session, result)
            if not quiet:
                shown = Viewpoint(workspace.root, Path.cwd()).outside(result.diagnostics)
                print_outcome(session, result, _blocked(result, ids), shown)
            return result.diagnostics

        if given is not None:
            writes = {"--force": force, "--prune": prune, "--explain": explain, "--watch": watch}
            writes |= {"--out": out is not None, "--pdf": kind is not None}
            writes |= {"--jobs": jobs is not None, "--dask": dask is not None}
            refuse_together(session, "--check", writes)
            return check_given(
                session,
                open_from(session, path),
                Path(given),
                ids,
                papers,
                compressor=compressor,
                output_format=output_format,
                quiet=quiet,
                strict=strict,
            )
        if watch:
            refuse_together(session, "--watch", {"--format json": output_format == "json"})
            keep_building(session, open_from(session, path), out, once, lambda: produced)
        return exit_code(once(), strict=strict)

    return Command(
        "build",
        session=session,
        summary=Message("Check a workspace and write its Word documents"),
        details=(
            Message(
                "An error keeps back the documents that it touches, and no others. "
                "Equal sources give equal files, byte for byte"
            ),
            Message("A file that would come out the same is left as it is"),
        ),
        examples=(
            "roadmapkit build",
            "roadmapkit build plan-2026 --out plan",
            "roadmapkit build --pdf",
            "roadmapkit build --explain",
            "roadmapkit build --watch",
            "roadmapkit build --jobs 4",
            "roadmapkit build --check published",
            "roadmapkit build order-plan-2026 --paper copy --paper publication",
        ),
        params=_params(session),
        callback=build,
    )


def _params(session: Session) -> list[click.Parameter]:
    return [
        Argument(
            session,
            "ids",
            nargs=-1,
            metavar="[ID…]",
            about=Message("Documents to build, by id; all of them where none is named"),
        ),
        Option(
            session,
            "--paper",
            "papers",
            multiple=True,
            words=PAPERS,
            about=Message(
                "Paper to make besides, may be given several times: certified copy, approval "
                "sheet, acquaintance sheet, lists of groups, of abbreviations, publication"
            ),
        ),
        workspace_option(session),
        folder_option(session),
        Option(
            session,
            "--pdf",
            is_flag=True,
            about=Message("Make a PDF of every document too, by LibreOffice"),
        ),
        Option(
            session,
            "--pdf-a",
            is_flag=True,
            about=Message("The same for the archive: PDF/A-2b"),
        ),
        *mode_options(session),
        compressor_option(session),
        format_option(session, "text", "json"),
        quiet_option(session),
        strict_option(session),
        jobs_option(session),
        dask_option(session),
    ]


def _pdf_kind(session: Session, *, pdf: bool, pdf_a: bool) -> Literal["pdf", "pdf-a"] | None:
    """Return which PDF is asked for.

    Raises:
        click.UsageError: Both kinds, which would have one file name.
    """
    if pdf and pdf_a:
        message = Message("--pdf and --pdf-a write the same file; give one of them")
        raise click.UsageError(session.say(message), click.get_current_context())
    if pdf_a:
        return "pdf-a"
    return "pdf" if pdf else None


def _refuse_paths(session: Session, ids: Sequence[str]) -> None:
    """Refuse a path where an id should be, and say where paths go.

    Raises:
        click.UsageError: One of *ids* cannot be an id.
    """
    for id_ in ids:
        if {".", "/", "\\"} & set(id_):
            message = Message("{path!r} is a path, not an id; give it with --workspace", path=id_)
            raise click.UsageError(session.say(message), click.get_current_context())


def _blocked(result: api.BuildResult, ids: Sequence[str]) -> list[str]:
    """Return the documents that were asked for and not written."""
    return sorted(id_ for id_ in result.blocked if not ids or id_ in ids)
