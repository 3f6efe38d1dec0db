"""Rises and falls that a text tells with figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.candidates import matching_folded
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["Change", "changing_texts", "told_changes"]

_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_UNIT = r"(?:\s*%|\s*балл\w*|\s*процент\w*|\s*чел\w*\.?|\s*(?!до\b|на\b|с\b|по\b)[а-яё]{4,}){0,2}"
_CHANGE = regex(
    r"(?P<up>увелич\w+|возрос\w*|вырос\w*|выше|рост\w*|повыс\w+|повышени\w+|прирост\w*)"
    r"|(?P<down>сниз\w+|снижени\w+|уменьш\w+|сократ\w+|сокращени\w+|упал[аои]?)",
    re.IGNORECASE,
)
_FIGURES = regex(
    rf"(?P<between>[^.;\d]{{0,90}}?)(?:\b(?:на|в)\s+(?P<by>{_NUMBER})(?:\s*%|\s*п\.\s*п\.)?{_UNIT}"
    rf"\s*[,(–—-]*\s*)?\bс\s+(?P<first>{_NUMBER}){_UNIT}\s+до\s+(?P<last>{_NUMBER})(?!\s*(?:класс|лет|год))"
    r"(?:\s*%)?",
    re.IGNORECASE,
)
_FROM = regex(r"\b[сС]\s+\d")
_UP_TO = regex(r"до\s+\d")
_OTHER_WAY = regex(r"\b(?:не|нет|без)\b", re.IGNORECASE)
_NEAR = 0.6
"""How far a rounded difference may lie from the exact one."""


@dataclass(frozen=True, slots=True)
class Change:
    """«увеличилась на 5 % (с 40 % до 47 %)» with its place.

    Attributes:
        rises: What the word says.
        first: The figure before.
        last: The figure after.
        by: The difference that is told, if one is.
    """

    start: int
    end: int
    rises: bool
    first: float
    last: float
    by: float | None

    @property
    def is_right(self) -> bool:
        """Whether figures, word and difference agree; a difference may be relative too."""
        if self.first == self.last or (self.last > self.first) != self.rises:
            return False
        if self.by is None:
            return True
        points = abs(self.last - self.first)
        relative = 100 * points / self.first if self.first else points
        low, high = sorted((self.first, self.last))
        folds = high / low if low else points
        return any(abs(self.by - one) <= _NEAR for one in (points, relative, folds))


def changing_texts(subject: Subject) -> list[PrintedText]:
    """Return the texts that may tell a change, in their order: «с 56 % до 43 %»."""
    return [text for text in matching_folded(subject, _UP_TO) if _FROM.search(text.text)]


def told_changes(text: str) -> Iterator[Change]:
    """Yield the rises and falls of a text that have «с … до …»."""
    for word in _CHANGE.finditer(text):
        figures = _FIGURES.match(text, word.end())
        if figures is None or _CHANGE.search(figures["between"]):
            continue
        if _OTHER_WAY.search(figures["between"]) or text[: word.start()].rstrip().endswith(" не"):
            continue
        by = figures["by"]
        yield Change(
            word.start(),
            figures.end(),
            word["up"] is not None,
            _value(figures["first"]),
            _value(figures["last"]),
            _value(by) if by else None,
        )


def _value(written: str) -> float:
    return float(re.sub(r"[ \u00a0]", "", written).replace(",", "."))
