"""A phrase by itself, dated by the calendar and the events of a house."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from roadmapkit.deadlines import (
    Deadline,
    EventDates,
    Period,
    event_dates,
    explain_deadline,
    parse_period,
)
from roadmapkit.load import SETTINGS_NAME, LoadedWorkspace
from roadmapkit.resolve.house_days import house_time
from roadmapkit.resolve.house_events import dated_events

__all__ = ["explain_in_house"]

Days = date | tuple[date, date]


def explain_in_house(
    loaded: LoadedWorkspace,
    phrase: str,
    *,
    period: Period | str | int | Mapping[str, object] | None = None,
    signed_on: date | None = None,
    events: Mapping[str, Days | Sequence[Days]] | None = None,
) -> Deadline:
    """Return what a phrase means where the settings of a workspace hold.

    Args:
        loaded: The files.
        phrase: As officials write it.
        period: As for :func:`roadmapkit.deadlines.explain_deadline`.
        signed_on: Likewise.
        events: Days of further events by name; they take the place of the house's namesakes.

    Returns:
        The deadline; what is wrong with the settings stands among its diagnostics.

    Raises:
        ArgumentError: The period is none, or an event has no days.
    """
    house, found = house_time(loaded)
    time = parse_period(period)
    known = EventDates(dated_events(house.events, time)).first(event_dates(events).events)
    meaning = explain_deadline(
        phrase,
        period=time,
        signed_on=signed_on,
        school=house.school,
        calendar=house.calendar,
        policy=house.policy,
        events=known,
        reporting=house.reporting,
    )
    names = {SETTINGS_NAME, loaded.settings_file}
    damage = [item for item in loaded.diagnostics if item.span and item.span.file in names]
    return replace(meaning, diagnostics=(*meaning.diagnostics, *damage, *found))
