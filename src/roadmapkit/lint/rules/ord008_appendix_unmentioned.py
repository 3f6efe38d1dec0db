"""An appendix is referred to in the text.

What no point of the act or decision of the minutes speaks of has no force. What a clause
approves is referred to by itself; an appendix of another kind needs words such as
«согласно приложению 2».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.act_points import is_finished
from roadmapkit.lint.appendix_mentions import mentioning_texts, mentions
from roadmapkit.lint.candidates import texts_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.model.order import ApproveClause, ApproveItem
from roadmapkit.resolve import ResolvedAppendix, ResolvedMinutes, ResolvedOrder

__all__ = ["RULE"]

_CODE = Code(
    "ORD008",
    "appendix-unmentioned",
    Severity.WARNING,
    "An appendix that nothing in the document refers to",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    mentioning: dict[str, list[PrintedText]] = {}
    for text in mentioning_texts(subject):
        mentioning.setdefault(text.document, []).append(text)
    documents: tuple[ResolvedOrder | ResolvedMinutes, ...] = (*subject.orders, *subject.minutes)
    for document in documents:
        if isinstance(document, ResolvedOrder) and not is_finished(document):
            continue
        texts = mentioning.get(document.model.id, [])
        found = [mention for text in texts for mention in mentions(text)]
        numbers = {number for mention in found for number in mention.numbers}
        if any(not mention.numbers for mention in found):
            continue
        approved = _approved(document)
        written = " ".join(text.text for text in texts_of(subject, document.model.id))
        for appendix in document.appendices:
            if (
                not appendix.appendix.mark
                or (appendix.number or "1") in numbers
                or approved & _keys(appendix)
                or re.search(rf"\{{\s*{re.escape(appendix.key)}\b", written)
            ):
                continue
            yield _CODE.at(
                appendix.origin.span,
                Message(
                    "Nothing in the document refers to the appendix {number}",
                    number=appendix.number or "1",
                ),
                hint=Message("Refer to it in a point, or approve what it holds"),
                documents=(document.model.id,),
            )


def _approved(document: ResolvedOrder | ResolvedMinutes) -> set[str]:
    if isinstance(document, ResolvedMinutes):
        return {effect.document for effect in document.effects.values()}
    return {
        item.document if isinstance(item, ApproveItem) else item
        for clause in document.model.clauses
        if isinstance(clause, ApproveClause)
        for item in clause.approve
        if not isinstance(item, ApproveItem) or item.attached
    }


def _keys(appendix: ResolvedAppendix) -> set[str]:
    keys = {appendix.key}
    for part in appendix.parts:
        for inner in (part.roadmap, part.program, part.progress):
            if inner is not None:
                keys.add(inner.model.id)
        if part.group is not None:
            keys.add(part.group.id)
    return keys


RULE = Rule(_CODE, "orders", _check)
