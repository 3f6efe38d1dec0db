"""Quotation marks open and close.

A mark that is never closed leaves the reader to guess where a title ends, and one that closes
nothing shows that words were lost. Titles inside titles often share one closing mark, which is
no defect.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.quotations import QUOTES, lone_quote, near
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES

__all__ = ["RULE"]

_CODE = Code(
    "TYP001", "unbalanced-quotes", Severity.WARNING, "A quotation mark without its other half"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.holding(*QUOTES):
        place = lone_quote(text.text)
        if place is None or text.role in LINES:
            continue
        yield _CODE.at(
            text.span(place, place + 1),
            Message("The quotation mark has no other half: {near!r}", near=near(text.text, place)),
            hint=Message("Put the other half in, or delete this one"),
            documents=(text.document,),
        )


RULE = Rule(_CODE, "text", _check)
