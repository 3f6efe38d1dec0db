"""Time as the house has set it: working days, school years, events, reporting dates."""

from __future__ import annotations

from dataclasses import field, replace

from roadmapkit.deadlines import (
    SchoolCalendar,
    Shift,
    WorkCalendar,
    decreed_days,
    explain_deadline,
    russian_calendar,
)
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.deadline import DatedEvent
from roadmapkit.model.settings import CalendarSettings
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.house_events import check_events
from roadmapkit.resolve.house_school import house_school
from roadmapkit.source import Origin

__all__ = ["HouseTime", "house_time"]

_PROBE = "2001-2010"
"""Years in which every rule of reporting falls due at least once."""


@dataclass(frozen=True, slots=True)
class HouseTime:
    """What the settings say about time.

    Attributes:
        calendar: The production calendar with the house's own days.
        policy: What happens to a working date on a day off.
        school: Academic years.
        events: Events that every document may count from.
        reporting: When the house reports, as phrases.
    """

    calendar: WorkCalendar = field(default_factory=russian_calendar)
    policy: Shift = Shift.PREVIOUS
    school: SchoolCalendar = field(default_factory=SchoolCalendar)
    events: tuple[DatedEvent, ...] = ()
    reporting: tuple[str, ...] = ()


def house_time(loaded: LoadedWorkspace) -> tuple[HouseTime, tuple[Diagnostic, ...]]:
    """Return what the settings of a workspace say about time, and what is wrong with it."""
    house = loaded.settings.calendar
    origin = next(
        (
            item.origin.child("calendar")
            for item in loaded.documents
            if item.model is loaded.settings
        ),
        None,
    )
    if origin is None:
        return HouseTime(), ()
    school, faulty_years = house_school(house.school_years, origin.child("school_years"))
    reporting, faulty_rules = _reporting(house, origin)
    time = HouseTime(
        calendar=_calendar(house),
        policy=Shift(house.shift or Shift.PREVIOUS),
        school=school,
        events=house.events,
        reporting=reporting,
    )
    events = check_events(house.events, origin.child("events"), ())
    return time, (*_contradictions(house, origin), *faulty_years, *events, *faulty_rules)


def _calendar(house: CalendarSettings) -> WorkCalendar:
    days_off = {*house.days_off, *(decreed_days() if house.decreed_days else ())}
    return russian_calendar(
        days_off=days_off - set(house.workdays), working_days=house.workdays, years=house.years
    )


def _contradictions(house: CalendarSettings, origin: Origin) -> tuple[Diagnostic, ...]:
    """Return a finding for each day given both as off and as worked; it counts as worked."""
    return tuple(
        codes.DAY_OFF_AND_WORKED.at(
            origin.child("workdays", index).span,
            Message("{day} is given both as a day off and as a working day", day=day),
            hint=Message("Keep it in one of the two lists, days_off or workdays"),
        )
        for index, day in enumerate(house.workdays)
        if day in house.days_off
    )


def _reporting(
    house: CalendarSettings, origin: Origin
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return the rules from which dates follow, and findings about the wording of all."""
    rules: list[str] = []
    found: list[Diagnostic] = []
    for index, rule in enumerate(house.reporting):
        place = origin.child("reporting", index)
        meaning = explain_deadline(rule, period=_PROBE)
        if meaning.frequency is not None or any(part.frequency for part in meaning.parts):
            rules.append(rule)
            found.extend(replace(item, span=place.span) for item in meaning.diagnostics)
        else:
            found.append(
                codes.REPORTING_RULE.at(
                    place.span,
                    Message("No reporting dates follow from {rule!r}", rule=rule),
                    hint=Message("For example: ежегодно до 20 января"),
                )
            )
    return tuple(rules), tuple(found)
