"""A decision that gives work says who does it and by when.

«Решили: организовать …» without executor and term binds nobody, and the next minutes have
nothing to ask about. Decisions that approve, take note, put on a list or speak of the meeting
itself need none. All such decisions of one document are one finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.act_points import begins_with_infinitive
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.point_terms import has_term
from roadmapkit.lint.subject import Subject
from roadmapkit.model.minutes import TextDecision
from roadmapkit.source import Origin

__all__ = ["RULE"]

_CODE = Code("MIN006", "decision-of-nobody", Severity.INFO, "A decision without executor and term")
_NO_WORK = regex(
    r"\W*(?:считать|отметить|одобрить|согласиться|поддержать|выразить|избрать|заслушать|снять|перенести|отложить)\b",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for minutes in subject.minutes:
        found: list[Origin] = []
        for at, item in enumerate(minutes.model.agenda):
            for index, decision in enumerate(item.decided):
                text = decision if isinstance(decision, str) else None
                if isinstance(decision, TextDecision) and not decision.due:
                    text = decision.text if not decision.responsible else None
                if text is not None and _is_work(text):
                    found.append(minutes.origin.child("agenda", at, "decided", index))
        if found:
            yield _CODE.at(
                found[0].span,
                Message("Decisions without executor and term: {count}", count=len(found)),
                hint=Message("Write responsible and due beside the text of the decision"),
                documents=(minutes.model.id,),
                also=[place.span for place in found[1:]],
            )


_GROUND = regex(
    r"\W*(?:по\s+(?:результатам|итогам)|в\s+(?:целях|соответствии|рамках|срок)|с\s+целью|для|на\s+основании"
    r"|учитывая)\b[^.;:]*?\s(?=[а-яё]{3,}(?:ать|ять|ить|еть|сти|зти)\b)",
    re.IGNORECASE,
)
"""«По результатам анализа …» before what is to be done."""


def _is_work(text: str) -> bool:
    if ground := _GROUND.match(text):
        text = text[ground.end() :]
    named = re.search(
        r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s*[А-ЯЁ]\.|[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+", text
    )
    lead = text.partition(":")[0]
    addressed = len(lead) < len(text) and not begins_with_infinitive(lead)
    return (
        begins_with_infinitive(text)
        and not _NO_WORK.match(text)
        and named is None
        and not addressed
        and not has_term(text)
    )


RULE = Rule(_CODE, "minutes", _check)
