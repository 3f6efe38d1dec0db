"""Reports that other documents print or approve, by the id of their progress and their day."""

from __future__ import annotations

from datetime import date

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.kinds import Progress
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.references import Entry, broken_reference, unknown_id, wrong_kind
from roadmapkit.resolve.resolved import ResolvedProgress, ResolvedReport
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import Origin

__all__ = ["find_report", "missing_progress", "missing_report"]


def find_report(
    part_of: str, as_of: date, surroundings: Surroundings, origin: Origin, day: Origin
) -> tuple[ResolvedProgress, ResolvedReport] | Diagnostic:
    """Return a report with its progress, or why there is none.

    Args:
        part_of: Id of the progress.
        as_of: Day of the report.
        surroundings: What the document is resolved in that refers to it.
        origin: Where the id stands.
        day: Where the day stands.
    """
    progress = surroundings.progresses.get(part_of)
    if progress is None:
        return missing_progress(part_of, surroundings, origin)
    # A report as of the day goes before one on a span that ends with it.
    for report in sorted(progress.reports, key=lambda one: one.start is not None):
        if report.as_of == as_of:
            return progress, report
    return missing_report(progress.model, as_of, day, surroundings.id)


def missing_progress(id_: str, surroundings: Surroundings, origin: Origin) -> Diagnostic:
    """Return why a reference to progress leads to none that could be resolved."""
    entry: Entry | None = surroundings.entries.get(id_)
    documents = (surroundings.id,)
    if id_ in surroundings.broken or (entry is not None and isinstance(entry.model, Progress)):
        return broken_reference(id_, origin, documents)
    if entry is not None:
        return wrong_kind(id_, entry, "progress", origin, documents)
    known = [key for key, one in surroundings.entries.items() if isinstance(one.model, Progress)]
    return unknown_id(id_, origin, known, documents)


def missing_report(progress: Progress, as_of: date, day: Origin, document: str) -> Diagnostic:
    """Return the finding that a progress has no report as of a day."""
    days = ", ".join(f"{request.day}" for request in progress.reports if request.day)
    return codes.UNKNOWN_ID.at(
        day.span,
        Message("The progress {id!r} has no report as of {day}", id=progress.id, day=as_of),
        hint=Message("It has reports as of: {days}", days=days)
        if days
        else Message("Add the day to its reports"),
        documents=(document,),
    )
