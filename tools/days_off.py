"""Write the days off of the years with a decree, as the ``holidays`` library has them.

A plan's terms ask for one or two years of the production calendar; the library that knows
them takes as long to load as everything else that checks a small plan. So what it says of
past decrees, which change no more, is kept beside the code; it is asked itself for other years.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from roadmapkit.deadlines.calendars.production import KEPT, transfer_years, unkept_days_off

__all__ = ["main", "page"]

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "roadmapkit" / "deadlines" / "calendars" / "data" / KEPT

_HEAD = """\
# Written by tools/days_off.py from the holidays library: years with a decree on transfers.
# The year, the days off from Monday to Friday, the Saturdays and Sundays that are worked.
"""
_SATURDAY = 5


def page() -> str:
    """Return the table as it should be."""
    return _HEAD + "".join(f"{_row(year)}\n" for year in sorted(transfer_years()))


def _row(year: int) -> str:
    first = date(year, 1, 1)
    days = [first + timedelta(days=step) for step in range(366)]
    days = [day for day in days if day.year == year]
    off = unkept_days_off(year)
    weekdays = (f"{day:%m-%d}" for day in days if day.weekday() < _SATURDAY and day in off)
    worked = (f"{day:%m-%d}" for day in days if day.weekday() >= _SATURDAY and day not in off)
    return f"{year}\t{' '.join(weekdays)}\t{' '.join(worked)}"


def main() -> None:
    """Rewrite the table that is committed."""
    TARGET.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
