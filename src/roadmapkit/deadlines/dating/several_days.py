"""Recurrence on several days of the month: «5 и 20 числа каждого месяца»."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.dating.combined import in_order
from roadmapkit.deadlines.dating.context import Context
from roadmapkit.deadlines.dating.recurring import resolve_recurrence
from roadmapkit.deadlines.meaning import Deadline, DeadlineKind
from roadmapkit.deadlines.phrases.tree import Reading
from roadmapkit.deadlines.wording.readings import print_reading

__all__ = ["resolve_days"]


def resolve_days(reading: Reading, phrase: str, context: Context) -> Deadline:
    """Return what a recurrence means; each of several days of the month is a part of it.

    The whole has the last of the days as its ``day``, and the occurrences of all of them.
    """
    recurrence = reading.recurrence
    days = recurrence.days if recurrence is not None else ()
    if recurrence is None or not days:
        return resolve_recurrence(reading, phrase, context)
    single = [
        replace(reading, recurrence=replace(recurrence, day=day, days=()), parties=())
        for day in days
    ]
    parts = tuple(resolve_recurrence(one, print_reading(one), context) for one in single)
    last = parts[-1]
    if last.kind is DeadlineKind.UNPARSED:
        return replace(last, phrase=phrase, reading=reading)
    whole = replace(last.reading, recurrence=recurrence, parties=reading.parties)
    bare = tuple(
        replace(part, canonical=part.phrase, because=(), diagnostics=(), alternatives=())
        for part in parts
    )
    occurrences = in_order(one for part in parts for one in part.occurrences)
    return replace(last, phrase=phrase, reading=whole, parts=bare, occurrences=occurrences)
