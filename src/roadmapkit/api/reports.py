"""A report asked for by hand: as of a day, or on a span."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.api.days import require_day
from roadmapkit.api.opened import Workspace
from roadmapkit.api.preparing import prepare_asked
from roadmapkit.api.results import BuildResult
from roadmapkit.diagnostics import Message, Severity
from roadmapkit.errors import ArgumentError

if TYPE_CHECKING:
    from roadmapkit.building import Prepared
    from roadmapkit.load import LoadedWorkspace
    from roadmapkit.model.progress import ReportRequest

__all__ = ["make_report", "render_report"]


def make_report(
    workspace: Workspace,
    id_: str,
    *,
    as_of: date | None = None,
    start: date | None = None,
    end: date | None = None,
    cumulative: bool = False,
    out: str | os.PathLike[str] | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
) -> BuildResult:
    """Write a report of a progress that its YAML does not ask for.

    Where the YAML asks for the same day or span, its text, title and parts are those of
    the report; else they are those of all reports. Equal sources and days give equal bytes.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The progress.
        as_of: Day of the report; marks after it do not count.
        start: First day of a span, instead of *as_of*.
        end: Last day of the span.
        cumulative: Count everything from the beginning of the plan to *end*.
        out: Output folder, by default ``build`` in the workspace.
        on_progress: As for :func:`build`.

    Raises:
        ArgumentError: No such progress; neither a day nor a span; a span that ends before
            it begins.
    """
    from roadmapkit.building import Manner, write_targets

    request = _request(as_of, start, end, cumulative=cumulative)
    prepared, asked = _prepare(workspace, id_, request)
    folder = Path(out) if out is not None else workspace.default_output
    done = write_targets(
        prepared, asked.loaded, folder, on_progress=on_progress, manner=Manner(asked=True)
    )
    found = done.diagnostics
    failed = any(id_ in one.documents and one.severity is Severity.ERROR for one in found)
    blocked = (prepared.blocked & {id_}) | ({id_} if failed else set())
    return BuildResult(done.written, found, blocked, folder)


def render_report(
    workspace: Workspace,
    id_: str,
    *,
    as_of: date | None = None,
    start: date | None = None,
    end: date | None = None,
    cumulative: bool = False,
) -> dict[str, bytes]:
    """Return the report that :func:`make_report` would write, by its path; nothing for errors.

    Args:
        workspace: As for :func:`make_report`, and so are the others.
        id_: The progress.
        as_of: Day of the report.
        start: First day of a span.
        end: Last day of the span.
        cumulative: Count from the beginning of the plan.

    Raises:
        ArgumentError: As for :func:`make_report`.
        TemplateError: A Word template is damaged, unsafe, or cannot print it.
    """
    from roadmapkit.building import render_targets

    prepared, asked = _prepare(workspace, id_, _request(as_of, start, end, cumulative=cumulative))
    return render_targets(prepared, asked.loaded)


def _request(
    as_of: date | None, start: date | None, end: date | None, *, cumulative: bool
) -> ReportRequest:
    """Return what is asked for.

    Raises:
        ArgumentError: It is neither a day nor a span.
    """
    from roadmapkit.model.progress import ReportRequest

    given = {"as_of": as_of, "start": start, "end": end}
    for name, day in given.items():
        if day is not None:
            require_day(day, name)
    if (as_of is not None) == (start is not None or end is not None) or (
        (start is None) != (end is None)
    ):
        raise ArgumentError(
            Message("Name either the day of the report, or the first and the last day of its span"),
            argument="as_of",
            value=as_of,
        )
    if cumulative and start is None:
        raise ArgumentError(
            Message("Only a report on a span can be cumulative; one as of a day is so anyway"),
            argument="cumulative",
            value=cumulative,
        )
    if start is not None and end is not None and start > end:
        message = Message("The span begins on {start} and ends on {end}", start=start, end=end)
        raise ArgumentError(message, argument="start", value=start)
    return ReportRequest.model_validate(
        {"as_of": as_of, "from": start, "to": end, "cumulative": cumulative}
    )


def _prepare(workspace: Workspace, id_: str, request: ReportRequest) -> tuple[Prepared, Workspace]:
    """Return the one report ready to be written, and the workspace that asks for it.

    Raises:
        ArgumentError: There is no such progress.
    """
    from roadmapkit.building.asked_reports import with_report
    from roadmapkit.building.targets import report_name

    def change(loaded: LoadedWorkspace) -> LoadedWorkspace:
        return with_report(loaded, id_, request)

    asked, prepared = prepare_asked(workspace, (id_,), change=change)
    name = f"{report_name(id_, request)}.docx"
    own = tuple(one for one in prepared.composed if one.target.path.rpartition("/")[2] == name)
    return replace(prepared, composed=own), asked
