"""Days that callers give."""

from __future__ import annotations

from datetime import date, datetime

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

__all__ = ["require_day"]


def require_day(day: object, argument: str) -> date:
    """Return a day that a caller gave.

    Why: a text, or a time of day, would fail deep inside with a bare TypeError.

    Args:
        day: What was given.
        argument: Name of the argument.

    Raises:
        ArgumentError: It is no :class:`datetime.date`, or has a time of day.
    """
    if isinstance(day, date) and not isinstance(day, datetime):
        return day
    raise ArgumentError(
        Message(
            "{argument} must be a datetime.date, not {value!r} ({kind}); write date(2024, 1, 31)",
            argument=argument,
            value=str(day),
            kind=type(day).__name__,
        ),
        argument=argument,
        value=day,
    )
