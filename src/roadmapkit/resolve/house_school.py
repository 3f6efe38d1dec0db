"""School years of the house: quarters and trimesters with their dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from roadmapkit.deadlines import PeriodKind, SchoolCalendar, SchoolYear, parse_period, school_year
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import ArgumentError
from roadmapkit.model.settings import SchoolDays, SchoolYearDays
from roadmapkit.resolve import document_codes as codes
from roadmapkit.source import Origin

__all__ = ["house_school"]

_COUNTS = {"terms": 4, "trimesters": 3}


def house_school(
    years: Sequence[SchoolYearDays], origin: Origin
) -> tuple[SchoolCalendar, tuple[Diagnostic, ...]]:
    """Return the academic years of the settings; those that cannot be are left out.

    Args:
        years: As the author gave them.
        origin: Place of their list.

    Returns:
        The calendar, and a finding for each fault of a year.
    """
    known: list[SchoolYear] = []
    found: list[Diagnostic] = []
    for index, given in enumerate(years):
        place = origin.child(index)
        starts = _starts(given)
        faults = list(_faults(given, starts, place, [year.starts for year in known]))
        found.extend(faults)
        if starts is not None and not faults:
            known.append(
                school_year(starts, terms=_days(given.terms), trimesters=_days(given.trimesters))
            )
    return SchoolCalendar(tuple(known)), tuple(found)


def _days(spans: Sequence[SchoolDays]) -> list[tuple[date, date]]:
    return [(span.start, span.end) for span in spans]


def _starts(given: SchoolYearDays) -> int | None:
    try:
        period = parse_period(given.year)
    except ArgumentError:
        return None
    if period is None or period.kind is not PeriodKind.ACADEMIC_YEAR:
        return None
    return period.start.year


def _faults(
    given: SchoolYearDays, starts: int | None, origin: Origin, known: Sequence[int]
) -> Iterator[Diagnostic]:
    if starts is None:
        yield codes.SCHOOL_YEAR.at(
            origin.child("year").span,
            Message("{year!r} is no school year", year=given.year),
            hint=Message("Write two years in a row: 2024/2025"),
        )
        return
    if starts in known:
        yield codes.SCHOOL_YEAR.at(
            origin.child("year").span,
            Message("The school year {year!r} is given twice", year=given.year),
            hint=Message("Keep one of the two"),
        )
    for key, spans in (("terms", given.terms), ("trimesters", given.trimesters)):
        if spans:
            yield from _misplaced(spans, key, given.year, starts, origin.child(key))
    if not given.terms and not given.trimesters:
        yield codes.SCHOOL_YEAR.at(
            origin.span,
            Message("The school year {year!r} has no dates", year=given.year),
            hint=Message("Give the four terms, the three trimesters, or both"),
        )


def _misplaced(
    spans: Sequence[SchoolDays], key: str, year: str, starts: int, origin: Origin
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the number, the order and the place of terms."""
    if len(spans) != _COUNTS[key]:
        yield codes.SCHOOL_YEAR.at(
            origin.span,
            Message(
                "The school year {year!r} has {count} {key}, not {wanted}",
                year=year,
                count=len(spans),
                key=key,
                wanted=_COUNTS[key],
            ),
            hint=Message("Give all of them, the first one first"),
        )
    first, last = date(starts, 9, 1), date(starts + 1, 8, 31)
    for index, span in enumerate(spans):
        place = origin.child(index)
        if span.end < span.start:
            yield codes.SCHOOL_YEAR.at(
                place.child("end").span,
                Message(
                    "The end {end} lies before the start {start}", end=span.end, start=span.start
                ),
                hint=Message("Correct one of the two days"),
            )
        for edge, day in (("start", span.start), ("end", span.end)):
            if not first <= day <= last:
                yield codes.SCHOOL_YEAR.at(
                    place.child(edge).span,
                    Message("{day} lies outside the school year {year!r}", day=day, year=year),
                    hint=Message("A school year runs from 1 September to 31 August"),
                )
    for index, (one, following) in enumerate(pairwise(spans), start=1):
        if following.start <= one.end:
            yield codes.SCHOOL_YEAR.at(
                origin.child(index, "start").span,
                Message(
                    "{start} is not after {end}, the end of the term before",
                    start=following.start,
                    end=one.end,
                ),
                hint=Message("Put the terms in order, without a day in two of them"),
            )
