"""Numbers of one level end alike: all with a dot, or none.

«5.2» between «5.1.» and «5.3.» shows a row that was typed in later. The rule compares the
numbers of one level in one document, and speaks where most of them agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Edit, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.number_lists import document_lists
from roadmapkit.lint.numbers import Numbered, NumberedList, odd_marks
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "NUM003",
    "odd-mark",
    Severity.WARNING,
    "A number with a dot among numbers without, or so",
    fixable="safe",
)
_EACH = 5
"""Most numbers that are worth a finding each."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    lists: dict[tuple[str, str], list[NumberedList]] = {}
    for numbers in document_lists(subject):
        lists.setdefault((numbers.document, numbers.kind), []).append(numbers)
    for (document, _), same in lists.items():
        if _are_alike(same):
            continue
        for usual, odd in odd_marks(numbers.items for numbers in same):
            # A column of the same slip is one finding, with one fix for all of it.
            groups = [[item] for item in odd] if len(odd) <= _EACH else [odd]
            for group in groups:
                yield _finding(document, usual, group)


def _are_alike(lists: list[NumberedList]) -> bool:
    """Tell whether the numbers of each level have one mark."""
    marks = {
        (len(item.parts), item.mark) for numbers in lists for item in numbers.telling if item.parts
    }
    return len({level for level, _ in marks}) == len(marks)


def _finding(document: str, usual: str, odd: list[Numbered]) -> Diagnostic:
    message = (
        Message("No dot behind the number {numbers}, others have one", numbers=_few(odd))
        if usual == "."
        else Message("The number {numbers} is not written as others are", numbers=_few(odd))
    )
    return _CODE.at(
        odd[0].span,
        message,
        hint=Message("Write all numbers of one level alike"),
        documents=(document,),
        fix=tuple(edit for item in odd for edit in _marked(item, usual)),
    )


def _marked(item: Numbered, usual: str) -> tuple[Edit, ...]:
    plain = item.text.strip()
    return item.written_as(plain.removesuffix(item.mark).rstrip() + usual, safe=True)


def _few(odd: list[Numbered]) -> str:
    shown = ", ".join(f"«{item.text.strip()}»" for item in odd[:3])
    return shown if len(odd) <= 3 else f"{shown} …"


RULE = Rule(_CODE, "numbering", _check)
