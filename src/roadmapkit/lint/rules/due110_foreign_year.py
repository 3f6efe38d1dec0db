"""The rows of a plan speak of its own time.

«Созданы центры в 2023 году» as the result of an activity of 2021, «ВПР-2023» in a plan for
2024, «программы на 2020–2021 годы» in one for 2021/2022: either the plan cannot bring it, or the
row comes from an older plan. The rule reads years in titles, terms and results. It knows what
may look back («за 2023 год», «анализ результатов ГИА-2023») and what plans the next year («проект
плана на 2025 год»), dates of acts, and the years of a programme that the plan is a part of.
A term «по результатам ГИА-2023» in a plan for 2024 is past when the plan begins. An event is
told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.row_years import RowYear, row_years
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.lint.title_years import years_of
from roadmapkit.resolve import ResolvedRoadmap

__all__ = ["RULE"]

_CODE = Code(
    "DUE110", "foreign-year", Severity.INFO, "A row that speaks of a year outside the plan"
)
_ROLES = frozenset({"title", "items", "result", "indicator", "due"})
_EACH = 5
"""Most findings of a plan; what it writes oftener is its manner."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    texts: dict[str, list[PrintedText]] = {}
    for text in subject.holding("20"):
        if text.role in _ROLES and "activities" in text.origin.path:
            texts.setdefault(text.document, []).append(text)
    for plan in subject.roadmaps:
        found = list(_strange(plan, texts.get(plan.model.id, [])))
        for text, year in found if len(found) <= _EACH else found[:1]:
            yield _CODE.at(
                text.span(year.start, year.end),
                Message(
                    "The plan is for {period}, the row says {year!r}; in the plan: {count}",
                    period=plan.period.written if plan.period is not None else "",
                    year=year.written,
                    count=1 if len(found) <= _EACH else len(found),
                ),
                hint=Message("Correct the year, or move the work to the plan that it belongs to"),
                documents=(plan.model.id,),
            )


def _strange(
    plan: ResolvedRoadmap, texts: list[PrintedText]
) -> Iterator[tuple[PrintedText, RowYear]]:
    if plan.period is None:
        return
    years = years_of(plan.period)
    events: set[str] = set()
    known: dict[tuple[str, bool], list[RowYear]] = {}
    for text in texts:
        # Other terms outside the period have a finding of their own.
        key = (text.text, text.role == "due")
        if key not in known:
            known[key] = list(row_years(text.text, years, is_term=key[1]))
        for year in known[key]:
            if year.written in events:
                break
            if year.event:
                events.add(year.written)
            yield text, year
            break


RULE = Rule(_CODE, "deadlines", _check)
