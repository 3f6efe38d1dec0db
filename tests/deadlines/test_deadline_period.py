"""Periods of documents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.deadlines import Period, PeriodKind, parse_period
from roadmapkit.errors import ArgumentError


@pytest.mark.parametrize(
    ("value", "start", "end", "kind"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), PeriodKind.YEAR),
        (2024, date(2024, 1, 1), date(2024, 12, 31), PeriodKind.YEAR),
        ("2024 год", date(2024, 1, 1), date(2024, 12, 31), PeriodKind.YEAR),
        ("2021-2023", date(2021, 1, 1), date(2023, 12, 31), PeriodKind.YEARS),
        ("2021 – 2023 гг.", date(2021, 1, 1), date(2023, 12, 31), PeriodKind.YEARS),
        ("2021/2022", date(2021, 9, 1), date(2022, 8, 31), PeriodKind.ACADEMIC_YEAR),
        ("2021/22", date(2021, 9, 1), date(2022, 8, 31), PeriodKind.ACADEMIC_YEAR),
        ("2021-2022 уч. г.", date(2021, 9, 1), date(2022, 8, 31), PeriodKind.ACADEMIC_YEAR),
        ("2020-06..2021-05", date(2020, 6, 1), date(2021, 5, 31), PeriodKind.SPAN),
        ("2021-09..2022-08", date(2021, 9, 1), date(2022, 8, 31), PeriodKind.ACADEMIC_YEAR),
        ("01.02.2024..15.03.2024", date(2024, 2, 1), date(2024, 3, 15), PeriodKind.SPAN),
        ({"start": "2024-02", "end": "2024-02"}, date(2024, 2, 1), date(2024, 2, 29), "span"),
        (
            {"start": date(2024, 1, 1), "end": "2024-12-31"},
            date(2024, 1, 1),
            date(2024, 12, 31),
            "year",
        ),
    ],
)
def test_period_is_read_as_written(value: object, start: date, end: date, kind: str) -> None:
    period = parse_period(value)
    assert period is not None
    assert (period.start, period.end, period.kind) == (start, end, kind)


def test_no_period_stays_none_and_a_period_stays_itself() -> None:
    period = parse_period("2024")
    assert parse_period(None) is None
    assert parse_period(period) is period


@pytest.mark.parametrize(
    "value",
    ["", "год", "2024-2021", "2021/2023", "2024-13..2025-01", "0099", True, 3.5, {"start": "2024"},
     {"start": "2024", "end": "2025", "to": 1}, "2024-06..2024-01"],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_the_value(value: object) -> None:
    with pytest.raises(ArgumentError) as caught:
        parse_period(value)
    assert caught.value.argument == "period"


@given(st.integers(1900, 2199), st.integers(0, 20))
def test_a_period_of_years_covers_them_whole(first: int, length: int) -> None:
    last = min(first + length, 2199)
    period = parse_period(f"{first}-{last}")
    assert isinstance(period, Period)
    assert period.contains(date(first, 1, 1), date(last, 12, 31))
    assert not period.contains(date(first - 1, 12, 31))
    assert period.is_one_year == (first == last)
