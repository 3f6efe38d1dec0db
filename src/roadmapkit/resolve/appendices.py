"""Appendices: their parts, what the parts refer to, and their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, Message, Severity
from roadmapkit.model.column import Column
from roadmapkit.model.kinds import (
    AbbreviationsPart,
    Appendix,
    DataTable,
    GroupPart,
    MatrixPart,
    PlanPart,
    ProgramPart,
    ReportPart,
    TablePart,
    TextPart,
)
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.columns import unknown_columns
from roadmapkit.resolve.data_tables import ResolvedTable, resolve_table
from roadmapkit.resolve.groups import check_group, list_group
from roadmapkit.resolve.numbering import appendix_number
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.references import (
    missing_program,
    missing_roadmap,
    unknown_id,
)
from roadmapkit.resolve.report_references import find_report
from roadmapkit.resolve.resolved import (
    ResolvedAppendix,
    ResolvedPart,
    ResolvedRoadmap,
    ResolvedSignatory,
)
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.appendix import Part

__all__ = ["GROUP_FIELDS", "AppendixResolver"]

GROUP_FIELDS = frozenset({"number", "name", "initials", "post", "organization", "role"})
"""Fields that a column of a group's list may print."""


class AppendixResolver:
    """Resolves the appendices of one document."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._owner = surroundings.id
        self._directory = surroundings.directory
        self._as_of = surroundings.as_of
        self._roadmaps = surroundings.roadmaps
        self._programs = surroundings.programs
        self._surroundings = surroundings
        self._entries = surroundings.entries
        self._broken = surroundings.broken
        owner = surroundings.entries.get(surroundings.id)
        self._signed = getattr(owner.model, "state", None) == "registered" if owner else False
        self.diagnostics: list[Diagnostic] = []

    def resolve(self, described: Iterable[tuple[Appendix, Origin]]) -> tuple[ResolvedAppendix, ...]:
        """Return the appendices with their numbers, in the order given."""
        appendices = list(described)
        return tuple(
            self._appendix(appendix, origin, position, len(appendices))
            for position, (appendix, origin) in enumerate(appendices, start=1)
        )

    def _appendix(
        self, appendix: Appendix, origin: Origin, position: int, total: int
    ) -> ResolvedAppendix:
        if not appendix.parts:
            self.diagnostics.append(
                codes.EMPTY_APPENDIX.at(
                    origin.span,
                    Message("The appendix has no parts and would be a blank sheet"),
                    hint=Message("Give it parts: a plan, a group, a text, a table"),
                    documents=(self._owner,),
                )
            )
        parts = tuple(
            resolved
            for index, part in enumerate(appendix.parts)
            if (resolved := self._part(part, origin.child("parts", index))) is not None
        )
        title, title_origin = _title(appendix, parts, origin)
        place = origin.child("compiler")
        signatory, found = resolve_signatory(
            appendix.compiler, self._directory, self._as_of, place, self._owner
        )
        self.diagnostics.extend(found)
        if signatory is None:
            signatory = next((one for part in parts if (one := _signs(part)) is not None), None)
        return ResolvedAppendix(
            key=appendix.id or _key(appendix),
            appendix=appendix,
            number=appendix.number or appendix_number(position, total),
            title=title,
            title_origin=title_origin,
            parts=self._with_abbreviations(parts, title),
            compiler=signatory,
            origin=origin,
        )

    def _part(self, part: Part, origin: Origin) -> ResolvedPart | None:
        match part:
            case PlanPart():
                return self._plan(part, origin)
            case ProgramPart():
                return self._program(part, origin)
            case ReportPart():
                return self._report(part, origin)
            case GroupPart():
                return self._group(part, origin)
            case _:
                return self._own_part(part, origin)

    def _own_part(
        self, part: TextPart | TablePart | MatrixPart | AbbreviationsPart, origin: Origin
    ) -> ResolvedPart:
        """Return a part that stands in the appendix itself."""
        match part:
            case TextPart():
                return ResolvedPart("text", part.heading, origin, part, text=part.text)
            case TablePart(table=table):
                data = self._table(table, origin.child("table"))
                return ResolvedPart("table", part.heading, origin, part, table=data)
            case MatrixPart(matrix=table):
                data = self._table(table, origin.child("matrix"))
                return ResolvedPart("matrix", part.heading, origin, part, table=data)
            case AbbreviationsPart():
                return ResolvedPart("abbreviations", part.heading, origin, part)

    def _table(self, table: DataTable, origin: Origin) -> ResolvedTable:
        data, found = resolve_table(table, origin, self._owner, self._surroundings.csv_of)
        self.diagnostics += found
        return data

    def _plan(self, part: PlanPart, origin: Origin) -> ResolvedPart | None:
        roadmap = self._roadmaps.get(part.plan)
        if roadmap is None:
            place = origin.child("plan")
            self.diagnostics.append(
                missing_roadmap(part.plan, place, self._entries, self._broken, self._owner)
            )
            return None
        return ResolvedPart("plan", part.heading, origin, part, roadmap=roadmap)

    def _program(self, part: ProgramPart, origin: Origin) -> ResolvedPart | None:
        program = self._programs.get(part.program)
        if program is None:
            place = origin.child("program")
            self.diagnostics.append(
                missing_program(part.program, place, self._entries, self._broken, self._owner)
            )
            return None
        return ResolvedPart("program", part.heading, origin, part, program=program)

    def _report(self, part: ReportPart, origin: Origin) -> ResolvedPart | None:
        found = find_report(
            part.report,
            part.as_of,
            self._surroundings,
            origin.child("report"),
            origin.child("as_of"),
        )
        if isinstance(found, Diagnostic):
            self.diagnostics.append(found)
            return None
        progress, report = found
        return ResolvedPart("report", part.heading, origin, part, progress=progress, report=report)

    def _group(self, part: GroupPart, origin: Origin) -> ResolvedPart | None:
        place = origin.child("columns")
        self.diagnostics.extend(unknown_columns(part.columns, GROUP_FIELDS, place, self._owner))
        listing = list_group(part.group, self._directory, self._as_of, origin.child("group"))
        if listing is None:
            known = self._directory.group_ids()
            place = origin.child("group")
            self.diagnostics.append(unknown_id(part.group, place, known, (self._owner,)))
            return None
        place = origin.child("group")
        found = check_group(listing, self._directory, self._as_of, place, self._owner)
        # What is signed with a place left empty cannot be mended.
        self.diagnostics.extend(
            replace(finding, severity=Severity.ERROR) if self._signed else finding
            for finding in found
        )
        return ResolvedPart("group", part.heading, origin, part, group=listing)

    def _with_abbreviations(
        self, parts: tuple[ResolvedPart, ...], title: str | None
    ) -> tuple[ResolvedPart, ...]:
        if not any(part.kind == "abbreviations" for part in parts):
            return parts
        printed = "\n".join([title or "", *(text for part in parts for text in _texts(part))])
        return tuple(self._abbreviations(part, printed) for part in parts)

    def _abbreviations(self, part: ResolvedPart, printed: str) -> ResolvedPart:
        model = part.part
        if not isinstance(model, AbbreviationsPart):
            return part
        chosen = model.abbreviations
        if isinstance(chosen, bool):
            found = tuple(self._directory.abbreviations_in(printed)) if chosen else ()
        else:
            found = tuple(self._chosen(chosen, part.origin.child("abbreviations")))
        return replace(part, abbreviations=found)

    def _chosen(
        self, shorts: tuple[str, ...], origin: Origin
    ) -> Iterator[tuple[str, str, Origin | None]]:
        for index, short in enumerate(shorts):
            entry = self._directory.abbreviation(short)
            if entry is None:
                known = self._directory.abbreviation_shorts()
                place = origin.child(index)
                self.diagnostics.append(unknown_id(short, place, known, (self._owner,)))
                continue
            yield entry


def _signs(part: ResolvedPart) -> ResolvedSignatory | None:
    """Return who signs what a part prints: a plan, a programme or a report."""
    if part.report is not None:
        return part.report.signatory
    printed = part.roadmap or part.program
    return printed.compiler if printed is not None else None


def _key(appendix: Appendix) -> str:
    for part in appendix.parts:
        if isinstance(part, PlanPart):
            return part.plan
        if isinstance(part, ProgramPart):
            return part.program
        if isinstance(part, ReportPart):
            return part.report
        if isinstance(part, GroupPart):
            return part.group
    return ""


def _title(
    appendix: Appendix, parts: tuple[ResolvedPart, ...], origin: Origin
) -> tuple[str | None, Origin | None]:
    if appendix.title is not None:
        return appendix.title, origin.child("title")
    for part in parts:
        if part.report is not None and part.progress is not None:
            own = part.report.request.title
            owner = part.report.origin if own else part.progress.origin
            return own or part.progress.model.title, owner.child("title")
        printed = part.roadmap or part.program
        if printed is not None:
            return printed.model.title, printed.origin.child("title")
    return None, None


def _texts(part: ResolvedPart) -> Iterator[str]:
    """Yield what a part prints, for the abbreviations that occur in it."""
    yield from (text for text in (part.heading, part.text) if text)
    if part.roadmap is not None:
        yield from _plan_texts(part.roadmap)
    if part.group is not None:
        for member in part.group.rows:
            yield from (member.name, member.post, member.organization, member.role)
    if part.table is not None:
        yield from _table_texts(part.table)


def _plan_texts(plan: ResolvedRoadmap) -> Iterator[str]:
    model = plan.model
    yield from (text for text in (model.title, model.heading) if text)
    yield from (c.heading for c in model.columns if isinstance(c, Column) and c.heading)
    for section in plan.sections:
        if section.section is not None:
            yield section.section.title
        for item in section.activities:
            activity = item.activity
            yield activity.title
            for texts in (activity.items, activity.result, activity.indicator, activity.note):
                yield from texts
            yield from (text for text in (activity.fields or {}).values() if text)
            yield from item.responsible.lines if item.responsible else ()
            yield from item.due.lines if item.due else ()


def _table_texts(table: ResolvedTable) -> Iterator[str]:
    if table.caption:
        yield table.caption
    for column in table.columns:
        yield column.details.heading
    for row in table.rows:
        for cell in row.cells:
            yield cell.text
