"""What an author meant by a day that is not written as one."""

from __future__ import annotations

from datetime import date
from typing import Any

from roadmapkit.diagnostics import Message
from roadmapkit.lazily import regex

__all__ = ["date_hint"]

_DAY_PARTS = regex(
    r"(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})(?:\s*г\.?)?\Z|(\d{4})[./-](\d{1,2})[./-](\d{1,2})\Z"
)


def date_hint(value: Any) -> Message:
    """Return how the day that an author wrote should be written, or that there is no such day."""
    match = _DAY_PARTS.match(str(value).strip())
    if match is None:
        return Message("Write the day as 31.01.2024 or 2024-01-31")
    day, month, year = (
        (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    )
    try:
        meant = date(int(year), int(month), int(day))
    except ValueError:
        return Message("There is no such day; look the date up")
    if not 1900 <= meant.year < 2200:
        return Message("Only years from 1900 to 2199 are read")
    return Message("Write {meant!r}", meant=meant.strftime("%d.%m.%Y"))
