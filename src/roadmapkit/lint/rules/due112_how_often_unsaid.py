"""A recurrence says how often.

«Четверть (триместр), полугодие» names stretches of time and leaves open what happens in them:
once in each, or in one of them? «Каждую четверть», «1 раз в полугодие» can be checked. The rule
speaks of terms that are nothing but names of such stretches in the nominative.
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
    "DUE112", "how-often-unsaid", Severity.INFO, "A term that names stretches, not how often"
)
_UNIT = r"(?:учебн\w+\s+)?(?:четверть|триместр|полугодие|квартал|месяц|неделя|семестр)"
_BARE = regex(rf"\s*{_UNIT}(?:\W+(?:или\s+|и\s+)?{_UNIT})*\W*", re.IGNORECASE)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        bare = terms_of(subject, plan).saying(_BARE.fullmatch)
        if bare:
            yield _CODE.at(
                bare[0].origin.span,
                Message(
                    "The term {phrase!r} does not say how often; such terms: {count}",
                    phrase=" ".join(bare[0].lines),
                    count=len(bare),
                ),
                hint=Message("Write каждую четверть, 1 раз в полугодие or a month"),
                documents=(plan.model.id,),
                also=[due.origin.span for due in bare[1:]],
            )


RULE = Rule(_CODE, "deadlines", _check)
