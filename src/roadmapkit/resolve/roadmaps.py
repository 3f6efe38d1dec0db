"""Roadmaps: numbers, deadlines and responsible parties of every activity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from roadmapkit.deadlines import Period, parse_period
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import ArgumentError
from roadmapkit.model.roadmap import Activity, PeriodDays, Roadmap
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.columns import column_field, unknown_columns, unprinted_field
from roadmapkit.resolve.parties.reading import PartiesReading, resolve_parties
from roadmapkit.resolve.people import printed_cell
from roadmapkit.resolve.plan_terms import PlacedActivity, PlanTerms
from roadmapkit.resolve.repeated_terms import told_once
from roadmapkit.resolve.resolved import (
    ResolvedActivity,
    ResolvedCell,
    ResolvedSection,
)
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.resolve.unknown_parties import gathered
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.program import Program

__all__ = ["PLAN_FIELDS", "RoadmapResolver", "plan_fields", "resolve_period"]

PLAN_FIELDS = frozenset(
    {"number", "activity", "due", "responsible", "result", "indicator", "note", "status"}
)
"""Fields that a column may print besides an activity's own ``fields``."""


def resolve_period(
    roadmap: Roadmap | Program, origin: Origin
) -> tuple[Period | None, tuple[Diagnostic, ...]]:
    """Return the period of a plan or a programme, and what is wrong with it."""
    written = roadmap.period
    if written is None:
        return None, ()
    value: object = written
    if isinstance(written, PeriodDays):
        value = {"start": written.start, "end": written.end}
    try:
        return parse_period(value), ()
    except ArgumentError as error:
        finding = codes.INVALID_PERIOD.at(
            origin.child("period").span,
            Message("The period cannot be read: {reason}", reason=error.message),
            hint=Message(
                "For example: {examples}",
                examples="2024 · 2021-2023 · 2021/2022 · 2020-06..2021-05",
            ),
            documents=(roadmap.id,),
        )
        return None, (finding,)


class RoadmapResolver:
    """Resolves the sections of one roadmap.

    Args:
        terms: The terms of the roadmap, which number its activities too.
        surroundings: What it is resolved in; its day is that of the approving act.
    """

    def __init__(self, terms: PlanTerms, surroundings: Surroundings) -> None:
        self._terms = terms
        self._roadmap = terms.roadmap
        self._origin = surroundings.origin
        self._directory = surroundings.directory
        self._parties = surroundings.settings.outputs.parties
        self._as_of = surroundings.as_of
        self._cells: dict[tuple[str, ...], tuple[tuple[str, ...], PartiesReading]] = {}
        self.diagnostics: list[Diagnostic] = []

    def sections(self) -> tuple[ResolvedSection, ...]:
        """Return the sections; activities outside any section come first."""
        resolved = [
            ResolvedSection(
                section.section,
                section.number,
                tuple(self._activity(item) for item in section.activities),
                section.origin,
            )
            for section in self._terms.sections
        ]
        cells = (item.responsible for section in resolved for item in section.activities)
        parties = (party for cell in cells if cell is not None for party in cell.parties)
        self.diagnostics = gathered(self.diagnostics, parties, self._directory)
        self.diagnostics.extend(told_once(self._terms.diagnostics))
        self._check_ids(resolved)
        self._check_columns(resolved)
        self._check_printed(resolved)
        return tuple(resolved)

    def _activity(self, item: PlacedActivity) -> ResolvedActivity:
        return ResolvedActivity(
            activity=item.activity,
            number=item.number,
            due=self._terms.due(item),
            responsible=self._responsible(item.activity, item.origin.child("responsible")),
            origin=item.origin,
        )

    def _responsible(self, activity: Activity, origin: Origin) -> ResolvedCell | None:
        if not activity.responsible:
            return None
        lines, reading = self._cell(activity.responsible, origin)
        return ResolvedCell(lines, reading.parties, origin)

    def _cell(
        self, written: tuple[str, ...], origin: Origin
    ) -> tuple[tuple[str, ...], PartiesReading]:
        """Return the lines of a cell and its parties; what is found is told at each place."""
        known = self._cells.get(written)
        if known is not None:
            return known
        text = ";\n".join(written)
        reading = resolve_parties(text, self._directory, on=self._as_of, origin=origin)
        lines = printed_cell(written, reading, self._directory, self._parties)
        if reading.diagnostics:
            self.diagnostics.extend(reading.diagnostics)
        else:
            # Executors repeat from row to row; a finding has the place of its own row.
            self._cells[written] = lines, reading
        return lines, reading

    def _check_ids(self, sections: list[ResolvedSection]) -> None:
        first: dict[str, Origin] = {}
        for section in sections:
            for item in section.activities:
                id_ = item.activity.id
                if id_ is None:
                    continue
                if id_ not in first:
                    first[id_] = item.origin
                    continue
                self.diagnostics.append(
                    codes.DUPLICATE_ACTIVITY_ID.at(
                        item.origin.child("id").span,
                        Message(
                            "The id {id!r} is taken by the activity on line {line}",
                            id=id_,
                            line=first[id_].child("id").span.line,
                        ),
                        hint=Message("Give the activity an id of its own"),
                        documents=(self._roadmap.id,),
                    )
                )

    def _check_printed(self, sections: list[ResolvedSection]) -> None:
        """Report each field that activities have and no column of the author's prints."""
        columns = self._roadmap.columns
        if not columns:
            return  # the usual columns print whatever there is
        printed = {column_field(item) for item in columns}
        lost: dict[str, Origin] = {}
        for section in sections:
            for item in section.activities:
                for field, place in _given(item.activity):
                    if field not in printed:
                        lost.setdefault(field, item.origin.child(*place))
        self.diagnostics.extend(
            unprinted_field(field, origin, self._roadmap.id) for field, origin in lost.items()
        )

    def _check_columns(self, sections: list[ResolvedSection]) -> None:
        known = plan_fields(sections)
        origin = self._origin.child("columns")
        self.diagnostics.extend(
            unknown_columns(self._roadmap.columns, known, origin, self._roadmap.id)
        )


def plan_fields(sections: Iterable[ResolvedSection]) -> frozenset[str]:
    """Return the fields that a column of a plan may print: the usual, and its activities' own."""
    own = {
        key
        for section in sections
        for item in section.activities
        for key in item.activity.fields or {}
    }
    return PLAN_FIELDS | own


def _given(activity: Activity) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the fields of an activity that have a value, and their place in it."""
    for field in ("number", "due", "responsible", "result", "indicator", "note"):
        if getattr(activity, field):
            yield field, (field,)
    for key, value in (activity.fields or {}).items():
        if value:
            yield key, ("fields", key)
