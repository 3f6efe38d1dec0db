"""Reports that a plan asks for and that fall due only after its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from roadmapkit.deadlines import Deadline, Occurrence, Period, Reporting, explain_deadline
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.resolve.reporting import codes
from roadmapkit.resolve.resolved import ResolvedActivity, ResolvedRoadmap

__all__ = ["beyond_findings", "beyond_the_plan"]

_DAY = timedelta(days=1)
_FURTHER = timedelta(days=366)


def beyond_the_plan(
    roadmap: ResolvedRoadmap,
) -> tuple[tuple[ResolvedActivity, Occurrence], ...]:
    """Return the reports due after the end of a plan about a time within it.

    «Ежеквартально до 10 числа месяца, следующего за отчётным» asks for a report on the
    fourth quarter, which falls due in January, when the plan is over.
    """
    period = roadmap.period
    if period is None:
        return ()
    return tuple(
        (item, occurrence)
        for section in roadmap.sections
        for item in section.activities
        if item.due is not None
        for occurrence in _after(item.due.meaning, period)
    )


def beyond_findings(roadmap: ResolvedRoadmap, document: str) -> Iterator[Diagnostic]:
    """Yield a note for each report that falls due after the end of a plan."""
    for item, occurrence in beyond_the_plan(roadmap):
        yield codes.BEYOND_THE_PLAN.at(
            (item.due.origin if item.due else item.origin).span,
            Message(
                "The last report falls due on {day}, after the end of the plan: no list of "
                "terms has it",
                day=occurrence.end,
            ),
            hint=Message("Add an activity with that day, if it has to be followed"),
            documents=(document,),
        )


def _after(meaning: Deadline, period: Period) -> Iterator[Occurrence]:
    for part in meaning.parts:
        yield from _after(part, period)
    recurrence = None if meaning.parts else meaning.reading.recurrence
    if recurrence is None or recurrence.reporting is not Reporting.NEXT:
        return
    later = {"start": period.start, "end": period.end + _FURTHER}
    for occurrence in explain_deadline(meaning.phrase, period=later).occurrences:
        about_until = occurrence.end.replace(day=1) - _DAY
        if occurrence.end > period.end >= about_until:
            yield occurrence
