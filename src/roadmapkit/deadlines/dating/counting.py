"""Terms that are counted from an event: the last day, and the rule that gives it."""

from __future__ import annotations

from datetime import date, timedelta

from roadmapkit.deadlines.calendars.civil_code import add_months, add_workdays
from roadmapkit.deadlines.dating.context import Context
from roadmapkit.deadlines.dating.openers import anchors
from roadmapkit.deadlines.phrases.tree import Offset, Reading
from roadmapkit.diagnostics import Message
from roadmapkit.errors import CalendarCoverageError

__all__ = ["counted", "counting_rules", "distance_back"]

_MONTHS_OF = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_DAYS_OF = {"day": 1, "week": 7, "decade": 10}


def counted(event: date, offset: Offset, context: Context) -> date | None:
    """Return the last day of a term that an event on a day starts, or that ends before it.

    Args:
        event: Day of the event, which does not count.
        offset: Length and direction.
        context: Its production calendar counts working days.

    Returns:
        None where the term is one of hours, where no calendar is known for working days,
        or where it does not know the years; either gathers in the context.

    Source:
        Civil Code of the RF (ГК РФ), art. 191 and 192.
    """
    count = -offset.count if offset.before else offset.count
    try:
        if offset.working:
            if context.calendar is None:
                context.uncounted.add(offset.count)
                return None
            return add_workdays(event, count, context.calendar)
        if offset.unit in _MONTHS_OF:
            return add_months(event, count * _MONTHS_OF[offset.unit])
        days = _DAYS_OF.get(offset.unit)
        return event + timedelta(days=days * count) if days else None
    except CalendarCoverageError as error:
        context.unknown_years.add(error.year)
        return None
    except (ValueError, OverflowError):
        return None  # beyond the calendar of the language


def distance_back(reading: Reading) -> Offset | None:
    """Return how long before its own day a term ends: «за 2 недели до 1 сентября»."""
    return next(
        (
            qualifier.offset
            for qualifier in reading.qualifiers
            if qualifier.offset is not None
            and qualifier.offset.before
            and not anchors(qualifier.text, distance=True, before=True)
        ),
        None,
    )


def counting_rules(offset: Offset) -> tuple[Message, ...]:
    """Return the rules behind :func:`counted`, in the order of their use."""
    if offset.before:
        rules = [Message("the day of the event does not count, and the days before it do")]
    else:
        rules = [Message("a term runs from the next day (ГК РФ, ст. 191)")]
    if offset.working:
        rules.append(Message("only working days of the production calendar are counted"))
    elif offset.unit in _MONTHS_OF:
        rules.append(
            Message(
                "a term in months or years ends on the day of the same number, or the month's "
                "last (ГК РФ, ст. 192)"
            )
        )
    elif offset.unit == "week":
        rules.append(Message("a term in weeks ends on the same day of the week (ГК РФ, ст. 192)"))
    return tuple(rules)
