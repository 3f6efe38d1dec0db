"""Either every term of a plan names its year, or none does.

Where most terms name a year, the one that does not looks forgotten, and a reader of a single
row cannot tell which year is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_terms import terms_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "DUE102", "year-left-out", Severity.INFO, "A term without a year among terms that name theirs"
)

_MONTH = regex(
    r"\b(?:январ|феврал|март|апрел|ма[йяею]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)", re.I
)
_YEAR = regex(r"\d{4}|\d\.\d\d\.\d\d\b|ежегод|кажд|учебн", re.I)
_DATED = regex(rf"{_MONTH.pattern}|\b20\d\d\b", re.I)
_MOST = 4


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        dated = terms_of(subject, plan).saying(_DATED.search)
        bare = terms_of(subject, plan).saying(_names_no_year)
        bare = [due for due in bare if due.meaning.frequency is None and due.meaning.event is None]
        if not bare or len(dated) - len(bare) < _MOST * len(bare):
            continue
        yield _CODE.at(
            bare[0].origin.span,
            Message(
                "The term {phrase!r} names no year, most others do; in the plan: {count}",
                phrase=" ".join(bare[0].lines),
                count=len(bare),
            ),
            hint=Message("Name the year"),
            documents=(plan.model.id,),
            also=[due.origin.span for due in bare[1:]],
        )


def _names_no_year(term: str) -> bool:
    return _DATED.search(term) is not None and _YEAR.search(term) is None


RULE = Rule(_CODE, "deadlines", _check)
