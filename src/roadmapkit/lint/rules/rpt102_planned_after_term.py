"""A mark that puts work off says a term that the plan allows, or the plan is changed.

«Запланировано на 2023 г.» beside a term of 2021 changes the plan in the column of the report,
where nobody has approved it. The rule compares the years that the mark names with the last
year of the term; work that comes back every year may name any of its years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.marks import Marked, marked_activities
from roadmapkit.lint.subject import Subject
from roadmapkit.source import Origin

__all__ = ["RULE"]

_CODE = Code(
    "RPT102", "planned-after-term", Severity.WARNING, "Work put off beyond the term of the plan"
)
_PUT_OFF = frozenset({"запланировано", "не выполнено", "в работе"})
_YEARS = regex(
    r"(?:заплан|перенес|перенос|план\w+|состоится|будет)[^.;]*?(20\d\d)(?:\s*[-–—/]\s*(20\d\d))?",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for progress in subject.progress:
        found = [item for item in marked_activities(progress) if _is_put_off(item)]
        if not found:
            continue
        first = found[0]
        yield _CODE.at(
            _place(first).span,
            Message(
                "The mark {mark!r} puts the work off, and its term is {term}",
                mark=_words(first),
                term=first.term,
            ),
            hint=Message("Change the term in the plan by an act, or put the mark right"),
            documents=(progress.model.id,),
            also=[_place(item).span for item in found[1:]],
        )


def _is_put_off(item: Marked) -> bool:
    last = item.last_day
    if item.entry.status not in _PUT_OFF or last is None:
        return False
    years = [
        int(year) for match in _YEARS.finditer(_words(item)) for year in match.groups() if year
    ]
    return bool(years) and min(years) > last.year


def _place(item: Marked) -> Origin:
    return item.origin.child("text" if item.entry.text else "planned_for")


def _words(item: Marked) -> str:
    planned = f"запланировано на {item.entry.planned_for}" if item.entry.planned_for else ""
    return " ".join([*item.entry.text, planned]).strip()


RULE = Rule(_CODE, "reports", _check)
