"""Deadlines: a phrase as officials write it, what it means, when it falls due, and back.

The way through the package: ``noise``/``lexer`` (characters → tokens), ``units``, ``terms``,
``recurrence``, ``relations``, ``grammar`` (tokens → items), ``compose`` (items → reading),
``dating``, ``recurring``, ``resolve`` (reading + period → deadline), ``canonical`` (back to words).
"""

from __future__ import annotations

from roadmapkit.deadlines.calendar import (
    RussianCalendar,
    WorkCalendar,
    decreed_days,
    russian_calendar,
)
from roadmapkit.deadlines.civil_code import (
    Shift,
    add_months,
    add_workdays,
    add_years,
    first_day,
    roll_back,
    roll_forward,
)
from roadmapkit.deadlines.codes import CODES, Code
from roadmapkit.deadlines.explain import (
    deadline_from_dates,
    explain_deadline,
    parse_phrase,
    word_deadline,
)
from roadmapkit.deadlines.meaning import (
    Alternative,
    Bound,
    Deadline,
    DeadlineKind,
    Occurrence,
    PartySpan,
)
from roadmapkit.deadlines.period import Period, PeriodKind, parse_period
from roadmapkit.deadlines.school import SchoolCalendar, SchoolYear, recommended_year
from roadmapkit.deadlines.tree import Frequency, Offset, Per
from roadmapkit.deadlines.wording import DateStyle, format_date

__all__ = [
    "CODES",
    "Alternative",
    "Bound",
    "Code",
    "DateStyle",
    "Deadline",
    "DeadlineKind",
    "Frequency",
    "Occurrence",
    "Offset",
    "PartySpan",
    "Per",
    "Period",
    "PeriodKind",
    "RussianCalendar",
    "SchoolCalendar",
    "SchoolYear",
    "Shift",
    "WorkCalendar",
    "add_months",
    "add_workdays",
    "add_years",
    "deadline_from_dates",
    "decreed_days",
    "explain_deadline",
    "first_day",
    "format_date",
    "parse_period",
    "parse_phrase",
    "recommended_year",
    "roll_back",
    "roll_forward",
    "russian_calendar",
    "word_deadline",
]
