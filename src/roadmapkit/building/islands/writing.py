"""Finished documents become files; what the disk refuses is a finding."""

from __future__ import annotations

from pathlib import Path

from roadmapkit.building import codes
from roadmapkit.building.islands.building import Result
from roadmapkit.building.islands.recall import Finished
from roadmapkit.building.runner import Written
from roadmapkit.building.writing import require_below, write_atomically
from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.errors import OutputError

__all__ = ["write_result"]


def write_result(
    result: Result, folder: Path
) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
    """Write the Word documents of a workspace.

    Args:
        result: What came of the workspace.
        folder: The output folder.

    Returns:
        The written files, and all findings.
    """
    written: list[Written] = []
    diagnostics = [*result.checked.diagnostics, *result.refused]
    for one in result.files:
        done = _write(one, result.content(one), folder)
        if isinstance(done, Written):
            written.append(done)
        else:
            diagnostics.append(done)
    return tuple(written), sort_diagnostics(diagnostics)


def _write(one: Finished, content: bytes | None, folder: Path) -> Written | Diagnostic:
    path = folder / one.path
    try:
        require_below(folder, path)
    except OutputError as error:
        hint = Message("Remove the link, or choose another folder with --out")
        return _unwritten(error, hint, one.document)
    try:
        if content is not None:
            write_atomically(path, content)
    except OutputError as error:
        hint = Message(
            "Close the program that has the file open, free some space, "
            "or choose another folder with --out; the former file is whole"
        )
        return _unwritten(error, hint, one.document)
    return Written(one.document, path, one.size, one.fingerprint)


def _unwritten(error: OutputError, hint: Message, document: str) -> Diagnostic:
    message = Message("{path} cannot be written: {reason}", path=error.path, reason=error.reason)
    return codes.OUTPUT_FAILED.at(None, message, hint=hint, documents=(document,))
