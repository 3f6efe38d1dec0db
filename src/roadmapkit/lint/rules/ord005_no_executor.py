"""A point that gives work names who does it.

«Провести мониторинг в мае» is executed by nobody. Points by which the act itself does
something (утвердить, назначить, признать утратившим силу …) need no executor, nor does one
that names a responsible person further on.

Source:
    ГОСТ Р 7.0.97 and the methodical recommendations to it: every point of an order names
    executor, action and term.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.act_points import (
    begins_with_infinitive,
    controls,
    is_finished,
    words_of_clause,
)
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.order import AssignClause, TextClause
from roadmapkit.resolve import clause_numbers

__all__ = ["RULE"]

_CODE = Code("ORD005", "no-executor", Severity.WARNING, "A point that gives work to nobody")
_NAMED = regex(
    r"ответственн|исполнител|поручить|силами|[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s*[А-ЯЁ]\."
    r"|[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in filter(is_finished, subject.orders):
        found = []
        numbers = clause_numbers(order.model)
        for index, clause in enumerate(order.model.clauses):
            if not isinstance(clause, str | TextClause) or isinstance(clause, AssignClause):
                continue
            text = words_of_clause(clause)
            if not controls(clause) and begins_with_infinitive(text) and not _NAMED.search(text):
                found.append(index)
        if found:
            yield _CODE.at(
                order.origin.child("clauses", found[0]).span,
                Message(
                    "Points that give work and name no executor: {points}",
                    points=[numbers["clauses", index].rstrip(".)") for index in found],
                ),
                hint=Message("Write assign: with who does it, and text: with what"),
                documents=(order.model.id,),
                also=[order.origin.child("clauses", index).span for index in found[1:]],
            )


RULE = Rule(_CODE, "orders", _check)
