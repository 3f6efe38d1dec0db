"""``roadmapkit check --fix`` and ``--diff``: what is mended, and what stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roadmapkit import api, report
from roadmapkit.cli.places import Viewpoint
from roadmapkit.diagnostics import Diagnostic, Message

if TYPE_CHECKING:
    from roadmapkit.building.fixing import Fixed
    from roadmapkit.cli.session import Session

__all__ = ["diff_record", "print_diff", "tell_fixed"]

_COLORS = {"+": "green", "-": "red", "@": "cyan"}


def print_diff(session: Session, workspace: api.Workspace, fixed: Fixed) -> None:
    """Write what would be changed as one diff, named from where the reader stands."""
    viewpoint = Viewpoint(workspace.root, Path.cwd())
    for item in fixed.files:
        name = viewpoint.file(item.file)
        diff = item.diff(item.file if name.startswith("/") else name).removesuffix("\n")
        session.console.print("\n".join(_painted(line) for line in diff.split("\n")))


def _painted(line: str) -> str:
    if line.startswith(("+++", "---")):
        return click.style(line, bold=True)
    color = _COLORS.get(line[:1])
    return click.style(line, fg=color) if color else line


def diff_record(fixed: Fixed, language: str) -> dict[str, Any]:
    """Return what would be changed, and what would not, for programs."""
    return {
        "files": [{"file": item.file, "diff": item.diff()} for item in fixed.files],
        "fixed": _records(fixed.fixed, language),
        "refused": list(fixed.refused),
        "signed": _records(fixed.signed, language),
        "unsafe": _records(fixed.unsafe, language),
    }


def _records(found: Sequence[Diagnostic], language: str) -> list[dict[str, Any]]:
    return [report.diagnostic_record(item, language=language) for item in found]


def tell_fixed(session: Session, workspace: api.Workspace, fixed: Fixed) -> None:
    """Say on standard error what was mended, by file and code, and what was not and why."""
    say, note = session.say, session.console.note
    viewpoint = Viewpoint(workspace.root, Path.cwd())
    by_file: dict[str, Counter[str]] = {}
    for found in fixed.fixed:
        for file in sorted({edit.span.file for edit in found.fix}):
            by_file.setdefault(file, Counter())[found.code] += 1
    for file, codes in sorted(by_file.items()):
        counted = ", ".join(f"{code} × {count}" for code, count in sorted(codes.items()))
        note(f"  {viewpoint.file(file)}: {counted}")
    count, files = len(fixed.fixed), len(fixed.files)
    if not fixed.fixed:
        note(say(Message("There is nothing to mend")))
    elif fixed.written:
        note(say(Message("Mended: {count}, files: {files}", count=count, files=files)))
    else:
        message = Message(
            "Would be mended: {count}, files: {files}; to do it, write --fix instead of --diff",
            count=count,
            files=files,
        )
        note(say(message))
    for file in fixed.refused:
        message = Message(
            "{file} stays as it was: its fixes would give an error that was not there",
            file=viewpoint.file(file),
        )
        note(say(message))
    if fixed.signed:
        message = Message(
            "Not touched, for a signed act prints the words: {count}", count=len(fixed.signed)
        )
        note(say(message))
    if fixed.unsafe:
        message = Message(
            "More can be mended with --unsafe-fixes; look at it with --diff first: {count}",
            count=len(fixed.unsafe),
        )
        note(say(message))
