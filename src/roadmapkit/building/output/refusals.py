"""Files that could not be written: each trouble is told once, however many files have it."""

from __future__ import annotations

from pathlib import Path

from roadmapkit.building import codes
from roadmapkit.diagnostics import Code, Diagnostic, Message
from roadmapkit.errors import OutputError

__all__ = ["Refusals"]

_DISK_HINT = Message(
    "Close the program that has the file open, free some space, "
    "or choose another folder with --out; the former file is whole"
)


class Refusals:
    """The files that a build could not write."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], list[tuple[OutputError, str, Code]]] = {}

    def add(self, error: OutputError, document: str, code: Code = codes.OUTPUT_FAILED) -> None:
        """Note a file that could not be written.

        Args:
            error: Why not.
            document: Id of the document.
            code: What is found.
        """
        trouble = (code.id, error.cause, str(error.reason), str(error.hint))
        self._found.setdefault(trouble, []).append((error, document, code))

    def told(self) -> list[Diagnostic]:
        """Return a finding for each trouble, with all documents that have it."""
        return [_told(files) for files in self._found.values()]


def _told(files: list[tuple[OutputError, str, Code]]) -> Diagnostic:
    error, _, code = files[0]
    path, reason = Path(error.path), error.reason
    message = Message("{path} cannot be written: {reason}", path=path, reason=reason)
    if len(files) > 1:
        message = Message(
            "{path} and others, {count} files in all, cannot be written: {reason}",
            path=path,
            count=len(files),
            reason=reason,
        )
    ids = tuple(sorted({document for _, document, _ in files}))
    hint = _DISK_HINT
    if error.hint is not None:
        hint = Message("{way_out}, or build into another folder with --out", way_out=error.hint)
    return code.at(None, message, hint=hint, documents=ids)
