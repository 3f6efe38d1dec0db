"""A report on a year is approved after the year.

Minutes of July that approve «Отчёт о выполнении плана за 2021 год» report on half of it: either
the report is «за первое полугодие 2021 года», or «промежуточный». The rule reads «отчёт … за
2021 год» in minutes and acts, and speaks where they are dated before the end of that year; it is
silent of reports that the document orders for later, and in December.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "DUE111", "report-too-early", Severity.WARNING, "A report on a year that has not ended"
)
_REPORT = regex(
    r"\bотч[её]т(?!н)\w*(?P<about>[^\n]{0,500}?)\bза\s+(?P<year>20\d\d)(?!\s*[-–—/]\s*\d)\s*г(?:од|\.)",
    re.IGNORECASE,
)
_ORDERED = regex(
    r"(?:подготов|представ|направ|сда(?:ть|ва)|разраб|состав|обеспеч|размес\w+\s+до|предостав)\w*"
    r"\s+(?:\S+\s+){0,4}$",
    re.IGNORECASE,
)
_PARTIAL = regex(r"промежуточн|предварительн|полугоди|квартал|месяц|проект", re.IGNORECASE)
_DECEMBER = 12


def _check(subject: Subject) -> Iterator[Diagnostic]:
    days = {order.model.id: order.as_of for order in subject.orders}
    days |= {minutes.model.id: minutes.as_of for minutes in subject.minutes}
    told: set[str] = set()
    for text in subject.holding_folded("отчет", "отчёт") if days else ():
        day = days.get(text.document)
        if day is None or text.document in told:
            continue
        for match in _REPORT.finditer(text.text):
            if _is_early(match, text, day):
                told.add(text.document)
                yield _CODE.at(
                    text.span(match.start("year"), match.end("year")),
                    Message(
                        "The report is for {year}, the document is of {day}",
                        year=match["year"],
                        day=day,
                    ),
                    hint=Message("Name the part of the year that the report is on"),
                    documents=(text.document,),
                )
                break


def _is_early(match: re.Match[str], text: PrintedText, day: date) -> bool:
    year = int(match["year"])
    past = day.year > year or (day.year == year and day.month == _DECEMBER)
    before = text.text[max(match.start() - 80, 0) : match.start()]
    ordered = _ORDERED.search(before) is not None
    partial = _PARTIAL.search(before[-40:] + match["about"]) is not None
    return not (past or ordered or partial)


RULE = Rule(_CODE, "deadlines", _check)
