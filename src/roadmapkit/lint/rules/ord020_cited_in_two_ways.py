"""An act is cited with one date and one number.

«Приказ Управления образования от 12.01.2024 № 15» in the order and «от 21.01.2024 № 15» in the
plan are one act and a slip of the pen: one body gives a number once a year. The rule compares
what the documents of one set cite as acts of the same kind and body in the same year, and acts
of one day and one title with two numbers. Where the words before the date do not say whose act
it is, nothing is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.candidates import in_sets
from roadmapkit.lint.cited_acts import CitedAct, acts_cited, body_of, title_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ORD020", "cited-in-two-ways", Severity.WARNING, "An act cited with two dates or two numbers"
)

_BODY = 2
"""Fewest words that say whose act is cited: «приказ Управления»."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    acts: dict[int, list[CitedAct]] = {}
    for act in acts_cited(subject):
        acts.setdefault(id(act.text), []).append(act)
    citing = (found[0].text for found in acts.values())
    for documents, texts in in_sets(subject, citing):
        for usual, other in _pairs(act for text in texts for act in acts.get(id(text), ())):
            if other.text.document not in documents.home:
                continue
            yield _CODE.at(
                other.span,
                Message(
                    "One act is cited in two ways: {other!r} and {usual!r}",
                    other=other.words,
                    usual=usual.words,
                ),
                hint=Message("Compare both with the act itself"),
                documents=(other.text.document,),
            )


def _pairs(acts: Iterable[CitedAct]) -> Iterator[tuple[CitedAct, CitedAct]]:
    """Yield each act that is cited otherwise than before, with how it was cited first."""
    by_number: dict[tuple[object, ...], CitedAct] = {}
    by_title: dict[tuple[object, ...], CitedAct] = {}
    told: set[tuple[object, ...]] = set()
    for act in acts:
        body, title = body_of(act), title_of(act)
        if len(body) < _BODY:
            continue
        number = (body, act.day.year, act.number, act.suffix)
        first = by_number.setdefault(number, act)
        named = (body, act.day, title)
        same = by_title.setdefault(named, act) if title else act
        if first.day != act.day and (number, act.day) not in told:
            told.add((number, act.day))
            yield first, act
        elif (same.number, same.suffix) != (act.number, act.suffix) and named not in told:
            told.add(named)
            yield same, act


RULE = Rule(_CODE, "orders", _check)
