"""An indicator has a unit, a baseline and a value for each year.

Without a baseline nobody can tell a rise; without a unit, what rises. The rule looks at
programmes in which most indicators have what one of them lacks; a table in which nobody
gives a unit is a choice of its author.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.program import Indicator

__all__ = ["RULE"]

_CODE = Code(
    "CMP007",
    "indicator-incomplete",
    Severity.WARNING,
    "An indicator without what the others have",
)
_PERCENT = ("%", "процент", "доля", "удельный вес")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for program in subject.programs:
        indicators = program.model.indicators
        years = sorted({year for item in indicators for year in item.values or {}})
        given = {fact: [_has(item, fact) for item in indicators] for fact in _facts(years)}
        for index, item in enumerate(indicators):
            lacking = [
                fact
                for fact, having in given.items()
                if not having[index] and 2 * sum(having) >= len(having) > 1
            ]
            if "unit" in lacking and item.name.casefold().startswith(_PERCENT):
                lacking.remove("unit")
            if lacking:
                yield _CODE.at(
                    program.origin.child("indicators", index, "name").span,
                    Message("The indicator {name!r} has no {facts}", name=item.name, facts=lacking),
                    hint=Message("Give what the other indicators have, or say why not"),
                    documents=(program.model.id,),
                )


def _facts(years: list[str]) -> tuple[str, ...]:
    return ("unit", "baseline", *years)


def _has(item: Indicator, fact: str) -> bool:
    if fact in {"unit", "baseline"}:
        return getattr(item, fact) is not None
    return bool((item.values or {}).get(fact))


RULE = Rule(_CODE, "completeness", _check)
