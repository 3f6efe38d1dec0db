"""A number has its noun in the right form.

«12 305 человека» and «(3 человек)» remain when the number was brought up to date and the noun
was not. A part of a unit («2,5 балла») and a number in another case («не более 3 человек») are
right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Slip, slips_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("TYP031", "counted-noun", Severity.WARNING, "A number with its noun in a wrong form")
_FEW = frozenset(["человека", "процента", "балла", "раза", "часа", "рубля", "ребенка", "ребёнка"])
"""Forms that go with 2, 3 and 4, and with parts of a unit."""

_MANY = frozenset(["человек", "процентов", "баллов", "часов", "рублей", "детей"])
"""Forms that go with 5 and more, and with any number in the genitive."""

_COUNTED = (
    r"(?P<before>(?:^|[^\s\d])\s?)(?P<number>(?<![\d,.])\d{1,3}(?:[ \u00a0]?\d{3})*)[ \u00a0]"
    rf"(?P<noun>{'|'.join(sorted(_FEW | _MANY))})(?!\w)"
)


def _fits(match: re.Match[str]) -> bool:
    number = int(re.sub(r"\D", "", match["number"]))
    teens, last = 10 < number % 100 < 20, number % 10
    before = match["before"].strip()
    if before in {",", ".", "/", "-"} or (before in {"–", "—"} and before == match["before"]):
        return True
    if match["noun"] == "человек" and last == 1:
        return True
    if match["noun"] in _FEW:
        return not teens and last in {2, 3, 4}
    # Behind a word the number may be in the genitive: «не более 3 человек».
    nominative = before in {"(", ":", "–", "—"}
    return not nominative or teens or last in {0, 5, 6, 7, 8, 9}


_SLIP = Slip(
    _COUNTED,
    Message("The noun does not fit its number: {near!r}; in the document: {times}"),
    marks=tuple(f"{space}{noun}" for noun in sorted(_FEW | _MANY) for space in " \u00a0"),
    right=_fits,
    signs=tuple(
        rf"{space}(?<=\d{space})(?:{'|'.join(sorted(_FEW | _MANY))})(?!\w)" for space in " \u00a0"
    ),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("Write: 1 балл, 2 балла, 5 баллов; 22 человека, 25 человек")
    yield from slips_of(subject, _CODE, (_SLIP,), hint)


RULE = Rule(_CODE, "text", _check)
