"""Productions for the day and month in which something recurring is due."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.periods import FREQUENCY_OF, SEPARATORS, period_noun
from roadmapkit.deadlines.phrases.tails import index
from roadmapkit.deadlines.phrases.tree import Frequency, Per, Recurrence, Reporting

__all__ = ["due_day"]

_LAST_DAY = 31
_MOST_DAYS = 8


def due_day(c: Cursor) -> Recurrence | None:
    """``due_day`` = day_of_month | last_day | last_month | following_year."""
    mark = c.position
    for production in (_day_of_month, _last_day, _last_month, _following_year):
        found = production(c)
        if found is not None:
            return found
        c.position = mark
    return None


def _day_of_month(c: Cursor) -> Recurrence | None:
    """``day_of_month`` = [first_of_days] ["до" | "не позднее" | "к"] days "числа" [reporting]."""
    mark = c.position
    if not c.is_word("до", ahead=2) or not c.words("в", "срок"):
        c.position = mark
    since = _first_of_days(c)
    late = c.words("не", "позднее") or c.words("не", "позже") or c.word("до", "к", "по")
    by = bool(late) or since is not None
    days = _days(c)
    ordinal = c.peek(-1)
    if not days or not (
        c.word("числа", "число", "числу", "чисел")
        or (len(days) == 1 and ordinal and ordinal.ordinal and _at_end(c))
    ):
        c.position = mark
        return None
    day, several = days[-1], days if len(days) > 1 else ()
    if since is not None and (several or not 0 < since < day):
        c.position = mark
        return None
    found = Recurrence(None, day=day, by=by, count=None, since_day=since, days=several)
    return _reported(c, found)


def _days(c: Cursor) -> tuple[int, ...]:
    """``days`` = index (("," | "и") ["до"] index)*: «до 5 и 20 числа»."""
    days: list[int] = []
    joint = True
    while joint and len(days) < _MOST_DAYS and (day := index(c, _LAST_DAY)) is not None:
        days.append(day)
        joint = bool(c.take(TokenKind.COMMA) or c.word("и"))
        c.word("до")
    return () if joint and days else tuple(dict.fromkeys(days))


def _first_of_days(c: Cursor) -> int | None:
    """``first_of_days`` = ["в период"] "с" index before ("по" | "до"), or index before a dash."""
    mark = c.position
    c.words("в", "период") or c.words("в", "срок")
    opened = c.word("с", "со") is not None
    first = index(c)
    if first is not None and opened and c.is_word("по", "до"):
        return first
    if first is not None and not opened and c.take(TokenKind.DASH):
        return first
    c.position = mark
    return None


def _at_end(c: Cursor) -> bool:
    """True where the next token cannot name what an ordinal counts."""
    return c.at_end or c.is_kind(*SEPARATORS)


def _last_day(c: Cursor) -> Recurrence | None:
    """``last_day`` = ["в" | "до"] "последний" ["рабочий"] "день" [reporting]."""
    by = c.words("не", "позднее") or c.word("до", "к")
    if not by:
        c.word("в", "на")
    if not c.group("ordinals", "-1"):
        return None
    c.word("рабочий", "рабочего", "календарный")
    if not c.is_word("день", "дня", "дню", "число", "числа"):
        return None
    c.advance()
    if not c.is_group("units", "month") and not c.is_group("every"):
        return None
    return _reported(c, Recurrence(None, day=-1, by=bool(by), count=None))


def _last_month(c: Cursor) -> Recurrence | None:
    """``last_month`` = ["в"] "последний" "месяц" period_noun."""
    c.word("в")
    if not c.group("ordinals", "-1") or not c.group("units", "month"):
        return None
    found = period_noun(c)
    if found is None:
        return None
    per, every = found
    return Recurrence(FREQUENCY_OF[per], every, 1, per, reporting=Reporting.LAST)


def _reported(c: Cursor, found: Recurrence) -> Recurrence:
    """``reporting`` = "каждого месяца" | "месяца, следующего за отчетным [period]" | …."""
    if c.group("every"):
        noun = period_noun(c)
        if noun is not None:
            return replace(found, frequency=FREQUENCY_OF[noun[0]], count=1, per=noun[0])
        return found
    c.group("units", "month")
    mark = c.position
    c.take(TokenKind.COMMA)
    if c.group("next"):
        return _next_month(c, found)
    c.position = mark
    if c.word("первого") and c.group("units", "month"):
        c.take(TokenKind.COMMA)
        if c.group("next"):
            return _next_month(c, found)
    c.position = mark
    if c.group("ordinals", "-1") and c.group("units", "month"):
        per = period_noun(c)
        return replace(
            found,
            reporting=Reporting.LAST,
            frequency=FREQUENCY_OF[per[0]] if per else None,
            per=per[0] if per else None,
            count=1 if per else None,
        )
    c.position = mark
    return found


def _next_month(c: Cursor, found: Recurrence) -> Recurrence:
    """``next_month`` = "следующего" ["месяца"] ["за" ["отчетным"] [period_noun]]."""
    c.group("units", "month")
    per: Per | None = None
    if c.word("за", "после"):
        c.word("отчетным", "истекшим", "отчетного", "окончанием", "прошедшим")
        # «Следующего за отчётным месяца» is the month that follows, not what is reported on.
        noun = None if c.word("периодом", "периода", "месяца") else period_noun(c)
        per = noun[0] if noun else None
    if per is None:
        return replace(found, reporting=Reporting.NEXT)
    return replace(found, reporting=Reporting.NEXT, frequency=FREQUENCY_OF[per], per=per, count=1)


def _following_year(c: Cursor) -> Recurrence | None:
    """``following_year`` = ["года"] [","] "следующего за отчетным" ["годом" | "периодом"]."""
    c.group("units", "year")
    c.take(TokenKind.COMMA)
    if not c.group("next"):
        return None
    c.group("units", "year")
    if not c.word("за") or not c.word("отчетным", "истекшим", "прошедшим"):
        return None
    c.word("периодом") or c.group("units", "year")
    return Recurrence(Frequency.YEARLY, per=Per.YEAR)
