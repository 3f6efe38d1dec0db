"""A total in a text is the sum of what the text has counted.

«… детей – 690; … детей – 1 475; … детей – 518. Всего обучается 2 677 детей» is a total that no
reader gets. The rule adds what stands under one noun as «детей – 690» in one text before the
word «всего», where there are two such counts or more and their sum is near the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.figures import figure, written_figure
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "RPT109", "total-of-the-text", Severity.WARNING, "A total that is not the sum of the counts"
)
_FIGURE = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+"
_COUNT = regex(rf"(?<!\w)([а-яё]{{4,}})\s*[-–—:]\s*({_FIGURE})(?![\d%]|\s?%|[.,]\d)", re.IGNORECASE)
_TOTAL = regex(r"(?<!\w)(?:всего|итого)\b[^.;\n]*", re.IGNORECASE)
_COUNTED = regex(
    rf"(?<![\d.,])(?P<least>(?:более|свыше|около|почти)\s+)?({_FIGURE})\s+([а-яё]{{4,}})",
    re.IGNORECASE,
)
_TAIL = regex(r"(?<!\w)(?!них\b)[а-яё]+(?:ия|ий|ых|их|ого|его|ей|ов|ев|ы|и)\s+$", re.IGNORECASE)
"""A word in the genitive before the noun, which is then no count of its own: «отдыха детей – 7»."""
_STEM = 4
_NEAR = Decimal("0.1")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.holding_folded("всего", "итого"):
        if "сего" not in text.text and "того" not in text.text:
            continue
        for total in _TOTAL.finditer(text.text):
            for counted in _COUNTED.finditer(total[0]):
                found = _wrong(text, total.start(), counted)
                if found is not None:
                    yield found


def _wrong(text: PrintedText, start: int, counted: re.Match[str]) -> Diagnostic | None:
    stem = counted[3].casefold()[:_STEM]
    parts = [
        value
        for match in _COUNT.finditer(text.text, 0, start)
        if match[1].casefold().startswith(stem)
        and not _TAIL.search(text.text, 0, match.start())
        and (value := figure(match[2])) is not None
    ]
    said, made = figure(counted[2]), sum(parts, Decimal(0))
    if said is None or len(parts) < 2 or said == made or abs(said - made) > _NEAR * made:
        return None
    least = (counted["least"] or "").strip().casefold()
    if least in {"около", "почти"} or (least in {"более", "свыше"} and said <= made):
        return None
    return _CODE.at(
        text.span(start + counted.start(2), start + counted.end(2)),
        Message(
            "The total is {said}, the counts of the text ({parts}) make {made}",
            said=written_figure(said),
            parts=[written_figure(part) for part in parts],
            made=written_figure(made),
        ),
        hint=Message("Count again and correct the figure that is wrong"),
        documents=(text.document,) if text.document else (),
    )


RULE = Rule(_CODE, "reports", _check)
