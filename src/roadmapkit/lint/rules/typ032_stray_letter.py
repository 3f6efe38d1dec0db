"""No letter stands alone between two words.

«сельских х библиотек» kept a letter of a word that was deleted. Prepositions,
conjunctions and letters of classes («7 б класс») are right.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Slip, slips_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("TYP032", "stray-letter", Severity.WARNING, "A letter alone between two words")
_LETTERS = "гдёзйлмнпртфхцчшщъыьэю"
"""Letters that are neither a preposition nor a conjunction."""

_SLIP = Slip(
    rf"(?<=[а-яё]{{3}} )(?P<bad>[{_LETTERS}])(?=[ ][а-яё]{{3}})"
    r"(?![ ](?:класс|групп|парал))",
    Message("A letter stands alone between two words: {near!r}; in the document: {times}"),
    marks=tuple(f" {letter} " for letter in _LETTERS),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("Delete it, or write the word that it is left of")
    yield from slips_of(subject, _CODE, (_SLIP,), hint)


RULE = Rule(_CODE, "text", _check)
