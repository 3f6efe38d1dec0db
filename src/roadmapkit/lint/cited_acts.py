"""Acts that a text cites by date and number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.candidates import matching_folded
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["CitedAct", "acts_cited", "body_of", "cited_acts", "title_of", "told_days"]

_MONTHS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_DATE = (
    r"(?:(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"
    r"|«?(?P<wday>\d{1,2})»?\s+(?P<word>[а-я]{2,8})\s+(?P<wyear>\d{4}))\s*(?:года|год|г\.?)?"
)
_NUMBER = r"(?:№|N)\s*(?P<number>\d+)(?P<suffix>[-–/][\w/–-]+)?"
_CITED = (
    regex(rf"(?<!\w)от\s+{_DATE}\s*,?\s*{_NUMBER}", re.IGNORECASE),
    regex(rf"{_NUMBER}\s+от\s+{_DATE}", re.IGNORECASE),
)
_DATED = regex(r"от\s+«?\d")
_NUMBERED = regex("[№N]")
_YEAR = regex(r"\d{4}")
_TOLD = regex(rf"(?<![\d.]){_DATE}", re.IGNORECASE)
_OWN = regex(r"(?<!\w)(приказ|распоряжени|постановлени)[а-я]*\s*$", re.IGNORECASE)


_BODY = regex(
    r"(?<!\w)(?:приказ|распоряжени|постановлени|письм|решени|указ)[а-я]*(?:\s+[^\s«»()\d,;:.№]+){0,12}\s*$",
    re.IGNORECASE,
)
_TITLE = regex(r"\s*(?:года|г\.)?,?\s*«([^«»]{12,})")
_STEM = 5


@dataclass(frozen=True, slots=True)
class CitedAct:
    """«приказ от 21.01.2021 № 15» in a text.

    Attributes:
        number: The figures of the number.
        suffix: What the number has behind the figures.
        kind: The word right before, shortened, where nothing says whose act it is.
    """

    text: PrintedText
    start: int
    end: int
    day: date
    number: int
    suffix: str
    kind: str

    @property
    def span(self) -> Span:
        """Where the date and the number stand."""
        return self.text.span(self.start, self.end)

    @property
    def words(self) -> str:
        """The date and the number as they are written."""
        return " ".join(self.text.text[self.start : self.end].split())


def acts_cited(subject: Subject) -> list[CitedAct]:
    """Return the acts that all texts cite, in the order of the texts; read once."""
    return subject.once(_acts_cited)


def _acts_cited(subject: Subject) -> list[CitedAct]:
    return [act for text in matching_folded(subject, _DATED) for act in cited_acts(text)]


def cited_acts(text: PrintedText) -> Iterator[CitedAct]:
    """Yield the acts that a text cites by date and number."""
    if _NUMBERED.search(text.text) is None or _YEAR.search(text.text) is None:
        return
    for pattern in _CITED:
        for match in pattern.finditer(text.text):
            if (day := _day(match)) is None:
                continue
            own = _OWN.search(text.text, 0, match.start())
            yield CitedAct(
                text,
                match.start(),
                match.end(),
                day,
                int(match["number"]),
                match["suffix"] or "",
                own[1].casefold() if own is not None else "",
            )


def body_of(act: CitedAct) -> tuple[str, ...]:
    """Return kind and body of an act, word by word and without their endings.

    Empty where the words before the date do not say what is cited.
    """
    before = _BODY.search(act.text.text, 0, act.start)
    if before is None:
        return ()
    words = re.findall(r"[а-яё]{3,}", before[0].casefold().replace("ё", "е"))
    return tuple(word[:_STEM] for word in words)


def title_of(act: CitedAct) -> str:
    """Return the title in quotation marks that follows, folded; empty without one."""
    match = _TITLE.match(act.text.text, act.end)
    return " ".join(match[1].casefold().replace("ё", "е").split()) if match else ""


def told_days(text: str, start: int, end: int) -> Iterator[tuple[int, int, date]]:
    """Yield the days that a part of a text names with their years, with where they stand."""
    for match in _TOLD.finditer(text, start, end):
        if (day := _day(match)) is not None:
            yield match.start(), match.end(), day


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["day"]:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        word = match["word"].casefold()
        month = next((at for at, stem in enumerate(_MONTHS, 1) if word.startswith(stem)), None)
        return date(int(match["wyear"]), month, int(match["wday"])) if month else None
    except ValueError:
        return None
