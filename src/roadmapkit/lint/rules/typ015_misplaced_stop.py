"""A full stop ends a sentence, and no mark stands before a bracket.

«учителей. (приказ № 5)» cuts the bracket off from what it belongs to, «сборника, (книги)»
joins it to nothing, and a full stop in the middle of a phrase remains from what stood there
before. A word that may be shortened («руб.», «тыс.», «чел.») is left in peace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Slip, slips_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP015",
    "misplaced-stop",
    Severity.INFO,
    "A full stop or a comma where the sentence goes on",
    fixable="safe",
)
_WHOLE = r"[а-яё]{3,}(?:[аеёиоуыэюяйь]|[оеё]в|[аяи]х|[аяоеёи]м)"
"""A word with an ending: what is shortened ends on a consonant of its root."""

_SLIPS = (
    Slip(
        r"(?<=[а-яё]{3}),(?=\s+\([а-яё])",
        Message("A comma stands before the bracket: {near!r}; in the document: {times}"),
        "",
        "(",
        signs=(r",\s+\(",),
    ),
    Slip(
        rf"{_WHOLE}(?P<bad>\.)\s+(?=\([а-яё])",
        Message("A full stop stands before the bracket: {near!r}; in the document: {times}"),
        "",
        "(",
        lambda match: match.string.rstrip().endswith((".)", "!)", "?)")),
        (r"\.\s+\(",),
    ),
    Slip(
        r"(?<=»)\.(?=\s[А-ЯЁ]+\s«)",
        Message("A full stop stands in a list of names: {near!r}; in the document: {times}"),
        ",",
        "»",
        signs=(r"»\.\s",),
        right=lambda match: len(re.findall(r"»,\s[А-ЯЁ]+\s«", match.string)) < 2,
    ),
    Slip(
        rf"(?:№\s?\d+(?:-[а-яё]+)?|{_WHOLE})(?P<bad>\.)[ ]+(?=[а-яё]{{2,}})(?![а-яё]{{1,3}}\.)",
        Message("A full stop stands in the middle of a phrase: {near!r}; in the document: {times}"),
        None,
        (". ",),
        signs=(r"\. +[а-яё]{2}",),
    ),
    Slip(
        r"[А-ЯЁ]{2,}\s?[-–—]\s?20\d\d(?P<bad>)(?=\s+[А-ЯЁ][а-яё]{5,}\s+[а-яё])",
        Message("A full stop is missing before a new sentence: {near!r}; in the document: {times}"),
        None,
        "-–—",
        signs=(r"20\d\d\s+[А-ЯЁ][а-яё]{5}",),
    ),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("End a sentence where it ends: behind the bracket, behind the last word")
    yield from slips_of(subject, _CODE, _SLIPS, hint)


RULE = Rule(_CODE, "text", _check)
