"""What is read apart is written apart.

«2021г.», «г.Речной», «п.3» and «П.П.Луговой» are typed in a hurry. A search for «2021 г.» or
«п. 3» does not find them, and a line cannot break between their parts. Each kind is told once
a document.

Source: ГОСТ Р 7.0.97, реквизит «Дата документа»
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
    "TYP012",
    "glued-words",
    Severity.INFO,
    "A year, a place, a point or initials written without a space",
    fixable="safe",
)
_COUNTED = ("чел", "кл", "руб", "тыс", "млн", "шт", "мин")
_SLIPS = (
    Slip(
        r"(?<=г\.)(?P<bad>[-–—])(?=[А-Яа-яЁё]{3})",
        Message("The dash between two terms has no spaces: {near!r}; in the document: {times}"),
        " – ",
        ("г.-", "г.–", "г.—"),
    ),
    Slip(
        r"(?<=\d{4})(?=(?:гг?\.|г\b|год))",
        Message("No space stands behind the year: {near!r}; in the document: {times}"),
        " ",
        tuple(f"{figure}г" for figure in range(10)),
        lambda match: bool(re.search(r"\d\d\.\d\d\.\d{4}$", match.string[: match.start()])),
        (r"г(?<=\d{4}г)",),
    ),
    Slip(
        r"(?<![\w.])(?:г|с|п|д|х|а|ст|пос|пгт|ул|им)\.(?P<bad>)(?=[А-ЯЁ][а-яё]{2})",
        Message("No space stands before the name: {near!r}; in the document: {times}"),
        " ",
        ".",
        signs=(r"\.[А-ЯЁ][а-яё]{2}",),
    ),
    Slip(
        r"(?<![\w.])(?:пп?|ст|ч|абз|гл|разд|стр|кл|каб|рис|табл|прил)\.(?P<bad>)(?=\d)",
        Message("No space stands before the number: {near!r}; in the document: {times}"),
        " ",
        ".",
        signs=(r"\.(?<=[а-я]\.)\d",),
    ),
    Slip(
        rf"(?<=\d)(?=(?:{'|'.join(_COUNTED)})\b)",
        Message("No space stands behind the number: {near!r}; in the document: {times}"),
        " ",
        _COUNTED,
        signs=tuple(rf"{word}(?<=\d{word})" for word in _COUNTED),
    ),
    Slip(
        r"(?<![А-Яа-яЁё])[А-ЯЁ]\.\s?[А-ЯЁ]\.(?P<bad>)(?=[А-ЯЁ][а-яё])",
        Message("No space stands behind the initials: {near!r}; in the document: {times}"),
        " ",
        ".",
        signs=(r"\.(?<=[А-ЯЁ]\.)[А-ЯЁ][а-яё]",),
    ),
    Slip(
        r"(?<=[а-яё]{2})(?=[А-ЯЁ]\.\s?[А-ЯЁ]\.)",
        Message("No space stands before the initials: {near!r}; in the document: {times}"),
        " ",
        ".",
        signs=(r"\.(?<=[а-яё]{2}[А-ЯЁ]\.)",),
    ),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("Write: 2021 г., г. Речной, п. 3, И.И. Иванова")
    yield from slips_of(subject, _CODE, _SLIPS, hint)


RULE = Rule(_CODE, "text", _check)
