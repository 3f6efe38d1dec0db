"""Years that the rows of a plan name, and whether the plan can mean them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.lazily import dataclass, regex

__all__ = ["RowYear", "row_years"]

_YEARS = regex(
    r"(?<![\d.,/№])(?P<first>20\d\d)(?:\s?[-–—/]\s?(?P<last>20\d\d|\d\d(?!\d)))?(?![\d%]|\.\d|-\d)"
)
_EVENT = regex(r"[А-ЯЁа-яё]{2,}\s?[-–—]\s?\Z")
_DASHES = frozenset("-–—")
_OF_A_DATE = regex(
    r"(?:\d\.|январ\w*|феврал\w*|март\w*|апрел\w*|ма[йяе]|июн\w*|июл\w*|август\w*|сентябр\w*"
    r"|октябр\w*|ноябр\w*|декабр\w*|квартал\w*|полугоди\w*|№\s*\S*)\s*$",
    re.IGNORECASE,
)
_PAST = regex(
    r"(?:за|по\s+итогам|по\s+результатам|с|до|от|с\s+учетом|с\s+учётом|в\s+сравнении\s+с|прошл\w+"
    r"|предыдущ\w+|истекш\w+)\s+(?:\d+\s+)?(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_LOOKING_BACK = regex(
    r"анализ|итог|результат|динамик|мониторинг|отч[её]т|показател|сравн|обобщ|рейтинг|справк",
    re.IGNORECASE,
)
_MAKING = regex(
    r"\s*(?:разраб|состав|утвер|созда|реализ|провед|провес|организ|внедр|сформир|формир|подготов)",
    re.IGNORECASE,
)
_CLAUSE = regex(r"\bкотор|вш(?:их|ие|ая|ий|ей|его|ими|им)\b", re.IGNORECASE)
_PLANNING = regex(
    r"план|программ|задач|проект|прогноз|бюджет|заявк|при[её]м|комплектован|набор|смет|закуп"
    r"|график|стратеги|концепц|перспектив|направлени",
    re.IGNORECASE,
)
_SCHOOL_YEAR = regex(r"\s*(?:-?\s?м\s+)?уч", re.IGNORECASE)
_EXAM = regex(r"[А-ЯЁ]{2,}|[А-ЯЁ][а-яё][А-ЯЁ]{2}")
_AHEAD = regex(r"подготов|готовност|преддвери|накануне", re.IGNORECASE)
_QUOTED = regex(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class RowYear:
    """A year or two in a text that the plan does not have.

    Attributes:
        written: As it stands, with the word that a hyphen joins to it.
        later: It lies behind the plan; else before it.
        event: It is the year of an event: «ГИА-2023».
        start: First character in the text.
        end: The one after its last.
    """

    written: str
    later: bool
    event: bool
    start: int
    end: int


def row_years(text: str, years: frozenset[int], *, is_term: bool = False) -> Iterator[RowYear]:
    """Yield the years of a text that a plan for other years can hardly mean.

    Dates of acts are passed over, and so is what looks back («за 2023 год», «анализ
    результатов 2022–2023») and, for the year behind the plan, what plans it («проект плана на
    2025 год»). Years that hold the whole plan are those of a programme it belongs to.

    Args:
        text: A title, a result or a term.
        years: The calendar years of the plan.
        is_term: It is a term, of which only events are told: what they were is past when the
            plan begins.
    """
    if is_term and _DASHES.isdisjoint(text):
        return
    end = 0
    for match in _YEARS.finditer(text) if "20" in text else ():
        joined = text[max(match.start() - 2, 0) : match.start()].rstrip()[-1:] in _DASHES
        event = _EVENT.search(text, end, match.start()) if joined else None
        start, end = event.start() if event else match.start(), match.end()
        first = int(match["first"])
        second = match["last"]
        last = first if second is None else int(second[-2:]) + first // 100 * 100
        if last < first or {first, last} <= years or (first <= min(years) and last >= max(years)):
            continue
        if last == first + 1 and {first, last} & years and _is_school_year(text, match):
            continue
        before = text[max(start - _NEAR, 0) : start]
        written = " ".join(text[start:end].split())
        found = RowYear(written, last > max(years), event is not None, start, end)
        if is_term:
            if found.event:
                yield found
        elif not _OF_A_DATE.search(before) and _is_strange(found, first, text, before, years):
            yield found


def _is_school_year(text: str, match: re.Match[str]) -> bool:
    """Tell «2024/2025», «2024-2025 учебный год»: half of it lies in a plan for 2024."""
    return "/" in match[0] or _SCHOOL_YEAR.match(text, match.end()) is not None


def _is_strange(found: RowYear, first: int, text: str, before: str, years: frozenset[int]) -> bool:
    if found.event:
        # Schools prepare in autumn for the exams of the next year.
        exam = _EXAM.match(found.written) is not None and first == max(years) + 1
        ahead = exam or _AHEAD.search(before) is not None
        return not ahead if found.later else not _LOOKING_BACK.search(before)
    if found.later:
        planned = first <= max(years) + 1 and _PLANNING.search(before)
        return not planned and not re.search(r"\b(?:до|программ\w*|стратеги\w*)\s+$", before)
    quoted = any(m.start() < found.start < m.end() for m in _QUOTED.finditer(text))
    behind = quoted or _PAST.search(before) or _CLAUSE.search(before) or _LOOKING_BACK.search(text)
    return bool(_MAKING.match(text)) and not behind
