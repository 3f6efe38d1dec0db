"""Distances on the calendar as a user writes them: ``30d``, ``2w``, ``3m``, ``1y``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from roadmapkit.deadlines import add_months, add_years
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import regex

__all__ = ["day_after", "read_distance"]

_DISTANCE = regex(r"\s*(\d{1,4})\s*([a-zа-я]?)\s*", re.IGNORECASE)
_UNITS = {"": "d", "д": "d", "н": "w", "м": "m", "г": "y"}
_STEPS: Mapping[str, Callable[[date, int], date]] = {
    "d": lambda day, count: day + timedelta(days=count),
    "w": lambda day, count: day + timedelta(weeks=count),
    "m": add_months,
    "y": add_years,
}


def read_distance(text: str | int) -> tuple[int, str]:
    """Return number and unit – ``d``, ``w``, ``m`` or ``y`` – of a distance.

    Args:
        text: ``30d``, ``2w``, ``3m``, ``1y``, in Russian letters too (д, н, м, г); a
            number alone is days.

    Raises:
        ArgumentError: It is no distance.
    """
    match = _DISTANCE.fullmatch(str(text))
    unit = match.group(2).lower() if match else ""
    unit = _UNITS.get(unit, unit)
    if match is None or unit not in _STEPS:
        raise ArgumentError(
            Message("{value!r} is no length of time; write 30d, 2w, 3m or 1y", value=str(text)),
            argument="within",
            value=text,
        )
    return int(match.group(1)), unit


def day_after(start: date, distance: str | int) -> date:
    """Return the day that lies a distance after *start*.

    Raises:
        ArgumentError: *distance* is none, or it leads out of the calendar.
    """
    count, unit = read_distance(distance)
    try:
        return _STEPS[unit](start, count)
    except (OverflowError, ValueError) as error:
        raise ArgumentError(
            Message("{value!r} leads out of the calendar", value=str(distance)),
            argument="within",
            value=distance,
        ) from error
