"""A share follows from the counts beside it.

«4 из 6 школ (60 %)» has one slip in it, and nobody knows which. A share that is rounded, up
or down, is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.candidates import in_prose
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "RPT107", "share-of-counts", Severity.WARNING, "A share that does not follow from its counts"
)
_SHARE = regex(
    r"(?<![\d.,/№-])(\d{1,6})\s+(?:[а-яё]+\s+){0,2}из\s+(\d{1,6})(?![\d.,/])"
    r"(?:\s+[а-яё]+){0,4}\s*(?:,\s*(?:или|что составляет)\s*|[–—-]\s*|\(\s*(?:это\s+)?)"
    r"(\d{1,3}(?:[.,]\d+)?)\s*%\)?",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in in_prose(subject, subject.holding("%")):
        for match in _SHARE.finditer(text.text):
            part, whole = int(match[1]), int(match[2])
            told = float(match[3].replace(",", "."))
            decimals = len(match[3].replace(",", ".").partition(".")[2])
            if whole == 0 or abs(100 * part / whole - told) < 10**-decimals:
                continue
            yield _CODE.at(
                text.span(match.start(), match.end()),
                Message(
                    "{words!r}: the counts give {share} %",
                    words=" ".join(match[0].split()),
                    share=f"{100 * part / whole:.1f}".replace(".", ","),
                ),
                hint=Message("Correct the share or the counts"),
                documents=(text.document,),
            )


RULE = Rule(_CODE, "reports", _check)
