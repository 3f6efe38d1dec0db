"""What a report is about: its day or its span, and what of the plan belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from roadmapkit.deadlines import format_date
from roadmapkit.resolve import ResolvedReport, ResolvedRoadmap, ResolvedSection
from roadmapkit.resolve.reporting import Account

__all__ = [
    "accounts_told",
    "name_of_span",
    "plan_told",
    "section_name",
    "sections_told",
    "span_words",
]


def name_of_span(report: ResolvedReport) -> str:
    """Return the line under the title of a report: its day, or its span."""
    return span_words(report.start, report.as_of, cumulative=report.request.cumulative)


def span_words(start: date | None, day: date, *, cumulative: bool = False) -> str:
    """Return what a report is about in words: «по состоянию на …», «за период с … по …»."""
    last = format_date(day, style="words")
    if start is None:
        return f"по состоянию на {last}"
    span = f"за период с {format_date(start, style='words')} по {last}"
    return f"{span} (нарастающим итогом)" if cumulative else span


def accounts_told(report: ResolvedReport) -> tuple[Account, ...]:
    """Return the terms that a report counts: of the plan, or of its span alone."""
    start = None if report.request.cumulative else report.start
    return tuple(one for one in report.accounts if one.belongs_to(start))


def sections_told(
    report: ResolvedReport,
) -> Iterator[tuple[ResolvedSection, tuple[Account, ...]]]:
    """Yield the sections of the plan with the terms that a report counts."""
    told = accounts_told(report)
    for section, _ in report.sections:
        yield section, tuple(one for one in told if one.section is section)


def plan_told(report: ResolvedReport, roadmap: ResolvedRoadmap) -> ResolvedRoadmap:
    """Return the plan, for a span only what runs, falls due or was done in it."""
    if report.start is None or report.request.cumulative:
        return roadmap
    kept = {id(one.item) for one in accounts_told(report)}
    for account in report.accounts:
        occurrence = account.standing.slot.occurrence
        running = occurrence is not None and (
            occurrence.start <= report.as_of and occurrence.end >= report.start
        )
        mark = account.standing.mark
        if running or (mark is not None and mark.given >= report.start):
            kept.add(id(account.item))
    sections = (
        replace(section, activities=tuple(one for one in section.activities if id(one) in kept))
        for section in roadmap.sections
    )
    return replace(roadmap, sections=tuple(one for one in sections if one.activities))


def section_name(section: ResolvedSection) -> str:
    """Return number and title of a section in one line."""
    title = section.section.title if section.section else "Мероприятия плана"
    return " ".join(" ".join(part for part in (section.number, title) if part).split())
