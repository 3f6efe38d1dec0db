"""An act that is a ground is cited by kind, body, date and number.

«В соответствии с приказом Министерства № 214» cannot be found, «приказом Министерства от
12.01.2024» may be several. Only preambles are looked at: the text may shorten what they cite
in full. An act that is named by its title alone is left in peace.

Source:
    Методические рекомендации к ГОСТ Р 7.0.97 (ВНИИДАД): a reference to an act gives its kind,
    author, date, registration number and title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ORD022", "incomplete-citation", Severity.INFO, "A ground cited without its date or its number"
)
_ACT = r"(?<!\w)(?:приказ|распоряжени|постановлени|(?:федеральн\w+\s+)?закон)[а-яё]*"
_WORDS = r"(?:\s+(?!от\b)[^\s«»()\d,;:№]+){0,10}?"
_DAY = r"от\s+«?\d{1,2}»?[.\s]\s?(?:\d{1,2}\.|[а-я]+\s)\s?\d{4}\s*(?:года|г\.?)?"
_NO_DATE = regex(rf"{_ACT}{_WORDS}\s+№\s*[\w/-]+(?!\s*,?\s*от\b)(?![\w/-])", re.IGNORECASE)
_NO_NUMBER = regex(rf"{_ACT}{_WORDS}\s+{_DAY}(?!\s*,?\s*(?:№|N\s?\d))(?![\d.])", re.IGNORECASE)
_NORM = "Методические рекомендации к ГОСТ Р 7.0.97"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.texts:
        if text.role != "preamble":
            continue
        bare = [(match, True) for match in _NO_DATE.finditer(text.text)]
        bare += [(match, False) for match in _NO_NUMBER.finditer(text.text)]
        for match, dated in bare:
            words = " ".join(match[0].split())
            yield _CODE.at(
                text.span(match.start(), match.end()),
                Message("The ground is cited without its date: {words!r}", words=words)
                if dated
                else Message("The ground is cited without its number: {words!r}", words=words),
                hint=Message("Give kind, body, date, number and title of the act"),
                norm=_NORM,
                documents=(text.document,),
            )


RULE = Rule(_CODE, "orders", _check)
