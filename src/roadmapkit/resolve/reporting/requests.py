"""The reports that a progress asks for: their days, their parts, what they are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from roadmapkit.deadlines import add_months
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.progress import Progress, ReportPart, ReportRequest
from roadmapkit.resolve.reporting import codes
from roadmapkit.source import Origin

__all__ = ["compared_day", "next_day", "report_faults", "report_key", "wanted_parts"]

_DAY = timedelta(days=1)
_LAST_DAY = date.max - timedelta(days=1000)
"""The last day after which the longest count of days has room."""


def report_faults(request: ReportRequest, origin: Origin, document: str) -> Iterator[Diagnostic]:
    """Yield what keeps a report from being made.

    Args:
        request: The report.
        origin: Its place.
        document: Id of the progress.
    """
    day = request.day
    spans = (request.since is not None, request.until is not None)
    if day is None or (request.as_of is not None and any(spans)) or spans == (False, True):
        yield codes.UNCLEAR_DAY.at(
            origin.span,
            Message("It is not clear which day or span the report is about"),
            hint=Message("Give either `as_of`, or both `from` and `to`"),
            documents=(document,),
        )
    elif request.since is not None and request.since > day:
        yield codes.SPAN_INVERTED.at(
            origin.child("from").span,
            Message("The span begins on {start} and ends on {end}", start=request.since, end=day),
            hint=Message("Put the earlier day into `from`"),
            documents=(document,),
        )
    elif request.compare_with is not None and request.compare_with >= day:
        yield codes.COMPARED_WITH_LATER.at(
            origin.child("compare_with").span,
            Message(
                "The report as of {day} is compared with {other}, which is not before it",
                day=day,
                other=request.compare_with,
            ),
            hint=Message("Give an earlier day, or delete `compare_with`"),
            documents=(document,),
        )


def report_key(request: ReportRequest) -> str:
    """Return what tells a report from the others of its progress, for names of files.

    Returns:
        ``2024-03-31``, ``2024-01-01--2024-03-31``, or the latter with ``-нарастающий``.
    """
    if request.since is None:
        return f"{request.day}"
    whole = "-нарастающий" if request.cumulative else ""
    return f"{request.since}--{request.day}{whole}"


def wanted_parts(progress: Progress, request: ReportRequest) -> tuple[ReportPart, ...]:
    """Return the parts of a report in order; texts that are written are never left out."""
    usual: list[ReportPart] = ["intro", "table"]
    usual += ["summary"] if progress.summary else []
    usual += ["late"] if progress.late else []
    usual += ["details"] if progress.details else []
    chosen: Sequence[ReportPart] = request.parts or progress.parts or [*usual, "closing"]
    first: list[ReportPart] = ["intro"] if "intro" not in chosen else []
    last: list[ReportPart] = ["closing"] if "closing" not in chosen else []
    return tuple(dict.fromkeys([*first, *chosen, *last]))


def compared_day(progress: Progress, request: ReportRequest) -> date | None:
    """Return the day that a report is compared with, None where there is no earlier report.

    It is the author's, for a span the day before it, else that of the report before.
    """
    if request.compare_with is not None:
        return request.compare_with
    if request.since is not None:
        return request.since - _DAY
    day = request.day
    earlier = [other.day for other in progress.reports if other.day and day and other.day < day]
    return max(earlier, default=None)


def next_day(progress: Progress, day: date) -> date:
    """Return the last day of what comes next: that of the next report, else of the next month."""
    later = [other.day for other in progress.reports if other.day and other.day > day]
    if progress.next_days is not None:
        return min(day, _LAST_DAY) + timedelta(days=progress.next_days)
    return min(later) if later else add_months(day.replace(day=1), 2) - _DAY
