"""The number of a row begins with the number of its section.

«3.1» in section 2 refers to another place. Where the section has no number of its own,
the number that most of its rows begin with counts as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.number_lists import document_lists
from roadmapkit.lint.numbers import Numbered, NumberedList
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "NUM004",
    "foreign-section",
    Severity.WARNING,
    "A number that belongs to another section or point",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for numbers in document_lists(subject):
        owner = _owner(numbers)
        if not owner or not any(_is_foreign(item, owner) for item in numbers.telling):
            continue
        odd = [item for item in numbers.items if _is_foreign(item, owner)]
        yield _CODE.at(
            odd[0].span,
            Message(
                "The number {number!r} stands in {section}; in this list: {times}",
                number=odd[0].text,
                section=".".join(map(str, owner)),
                times=len(odd),
            ),
            hint=Message("Begin the number with that of its section, or leave it to the library"),
            documents=(numbers.document,),
            also=[item.span for item in odd[1:]],
        )


def _owner(numbers: NumberedList) -> tuple[int, ...]:
    if numbers.owner:
        return numbers.owner
    counted = Counter(item.parts[:-1] for item in numbers.telling if len(item.parts) > 1)
    return counted.most_common(1)[0][0] if counted else ()


def _is_foreign(item: Numbered, owner: tuple[int, ...]) -> bool:
    return len(item.parts) == len(owner) + 1 and item.parts[:-1] != owner


RULE = Rule(_CODE, "numbering", _check)
