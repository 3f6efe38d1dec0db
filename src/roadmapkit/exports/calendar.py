"""An agenda as an iCalendar feed: an all-day event for each time at which something falls due.

Source:
    RFC 5545; RFC 7986 for NAME and REFRESH-INTERVAL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.exports.words import Translate, concerned, mark_text
from roadmapkit.resolve.agenda import Agenda, DueItem, State, read_distance

if TYPE_CHECKING:
    from icalendar import Alarm, Event

__all__ = ["DEFAULT_ALARMS", "PRODUCT", "calendar_file"]

DEFAULT_ALARMS = ("7d", "1d")
"""A week before and the day before."""

PRODUCT = "-//roadmapkit//roadmapkit//RU"
_REFRESH = timedelta(days=1)
_MORNING = timedelta(hours=9)
_MOST_IN_SUMMARY = 3
_REASON = Message("Why this day")


def calendar_file(
    agenda: Agenda,
    translate: Translate = str,
    *,
    name: str | None = None,
    alarms: Sequence[str | int] = DEFAULT_ALARMS,
) -> bytes:
    """Return an agenda as an iCalendar file for import or subscription.

    An event keeps its UID when its date, its words or its neighbours change, so that
    calendars move it and make no second one; SEQUENCE is the revision of the document. What
    is done or cancelled stays in the feed and says so, without alarms. Nothing in an event
    depends on the day of the export: late is what lies in the past. What has no date is left
    out.

    Args:
        agenda: What falls due.
        translate: Turns the words around the facts into the reader's language.
        name: Name of the calendar; by default the title of the only document.
        alarms: How long before the day to remind: ``7d``, ``2w``, or a number of days;
            it rings at nine in the morning.

    Raises:
        ArgumentError: One of *alarms* is no number of days or weeks.
    """
    from icalendar import Calendar

    triggers = sorted({_trigger(alarm) for alarm in alarms})
    titles = {item.document_title for item in agenda.items}
    title = name or (titles.pop() if len(titles) == 1 else translate(Message("Deadlines")))
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for item in sorted(agenda.items, key=lambda item: (item.due or date.max, item.uid)):
        if item.due is not None:
            calendar.add_component(_event(item, item.due, triggers, translate))
    content: bytes = calendar.to_ical()
    return content


def _event(item: DueItem, due: date, triggers: Sequence[timedelta], translate: Translate) -> Event:
    from icalendar import Event

    stamp = datetime.combine(item.stamp, time(), UTC)
    summary = _summary(item, translate)
    event = Event()
    event.add("uid", item.uid)
    event.add("sequence", item.revision)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if item.state is State.CANCELLED else "CONFIRMED")
    event.add("summary", summary)
    event.add("description", "\n".join(_description(item, translate)))
    event.add("categories", [text for text in (item.document_title, item.section) if text])
    if not item.state.settled:
        for trigger in triggers:
            event.add_component(_alarm(trigger, summary))
    return event


def _alarm(trigger: timedelta, summary: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", trigger)
    alarm.add("description", summary)
    return alarm


def _summary(item: DueItem, translate: Translate) -> str:
    """Return the title, with a short school list and the mark of what is settled."""
    schools = concerned(item)
    listed = f" ({', '.join(schools)})" if 0 < len(schools) <= _MOST_IN_SUMMARY else ""
    title = f"{item.title.rstrip(' :')}{listed}"
    if item.state is State.DONE:
        return f"✓ {title}"
    if item.state is State.CANCELLED:
        return translate(Message("Cancelled: {title}", title=title))
    return title


def _description(item: DueItem, translate: Translate) -> Iterator[str]:
    """Yield the facts of an item, each on a line of its own, without those that are empty."""
    yield from (f"– {point}" for point in item.points)
    end = item.occurrence.end if item.occurrence else None
    facts = (
        (Message("Deadline"), item.phrase),
        (Message("Last day"), f"{end:%d.%m.%Y}" if end and end != item.due else ""),
        (Message("For"), "; ".join(concerned(item))),
        (Message("Responsible"), "; ".join(line.rstrip(" ;,") for line in item.responsible)),
        (Message("Expected result"), "; ".join(item.result)),
        (Message("Mark"), mark_text(item)),
        (Message("Document"), item.document_title),
        (Message("Number"), item.number),
    )
    for label, text in facts:
        if text:
            yield f"{translate(label)}: {text}"
    for reason in item.because:
        yield f"{translate(_REASON)}: {translate(reason)}"


def _trigger(alarm: str | int) -> timedelta:
    """Return how long before midnight of the day, or after it, an alarm rings."""
    count, unit = read_distance(alarm)
    if unit not in ("d", "w"):
        raise ArgumentError(
            Message("{value!r} is no time of an alarm; write days or weeks: 14d, 2w", value=alarm),
            argument="alarms",
            value=alarm,
        )
    return _MORNING - timedelta(days=count * (7 if unit == "w" else 1))
