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
    "trouble_of",
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


_NO_FOLDER = Message("a file stands where a folder is needed")
_NO_SPACE = Message("there is no space left on the disk")
_NO_ANSWER = Message("the network folder does not answer")
_TOO_MANY = Message("too many files are open")
_NO_RIGHT = Message("access is not allowed, or another program has the file open")
_TROUBLES: Mapping[int, Message] = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EBUSY: _NO_RIGHT,
    errno.EROFS: Message("the disk is read-only"),
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EIO: Message("the disk or the network has failed"),
    errno.ENODEV: Message("the disk is not there any more"),
    errno.ENXIO: Message("the disk is not there any more"),
    errno.ENOENT: Message("there is no such file or folder"),
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: Message("there is such a file or folder already"),
    errno.EISDIR: Message("it is a folder, not a file"),
    errno.ENOTEMPTY: Message("the folder is not empty"),
    errno.EXDEV: Message("it lies on another disk"),
    errno.EFBIG: Message("the file is too large for the disk"),
    errno.ELOOP: Message("the links lead in a circle"),
    errno.ENAMETOOLONG: Message("the name is too long for the disk"),
    errno.EINVAL: Message("the disk does not take such a name or such a file"),
    errno.EILSEQ: Message("the disk does not take such letters in a name"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOMEM: Message("there is not enough memory"),
    errno.ENOLCK: Message("the disk knows no locks"),
    errno.EPIPE: Message("nobody reads the output any more"),
    errno.ESTALE: _NO_ANSWER,
    errno.ETIMEDOUT: _NO_ANSWER,
    errno.EHOSTUNREACH: _NO_ANSWER,
    errno.ECONNRESET: _NO_ANSWER,
    errno.ECONNABORTED: _NO_ANSWER,
}
"""Usual troubles in plain words; the system has its own, in English or its own language."""

_NOT_ALLOWED = Message("the file is open in another program, or the folder is read-only")
_REFUSALS: Mapping[int, Message] = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EBUSY: _NOT_ALLOWED,
    errno.EEXIST: _NO_FOLDER,
    errno.ENOENT: Message("there is no such folder, and none can be made"),
    errno.EISDIR: Message("a folder stands where the file should be"),
}
"""What some of them mean where a file is to be written."""


def trouble_of(error: OSError) -> Message | str:
    """Return what the system says of a file, in plain words where it is a usual trouble.

    What is not usual stays in the words of the system, so that it can be looked up.
    """
    usual = _TROUBLES.get(error.errno or 0)
    return usual or error.strerror or str(error) or type(error).__name__


def refusal_of(error: OSError) -> Message | str:
    """Return why the disk refused to write, in plain words where the reason is a usual one."""
    return _REFUSALS.get(error.errno or 0) or trouble_of(error)
