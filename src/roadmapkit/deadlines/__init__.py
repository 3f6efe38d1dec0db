"""Deadlines: a phrase as officials write it, what it means, when it falls due, and back.

The way through the package: ``phrases`` (characters → reading), ``dating`` (reading + period →
deadline), ``wording`` (reading → words). ``calendars`` holds the law, working days and school
years, ``meaning`` the result, ``explain`` the way in.
"""

from __future__ import annotations

from roadmapkit.deadlines.calendars.civil_code import (
    Shift,
    add_months,
    add_workdays,
    add_years,
    first_day,
    roll_back,
    roll_forward,
)
from roadmapkit.deadlines.calendars.period import Period, PeriodKind, parse_period
from roadmapkit.deadlines.calendars.production import (
    RussianCalendar,
    WorkCalendar,
    decreed_days,
    russian_calendar,
)
from roadmapkit.deadlines.calendars.school import (
    SchoolCalendar,
    SchoolYear,
    recommended_year,
    school_year,
)
from roadmapkit.deadlines.codes import CODES
from roadmapkit.deadlines.dating.combined import combined
from roadmapkit.deadlines.dating.events import (
    Event,
    EventDates,
    EventTime,
    GivenDays,
    event_dates,
)
from roadmapkit.deadlines.dating.stems import words_of
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
    Words,
)
from roadmapkit.deadlines.phrases.tree import (
    Frequency,
    Offset,
    Per,
    QualifierKind,
    Reading,
    Reporting,
)
from roadmapkit.deadlines.wording.terms import DateStyle, format_date

__all__ = [
    "CODES",
    "Alternative",
    "Bound",
    "DateStyle",
    "Deadline",
    "DeadlineKind",
    "Event",
    "EventDates",
    "EventTime",
    "Frequency",
    "GivenDays",
    "Occurrence",
    "Offset",
    "PartySpan",
    "Per",
    "Period",
    "PeriodKind",
    "QualifierKind",
    "Reading",
    "Reporting",
    "RussianCalendar",
    "SchoolCalendar",
    "SchoolYear",
    "Shift",
    "Words",
    "WorkCalendar",
    "add_months",
    "add_workdays",
    "add_years",
    "combined",
    "deadline_from_dates",
    "decreed_days",
    "event_dates",
    "explain_deadline",
    "first_day",
    "format_date",
    "parse_period",
    "parse_phrase",
    "recommended_year",
    "roll_back",
    "roll_forward",
    "russian_calendar",
    "school_year",
    "word_deadline",
    "words_of",
]
