"""No number stands twice in a list.

An order, a minute or a letter refers to «пункт 4.3», and there must be one of them. The
numbers that the library computes never repeat; those that an author types do, most often
where a row was put in later. In «7, 7, 9» the second 7 is the slip, and the 9 is none. The
fix is safe where the numbers behind it show what it should be; where all of them would move,
it is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.number_lists import document_lists
from roadmapkit.lint.numbers import Fault, breaks, renumbered
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "NUM001",
    "duplicate-number",
    Severity.WARNING,
    "A number that stands twice in its list",
    fixable="safe",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for numbers in document_lists(subject):
        for found in breaks(numbers):
            if found.fault is Fault.DUPLICATE:
                yield _CODE.at(
                    found.item.span,
                    Message("The number {number!r} stands twice", number=found.item.text),
                    hint=Message(
                        "The next number here is {expected}; "
                        "without number: the library counts by itself",
                        expected=found.expected,
                    ),
                    documents=(numbers.document,),
                    fix=renumbered(numbers, found),
                )


RULE = Rule(_CODE, "numbering", _check)
