"""An act comes into force on a day, not at a moment.

«Вступает в силу с момента подписания» leaves open what holds on the day itself: terms of acts
run from days. It is «со дня подписания», «со дня официального опубликования». The rule looks at
the points about coming into force, whether composed or in words.

Source:
    ГК РФ, art. 190 and 191: terms are dates, periods and events, and run in days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ORD018", "in-force-from-a-moment", Severity.INFO, "An act in force from a moment, not a day"
)
_MOMENT = regex(
    r"\bс\s+момента(?=\s+(?:его\s+|её\s+)?(?:официального\s+)?"
    r"(?:подписани|опубликовани|утверждени|издани|принят|регистраци))"
)
_FORCE = regex(r"вступа\w+\s+в\s+(?:законную\s+)?силу", re.IGNORECASE)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    acts = {order.model.id for order in subject.orders}
    for text in subject.holding("момента"):
        if text.document not in acts or text.origin.path[:1] != ("clauses",):
            continue
        found = _MOMENT.search(text.text)
        if found is None or not (text.role == "in_force" or _FORCE.search(text.text)):
            continue
        yield _CODE.at(
            text.span(found.start(), found.end()),
            Message("The act is to come into force {words!r}", words=found[0]),
            hint=Message("Write «со дня подписания»: terms run from days"),
            documents=(text.document,),
        )


RULE = Rule(_CODE, "orders", _check)
