"""The table of days off says what the library of holidays says."""

from __future__ import annotations

import runpy
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from roadmapkit.deadlines.calendars.production import (
    russian_calendar,
    transfer_years,
    unkept_days_off,
)

TOOL: dict[str, Any] = runpy.run_path(
    str(Path(__file__).parents[2] / "tools" / "days_off.py"), run_name="tool"
)


def test_the_committed_table_is_up_to_date() -> None:
    assert TOOL["TARGET"].read_text(encoding="utf-8") == TOOL["page"](), "python tools/days_off.py"


def test_many_years_are_kept() -> None:
    assert len(transfer_years()) > 15


@pytest.mark.parametrize("year", sorted(transfer_years()))
def test_every_day_of_a_year_is_as_the_library_has_it(year: int) -> None:
    calendar, off = russian_calendar(), unkept_days_off(year)
    day = date(year, 1, 1)
    while day.year == year:
        assert calendar.is_working_day(day) == (day not in off)
        day += timedelta(days=1)


def test_a_year_with_a_decree_is_known_without_the_library() -> None:
    code = (
        "import sys; from datetime import date;"
        "from roadmapkit.deadlines.calendars.production import russian_calendar;"
        "print(russian_calendar().is_working_day(date(2024, 4, 27)), 'holidays' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["True", "False"]
