"""The year in a title is the year of the plan.

A plan that was made from last year's keeps its year in the heading of an appendix, in the
title of the order or in a point. «На 2021–2023 годы» agrees with any part of the period
being named, as long as no year lies outside; of two phrases one has to agree, for a plan
of one year may name the years of its programme.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.title_years import contradicting, years_of
from roadmapkit.model.kinds import ApproveClause, ApproveItem, PassportRow
from roadmapkit.resolve import ResolvedOrder, ResolvedPart, ResolvedProgram
from roadmapkit.source import Origin
from roadmapkit.source.within import span_within

__all__ = ["RULE"]

_CODE = Code(
    "ORD010", "year-of-title", Severity.WARNING, "A title names another year than the period"
)
_Titled = tuple[str, str | None, Origin, frozenset[int]]


def _check(subject: Subject) -> Iterator[Diagnostic]:
    told: set[tuple[str, int, int]] = set()
    for document, title, origin, years in _titles(subject):
        found = contradicting(title, years) if title else None
        if title is None or found is None:
            continue
        value = origin.document.value(origin.path)
        span = span_within(origin, found.start, found.end) if value == title else origin.span
        if (place := (span.file, span.line, span.column)) in told:
            continue
        told.add(place)
        yield _CODE.at(
            span,
            Message(
                "The title is for {years}, the period is {period}",
                years=title[found.start : found.end],
                period=_range(years),
            ),
            hint=Message("Correct the year, or the period of the plan"),
            documents=(document,),
        )


def _range(years: frozenset[int]) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def _titles(subject: Subject) -> Iterator[_Titled]:
    for roadmap in subject.roadmaps:
        years = years_of(roadmap.period) if roadmap.period is not None else frozenset()
        yield roadmap.model.id, roadmap.model.title, roadmap.origin.child("title"), years
        yield roadmap.model.id, roadmap.model.heading, roadmap.origin.child("heading"), years
        for section in roadmap.sections:
            if section.section is not None:
                title = section.origin.child("title")
                yield roadmap.model.id, section.section.title, title, years
    for program in subject.programs:
        yield from _of_program(program)
    for order in subject.orders:
        yield from _of_order(order)


def _of_program(program: ResolvedProgram) -> Iterator[_Titled]:
    years = years_of(program.period) if program.period is not None else frozenset()
    yield program.model.id, program.model.title, program.origin.child("title"), years
    for index, row in enumerate(program.model.passport or ()):
        if isinstance(row, PassportRow) and row.field.casefold().startswith("наименование"):
            place = program.origin.child("passport", index, "value")
            value = place.document.value(place.path)
            if isinstance(value, str):
                yield program.model.id, value, place, years


def _of_order(order: ResolvedOrder) -> Iterator[_Titled]:
    id_ = order.model.id
    own = {
        part.roadmap.model.id: years_of(part.roadmap.period)
        for appendix in order.appendices
        for part in appendix.parts
        if part.roadmap is not None and part.roadmap.period is not None
    }
    for key, plan in order.plans.items():
        if plan.period is not None:
            own.setdefault(key, years_of(plan.period))
    every = frozenset(year for years in own.values() for year in years)
    yield id_, order.model.title, order.origin.child("title"), every
    for index, clause in enumerate(order.model.clauses):
        if isinstance(clause, ApproveClause):
            for at, item in enumerate(clause.approve):
                if isinstance(item, ApproveItem) and item.wording:
                    place = order.origin.child("clauses", index, "approve", at, "wording")
                    yield id_, item.wording, place, own.get(item.document, every)
    for appendix in order.appendices:
        keys = {_plan(part) for part in appendix.parts} & own.keys()
        years = frozenset(year for key in keys for year in own[str(key)]) or every
        if appendix.title and appendix.title_origin is not None:
            yield id_, appendix.title, appendix.title_origin, years
        for part in appendix.parts:
            yield id_, part.heading, part.origin.child("heading"), years


def _plan(part: ResolvedPart) -> str | None:
    return part.roadmap.model.id if part.roadmap is not None else None


RULE = Rule(_CODE, "orders", _check)
