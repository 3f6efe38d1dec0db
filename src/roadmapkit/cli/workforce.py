"""``--jobs`` and ``--dask``: who does the work of a long check or build."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from roadmapkit import api
from roadmapkit.cli.parameters import Option
from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from roadmapkit.cli.session import Session

__all__ = ["dask_option", "executor_for", "jobs_option"]

_MOST = 256


def jobs_option(session: Session) -> Option:
    """Return ``--jobs``."""
    return Option(
        session,
        "-j",
        "--jobs",
        read=_read_jobs,
        metavar=session.say(Message("N")),
        about=Message("Work with N processes; a small workspace is done by one, which is faster"),
    )


def dask_option(session: Session) -> Option:
    """Return ``--dask``."""
    return Option(
        session,
        "--dask",
        metavar=session.say(Message("ADDRESS")),
        about=Message(
            "Work on the Dask cluster with this scheduler, such as tcp://10.0.0.5:8786; "
            "its workers need not see the files"
        ),
    )


def executor_for(
    session: Session, jobs: int | None, dask: str | None
) -> AbstractContextManager[Executor | None]:
    """Return the executor that was asked for, if one was.

    Raises:
        click.UsageError: Processes and a cluster, of which one would have nothing to do.
    """
    if dask is None:
        return nullcontext()
    if jobs is not None:
        message = Message("--jobs and --dask do not go together")
        raise click.UsageError(session.say(message), click.get_current_context())
    return api.dask_executor(dask)


def _read_jobs(text: str) -> int | Message:
    if text.isascii() and text.isdigit() and 0 < int(text) <= _MOST:
        return int(text)
    return Message("{value!r} is no number of processes from 1 to {most}", value=text, most=_MOST)
