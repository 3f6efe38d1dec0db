"""Productions for days of the week, and for days that their place in the month names."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.tails import index, with_tail, year_tail
from roadmapkit.deadlines.phrases.tree import Scale, Unit

__all__ = ["nth_day", "nth_weekday", "weekdays", "working_day"]

_DAY = ("день", "дня", "дню")
_MOST_WEEKS = 5


def nth_day(c: Cursor, number: int) -> Unit | None:
    """``nth_day`` = (weekday | ["рабочий" | "календарный"] "день") month [year_tail]."""
    mark = c.position
    named = c.group("weekdays")
    working = named is None and working_day(c)
    if named is None and not working:
        c.word("календарный", "календарного")
        if not c.word(*_DAY):
            c.position = mark
            return None
    month = c.group("months")
    if month is None or month.lexeme is None or number > _MOST_WEEKS:
        c.position = mark
        return None
    found = Unit(Scale.DAY, month=month.lexeme.number, day=number)
    if named is not None or working:
        weekday = named.lexeme.number if named and named.lexeme else 0
        found = replace(found, scale=Scale.WEEKDAY, day=None, index=number, weekday=weekday)
    return with_tail(found, year_tail(c))


def working_day(c: Cursor) -> bool:
    """``working_day`` = "рабочий" "день"."""
    mark = c.position
    if c.word("рабочий", "рабочего", "рабочему") and c.word(*_DAY):
        return True
    c.position = mark
    return False


def nth_weekday(c: Cursor) -> bool:
    """``nth_weekday`` = ["в"] index weekday: «(последняя среда)» says which day of a month."""
    mark = c.position
    c.word("в", "во")
    if index(c) is not None and c.group("weekdays"):
        return True
    c.position = mark
    return False


def weekdays(c: Cursor) -> tuple[int, ...] | None:
    """``weekdays`` = ["в" | "до"] weekday (("," | "и" | "-") weekday)*."""
    mark = c.position
    c.word("в", "во", "до", "к")
    days: list[int] = []
    joint = None
    while token := c.group("weekdays"):
        day = token.lexeme.number if token.lexeme else 0
        if joint is not None and joint.kind is TokenKind.DASH:
            days.extend(range(days[-1] + 1, day + 1))
        else:
            days.append(day)
        inner = c.position
        joint = c.take(TokenKind.COMMA, TokenKind.DASH) or c.word("и")
        if joint is None or not c.is_group("weekdays"):
            c.position = inner
            break
    if not days:
        c.position = mark
        return None
    return tuple(dict.fromkeys(days))
