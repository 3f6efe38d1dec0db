"""What something means, and why: deadlines, terms of a plan, cells of parties."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.api.days import require_day
from roadmapkit.api.workspaces import Workspace, open_workspace

if TYPE_CHECKING:
    from roadmapkit.deadlines import Deadline, Period, SchoolCalendar
    from roadmapkit.resolve import PartiesReading, PlanExplanation, TermExplanation

__all__ = ["explain_activity", "explain_deadline", "explain_parties", "explain_plan"]


Days = date | tuple[date, date]
"""A day, or first and last day, of an event."""


def explain_deadline(
    phrase: str,
    *,
    period: Period | str | int | Mapping[str, object] | None = None,
    signed_on: date | None = None,
    events: Mapping[str, Days | Sequence[Days]] | None = None,
    reporting: str | Sequence[str] = (),
    school: SchoolCalendar | None = None,
    workspace: Workspace | None = None,
) -> Deadline:
    """Return what a deadline phrase means; a named day is checked for being a day off.

    Args:
        phrase: As officials write it: «ежегодно (август–сентябрь)».
        period: ``"2024"``, ``"2021-2023"``, ``"2021/2022"`` (academic),
            ``"2020-06..2021-05"``, a mapping of ``start`` and ``end``, or None.
        signed_on: Day of the act's signing.
        events: The day of each event, its first and last day, or a list of either, by its
            name, for «за 2 недели до педсовета»; the phrase may decline the name.
        reporting: When the house reports, as a phrase or several: a term without a date of
            its own falls due then. A workspace has its own.
        school: Academic years by a timetable; the recommended ones where it is None. A
            workspace has its own.
        workspace: Whose working days, school years, events and reporting dates count;
            None for no house's, with the production calendar of the RF.

    Raises:
        ArgumentError: The period is none, an event ends before it starts, or *signed_on* is
            no day.
    """
    if signed_on is not None:
        require_day(signed_on, "signed_on")
    if workspace is not None:
        from roadmapkit import resolve

        return resolve.explain_in_house(
            workspace.loaded, phrase, period=period, signed_on=signed_on, events=events
        )
    from roadmapkit import deadlines

    return deadlines.explain_deadline(
        phrase,
        period=period,
        signed_on=signed_on,
        events=events,
        reporting=reporting,
        school=school,
        calendar=deadlines.russian_calendar(),
    )


def explain_activity(
    workspace: Workspace,
    id_: str,
    *,
    document: str | None = None,
    signed_on: date | None = None,
) -> TermExplanation:
    """Return when an activity falls due, for whom, and why.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: Id of the activity, or the printed number of an activity or of an act's point.
        document: Id of the document, where several have such an activity.
        signed_on: Day on which every act that is not registered is taken to be signed.

    Raises:
        ArgumentError: There is no such activity or document, or there are several.
    """
    from roadmapkit import resolve

    if signed_on is not None:
        require_day(signed_on, "signed_on")
    return resolve.explain_activity(workspace.loaded, id_, document=document, signed_on=signed_on)


def explain_plan(
    workspace: Workspace, id_: str, *, signed_on: date | None = None
) -> PlanExplanation:
    """Return every term of a plan or an act, when it falls due, for whom, and why.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The plan, or the act.
        signed_on: Day on which every act that is not registered is taken to be signed.

    Raises:
        ArgumentError: There is no such document, or it has errors, or no terms of its own.
    """
    from roadmapkit import resolve

    if signed_on is not None:
        require_day(signed_on, "signed_on")
    return resolve.explain_plan(workspace.loaded, id_, signed_on=signed_on)


def explain_parties(
    text: str, directory: str | os.PathLike[str] | Workspace | None = None
) -> PartiesReading:
    """Return whom a cell «Ответственные» means.

    Args:
        text: The cell.
        directory: A directory file, a workspace, or None to go by form alone.

    Returns:
        The parties, and what was found; where *directory* is a path, also what is
        wrong with its files, for a party may be missing because of it.

    Raises:
        WorkspaceError: There is no such file or folder.
    """
    from roadmapkit import resolve

    if directory is None:
        return resolve.resolve_parties(text)
    if isinstance(directory, Workspace):
        return resolve.resolve_parties(text, resolve.directory_of(directory.loaded))
    workspace = open_workspace(directory)
    reading = resolve.resolve_parties(text, resolve.directory_of(workspace.loaded))
    return replace(reading, diagnostics=(*workspace.diagnostics, *reading.diagnostics))
