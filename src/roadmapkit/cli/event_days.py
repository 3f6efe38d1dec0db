"""Days of events as they are given on the command line: ``педсовет=28.08.2026``."""

from __future__ import annotations

from collections.abc import Iterable

from roadmapkit.api.explanations import Days
from roadmapkit.cli.parameters import read_day
from roadmapkit.diagnostics import Message

__all__ = ["NamedDays", "days_by_name", "read_event"]

NamedDays = tuple[str, Days]
"""The name of an event, and its day or its first and last one."""


def read_event(text: str) -> NamedDays | Message:
    """Return the event that ``NAME=DAY`` or ``NAME=DAY..DAY`` gives."""
    name, equals, days = text.rpartition("=")
    if not equals or not name.strip():
        return Message("{value!r} is no event with its day; write NAME=2026-08-28", value=text)
    first, dots, last = days.partition("..")
    start = read_day(first.strip())
    if isinstance(start, Message) or not dots:
        return start if isinstance(start, Message) else (name.strip(), start)
    end = read_day(last.strip())
    return end if isinstance(end, Message) else (name.strip(), (start, end))


def days_by_name(events: Iterable[NamedDays]) -> dict[str, list[Days]]:
    """Return the days by the name of the event; one that is named twice takes place twice."""
    found: dict[str, list[Days]] = {}
    for name, days in events:
        found.setdefault(name, []).append(days)
    return found
