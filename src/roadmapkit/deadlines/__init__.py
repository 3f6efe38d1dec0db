"""Deadlines: a phrase as officials write it, what it means, when it falls due, and back.

The way through the package:

1. ``lexer``, ``noise``: characters → tokens; ``lexicon`` knows the word forms.
2. ``units``, ``terms``, ``periods``, ``recurrence``, ``reporting``, ``duration``, ``distance``,
   ``events``, ``clauses``, ``parties``: the productions; ``grammar`` reads tokens → items.
3. ``years``, ``compose``: items → reading (``tree``), before any period is known.
4. ``dating``, ``remarks``, ``throughout``, ``recurring``, ``series``, ``occurrences``,
   ``resolve``: reading + ``period`` → deadline (``meaning``).
5. ``wording``, ``canonical``: back to words that parse to the same reading.

Beside them stand the law (``civil_code``), the production calendar (``calendar``) and the
academic year (``school``).
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
from roadmapkit.deadlines.codes import CODES
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
