"""The closing table of a build: what was written, what was kept back and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from roadmapkit import api, report
from roadmapkit.cli.places import shown_path
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Diagnostic, Message, Severity

__all__ = ["outcome_record", "print_outcome"]


def outcome_record(
    result: api.BuildResult, blocked: Sequence[str], language: str, *, explain: bool = False
) -> dict[str, Any]:
    """Return what a build wrote and what it did not, for programs.

    Args:
        result: What was built.
        blocked: The documents that were kept back.
        language: Of the messages.
        explain: Tell of each file why it was made anew or left alone.
    """
    record = {
        "written": [
            {
                "document": item.document,
                "path": Path(item.path).as_posix(),
                "size": item.size,
                "fingerprint": item.fingerprint,
                "changed": item.changed,
            }
            for item in result.written
        ],
        "diagnostics": [
            report.diagnostic_record(item, language=language) for item in result.diagnostics
        ],
        "blocked": list(blocked),
    }
    if result.removed:
        record["removed"] = [path.as_posix() for path in result.removed]
    if explain:
        record["explained"] = [
            {
                "path": item.path.as_posix(),
                "changed": item.changed,
                "reason": item.why.reason,
                "parts": list(item.why.parts),
                "files": list(item.why.files),
            }
            for item in result.written
        ]
    return record


def print_outcome(
    session: Session,
    result: api.BuildResult,
    blocked: Sequence[str],
    diagnostics: Sequence[Diagnostic],
) -> None:
    """Write what a build wrote and what it did not.

    Args:
        session: The call.
        result: What was built.
        blocked: The documents that were kept back.
        diagnostics: The findings, with files named from where the reader stands.
    """
    written = [item for item in result.written if item.changed]
    if written:
        headings = (Message("Document"), Message("Size"), Message("File"))
        rows = [
            (item.document, _size(session, item.size), shown_path(item.path.resolve(), Path.cwd()))
            for item in written
        ]
        for line in _table([session.say(heading) for heading in headings], rows):
            session.console.print(line)
    for path in result.removed:
        removed = Message("Removed: {path}", path=shown_path(path.resolve(), Path.cwd()))
        session.console.print(session.say(removed))
    for id_ in blocked:
        reason = _reason(session, id_, diagnostics)
        message = Message("Not written: {document} – {reason}", document=id_, reason=reason)
        session.console.print(session.say(message))
    summary = report.format_summary(diagnostics, language=session.language)
    equal = sum(item.is_same_again for item in result.written)
    standing = len(result.written) - len(written) - equal
    totals = Message(
        "Files written: {written}, documents not written: {blocked}. {findings}",
        written=len(written),
        blocked=len(blocked),
        findings=summary,
    )
    if standing:
        totals = Message(
            "Files written: {written}, up to date already: {standing}, "
            "documents not written: {blocked}. {findings}",
            written=len(written),
            standing=standing,
            blocked=len(blocked),
            findings=summary,
        )
    if equal:
        totals = Message(
            "Files written: {written}, built again with the same result: {equal}, "
            "up to date already: {standing}, documents not written: {blocked}. {findings}",
            written=len(written),
            equal=equal,
            standing=standing,
            blocked=len(blocked),
            findings=summary,
        )
    session.console.print(session.say(totals))


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


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield headings and rows in columns; a path stands last, whole, so that it can be copied."""
    first, second = (max(len(row[column]) for row in (headings, *rows)) for column in range(2))
    heading, *lines = (
        f"{name:{first}}  {size:>{second}}  {path}" for name, size, path in (headings, *rows)
    )
    yield click.style(heading, bold=True)
    yield from lines
