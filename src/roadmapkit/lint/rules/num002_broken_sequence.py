"""Numbers follow each other from the first to the last.

A missing number makes a reader look for a row that was lost; a number out of its order
and a count that begins again in the middle of a list do the same. The sections of a plan
may each begin at 1, or go on where the one before them ended.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.number_lists import document_lists
from roadmapkit.lint.numbers import Fault, breaks
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "NUM002",
    "broken-sequence",
    Severity.WARNING,
    "A number that does not follow the one before it",
)

_FAULTS = frozenset({Fault.GAP, Fault.ORDER, Fault.RESTART, Fault.START})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for numbers in document_lists(subject):
        for found in breaks(numbers):
            if found.fault not in _FAULTS:
                continue
            yield _CODE.at(
                found.item.span,
                _message(found.fault, found.item.text, found.expected - 1),
                hint=Message(
                    "The next number here is {expected}; "
                    "without number: the library counts by itself",
                    expected=found.expected,
                ),
                documents=(numbers.document,),
            )


def _message(fault: Fault, number: str, last: int) -> Message:
    match fault:
        case Fault.GAP:
            return Message("The numbers skip from {last} to {number!r}", last=last, number=number)
        case Fault.ORDER:
            return Message("The number {number!r} stands behind {last}", last=last, number=number)
        case Fault.RESTART:
            return Message(
                "The numbers begin again at {number!r} behind {last}", last=last, number=number
            )
        case _:
            return Message("The list begins with the number {number!r}", number=number)


RULE = Rule(_CODE, "numbering", _check)
