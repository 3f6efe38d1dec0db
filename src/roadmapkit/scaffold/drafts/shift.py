"""By how many years a draft is later than its pattern, and what that makes of dates and ids."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

__all__ = ["YEAR", "YearShift", "parse_shift"]

YEAR = r"(?:19|20|21)\d\d"
"""A year as the models know them."""

_FIRST, _LAST = 1900, 2199
_MOST = 100
_WRITTEN = re.compile(r"([+\-−–]?)\s*(\d{1,4})\s*(y|m|г|м|год|года|лет|мес)\.?", re.IGNORECASE)
_SPAN = re.compile(rf"(?<!\d)({YEAR})(?:([-–—/])(\d{{4}}|\d\d))?(?!\d)")


@dataclass(frozen=True, slots=True)
class YearShift:
    """A number of whole years, forwards or, below zero, back."""

    years: int

    def __str__(self) -> str:
        return f"{self.years:+d}y"

    def year(self, year: int) -> int:
        """Return the shifted year.

        Raises:
            ArgumentError: It is none that a document could be about.
        """
        shifted = year + self.years
        if not _FIRST <= shifted <= _LAST:
            message = Message(
                "The year {year} shifted by {shift} is none from {first} to {last}",
                year=year,
                shift=str(self),
                first=_FIRST,
                last=_LAST,
            )
            raise ArgumentError(message, argument="shift", value=str(self))
        return shifted

    def day(self, day: date) -> date:
        """Return the same day of the shifted year; 29 February becomes 28 where need be."""
        year = self.year(day.year)
        if (day.month, day.day) == (2, 29) and not isleap(year):
            return day.replace(year=year, day=28)
        return day.replace(year=year)

    def digits(self, written: str) -> str:
        """Return a year of four or two digits as it is written once it is shifted."""
        if len(written) == 4:
            return str(self.year(int(written)))
        return f"{(int(written) + self.years) % 100:02d}"

    def names(self, text: str) -> str:
        """Return an id or the name of a file with its years shifted: ``plan-2021-22``."""

        def shifted(match: re.Match[str]) -> str:
            first, mark, second = match[1], match[2], match[3]
            if second is None:
                return self.digits(first)
            follows = second[-2:] == f"{int(first) + 1:04d}"[-2:]
            if len(second) == 4 or follows:
                return f"{self.digits(first)}{mark}{self.digits(second)}"
            return f"{self.digits(first)}{mark}{second}"

        return _SPAN.sub(shifted, text)


def parse_shift(text: str) -> YearShift:
    """Return the shift that *text* names: ``1y``, ``-1y``, ``2y``, ``12m``, ``1г``.

    Raises:
        ArgumentError: It is no number of whole years, none at all, or too many.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        message = Message(
            "{value!r} is no shift; write whole years: 1y, 2y, -1y, or 12m", value=text
        )
        raise ArgumentError(message, argument="shift", value=text)
    count = int(match[2])
    if match[3].lower().startswith(("m", "м")):
        if count % 12:
            message = Message(
                "{value!r} is no number of whole years: plans shift by a year or a school year; "
                "write 1y or 12m",
                value=text,
            )
            raise ArgumentError(message, argument="shift", value=text)
        count //= 12
    if not 1 <= count <= _MOST:
        message = Message(
            "{value!r} shifts by no year, or by more than {most}; write 1y", value=text, most=_MOST
        )
        raise ArgumentError(message, argument="shift", value=text)
    return YearShift(-count if match[1] in {"-", "−", "–"} else count)
