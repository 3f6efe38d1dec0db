"""The days off and the working days that a house adds to the production calendar."""

from __future__ import annotations

from roadmapkit.deadlines import WorkCalendar, russian_calendar
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.load import LoadedWorkspace
from roadmapkit.resolve import document_codes as codes

__all__ = ["house_calendar"]


def house_calendar(loaded: LoadedWorkspace) -> tuple[WorkCalendar | None, tuple[Diagnostic, ...]]:
    """Return the production calendar with the house's days.

    Returns:
        The calendar, None where the house has set nothing; a finding for each day that is
        given both as off and as worked, which then counts as worked.
    """
    house = loaded.settings.calendar
    if not (house.days_off or house.workdays or house.shift):
        return None, ()
    origin = next(item.origin for item in loaded.documents if item.model is loaded.settings)
    found = tuple(
        codes.DAY_OFF_AND_WORKED.at(
            origin.child("calendar", "workdays", index).span,
            Message("{day} is given both as a day off and as a working day", day=day),
            hint=Message("Keep it in one of the two lists, days_off or workdays"),
        )
        for index, day in enumerate(house.workdays)
        if day in house.days_off
    )
    days_off = [day for day in house.days_off if day not in house.workdays]
    return russian_calendar(days_off=days_off, working_days=house.workdays), found
