"""Brackets open and close.

A bracket that is never closed swallows the rest of the sentence: nobody can tell which words
belong to the main text. A bracket behind the number of a list item closes nothing and is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.quotations import BRACKETS, lone_bracket, near
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES

__all__ = ["RULE"]

_CODE = Code("TYP002", "unbalanced-brackets", Severity.WARNING, "A bracket without its other half")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.holding(*BRACKETS):
        place = lone_bracket(text.text)
        if place is None or text.role in LINES:
            continue
        yield _CODE.at(
            text.span(place, place + 1),
            Message("The bracket has no other half: {near!r}", near=near(text.text, place)),
            hint=Message("Put the other half in, or delete this one"),
            documents=(text.document,),
        )


RULE = Rule(_CODE, "text", _check)
