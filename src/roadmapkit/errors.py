"""Failures of the environment and of the caller's arguments.

The author's mistakes are not here: they are data, see ``roadmapkit.diagnostics``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmapkit.diagnostics import Message

__all__ = [
    "ArgumentError",
    "CalendarCoverageError",
    "OutputError",
    "RoadmapkitError",
    "TemplateError",
    "WorkspaceError",
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
    """A produced file could not be written; the former file is still whole."""

    def __init__(self, message: str | Message, *, path: str, reason: str | Message) -> None:
        super().__init__(message)
        self.path = path
        self.reason = reason
