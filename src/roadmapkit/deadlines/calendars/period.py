"""The time that a document is for: a year, years, an academic year, or two days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass, regex

__all__ = ["Period", "PeriodKind", "parse_period"]

_FIRST_YEAR = 1900
_LAST_YEAR = 2199

_YEARS = regex(r"(\d{4})(?:\s*([-/])\s*(\d{4}|\d{2}))?")
_SPAN = regex(r"(\S+?)\s*(?:\.{2,3}|…)\s*(\S+)")
_MONTH = regex(r"(\d{4})-(\d{1,2})")
_DAY = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_RUSSIAN_DAY = regex(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_ACADEMIC_TAIL = regex(r"\s*(?:уч\.|учебн\w+)\s*(?:г\.?|год\w*)$", re.IGNORECASE)
_YEAR_TAIL = regex(r"\s*(?:гг?\.?|г\.\s?г\.|год\w*)$", re.IGNORECASE)


class PeriodKind(StrEnum):
    """What a period is called."""

    YEAR = "year"
    ACADEMIC_YEAR = "academic_year"
    YEARS = "years"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a document is for (период реализации).

    Attributes:
        start: First day.
        end: Last day, inclusive.
        kind: One year, one academic year, several whole years, or another span.
        written: How the author wrote it.
    """

    start: date
    end: date
    kind: PeriodKind
    written: str

    @property
    def is_one_year(self) -> bool:
        """True for a calendar year and for an academic year."""
        return self.kind in {PeriodKind.YEAR, PeriodKind.ACADEMIC_YEAR}

    def contains(self, start: date, end: date | None = None) -> bool:
        """True if *start*, or every day from *start* to *end*, lies in the period."""
        return self.start <= start and (end or start) <= self.end

    def overlaps(self, start: date, end: date) -> bool:
        """True if the period and the days from *start* to *end* have a day in common."""
        return start <= self.end and self.start <= end


def parse_period(value: object) -> Period | None:
    """Return the period that *value* describes.

    Args:
        value: ``2024``, ``"2021-2023"``, ``"2021/2022"`` (an academic year, 1 September
            to 31 August), ``"2020-06..2021-05"``, ``"2020-06-15..2021-05-31"``, a mapping
            of ``start`` and ``end`` (days, months or years), a :class:`Period`, or None.

    Returns:
        The period, or None for None.

    Raises:
        ArgumentError: Nothing of the kind, or the end lies before the start.
    """
    if value is None or isinstance(value, Period):
        return value
    if isinstance(value, Mapping):
        return _from_mapping(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _refused(value)
    text = _YEAR_TAIL.sub("", value.strip().translate(_DASHES))
    academic = _ACADEMIC_TAIL.search(value.strip().translate(_DASHES))
    if academic:
        text = value.strip().translate(_DASHES)[: academic.start()]
    if years := _YEARS.fullmatch(text):
        return _from_years(years, academic=academic is not None, written=value)
    if span := _SPAN.fullmatch(text):
        return _span(_edge(span[1], value)[0], _edge(span[2], value)[1], written=value)
    raise _refused(value)


def _from_years(match: re.Match[str], *, academic: bool, written: str) -> Period:
    first = int(match[1])
    last = int(match[3]) if match[3] else first
    if match[3] and len(match[3]) == 2:
        last = first - first % 100 + last
    for year in (first, last):
        _check_year(year, written)
    if match[2] == "/" or (academic and match[2]):
        if last != first + 1:
            message = Message(
                "{period!r} is no academic year: write two years in a row, 2021/2022",
                period=written,
            )
            raise ArgumentError(message, argument="period", value=written)
        return _span(date(first, 9, 1), date(last, 8, 31), written=written)
    return _span(date(first, 1, 1), date(last, 12, 31), written=written)


def _from_mapping(value: Mapping[object, object]) -> Period:
    unknown = sorted(str(key) for key in value if key not in {"start", "end"})
    if unknown or "start" not in value or "end" not in value:
        raise _refused(dict(value))
    start, end = value["start"], value["end"]
    written = f"{start}..{end}"
    return _span(_edge(start, written)[0], _edge(end, written)[1], written=written)


def _span(start: date, end: date, *, written: str) -> Period:
    if end < start:
        message = Message(
            "the period {period!r} ends before it starts: swap its ends", period=written
        )
        raise ArgumentError(message, argument="period", value=written)
    return Period(start=start, end=end, kind=_kind(start, end), written=written)


def _kind(start: date, end: date) -> PeriodKind:
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return PeriodKind.YEAR if start.year == end.year else PeriodKind.YEARS
    if (start.month, start.day, end.month, end.day) == (9, 1, 8, 31) and (
        end.year == start.year + 1
    ):
        return PeriodKind.ACADEMIC_YEAR
    return PeriodKind.SPAN


def _edge(value: object, whole: object) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day."""
    if isinstance(value, date):
        return value, value
    text = str(value).strip()
    try:
        if day := _DAY.fullmatch(text):
            exact = date(int(day[1]), int(day[2]), int(day[3]))
            return exact, exact
        if day := _RUSSIAN_DAY.fullmatch(text):
            exact = date(int(day[3]), int(day[2]), int(day[1]))
            return exact, exact
        if month := _MONTH.fullmatch(text):
            first = date(int(month[1]), int(month[2]), 1)
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if re.fullmatch(r"\d{4}", text):
            return date(int(text), 1, 1), date(int(text), 12, 31)
    except ValueError as error:
        message = Message(
            "{text!r} in the period {period!r} is no day of the calendar: correct it",
            text=text,
            period=whole,
        )
        raise ArgumentError(message, argument="period", value=whole) from error
    raise _refused(whole)


def _check_year(year: int, written: str) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        message = Message(
            "the year {year} of the period {period!r} lies outside {first}-{last}: correct it",
            year=year,
            period=written,
            first=_FIRST_YEAR,
            last=_LAST_YEAR,
        )
        raise ArgumentError(message, argument="period", value=written)


def _refused(value: object) -> ArgumentError:
    message = Message(
        "{period!r} is no period: write a year (2024), years (2021-2023), an academic year "
        "(2021/2022), two ends (2020-06..2021-05), or start and end",
        period=value,
    )
    return ArgumentError(message, argument="period", value=value)
