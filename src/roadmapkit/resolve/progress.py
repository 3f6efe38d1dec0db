"""Progress: the state of every activity as of a reporting day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from roadmapkit.deadlines import DeadlineKind, Frequency
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.progress import Progress, ReportRequest, StatusEntry
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.columns import column_field, unknown_columns, unprinted_field
from roadmapkit.resolve.references import suggest
from roadmapkit.resolve.resolved import (
    ActivityStatus,
    ResolvedActivity,
    ResolvedReport,
    ResolvedRoadmap,
)
from roadmapkit.resolve.roadmaps import plan_fields
from roadmapkit.source import Origin

__all__ = ["check_entries", "check_report_columns", "resolve_report"]

_FOR_GOOD = frozenset({"выполнено", "отменено"})
_FOR_ITS_OCCURRENCE = frozenset({"выполнено", "выполнено на этапе", "в работе"})


def resolve_report(
    progress: Progress, roadmap: ResolvedRoadmap, request: ReportRequest, origin: Origin
) -> ResolvedReport:
    """Return the state of every activity as of the day of *request*.

    Marks after the day do not count; a mark without a date counts for every day.
    Of two marks the later one holds, of two on one day the one further down.

    Args:
        progress: The marks.
        roadmap: The plan.
        request: The reporting day.
        origin: Place of the request in the progress document.
    """
    as_of = request.as_of
    root = Origin(origin.document)
    marks: dict[str, tuple[date, int, StatusEntry]] = {}
    for index, entry in enumerate(progress.entries):
        given = entry.date or date.min
        if given > as_of:
            continue
        held = marks.get(entry.activity)
        if held is None or (given, index) > held[:2]:
            marks[entry.activity] = (given, index, entry)
    sections = tuple(
        (section, tuple(_state(item, marks, root, as_of) for item in section.activities))
        for section in roadmap.sections
    )
    return ResolvedReport(request, origin, as_of, sections)


def _state(
    item: ResolvedActivity,
    marks: dict[str, tuple[date, int, StatusEntry]],
    root: Origin,
    as_of: date,
) -> ActivityStatus:
    held = marks.get(item.activity.id or "")
    entry = held[2] if held else None
    due, limit = _last_term(item, as_of)
    late = None
    if limit is not None and limit < as_of and not _is_closed(item, entry, due):
        late = (as_of - limit).days
    return ActivityStatus(
        activity=item,
        entry=entry,
        entry_origin=root.child("entries", held[1]) if held else None,
        due=due,
        late_by=late,
    )


def _is_closed(item: ResolvedActivity, entry: StatusEntry | None, due: date | None) -> bool:
    """Tell whether a mark settles the term that counts.

    A single term is settled once it is done or cancelled. Of a recurring activity a
    mark settles the occurrence in or after which it was put, and no later one. That the
    work goes on settles what comes round within the year, not a yearly term.
    """
    if entry is None:
        return False
    meaning = item.due.meaning if item.due else None
    if meaning is None or meaning.kind is not DeadlineKind.RECURRING or entry.status == "отменено":
        return entry.status in _FOR_GOOD
    yearly = meaning.frequency in (Frequency.YEARLY, Frequency.ACADEMIC_YEAR)
    if entry.status not in _FOR_ITS_OCCURRENCE or (yearly and entry.status == "в работе"):
        return False
    given = entry.date
    return given is None or any(
        one.end == due and one.start <= given for one in meaning.occurrences
    )


def _last_term(item: ResolvedActivity, as_of: date) -> tuple[date | None, date | None]:
    """Return the term that counts on a day: the last that has come, or the first ahead.

    Returns:
        Its last day as printed, and the day after which it is late: that day too, or the
        working day that it moves to. A working day before the printed one is the house's
        own reminder and makes nobody late.
    """
    if item.due is None:
        return None, None
    meaning = item.due.meaning
    terms = sorted({(max(one.due, one.end), one.end) for one in meaning.occurrences})
    if not terms:
        return meaning.end, meaning.end
    past = [term for term in terms if term[0] < as_of]
    limit, end = past[-1] if past else terms[0]
    return end, limit


def check_entries(
    progress: Progress, roadmap: ResolvedRoadmap, origin: Origin
) -> Iterable[Diagnostic]:
    """Yield a finding for each mark whose activity the plan lacks."""
    known = sorted(
        item.activity.id
        for section in roadmap.sections
        for item in section.activities
        if item.activity.id
    )
    for index, entry in enumerate(progress.entries):
        if entry.activity in known:
            continue
        yield codes.UNKNOWN_ACTIVITY.at(
            origin.child("entries", index, "activity").span,
            Message(
                "The plan {roadmap!r} has no activity {id!r}",
                roadmap=roadmap.model.id,
                id=entry.activity,
            ),
            hint=suggest(
                entry.activity,
                known,
                Message("Write the id of an activity of {roadmap!r}", roadmap=roadmap.model.id),
            ),
            documents=(progress.id,),
        )


def check_report_columns(
    progress: Progress, roadmap: ResolvedRoadmap, origin: Origin
) -> Iterable[Diagnostic]:
    """Yield a finding for each column that nothing fills, and where no column prints the marks."""
    columns = progress.columns
    known = plan_fields(roadmap.sections)
    yield from unknown_columns(columns, known, origin.child("columns"), progress.id)
    if columns and progress.entries and "status" not in map(column_field, columns):
        yield unprinted_field("status", origin.child("columns"), progress.id)
