"""What a report consists of: its parts in the author's order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from roadmapkit.documents.narrative import TextPlace, narrative_parts
from roadmapkit.documents.plan import USUAL_COLUMNS, plan_columns, plan_table
from roadmapkit.documents.report_details import details_part
from roadmapkit.documents.report_figures import executors_part, sections_part, summary_part
from roadmapkit.documents.report_marks import mark_lines
from roadmapkit.documents.report_pictures import chart_part, timeline_part
from roadmapkit.documents.report_span import accounts_told, name_of_span, plan_told
from roadmapkit.documents.report_terms import comparison_parts, late_part, next_part
from roadmapkit.documents.tables import ColumnSpec, column_specs
from roadmapkit.documents.view import Line, PartView, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.lazily import dataclass, regex
from roadmapkit.resolve import ResolvedActivity, ResolvedProgress, ResolvedReport
from roadmapkit.resolve.reporting import Account, wanted_parts
from roadmapkit.source import Origin

__all__ = ["report_parts", "report_title"]

_BULLET = regex(r"^(\s*)[–—•] ", re.MULTILINE)


def report_title(
    progress: ResolvedProgress, report: ResolvedReport, wording: Wording
) -> tuple[str, ...]:
    """Return the lines of the title of a report, the last one with its day or span."""
    return (
        *wording.lines(report.request.title or progress.model.title),
        wording.text(name_of_span(report)),
    )


def report_parts(
    progress: ResolvedProgress, report: ResolvedReport, wording: Wording, width: float
) -> Iterator[PartView]:
    """Yield the parts of a report in the author's order, tables as wide as the text."""
    composer = _Composer(progress, report, wording, width)
    for part in wanted_parts(progress.model, report.request):
        yield from composer.parts(part)


@dataclass(frozen=True, slots=True)
class _Composer:
    """Makes the parts of one report."""

    progress: ResolvedProgress
    report: ResolvedReport
    wording: Wording
    width: float

    def parts(self, name: str) -> Iterator[PartView]:
        """Yield what a part of that name prints."""
        arguments = (self.report, self.wording, self.width)
        single: Mapping[str, Callable[[ResolvedReport, Wording, float], PartView]] = {
            "summary": summary_part,
            "sections": sections_part,
            "executors": executors_part,
            "chart": chart_part,
            "late": late_part,
            "next": next_part,
            "timeline": timeline_part,
        }
        match name:
            case "intro" | "closing":
                yield from self._text(name)
            case "table":
                yield self._plan()
            case "comparison":
                yield from comparison_parts(*arguments)
            case "details":
                yield from details_part(*arguments)
            case _:
                yield single[name](*arguments)

    def _text(self, name: str) -> Iterator[PartView]:
        request = self.report.request
        text = request.intro if name == "intro" else request.closing
        if text:
            # A list may be marked by the dashes of official papers as well.
            place = TextPlace(self.report.origin.child(name))
            text = _BULLET.sub(r"\1- ", text)
            yield from narrative_parts(text, place, self.wording, self.width)

    def _plan(self) -> PartView:
        roadmap = plan_told(self.report, self.progress.roadmap)
        if not roadmap.sections and self.progress.roadmap.sections:
            line = Line("Мероприятий в отчётном периоде нет.", "body", self.report.origin)
            return PartView("plan", before=(line,))
        return PartView("plan", table=self._table())

    def _table(self) -> TableView:
        report, progress = self.report, self.progress
        states = {id(state.activity): state for _, section in report.sections for state in section}
        told: dict[int, list[Account]] = {}
        for account in accounts_told(report):
            told.setdefault(id(account.item), []).append(account)

        def status(item: ResolvedActivity) -> tuple[tuple[str, ...], Origin | None]:
            state = states.get(id(item))
            if state is None:
                return (), None
            lines = mark_lines(state, told.get(id(item), ()), progress.model)
            return lines, (state.entry_origin or item.origin) if lines else None

        return plan_table(
            plan_told(report, progress.roadmap),
            self.wording,
            self.width,
            columns=_columns(progress),
            extra={"status": status},
        )


def _columns(progress: ResolvedProgress) -> tuple[ColumnSpec, ...]:
    model = progress.model
    heading = model.status_heading or USUAL_COLUMNS["status"][0]
    usual = {**USUAL_COLUMNS, "status": (heading, *USUAL_COLUMNS["status"][1:])}
    if model.columns:
        return column_specs(model.columns, usual, progress.origin.child("columns"))
    origin = progress.origin.child("status_heading") if model.status_heading else None
    (status,) = column_specs(["status"], usual, None)
    return (*plan_columns(progress.roadmap), replace(status, origin=origin))
