"""Productions for years and numbers: what stands before and behind a calendar unit."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import Token, TokenKind
from roadmapkit.deadlines.phrases.tree import Scale, Unit
from roadmapkit.lazily import dataclass

__all__ = [
    "YearTail",
    "academic_mark",
    "index",
    "is_year",
    "pair_of_years",
    "with_tail",
    "year_mark",
    "year_tail",
]

# Years far away are read too, so that they are reported instead of passed over.
_FIRST_YEAR = 1000
_LAST_YEAR = 2999
_SCHOOL_YEAR_STARTS = 9


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
    short = token.ordinal or len(token.text) < 3
    in_number = token.kind is TokenKind.NUMBER and short
    if (in_number or token.kind is TokenKind.ROMAN) and 1 <= token.value <= limit:
        c.advance()
        return token.value
    return None
