"""Years in running text: each with what tells whether it is a year of the plan.

Only what is surely a year of the plan may be shifted. Dates and numbers of acts, years in
quoted titles and in names of standards stay as they are whatever year they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from roadmapkit.scaffold.drafts.shift import YEAR

__all__ = ["MONTHS", "Trust", "YearMention", "guard_at", "mentions"]

MONTHS = (
    r"(?:январ[ьяе]|феврал[ьяе]|марта?е?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|августа?е?"
    r"|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе])"
)
_DASH = r"\s*[-–—]\s*"
_SCAN = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)\S+)
  | (?P<day>(?<!\d)(?:{YEAR}-\d\d-\d\d(?!\d)
        | \d{{1,2}}\.\d{{1,2}}\.{YEAR}(?!\d)
        | \d{{1,2}}\s+{MONTHS}\s+{YEAR}(?!\d)))
  | (?P<school>(?<![\d/]){YEAR}(?:\s*/\s*(?:{YEAR}|\d\d)(?![\d/])
        | {_DASH}(?:{YEAR}|\d\d)(?=\s*(?:-?го\s*)?уч(?:\.|ебн))))
  | (?P<month>(?<![\d.]){MONTHS}(?:\s*,\s*|\s+){YEAR}(?!\d)|(?<![\d./])\d\d[./]{YEAR}(?!\d))
  | (?P<years>(?<![\d])(?<!\d[.,/]){YEAR}
        (?:(?:{_DASH}|\s*[,;]\s*|\s+и\s+|\s+по\s+)(?:{YEAR})(?!\d))*(?![\d]|[.,]\d|/\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FOUR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_YEAR_WORD = re.compile(
    r"\s*(?:-?(?:го|й|м|х|ого|ом|ый)\s*)?(?:гг?\b|год|уч(?:\.|ебн))", re.IGNORECASE
)
_ALONE = re.compile(r"\s*(?:[.;,)]|\Z)")
_GLUED = re.compile(r"(?:[A-ZА-ЯЁ]{2,}(?:-\d+)?)\s?[-–— ]\s?\Z")
_INTO = re.compile(r"(?<!\w)(?:в|на|за|к|до)\s+\Z", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)(?:с|начиная\s+с|со)\s+\Z", re.IGNORECASE)
_AIM = re.compile(r"(?<!\w)на\s+(?:период\s+)?\Z", re.IGNORECASE)

_ACT = re.compile(
    r"(?<!\w)(?:приказ|распоряжени|постановлени|закон|указ|письм|протокол|решени|положени|акт"
    r"|договор|соглашени|поручени|инструкци|резолюци|справк)\w*",
    re.IGNORECASE,
)
_OF = re.compile(r"(?<!\w)от\s+\Z", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r"\s*(?:г(?:\.|ода)?)?\s*(?:№|N\s?\d|-?ФЗ)", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"(?:№|\bN)\s*[\w/–-]*\Z|\d[-/]\Z|[/-][А-ЯЁA-Zа-яё]{1,4}-\Z")
_STANDARD = re.compile(r"(?<!\w)(?:ФГОС\s*\w*|ФОП|ГОСТ(?:\s*Р)?[\d.\s-]*|СанПиН[\d.\s-]*)[\s-]*\Z")
_OPEN = re.compile(r"[«»„“”\"]")


class Trust(Enum):
    """How sure it is that something is a year of the plan, if the plan's period has it."""

    SURE = "named as a year"
    AIM = "what a plan is for: «на 2024 год»"
    PERHAPS = "a number, or a year since when something is so"
    NEVER = "date, number or title of an act"


@dataclass(frozen=True, slots=True)
class YearMention:
    """One place of a text that names a year, or several together.

    Attributes:
        start: Place of its first character.
        end: Place behind its last one.
        text: As written.
        years: The years that it names.
        trust: How sure it is that they are of the plan.
        school: It is a school year.
    """

    start: int
    end: int
    text: str
    years: tuple[int, ...]
    trust: Trust
    school: bool = False


def mentions(text: str) -> Iterator[YearMention]:
    """Yield the places of a text that name years; a number that may be one counts too.

    Args:
        text: A text without line ends.
    """
    for match in _SCAN.finditer(text):
        years = tuple(int(year) for year in _FOUR.findall(match[0]))
        if not years:
            continue
        school = match.lastgroup == "school"
        if school and len(years) == 1:
            years = (*years, years[0] + 1)
        yield YearMention(match.start(), match.end(), match[0], years, _trust(text, match), school)


def guard_at(text: str, start: int, end: int, *, of: bool = True) -> bool:
    """Tell whether a year or a date belongs to an act, a standard or a quoted title.

    Args:
        text: The whole text.
        start: Place of its first character.
        end: Place behind its last one.
        of: «От 15.01.2024» is the date of an act, not the beginning of a term.
    """
    before = text[:start]
    return bool(
        (of and _OF.search(before))
        or _NUMBER_AFTER.match(text, end)
        or _NUMBER_BEFORE.search(before)
        or _STANDARD.search(before)
        or _in_quotes(before)
    )


def _in_quotes(before: str) -> bool:
    depth, straight = 0, False
    for mark in _OPEN.findall(before):
        if mark == '"':
            straight = not straight
        elif mark in "«„“":
            depth += 1
        else:
            depth = max(0, depth - 1)
    return depth > 0 or straight


def _trust(text: str, match: re.Match[str]) -> Trust:
    start, end = match.span()
    before = text[:start]
    if match.lastgroup == "address" or guard_at(text, start, end):
        return Trust.NEVER
    if match.lastgroup == "years" and _SINCE.search(before) and " по " not in match[0]:
        return Trust.PERHAPS
    if _AIM.search(before):
        return Trust.AIM
    if match.lastgroup != "years" or _YEAR_WORD.match(text, end):
        near = _ACT.search(before[-40:])
        day = match.lastgroup == "day"
        return Trust.PERHAPS if day and near else Trust.SURE
    alone = not before.strip() and not text[end:].strip()
    if (
        alone
        or _GLUED.search(before)
        or (before.rstrip().endswith("(") and text[end : end + 1] == ")")
    ):
        return Trust.SURE
    return Trust.SURE if _INTO.search(before) and _ALONE.match(text, end) else Trust.PERHAPS
