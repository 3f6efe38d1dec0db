"""A date is written in one of the two forms that the standard knows.

In figures it ends with the year and has no «г.», in words the day has no leading zero, and the
word for the year stands once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Edit, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "TYP007",
    "date-form",
    Severity.INFO,
    "A date with «г.» too much or a needless zero",
    fixable="safe",
)

_FAULTS = (
    (
        regex(r"\b\d\d\.\d\d\.\d{4}(\s*(?:г\.|года|год)(?![А-Яа-яЁё]))"),
        Message("A date in figures has a word for the year: {date!r}; in the document: {times}"),
    ),
    (
        regex(
            r"(?<![\d.])(0)[1-9]\s+(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр"
            r"|октябр|ноябр|декабр)[а-яё]*",
            re.I,
        ),
        Message(
            "The day of a date in words has a needless zero: {date!r}; in the document: {times}"
        ),
    ),
    (
        regex(r"\d{4}\s*(?:г\.|гг\.|года?|годы|годов)(\s*(?:г\.|гг\.|года?|годы|годов))(?![а-яё])"),
        Message("The word for the year stands twice: {date!r}; in the document: {times}"),
    ),
)

_YEAR = 4
_YEARS = regex(r"\d{4}\s?[-–—/]\s?\d{4}$")
_TWICE = regex(r"(?<=\d)(\s*)г\.\s*г\.$")
_SIGNS = (
    r"\.\d{4}\s*г",
    r"0(?<![\d.]0)[1-9]\s+[А-Яа-я]",
    r"г(?:\.|г\.|од(?:а|ы|ов)?)\s*г(?:\.|г\.|од)",
)
"""What the faults have in them."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    found: dict[tuple[str, int], list[tuple[PrintedText, re.Match[str]]]] = {}
    for text in subject.showing(*_SIGNS):
        for index, (pattern, _) in enumerate(_FAULTS):
            for match in pattern.finditer(text.text):
                found.setdefault((text.home, index), []).append((text, match))
    for (_, index), places in found.items():
        text, match = places[0]
        yield _CODE.at(
            text.span(match.start(), match.end()),
            _FAULTS[index][1].filled(date=" ".join(match[0].split()), times=len(places)),
            hint=Message("Write 05.06.2016, or 5 июня 2016 года"),
            norm="ГОСТ Р 7.0.97, реквизит «Дата документа»",
            documents=(text.document,),
            fix=tuple(edit for text, match in places for edit in _mended(text, match)),
            also=[other.span(*found.span()) for other, found in places[1:]],
        )


def _mended(text: PrintedText, match: re.Match[str]) -> tuple[Edit, ...]:
    """Return what deletes the needless part; of several years «г.г.» becomes «гг.»."""
    if _YEARS.search(text.text[: match.start() + _YEAR]) and (short := _TWICE.search(match[0])):
        start = match.start() + short.start()
        return replaced(text, start, match.end(), short[1] + "гг.")
    return replaced(text, match.start(1), match.end(1), "")


RULE = Rule(_CODE, "text", _check)
