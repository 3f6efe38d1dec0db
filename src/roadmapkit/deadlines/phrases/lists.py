"""Productions for numbers that share one noun: «1, 3 квартал», «5, 12 и 19 апреля»."""

from __future__ import annotations

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.ranges import like, single, span
from roadmapkit.deadlines.phrases.tails import academic_mark, index, pair_of_years
from roadmapkit.deadlines.phrases.tree import Scale, Term, Unit
from roadmapkit.deadlines.phrases.units import indexed, unit

__all__ = ["academic_years", "indexes"]

# A longer row of numbers is no list of days, and reading it again at each number takes long.
_LONGEST_LIST = 31


def indexes(c: Cursor) -> tuple[Term, ...] | None:
    """``indexes`` = index ((dash | "," | "и" | "/") index)+ (noun | month) [year_tail]."""
    first = index(c)
    if first is None:
        return None
    pairs = [[first, first]]
    while len(pairs) < _LONGEST_LIST:
        mark = c.position
        joint = c.take(TokenKind.DASH, TokenKind.COMMA, TokenKind.SLASH) or c.word("и", "или")
        following = _next_index(c) if joint else None
        if joint is None or following is None:
            c.position = mark
            break
        if joint.kind is TokenKind.DASH:
            pairs[-1][1] = following
        else:
            pairs.append([following, following])
    months = c.is_kind(TokenKind.COMMA) and c.is_kind(TokenKind.MONTH_YEAR, ahead=1)
    listed = len(pairs) > 1 or pairs[0][0] != pairs[0][1] or c.is_kind(TokenKind.DASH)
    if not listed and not months:
        return None
    last = _noun_of_list(c, pairs)
    if last is None:
        return None
    terms = []
    for low, high in pairs:
        start, end = like(last, low), like(last, high)
        if start is None or end is None:
            return None
        terms.append(span(start, end))
    return tuple(terms)


def _next_index(c: Cursor) -> int | None:
    """An index within a list; a full date is left for the end of the list."""
    return None if c.is_kind(TokenKind.DATE) else index(c)


def _noun_of_list(c: Cursor, pairs: list[list[int]]) -> Unit | None:
    """Return the unit named behind the last index: «1, 3 квартал», «1-15.03.2024»."""
    mark = c.position
    joint = c.take(TokenKind.DASH, TokenKind.COMMA)
    if joint is not None and c.is_kind(TokenKind.MONTH_YEAR):
        return _last_month(c, pairs, dashed=joint.kind is TokenKind.DASH)
    if joint is not None and c.is_kind(TokenKind.DATE):
        last = unit(c)
        if last is None or last.day is None:
            return None
        if joint.kind is TokenKind.DASH:
            pairs[-1][1] = last.day
        else:
            pairs.append([last.day, last.day])
        return last
    c.position = mark
    return indexed(c, pairs[-1][1])


def _last_month(c: Cursor, pairs: list[list[int]], *, dashed: bool) -> Unit | None:
    """«09-10.2023», «03, 05.2024»: the numbers of months before the last one with its year."""
    last = unit(c)
    if last is None or last.month is None:
        return None
    if dashed:
        pairs[-1][1] = last.month
    else:
        pairs.append([last.month, last.month])
    return last


def academic_years(c: Cursor) -> tuple[Term, ...] | None:
    """``academic_years`` = pair_of_years (("," | "и") pair_of_years)+ academic_mark."""
    starts: list[int] = []
    while pair := pair_of_years(c):
        first, last, _ = pair
        if last != first + 1:
            return None
        starts.append(first)
        if len(starts) == _LONGEST_LIST or not (c.take(TokenKind.COMMA) or c.word("и")):
            break
    if len(starts) < 2 or not academic_mark(c):
        return None
    return tuple(single(Unit(Scale.ACADEMIC_YEAR, year=year)) for year in starts)
