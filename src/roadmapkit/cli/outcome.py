"""The closing table of a build: what was written, what was kept back and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from roadmapkit import api, report
from roadmapkit.cli.places import shown_path
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Diagnostic, Message, Severity

__all__ = ["print_outcome"]

_UNLIMITED = 10_000


def print_outcome(session: Session, result: api.BuildResult, blocked: Sequence[str]) -> None:
    """Write what a build wrote and what it did not.

    Args:
        session: The call.
        result: What was built.
        blocked: The documents that were kept back.
    """
    if result.written:
        headings = (Message("Document"), Message("File"), Message("Size"))
        rows = [
            (item.document, shown_path(item.path.resolve(), Path.cwd()), _size(session, item.size))
            for item in result.written
        ]
        session.console.print(_table(session, [session.say(text) for text in headings], rows))
    for id_ in blocked:
        reason = _reason(session, id_, result.diagnostics)
        message = Message("Not written: {document} – {reason}", document=id_, reason=reason)
        session.console.print(session.say(message))
    session.console.print(
        session.say(
            Message(
                "Files written: {written}, documents not written: {blocked}. {findings}",
                written=len(result.written),
                blocked=len(blocked),
                findings=report.format_summary(result.diagnostics, language=session.language),
            )
        )
    )


def _reason(session: Session, id_: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Return the codes of the errors that name a document, with the place of the first."""
    errors = [item for item in diagnostics if item.severity is Severity.ERROR]
    own = [item for item in errors if id_ in item.documents]
    if not own:
        # The finding is about a file, such as the directory that the document reads.
        return session.say(Message("there are errors in the files that it is made from"))
    codes = sorted({item.code for item in own})
    span = next((item.span for item in own if item.span is not None), None)
    if span is None:
        return ", ".join(codes)
    return f"{', '.join(codes)} ({span.file}:{span.line})"


def _size(session: Session, size: int) -> str:
    return session.say(Message("{size} KB", size=max(1, round(size / 1024))))


def _table(session: Session, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows under headings; on a terminal a long cell is folded, elsewhere never."""
    from rich.console import Console
    from rich.table import Table

    watched = sys.stdout.isatty()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for index, heading in enumerate(headings):
        right = index == len(headings) - 1
        table.add_column(heading, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    buffer = StringIO()
    Console(
        file=buffer,
        width=session.console.width if watched else _UNLIMITED,
        force_terminal=session.console.colored,
        no_color=not session.console.colored,
        markup=False,
        highlight=False,
        emoji=False,
    ).print(table)
    return buffer.getvalue().rstrip("\n")
