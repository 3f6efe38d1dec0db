"""Productions for one calendar unit: a day, a month, a quarter, a year, a school term."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.tails import (
    academic_mark,
    index,
    is_year,
    pair_of_years,
    with_tail,
    year_mark,
    year_tail,
)
from roadmapkit.deadlines.phrases.tree import Part, Scale, Unit
from roadmapkit.deadlines.phrases.weekdays import nth_day

__all__ = ["indexed", "noun_scale", "unit"]

_SCALES = {
    "quarter": Scale.QUARTER,
    "half-year": Scale.HALF,
    "week": Scale.WEEK,
    "decade": Scale.DECADE,
}
_LIMITS = {
    Scale.QUARTER: 4,
    Scale.HALF: 2,
    Scale.SCHOOL_HALF: 2,
    Scale.SCHOOL_TERM: 4,
    Scale.TRIMESTER: 3,
    Scale.WEEK: 5,
    Scale.DECADE: 3,
}
_PARTS = {"start": Part.START, "middle": Part.MIDDLE, "end": Part.END}
_HALVES = {1: Part.FIRST_HALF, 2: Part.SECOND_HALF}
_HALF_NOUNS = ("половина", "половине", "половину", "половины")
# Break 1 follows the first quarter: autumn, winter, spring, summer.
_BREAK_OF_SEASON = {4: 1, 1: 2, 2: 3, 3: 4}
_SEASON_NOUNS = ("период", "периода", "месяцы", "сезон", "сезона", "время")


def noun_scale(c: Cursor) -> Scale | None:
    """``noun_scale`` = ["учебная"] ("квартал" | "полугодие" | "четверть" | "триместр" | …)."""
    mark = c.position
    school = c.group("academic") is not None
    token = c.group("units")
    if token is None or token.lexeme is None:
        c.position = mark
        return None
    name = token.lexeme.name
    if name == "academic-term":
        return Scale.TRIMESTER if token.norm.startswith("триместр") else Scale.SCHOOL_TERM
    scale = _SCALES.get(name)
    if scale is None:
        c.position = mark
        return None
    return Scale.SCHOOL_HALF if school and scale is Scale.HALF else scale


def _day_of(c: Cursor, number: int) -> Unit | None:
    """``day_of`` = month ["месяца"] [year_tail], behind the number of the day."""
    if number < 1:
        return None
    month = c.group("months")
    if month is None or month.lexeme is None:
        return None
    c.group("units", "month")
    return with_tail(Unit(Scale.DAY, month=month.lexeme.number, day=number), year_tail(c))


def indexed(c: Cursor, number: int) -> Unit | None:
    """``indexed`` = month [year_tail] | noun_scale [month] [year_tail], behind its number."""
    mark = c.position
    if found := _day_of(c, number) or nth_day(c, number):
        return found
    c.position = mark
    if c.word(*_HALF_NOUNS) and number in _HALVES:
        whole = unit(c)
        if whole is not None and whole.scale is not Scale.DAY and whole.part is None:
            return replace(whole, part=_HALVES[number])
        c.position = mark
        return None
    c.position = mark
    scale = noun_scale(c)
    if scale is Scale.DECADE and number == -1:
        number = _LIMITS[scale]
    if scale is None or number > _LIMITS[scale] or (number < 1 and scale is not Scale.WEEK):
        c.position = mark
        return None
    found = Unit(scale, index=number)
    if scale in {Scale.WEEK, Scale.DECADE}:
        named = c.group("months")
        if named is None or named.lexeme is None:
            c.position = mark
            return None
        found = replace(found, month=named.lexeme.number)
    return with_tail(found, year_tail(c))


def unit(c: Cursor) -> Unit | None:
    """``unit`` = date | index indexed | month | part unit | season | academic_year | year."""
    mark = c.position
    for production in (_date, _numbered, _month, _part, _season, _academic_year, _year):
        found = production(c)
        if found is not None:
            return found
        c.position = mark
    return None


def _date(c: Cursor) -> Unit | None:
    """``date`` = DATE [year_tail] | MONTH_YEAR [year_mark]."""
    if token := c.take(TokenKind.MONTH_YEAR):
        year_mark(c)
        return Unit(Scale.MONTH, month=token.value % 100, year=token.value // 100)
    token = c.take(TokenKind.DATE)
    if token is None:
        return None
    year, rest = divmod(token.value, 10_000)
    day = Unit(Scale.DAY, month=rest // 100, day=rest % 100, year=year or None)
    c.take(TokenKind.DOT)
    if year:
        year_mark(c)
        return day
    return with_tail(day, year_tail(c))


def _numbered(c: Cursor) -> Unit | None:
    number = index(c)
    return indexed(c, number) if number is not None else None


def _month(c: Cursor) -> Unit | None:
    """``month`` = name ["месяц"] [year_tail] | year "-" two digits."""
    first, dash, second = c.peek(), c.peek(1), c.peek(2)
    if is_year(first) and first and dash and second and dash.text == "-":
        following = second.value == first.value % 100 + 1
        if len(second.text) == 2 and 1 <= second.value <= 12 and not following:
            c.position += 3
            return Unit(Scale.MONTH, month=second.value, year=first.value)
    if is_year(first) and first and c.is_group("months", ahead=1):
        c.advance()
        named = c.group("months")
        if named and named.lexeme and not is_year(c.peek()):
            return Unit(Scale.MONTH, month=named.lexeme.number, year=first.value)
        return None
    token = c.group("months")
    if token is None or token.lexeme is None:
        return None
    led = _led_by_year(c)
    c.group("units", "month")
    return with_tail(Unit(Scale.MONTH, month=token.lexeme.number), year_tail(c, comma=not led))


def _led_by_year(c: Cursor) -> bool:
    """«2015 г. – март, 2016 г. – апрель»: the year in front is that of the month just passed.

    In «декабрь, 2023 – декабрь, 2024» it belongs to what stands before it.
    """
    if not is_year(c.tokens[0]):
        return False
    back = -2
    if not c.is_kind(TokenKind.DASH, TokenKind.COLON, ahead=back):
        return False
    back -= 1
    while c.is_kind(TokenKind.DOT, ahead=back) or c.is_group("units", "year", ahead=back):
        back -= 1
    return is_year(c.peek(back))


def _part(c: Cursor) -> Unit | None:
    """``part`` = ("начало" | "середина" | "конец") (unit | ["текущего"] "года")."""
    token = c.group("parts")
    if token is None or token.lexeme is None:
        return None
    part = _PARTS[token.lexeme.name]
    whole = unit(c)
    if whole is None and c.group("units", "year"):
        whole = Unit(Scale.YEAR)
    if whole is None or whole.part is not None or whole.scale is Scale.DAY:
        return None
    return replace(whole, part=part)


def _season(c: Cursor) -> Unit | None:
    """``season`` = name [year_tail] | adjective ("каникулы" | "период") [year_tail]."""
    token = c.group("seasons")
    if token is None or token.lexeme is None:
        return None
    season = token.lexeme.number
    if c.group("breaks") or _breaks_follow(c):
        c.word(*_SEASON_NOUNS)
        return with_tail(Unit(Scale.BREAK, index=_BREAK_OF_SEASON[season]), year_tail(c))
    adjective = token.norm.endswith(("ий", "его", "ие", "их"))
    if adjective and not c.word(*_SEASON_NOUNS):
        return None
    found = Unit(Scale.SEASON, index=season)
    mark = c.position
    if season == 1 and (pair := pair_of_years(c)) and pair[1] == pair[0] + 1:
        year_mark(c)
        return replace(found, year=pair[0])
    c.position = mark
    return with_tail(found, year_tail(c))


def _breaks_follow(c: Cursor) -> bool:
    """True in «осенние, зимние и весенние каникулы» behind any of the adjectives."""
    ahead = 0
    while (c.is_kind(TokenKind.COMMA, ahead=ahead) or c.is_word("и", ahead=ahead)) and (
        c.is_group("seasons", ahead=ahead + 1)
    ):
        ahead += 2
    return ahead > 0 and c.is_group("breaks", ahead=ahead)


def _academic_year(c: Cursor) -> Unit | None:
    """``academic_year`` = pair ("/" | academic_mark) | ["новый"] "учебный год" [pair]."""
    if pair := pair_of_years(c):
        first, last, slash = pair
        if c.is_group("academic", ahead=1):
            c.take(TokenKind.COMMA)
        named = academic_mark(c)
        if last == first + 1 and (named or (slash and not year_mark(c))):
            return Unit(Scale.ACADEMIC_YEAR, year=first)
        return None
    c.word("новый", "нового", "новом", "новому") or c.group("current")
    if c.group("academic") and c.group("units", "year"):
        pair = pair_of_years(c)
        if pair and pair[1] == pair[0] + 1:
            return Unit(Scale.ACADEMIC_YEAR, year=pair[0])
        return Unit(Scale.ACADEMIC_YEAR) if pair is None else None
    return None


def _year(c: Cursor) -> Unit | None:
    """``year`` = number of four digits [year_mark] | "текущий год"."""
    if is_year(c.peek()):
        before = c.peek(-1)
        if before is not None and before.kind is TokenKind.NUMERO:
            return None
        found = Unit(Scale.YEAR, year=c.advance().value)
        year_mark(c)
        return found
    if (c.group("current") or c.word("сего")) and c.group("units", "year"):
        return Unit(Scale.YEAR)
    return None
