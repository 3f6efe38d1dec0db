"""Progress: the state of every activity as of a reporting day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.model.progress import Progress, ReportRequest
from roadmapkit.resolve.columns import column_field, unknown_columns, unprinted_field
from roadmapkit.resolve.reporting.accounts import Account, accounts_of
from roadmapkit.resolve.reporting.beyond import beyond_findings, beyond_the_plan
from roadmapkit.resolve.reporting.requests import (
    compared_day,
    next_day,
    report_faults,
    wanted_parts,
)
from roadmapkit.resolve.resolved import (
    ActivityStatus,
    ResolvedActivity,
    ResolvedReport,
    ResolvedRoadmap,
)
from roadmapkit.resolve.roadmaps import plan_fields
from roadmapkit.resolve.statuses.checks import check_entries
from roadmapkit.resolve.statuses.ledger import names_party_or_term
from roadmapkit.resolve.statuses.standing import Standing
from roadmapkit.resolve.terms import (
    CANCELLED,
    DONE,
    IN_WORK,
    STAGE_DONE,
    Mark,
    last_term,
    marks_until,
    term_of,
)
from roadmapkit.source import Origin

__all__ = ["check_progress", "resolve_report", "usable_requests"]


def resolve_report(
    progress: Progress, roadmap: ResolvedRoadmap, request: ReportRequest, origin: Origin
) -> ResolvedReport:
    """Return the state of every activity as of the day of *request*.

    Marks after the day do not count; a mark without a date counts for every day.
    Of two marks the later one holds, of two on one day the one further down.

    Args:
        progress: The marks.
        roadmap: The plan.
        request: The reporting day or span.
        origin: Place of the request in the progress document.

    Raises:
        ValueError: The request has no day; :func:`report_faults` tells the author.
    """
    as_of = request.day
    if as_of is None:
        raise ValueError("a report without a day")
    marks = marks_until([progress], as_of)
    accounts = _accounts(progress, roadmap, as_of)
    by_activity: dict[int, list[Account]] = {}
    for account in accounts:
        by_activity.setdefault(id(account.item), []).append(account)
    sections = tuple(
        (
            section,
            tuple(
                _state(item, marks, by_activity[id(item)], origin, as_of)
                for item in section.activities
            ),
        )
        for section in roadmap.sections
    )
    parts = wanted_parts(progress, request)
    compared = compared_day(progress, request) if "comparison" in parts else None
    return ResolvedReport(
        request,
        origin,
        as_of,
        sections,
        accounts=accounts,
        start=request.since,
        previous=_accounts(progress, roadmap, compared) if compared is not None else (),
        compared_with=compared,
        next_day=next_day(progress, as_of),
        beyond=beyond_the_plan(roadmap),
    )


def _accounts(progress: Progress, roadmap: ResolvedRoadmap, as_of: date) -> tuple[Account, ...]:
    """Return how every term of the plan stands on a day."""
    marks = marks_until([progress], as_of)
    return tuple(
        account
        for section in roadmap.sections
        for item in section.activities
        for account in accounts_of(item, section, roadmap, marks, as_of)
    )


def _state(
    item: ResolvedActivity,
    marks: Mapping[str, Sequence[Mark]],
    accounts: Sequence[Account],
    origin: Origin,
    as_of: date,
) -> ActivityStatus:
    own = marks.get(item.activity.id or "", ())
    root = Origin(origin.document)
    if names_party_or_term(own):
        return _weighed(item, own, [one.standing for one in accounts], root, as_of)
    held = own[-1] if own else None
    term = last_term(item.due, as_of)
    late = [one.term for one in accounts if one.late_by is not None and one.term is not None]
    if late:
        term = min(late)
    return ActivityStatus(
        activity=item,
        entry=held.entry if held else None,
        entry_origin=root.child("entries", held.index) if held else None,
        due=term.end if term else None,
        late_by=(as_of - term.limit).days if term and late else None,
        status=held.status if held else None,
    )


def _weighed(
    item: ResolvedActivity,
    marks: Sequence[Mark],
    standings: Sequence[Standing],
    root: Origin,
    as_of: date,
) -> ActivityStatus:
    """Return the state of an activity whose marks name parties or terms."""
    current = _current(standings, as_of)
    late = [one for one in standings if one.settled is None and _has_passed(one, as_of)]
    first = min(late or current, key=_limit)
    occurrence = first.slot.occurrence
    general = [mark for mark in marks if not (mark.entry.party or mark.entry.occurrence)]
    held = general[-1] if general else None
    bound = any(one.bound for one in standings)
    told = [one for one in standings if one.bound or (one.parties and one in current)]
    unmarked = [
        one
        for one in standings
        if bound and one not in told and one.settled is None and _has_passed(one, as_of)
    ]
    return ActivityStatus(
        activity=item,
        entry=held.entry if held else None,
        entry_origin=root.child("entries", (held or marks[-1]).index),
        due=occurrence.end if occurrence else None,
        late_by=(as_of - _limit(first)).days if late else None,
        status=_status(standings, current, held),
        terms=tuple(told),
        several=len({one.slot.key for one in standings}) > 1,
        unmarked=tuple(unmarked),
    )


def _current(standings: Sequence[Standing], as_of: date) -> list[Standing]:
    """Return the terms that count on a day: of each school list the last passed, or the first."""
    lists: dict[str, list[Standing]] = {}
    for one in sorted(standings, key=_limit):
        lists.setdefault(one.slot.list_key, []).append(one)
    return [
        next((one for one in reversed(terms) if _has_passed(one, as_of)), terms[0])
        for terms in lists.values()
    ]


def _limit(standing: Standing) -> date:
    occurrence = standing.slot.occurrence
    return term_of(occurrence).limit if occurrence is not None else date.max


def _has_passed(standing: Standing, as_of: date) -> bool:
    return _limit(standing) < as_of


def _status(
    standings: Sequence[Standing], current: Sequence[Standing], held: Mark | None
) -> str | None:
    """Return the one word for an activity whose terms or parties stand differently."""
    settled = [one.settled.status for one in standings if one.settled is not None]
    if len(settled) == len(standings):
        words = set(settled)
        return next(iter(words)) if len(words) == 1 else max(words - {CANCELLED})
    if all(one.settled is not None for one in current):
        return STAGE_DONE
    marks = [state.mark for one in current for state in one.parties if state.mark is not None]
    marks += [one.mark for one in current if one.mark is not None and not one.parties]
    words = {mark.status for mark in marks}
    if not words:
        return IN_WORK if settled else held.status if held else None
    return next(iter(words)) if len(words) == 1 and words != {DONE} else IN_WORK


def check_progress(
    progress: Progress, roadmap: ResolvedRoadmap, origin: Origin
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the marks and the reports of a progress.

    Args:
        progress: The document.
        roadmap: Its plan.
        origin: Its place.
    """
    yield from check_entries(progress, roadmap, origin)
    yield from _check_columns(progress, roadmap, origin)
    yield from beyond_findings(roadmap, progress.id)
    for request, place in _placed(progress, origin):
        yield from report_faults(request, place, progress.id)


def usable_requests(progress: Progress, origin: Origin) -> tuple[tuple[ReportRequest, Origin], ...]:
    """Return the reports that can be made, each with its place."""
    return tuple(
        (request, place)
        for request, place in _placed(progress, origin)
        if not any(report_faults(request, place, progress.id))
    )


def _placed(progress: Progress, origin: Origin) -> Iterator[tuple[ReportRequest, Origin]]:
    for index, request in enumerate(progress.reports):
        yield request, origin.child("reports", index)


def _check_columns(
    progress: Progress, roadmap: ResolvedRoadmap, origin: Origin
) -> Iterator[Diagnostic]:
    """Yield a finding for each column that nothing fills, and where no column prints the marks."""
    columns = progress.columns
    known = plan_fields(roadmap.sections)
    yield from unknown_columns(columns, known, origin.child("columns"), progress.id)
    if columns and progress.entries and "status" not in map(column_field, columns):
        yield unprinted_field("status", origin.child("columns"), progress.id)
