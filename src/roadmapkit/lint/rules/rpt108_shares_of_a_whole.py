"""Shares of one whole make a hundred per cent.

«Высокий уровень – 35 %, средний – 45 %, низкий – 30 %» counts somebody twice. The rule looks at
lists of three shares and more in one sentence that names them as shares of one whole (a
distribution, levels, groups), whose sum is near a hundred and is not it; a point is left for
rounding each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.figures import written_figure
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("RPT108", "shares-of-a-whole", Severity.WARNING, "Shares that do not make 100 %")
_WHOLE = regex(
    r"распредел\w+|по\s+уровням|уровень|уровни|из\s+них|в\s+том\s+числе|структура|состав\w*",
    re.IGNORECASE,
)
_SENTENCE = regex(r"(?:[^.!?\n]|(?<=\d)\.(?=\d)|\n(?!\s*\n))+")
_SHARE = regex(r"(?<![\d,.–-])(\d{1,3}(?:[.,]\d+)?)\s*(?:%|процент\w*)")
_CHANGES = regex(r"\bс\s+\d|\bдо\s+\d|\bна\s+\d|не\s+менее|не\s+более|более|выше|ниже")
_FEWEST = 3
_NEAR = Decimal(20)
_ROUNDING = Decimal("0.5")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.holding("%"):
        for sentence in _SENTENCE.finditer(text.text):
            shares = list(_SHARE.finditer(sentence[0]))
            if len(shares) < _FEWEST or not _WHOLE.search(sentence[0]):
                continue
            made = sum((Decimal(one[1].replace(",", ".")) for one in shares), Decimal(0))
            off = abs(made - 100)
            if _CHANGES.search(sentence[0]) or off > _NEAR or off <= _ROUNDING * len(shares):
                continue
            start = sentence.start()
            yield _CODE.at(
                text.span(start + shares[0].start(), start + shares[-1].end()),
                Message(
                    "The shares {shares} make {made} %",
                    shares=[f"{one[1]} %" for one in shares],
                    made=written_figure(made),
                ),
                hint=Message("Count again: shares of one whole make 100 %"),
                documents=(text.document,) if text.document else (),
            )


RULE = Rule(_CODE, "reports", _check)
