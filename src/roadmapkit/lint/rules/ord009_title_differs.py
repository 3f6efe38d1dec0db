"""What a point approves and what the appendix is called are the same.

«План по поддержке школ, имеющих низкие результаты» in the point and «… показывающих …» over
the appendix are two documents to a lawyer. The rule compares the words that carry the
meaning, in any case form; names in brackets, quotation marks, years and an added «состав»
do not count, nor does a point that only shortens the title.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.order import ApproveClause, ApproveItem
from roadmapkit.resolve import ResolvedAppendix, ResolvedOrder
from roadmapkit.source import Origin

__all__ = ["RULE"]

_CODE = Code(
    "ORD009",
    "title-differs",
    Severity.WARNING,
    "An appendix called otherwise than in the point that approves it",
)
_ALIAS = regex(r"\([^()]*\)")
_WORD = regex(r"[А-Яа-яЁё]{4,}")
_STEM = 5
_LONG = 4
"""Words of a title that a point leaves out before that is more than shortening."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for order in subject.orders:
        found = list(_differing(order))
        if not found:
            continue
        origin, words, others = found[0]
        yield _CODE.at(
            origin.span,
            Message(
                "The point and the appendix name what is approved differently: {words} – {others}; "
                "in the act: {times}",
                words=words or "…",
                others=others or "…",
                times=len(found),
            ),
            hint=Message("Leave the wording out, it is made from the title, or make them alike"),
            documents=(order.model.id,),
            also=[place.span for place, _, _ in found[1:]],
        )


def _differing(order: ResolvedOrder) -> Iterator[tuple[Origin, list[str], list[str]]]:
    by_key: dict[str, list[tuple[str, Origin]]] = {}
    for appendix in order.appendices:
        for key in _keys(appendix):
            by_key.setdefault(key, []).extend(_titles(appendix))
    for index, clause in enumerate(order.model.clauses):
        if not isinstance(clause, ApproveClause):
            continue
        for at, item in enumerate(clause.approve):
            origin = order.origin.child("clauses", index, "approve", at)
            key = item.document if isinstance(item, ApproveItem) else item
            wording = item.wording if isinstance(item, ApproveItem) else None
            titles = by_key.get(key, [])
            if wording is None:
                plan = order.plans.get(key)
                wording = plan.model.title if plan is not None else None
            for title, _ in titles:
                if wording is None:
                    continue
                words, others = _unlike(wording, title)
                if (words and others) or len(others) >= _LONG or len(words) >= _LONG:
                    yield origin, words, others
                    break


def _keys(appendix: ResolvedAppendix) -> set[str]:
    plans = {part.roadmap.model.id for part in appendix.parts if part.roadmap is not None}
    groups = {part.group.id for part in appendix.parts if part.group is not None}
    return {appendix.key, *plans, *groups}


def _titles(appendix: ResolvedAppendix) -> Iterator[tuple[str, Origin]]:
    if appendix.title and appendix.title_origin is not None:
        yield appendix.title, appendix.title_origin


def _unlike(wording: str, title: str) -> tuple[list[str], list[str]]:
    """Return the words of each that the other has not."""
    first, second = _words(wording), _words(title)
    return (
        [word for stem, word in first.items() if stem not in second],
        [word for stem, word in second.items() if stem not in first],
    )


def _words(text: str) -> dict[str, str]:
    plain = _ALIAS.sub(" ", text)
    return {
        match[0].casefold().replace("ё", "е")[:_STEM]: match[0]
        for match in _WORD.finditer(plain)
        if match[0].casefold()[:4] not in _UNTOLD
    }


_UNTOLD = frozenset({"сост", "года", "годы", "году", "годо", "учеб", "план", "доро", "карт"})
"""Beginnings of words that a point may add or leave out."""

RULE = Rule(_CODE, "orders", _check)
