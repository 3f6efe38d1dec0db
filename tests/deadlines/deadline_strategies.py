"""Hypothesis strategies for calendar terms, recurrences and whole readings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from roadmapkit.deadlines.phrases.periods import FREQUENCY_OF
from roadmapkit.deadlines.phrases.tree import (
    Frequency,
    Part,
    Per,
    Reading,
    Recurrence,
    Reporting,
    Scale,
    Term,
    Through,
    Unit,
)

__all__ = ["readings", "recurrences", "terms", "units"]

_INDEXES = {
    Scale.QUARTER: 4,
    Scale.HALF: 2,
    Scale.SCHOOL_TERM: 4,
    Scale.TRIMESTER: 3,
    Scale.SCHOOL_HALF: 2,
    Scale.BREAK: 4,
    Scale.SEASON: 4,
}
_PARTS = st.sampled_from([None, None, None, Part.START, Part.END, Part.SECOND_HALF])


@st.composite
def units(draw: st.DrawFn, *, dated: bool | None = None) -> Unit:
    """Return a unit that the wording can name."""
    scale = draw(st.sampled_from(list(Scale)))
    with_year = draw(st.booleans()) if dated is None else dated
    year = draw(st.integers(1995, 2090)) if with_year else None
    if scale is Scale.DAY:
        day = draw(st.one_of(st.just(-1), st.integers(1, 28)))
        return Unit(scale, month=draw(st.integers(1, 12)), day=day, year=year)
    if scale is Scale.WEEKDAY:
        return draw(_weekdays_of_month(year))
    part = draw(_PARTS)
    if scale is Scale.MONTH:
        return Unit(scale, month=draw(st.integers(1, 12)), year=year, part=part)
    if scale in {Scale.WEEK, Scale.DECADE}:
        numbers = [1, 2, 3, 4, -1] if scale is Scale.WEEK else [1, 2, 3]
        index = draw(st.sampled_from(numbers))
        return Unit(scale, index=index, month=draw(st.integers(1, 12)), year=year)
    if scale in _INDEXES:
        return Unit(scale, index=draw(st.integers(1, _INDEXES[scale])), year=year, part=part)
    return Unit(scale, year=year, part=part)


@st.composite
def _weekdays_of_month(draw: st.DrawFn, year: int | None) -> Unit:
    """Return «первая пятница сентября», «последний рабочий день мая»."""
    return Unit(
        Scale.WEEKDAY,
        index=draw(st.sampled_from([1, 2, 3, 4, -1])),
        month=draw(st.integers(1, 12)),
        weekday=draw(st.integers(0, 7)),
        year=year,
    )


@st.composite
def terms(draw: st.DrawFn, *, dated: bool | None = None) -> Term:
    """Return one unit, a unit with an open end, or a range of days, months or years."""
    shape = draw(st.sampled_from(["one", "by", "from", "after", "range"]))
    if shape == "range":
        return draw(_ranges())
    unit = draw(units(dated=dated))
    if shape == "one":
        return Term(unit, unit)
    if unit.part in {Part.START, Part.END}:
        # «С начала марта» is «с марта»: open ends have no rough start or end of their own.
        unit = replace(unit, part=None)
    if shape == "by":
        return Term(None, unit, before=unit.scale is not Scale.DAY and unit.part is None)
    return Term(unit, None, after=shape == "after")


@st.composite
def _ranges(draw: st.DrawFn) -> Term:
    scale = draw(st.sampled_from([Scale.DAY, Scale.MONTH, Scale.QUARTER, Scale.YEAR]))
    first_year = draw(st.integers(1995, 2080))
    last_year = first_year + draw(st.integers(1 if scale is Scale.YEAR else 0, 4))
    if scale is Scale.YEAR:
        return Term(Unit(scale, year=first_year), Unit(scale, year=last_year))
    low, high = sorted(draw(st.lists(st.integers(1, 12), min_size=2, max_size=2, unique=True)))
    if scale is Scale.QUARTER:
        low, high = 1 + low % 2, 3 + high % 2
        first, last = (
            Unit(scale, index=low, year=first_year),
            Unit(scale, index=high, year=last_year),
        )
    elif scale is Scale.MONTH:
        first = Unit(scale, month=low, year=first_year)
        last = Unit(scale, month=high, year=last_year)
    else:
        days = draw(st.tuples(st.integers(1, 28), st.integers(1, 28)))
        first = Unit(scale, month=low, day=days[0], year=first_year)
        last = Unit(scale, month=high, day=days[1], year=last_year)
    return Term(first, last)


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    """Return «ежегодно», «не менее 2 раз в 3 года», «ежемесячно до 5 числа»."""
    per = draw(st.sampled_from(list(Per)))
    every = draw(st.sampled_from([1, 1, 1, 2, 3, 5]))
    count = draw(st.sampled_from([1, 1, 2, 4, 7]))
    frequency = FREQUENCY_OF[per]
    if every == 1 and count == 1 and frequency in {Frequency.MONTHLY, Frequency.QUARTERLY}:
        day = draw(st.sampled_from([None, 1, 10, 25]))
        late = st.sampled_from([None, Reporting.NEXT, Reporting.LAST])
        reporting = draw(late) if day and frequency is Frequency.QUARTERLY else None
        by = draw(st.booleans()) if day else True
        since = draw(st.sampled_from([None, 1, 5])) if day and day > 5 and by else None
        return Recurrence(frequency, per=per, day=day, by=by, reporting=reporting, since_day=since)
    if every == 1 and count == 1 and frequency is Frequency.WEEKLY:
        days = draw(st.sets(st.integers(1, 7), max_size=3))
        return Recurrence(frequency, per=per, weekdays=tuple(sorted(days)))
    return Recurrence(frequency, every, count, per, at_least=draw(st.booleans()))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return a reading without remarks, or several terms."""
    shape = draw(st.sampled_from(["term", "term", "recurrence", "through", "parts"]))
    if shape == "term":
        return Reading(terms=(draw(terms()),))
    if shape == "recurrence":
        return Reading(recurrence=draw(recurrences()))
    if shape == "through":
        through = draw(st.sampled_from([t for t in Through if t is not Through.TERM]))
        return Reading(through=through)
    months = draw(st.lists(units(dated=True), min_size=2, max_size=4))
    return Reading(parts=tuple(Reading(terms=(Term(unit, unit),)) for unit in months))
