"""A term that an act sets names the act.

«По срокам приказа», «согласно распоряжению»: whose, of which day, with what number? A reader
cannot look the term up. The rule speaks of a term that sends to an order, a directive or a letter
without a date, a number, a body or the words about what it is.
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

_CODE = Code("DUE113", "unnamed-act", Severity.INFO, "A term set by an act that is not named")
_ACT = regex(
    r"\b(?:по|согласно|в\s+соответствии\s+с[о]?|на\s+основании)\s+(?:(?:срок\w*|график\w*)\s+)?"
    r"(?:приказ|распоряжени|постановлени|письм)\w*\s*(?:[,;)]|$)",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        unnamed = terms_of(subject, plan).saying(_ACT.search)
        if unnamed:
            yield _CODE.at(
                unnamed[0].origin.span,
                Message(
                    "The term {phrase!r} does not say which act sets it; such terms: {count}",
                    phrase=" ".join(unnamed[0].lines),
                    count=len(unnamed),
                ),
                hint=Message("Name the body, the date and the number of the act, or its subject"),
                documents=(plan.model.id,),
                also=[due.origin.span for due in unnamed[1:]],
            )


RULE = Rule(_CODE, "deadlines", _check)
