"""The text around a plan speaks of the plan's years.

«Комплекс мероприятий на 2020–2023 годы» in the explanatory note to a plan for 2021–2023: one of
the two was not changed with the other. The rule reads «на … годы» behind the words план,
дорожная карта, мероприятия in the texts that are approved together with one plan for several
years, and speaks where one end agrees with the plan's period and the other does not. Programmes
and names in quotation marks have years of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.document_sets import DocumentSet
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.title_years import title_years
from roadmapkit.resolve import ResolvedRoadmap

__all__ = ["RULE"]

_CODE = Code(
    "DUE115", "other-period", Severity.WARNING, "Years of the plan in a text, other than its own"
)
_OF_THE_PLAN = regex(r"(?:план|карт|мероприяти)\w*[^.;«»\n]*$", re.IGNORECASE)
_OF_ANOTHER = regex(r"(?:программ|проект|стратеги|концепци|№|утвержд)[^.;\n]*$", re.IGNORECASE)
_TITLES = frozenset({"title", "heading"})
"""Titles have a finding of their own."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents in subject.sets:
        plans = [item for item in documents.documents.values() if isinstance(item, ResolvedRoadmap)]
        if len(plans) == 1 and plans[0].period is not None:
            yield from _in_set(documents, plans[0])


def _in_set(documents: DocumentSet, plan: ResolvedRoadmap) -> Iterator[Diagnostic]:
    period = plan.period
    if period is None or period.start.year == period.end.year:
        return
    first, last = period.start.year, period.end.year
    for text in documents.texts:
        if text.role in _TITLES or text.document not in documents.home:
            continue
        for years in title_years(text.text):
            before = text.text[max(years.start - 160, 0) : years.start]
            one_end = (years.first == first) != (years.last == last)
            if years.first == years.last or not one_end:
                continue
            if _OF_THE_PLAN.search(before) and not _OF_ANOTHER.search(before):
                yield _CODE.at(
                    text.span(years.start, years.end),
                    Message(
                        "The text says {years}, the plan {id!r} is for {period}",
                        years=f"{years.first}–{years.last}",
                        id=plan.model.id,
                        period=period.written,
                    ),
                    hint=Message("Write the same years in both"),
                    documents=(text.document,),
                )
                return


RULE = Rule(_CODE, "deadlines", _check)
