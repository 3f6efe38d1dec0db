"""Why a deadline has no date."""

from __future__ import annotations

from roadmapkit.deadlines import Deadline, DeadlineKind, Period
from roadmapkit.diagnostics import Message

__all__ = ["undated_reason"]


def undated_reason(deadline: Deadline, period: Period | None) -> Message | None:
    """Return why a deadline never falls due, None where it does.

    Of several terms each must: one without a date is told even where the others have theirs.

    Args:
        deadline: The deadline.
        period: Period of the document that holds it.
    """
    if deadline.kind is DeadlineKind.MULTIPLE:
        reasons = [
            Message("{term!r}: {reason}", term=part.phrase, reason=reason)
            for part in deadline.parts
            if (reason := undated_reason(part, period)) is not None
        ]
        if reasons:
            return reasons[0] if len(reasons) == 1 else Message("{reasons}", reasons=reasons)
    if deadline.occurrences:
        return None
    return _reason(deadline, period)


def _reason(deadline: Deadline, period: Period | None) -> Message:
    event = deadline.event
    if deadline.kind is DeadlineKind.UNPARSED:
        return Message("the phrase is not understood")
    if deadline.kind is DeadlineKind.SCHEDULE:
        return Message("another document sets the day: {event!r}", event=event or deadline.phrase)
    if deadline.kind is DeadlineKind.EVENT:
        return Message(
            "it depends on what has no day yet: {event!r}", event=event or deadline.phrase
        )
    if deadline.alternatives and deadline.start is None and deadline.end is None:
        return Message("no year is written, and the document leaves it open")
    if period is None:
        return Message("it lasts or recurs through the period of the document, which names none")
    return Message(
        "it does not fall into the period of the document, {start} – {end}",
        start=period.start,
        end=period.end,
    )
