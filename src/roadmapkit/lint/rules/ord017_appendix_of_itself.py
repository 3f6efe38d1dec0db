"""An appendix does not send its reader to itself.

«(приложение 1)» in the text of appendix 1 was meant for the point that introduces it, or for
another appendix whose number has changed.
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
    "ORD017", "appendix-of-itself", Severity.WARNING, "An appendix whose text refers to itself"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    owners: tuple[ResolvedOrder | ResolvedMinutes, ...] = (*subject.orders, *subject.minutes)
    numbers = {
        (owner.model.id, appendix.origin.path): appendix.number or "1"
        for owner in owners
        for appendix in owner.appendices
    }
    for text in mentioning_texts(subject):
        path = text.origin.path
        own = numbers.get((text.document, path[:2])) if path[0] == "appendices" else None
        if own is None:
            continue
        for mention in mentions(text):
            if own not in mention.numbers:
                continue
            yield _CODE.at(
                text.span(mention.start, mention.end),
                Message(
                    "The text of appendix {number} refers to appendix {number}: {words!r}",
                    number=own,
                    words=" ".join(text.text[mention.start : mention.end].split()),
                ),
                hint=Message("Name the appendix that was meant, or delete the reference"),
                documents=(text.document,),
            )


RULE = Rule(_CODE, "orders", _check)
