"""Productions for the day and month in which something recurring is due."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.periods import FREQUENCY_OF, SEPARATORS, period_noun
from roadmapkit.deadlines.phrases.tree import Frequency, Per, Recurrence, Reporting
from roadmapkit.deadlines.phrases.units import index

__all__ = ["due_day"]


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
    """``day_of_month`` = ["до" | "не позднее" | "к"] index "числа" [reporting]."""
    mark = c.position
    by = c.words("не", "позднее") or c.words("не", "позже") or c.word("до", "к", "по")
    day = index(c)
    ordinal = c.peek(-1)
    if day is None or not (
        c.word("числа", "число", "числу") or (ordinal and ordinal.ordinal and _at_end(c))
    ):
        c.position = mark
        return None
    return _reported(c, Recurrence(None, day=day, by=bool(by), count=None))


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
        noun = None if c.word("периодом", "периода") else period_noun(c)
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
