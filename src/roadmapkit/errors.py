"""Failures of the environment and of the caller's arguments.

The author's mistakes are not here: they are data, see ``roadmapkit.diagnostics``.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping

from roadmapkit.diagnostics import Message

__all__ = [
    "ArgumentError",
    "CalendarCoverageError",
    "OutputError",
    "PluginError",
    "RoadmapkitError",
    "TemplateError",
    "WorkspaceError",
    "refusal_of",
]


class RoadmapkitError(Exception):
    """Root of every exception that the library raises on purpose.

    The message names the next step; subclasses carry what failed as attributes.

    Attributes:
        message: The message; a :class:`~roadmapkit.diagnostics.Message` can be shown
            in the reader's language.
    """

    def __init__(self, message: str | Message) -> None:
        super().__init__(message)
        self.message = message


class ArgumentError(RoadmapkitError, ValueError):
    """An argument of a public function has a value that nothing can be done with."""

    def __init__(self, message: str | Message, *, argument: str, value: object) -> None:
        super().__init__(message)
        self.argument = argument
        self.value = value


class CalendarCoverageError(RoadmapkitError):
    """A day was asked for that lies outside the years of the production calendar."""

    def __init__(self, message: str | Message, *, year: int) -> None:
        super().__init__(message)
        self.year = year


class WorkspaceError(RoadmapkitError):
    """A workspace cannot be opened at all: no such folder, or it cannot be read."""

    def __init__(self, message: str | Message, *, path: str) -> None:
        super().__init__(message)
        self.path = path


class TemplateError(RoadmapkitError):
    """A Word template is missing, damaged, refused as unsafe, or cannot be filled."""

    def __init__(self, message: str | Message, *, template: str, place: str | None = None) -> None:
        super().__init__(message)
        self.template = template
        self.place = place


class OutputError(RoadmapkitError):
    """A produced file could not be written; the former file is still whole.

    Attributes:
        path: The file.
        reason: Why not.
        cause: What the trouble is with, equal for all files that have it in common: what
            stands in the way, a folder, or nothing where it is the whole disk. By default
            the file itself.
        hint: The way out beside choosing another folder, where it is not the usual one.
    """

    def __init__(
        self,
        message: str | Message,
        *,
        path: str,
        reason: str | Message,
        cause: str | None = None,
        hint: Message | None = None,
    ) -> None:
        super().__init__(message)
        self.path = path
        self.reason = reason
        self.cause = path if cause is None else cause
        self.hint = hint


class PluginError(RoadmapkitError):
    """A package of the house that brings rules is broken, or clashes with another."""

    def __init__(self, message: str | Message, *, name: str) -> None:
        super().__init__(message)
        self.name = name


_NOT_ALLOWED = Message("the file is open in another program, or the folder is read-only")
_NO_FOLDER = Message("a file stands where a folder is needed")
_NO_SPACE = Message("there is no space left on the disk")
_REASONS: Mapping[int, Message] = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EBUSY: _NOT_ALLOWED,
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.ENOENT: Message("there is no such folder, and none can be made"),
    errno.EISDIR: Message("a folder stands where the file should be"),
    errno.ENAMETOOLONG: Message("the name is too long for the disk"),
}
"""Usual refusals of a disk in plain words; the system has its own, in its own language."""


def refusal_of(error: OSError) -> Message | str:
    """Return why the disk refused to write, in plain words where the reason is a usual one."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
