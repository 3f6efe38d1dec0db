"""Where the words of a document speak of its appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["Mention", "mentioning_texts", "mentions"]

_MENTION = regex(
    r"(?<!\w)приложени(?:е|я|ю|ем|и|ях|ям|ями)(?!\w)(?:\s+\(?\s*(?:№\s*|N\s*)?"
    r"(\d{1,2}(?:\s*(?:,|и)\s*(?:№\s*)?\d{1,2}(?![\d.]))*|\d{1,2}\s*[-–]\s*\d{1,2})(?![\d.]\d))?",
    re.IGNORECASE,
)
_ELSEWHERE = regex(
    r"\W*\s*(?:к\s+(?!настоящ|данн|этому)|(?:указанн|назв)\w*|приказ\w*|постановлени\w*|письм\w*)",
    re.IGNORECASE,
)
_NUMBERS = regex(r"\d{1,2}")
_RANGE = regex(r"(\d{1,2})\s*[-–]\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words such as «согласно приложению 2».

    Attributes:
        numbers: The numbers named, none for «(приложение)».
    """

    text: PrintedText
    start: int
    end: int
    numbers: tuple[str, ...]


def mentioning_texts(subject: Subject) -> list[PrintedText]:
    """Return the texts that may speak of an appendix, in their order."""
    return subject.holding_folded("приложени")


def mentions(text: PrintedText) -> Iterator[Mention]:
    """Yield where a text speaks of an appendix of its own document, not of another's."""
    for match in _MENTION.finditer(text.text):
        if _ELSEWHERE.match(text.text, match.end()):
            continue
        named = match[1] or ""
        span = _RANGE.fullmatch(named)
        numbers = (
            tuple(str(number) for number in range(int(span[1]), int(span[2]) + 1))
            if span is not None
            else tuple(_NUMBERS.findall(named))
        )
        yield Mention(text, match.start(), match.end(), numbers)
