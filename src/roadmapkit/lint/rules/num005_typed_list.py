"""A list typed in a text counts from one to its end.

«1) … 2) … 2) …» in a chapter, a field of a passport or a clause is counted by hand, and a
point that was put in or taken out shows. Several lists may stand in one text, each from 1.
A list whose points all have the number 1 is the way of Markdown and is counted in print.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.number_lists import typed_lists
from roadmapkit.lint.numbers import Fault, breaks
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "NUM005", "typed-list", Severity.WARNING, "A list in a text whose numbers repeat or skip"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for numbers in typed_lists(subject):
        for found in breaks(numbers):
            last = found.expected - 1
            message = (
                Message("The number {number!r} stands twice in a list", number=found.item.text)
                if found.fault is Fault.DUPLICATE
                else Message(
                    "The list goes from {last} to {number!r}", last=last, number=found.item.text
                )
            )
            yield _CODE.at(
                found.item.span,
                message,
                hint=Message("The next number here is {expected}", expected=found.expected),
                documents=(numbers.document,),
            )


RULE = Rule(_CODE, "numbering", _check)
