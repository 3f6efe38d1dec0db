"""Productions for one calendar unit: a day, a month, a quarter, a year, a school term."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import Token, TokenKind
from roadmapkit.deadlines.phrases.tree import Part, Scale, Unit

__all__ = [
    "YearTail",
    "index",
    "is_year",
    "noun_scale",
    "unit",
    "with_tail",
    "year_mark",
    "year_tail",
]

# Years far away are read too, so that they are reported instead of passed over.
_FIRST_YEAR = 1000
_LAST_YEAR = 2999
_SCHOOL_YEAR_STARTS = 9
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


@dataclass(frozen=True, slots=True)
class YearTail:
    """The year behind a unit.

    Attributes:
        year: None for «учебного года» and «текущего года» without a number.
        academic: *year* is the one in which an academic year begins.
        pair: Written as two years.
        following: «Следующего года».
    """

    year: int | None
    academic: bool
    pair: bool = False
    following: bool = False


def is_year(token: Token | None) -> bool:
    """True for a number of four digits that can be a year of a plan."""
    return (
        token is not None
        and token.kind is TokenKind.NUMBER
        and len(token.text) == 4
        and _FIRST_YEAR <= token.value <= _LAST_YEAR
    )


def year_mark(c: Cursor) -> bool:
    """``year_mark`` = ("г" | "гг" | "год" | "г.г") in any case, with or without dots."""
    if not c.group("units", "year"):
        return False
    while c.is_word("г", "гг"):
        c.word("г", "гг")
    return True


def academic_mark(c: Cursor) -> bool:
    """``academic_mark`` = ("учебный" | "уч") [year_mark], in any case."""
    if not c.group("academic"):
        return False
    year_mark(c)
    return True


def pair_of_years(c: Cursor) -> tuple[int, int, bool] | None:
    """``pair_of_years`` = year ("-" | "/") (year | two digits); third: written with a slash."""
    first, mark, second = c.peek(), c.peek(1), c.peek(2)
    dotted = 0
    if mark is not None and mark.norm in {"г", "год"}:
        dotted = 2 if c.is_kind(TokenKind.DOT, ahead=2) else 1
        mark, second = c.peek(1 + dotted), c.peek(2 + dotted)
    if first is None or mark is None or second is None or not is_year(first):
        return None
    if mark.kind not in {TokenKind.DASH, TokenKind.SLASH} or second.kind is not TokenKind.NUMBER:
        return None
    last = second.value
    if len(second.text) == 2:
        last += first.value - first.value % 100
        if last != first.value + 1:
            return None
    elif not is_year(second):
        return None
    c.position += 3 + dotted
    return first.value, last, mark.kind is TokenKind.SLASH


def year_tail(c: Cursor, *, comma: bool = True) -> YearTail | None:
    """``year_tail`` = [","] (pair academic_mark | year [year_mark] | unnumbered_year).

    A year that begins a range of years is left alone: «сентябрь 2021-2023 гг.».
    """
    mark = c.position
    if comma:
        c.take(TokenKind.COMMA)
    after_comma = c.position != mark
    if pair := pair_of_years(c):
        first, last, slash = pair
        if last == first + 1 and (academic_mark(c) or (slash and not c.is_group("units", "year"))):
            return YearTail(first, academic=True, pair=True)
        c.position = mark
        return None
    if is_year(c.peek()):
        year = c.advance().value
        year_mark(c)
        return YearTail(year, academic=False)
    short = c.peek()
    if short and short.kind is TokenKind.NUMBER and len(short.text) == 2 and not short.ordinal:
        c.advance()
        if year_mark(c):
            return YearTail(2000 + short.value, academic=False)
    c.position = mark
    return None if after_comma else _unnumbered_year(c)


def _unnumbered_year(c: Cursor) -> YearTail | None:
    """``unnumbered_year`` = ("текущего" | "сего" | "с.") ["учебного"] "года" | "учебного года"."""
    mark = c.position
    if c.word("с", "т") and c.word("г"):
        return YearTail(None, academic=False)
    c.position = mark
    if c.group("next") and year_mark(c) and not c.is_word("за"):
        return YearTail(None, academic=False, following=True)
    c.position = mark
    current = c.word("сего", "нового") or c.group("current")
    if c.is_group("academic") and academic_mark(c):
        return YearTail(None, academic=True)
    if current and year_mark(c):
        return YearTail(None, academic=False)
    c.position = mark
    return None


def with_tail(unit: Unit, tail: YearTail | None) -> Unit:
    """Return *unit* in the year that *tail* names."""
    if tail is None:
        return unit
    if unit.scale is Scale.HALF and tail.academic:
        unit = replace(unit, scale=Scale.SCHOOL_HALF)
    if tail.year is None:
        return replace(unit, following=tail.following)
    year = tail.year
    if unit.scale.is_school:
        if not tail.academic and _in_second_half(unit):
            year -= 1
    elif tail.academic:
        starts = unit.month or {Scale.QUARTER: (unit.index or 1) * 3 - 2}.get(unit.scale, 9)
        year += starts < _SCHOOL_YEAR_STARTS
    elif unit.scale is Scale.SEASON and unit.index == 1 and not tail.pair:
        year -= 1
    return replace(unit, year=year)


def _in_second_half(unit: Unit) -> bool:
    """True for a school unit that lies in the year in which the academic year ends."""
    index = unit.index or 0
    if unit.scale is Scale.BREAK:
        return index > 1
    return index > {Scale.SCHOOL_TERM: 2, Scale.TRIMESTER: 1, Scale.SCHOOL_HALF: 1}.get(
        unit.scale, 0
    )


def index(c: Cursor, limit: int = 99) -> int | None:
    """``index`` = number up to 99 | Roman number | ordinal word; -1 for «последний»."""
    token = c.peek()
    if token is None:
        return None
    if token.lexeme is not None and token.lexeme.group == "ordinals":
        c.advance()
        return token.lexeme.number
    in_number = token.kind is TokenKind.NUMBER and len(token.text.rstrip("абвгдежмоуыюяйх -–")) < 3
    if (in_number or token.kind is TokenKind.ROMAN) and 1 <= token.value <= limit:
        c.advance()
        return token.value
    return None


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


def indexed(c: Cursor, number: int) -> Unit | None:
    """``indexed`` = month [year_tail] | noun_scale [month] [year_tail], behind its number."""
    mark = c.position
    month = c.group("months")
    if month is not None and month.lexeme is not None and number > 0:
        c.group("units", "month")
        day = Unit(Scale.DAY, month=month.lexeme.number, day=number)
        return with_tail(day, year_tail(c))
    if c.word(*_HALF_NOUNS) and number in _HALVES:
        whole = unit(c)
        if whole is not None and whole.scale is not Scale.DAY and whole.part is None:
            return replace(whole, part=_HALVES[number])
        c.position = mark
        return None
    c.position = mark
    scale = noun_scale(c)
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
    c.group("units", "month")
    return with_tail(Unit(Scale.MONTH, month=token.lexeme.number), year_tail(c))


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
    if c.group("breaks"):
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
