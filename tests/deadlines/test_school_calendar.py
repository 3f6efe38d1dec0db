"""Academic years: the recommended default and a school's own timetable."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.deadlines import SchoolCalendar, SchoolYear, explain_deadline, recommended_year
from roadmapkit.deadlines.phrases.tree import Scale
from roadmapkit.errors import ArgumentError

_OWN = SchoolYear(
    2024,
    terms=(
        (date(2024, 9, 2), date(2024, 10, 25)),
        (date(2024, 11, 5), date(2024, 12, 28)),
        (date(2025, 1, 9), date(2025, 3, 21)),
        (date(2025, 3, 31), date(2025, 5, 23)),
    ),
    trimesters=(
        (date(2024, 9, 2), date(2024, 11, 22)),
        (date(2024, 11, 25), date(2025, 2, 21)),
        (date(2025, 2, 24), date(2025, 5, 23)),
    ),
)


@given(st.integers(1990, 2090))
def test_recommended_terms_follow_each_other_with_breaks_between(starts: int) -> None:
    year = recommended_year(starts)
    assert year.lessons == (date(starts, 9, 1), date(starts + 1, 5, 26))
    for (_, end), (start, _) in pairwise(year.terms):
        assert timedelta(days=7) < start - end
    for start, end in year.terms:
        assert 5 * 7 <= (end - start).days <= 12 * 7
    for (_, end), (start, _) in pairwise(year.trimesters):
        assert start - end == timedelta(days=1)


def test_the_year_2025_is_as_the_ministry_recommended() -> None:
    year = recommended_year(2025)
    assert year.days(Scale.SCHOOL_TERM, 1) == (date(2025, 9, 1), date(2025, 10, 24))
    assert year.days(Scale.BREAK, 1) == (date(2025, 10, 25), date(2025, 11, 2))
    assert year.days(Scale.BREAK, 3) == (date(2026, 3, 28), date(2026, 4, 5))


def test_a_timetable_takes_the_place_of_the_recommendation() -> None:
    school = SchoolCalendar((_OWN,))
    own = explain_deadline("I четверть", period="2024/2025", school=school)
    assert (own.start, own.end) == (date(2024, 9, 2), date(2024, 10, 25))
    assert not own.diagnostics
    default = explain_deadline("I четверть", period="2024/2025")
    assert [d.code for d in default.diagnostics] == ["DUE011"]


def test_the_end_of_the_academic_year_is_the_last_day_of_lessons() -> None:
    school = SchoolCalendar((_OWN,))
    phrase = "до конца учебного года"
    assert explain_deadline(phrase, period="2024/2025").end == date(2025, 5, 26)
    assert explain_deadline(phrase, period="2024/2025", school=school).end == date(2025, 5, 23)


def test_one_year_cannot_have_two_timetables() -> None:
    with pytest.raises(ArgumentError):
        SchoolCalendar((_OWN, _OWN))


def test_a_fifth_quarter_is_impossible() -> None:
    with pytest.raises(ValueError, match="5"):
        recommended_year(2024).days(Scale.SCHOOL_TERM, 5)
