"""An appendix that a text refers to exists.

«(приложение 3)» in an act with two appendices sends the reader after nothing. The rule
reads what an author typed in the points of acts and in the decisions of minutes; references
that the library makes are right by themselves, and «приложение 2 к приказу …» of another
act is no business of this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.appendix_mentions import mentioning_texts, mentions
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedMinutes, ResolvedOrder

__all__ = ["RULE"]

_CODE = Code(
    "ORD007", "unknown-appendix", Severity.WARNING, "A text refers to an appendix that is absent"
)
_OWN = {"order": ("clauses", "preamble"), "minutes": ("agenda",)}


def _check(subject: Subject) -> Iterator[Diagnostic]:
    own: tuple[ResolvedOrder | ResolvedMinutes, ...] = (*subject.orders, *subject.minutes)
    documents = {document.model.id: document.appendices for document in own}
    for text in mentioning_texts(subject):
        appendices = documents.get(text.document)
        if appendices is None or text.origin.path[0] not in _OWN.get(text.kind, ()):
            continue
        known = {appendix.number for appendix in appendices} | ({"1"} if appendices else set())
        for mention in mentions(text):
            absent = [number for number in mention.numbers if number not in known]
            if appendices and not absent:
                continue
            yield _CODE.at(
                text.span(mention.start, mention.end),
                Message(
                    "The text refers to an appendix that the document has not: {words!r}",
                    words=" ".join(text.text[mention.start : mention.end].split()),
                ),
                hint=Message("Appendices of the document: {known}", known=sorted(known))
                if appendices
                else Message("Add the appendix, or delete the reference"),
                documents=(text.document,),
            )


RULE = Rule(_CODE, "orders", _check)
