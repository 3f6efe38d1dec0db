"""A Roman number has Latin letters.

«ХII» with a Cyrillic «Х» looks right, but no search finds it, a reader for the blind spells it
out, and a font may show that its letters come from two alphabets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Slip, slips_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP023",
    "roman-number",
    Severity.INFO,
    "A Roman number with Cyrillic letters",
    fixable="safe",
)
_LATIN = str.maketrans("ХІӀМСхі", "XIIMCXI")
_ROMAN = regex(r"(?=[IVXLCM])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def _latin(match: re.Match[str]) -> str:
    return match[0].translate(_LATIN)


_SLIP = Slip(
    r"(?<![\w-])(?=\w*[IVXLІӀ])(?=\w*[ХІӀС])[IVXLCMХІӀС]{2,}(?!\w)",
    Message("A Roman number has Cyrillic letters: {near!r}; in the document: {times}"),
    _latin,
    marks="IVXLІӀ",
    right=lambda match: _ROMAN.fullmatch(_latin(match)) is None,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    yield from slips_of(
        subject, _CODE, (_SLIP,), Message("Type it with the Latin letters I, V, X, L, C")
    )


RULE = Rule(_CODE, "text", _check)
