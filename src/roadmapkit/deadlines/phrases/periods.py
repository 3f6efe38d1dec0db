"""Productions for numbers and for the period in which something recurs."""

from __future__ import annotations

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.tree import Frequency, Per

__all__ = ["FREQUENCY_OF", "SEPARATORS", "number", "period_noun"]

FREQUENCY_OF = {
    Per.WEEK: Frequency.WEEKLY,
    Per.MONTH: Frequency.MONTHLY,
    Per.QUARTER: Frequency.QUARTERLY,
    Per.HALF_YEAR: Frequency.HALF_YEARLY,
    Per.YEAR: Frequency.YEARLY,
    Per.ACADEMIC_TERM: Frequency.ACADEMIC_TERM,
    Per.ACADEMIC_YEAR: Frequency.ACADEMIC_YEAR,
}
_MOST_TIMES = 366
SEPARATORS = (
    TokenKind.COMMA,
    TokenKind.SEMICOLON,
    TokenKind.OPEN,
    TokenKind.CLOSE,
    TokenKind.NEWLINE,
    TokenKind.SLASH,
)


def number(c: Cursor) -> int | None:
    """``number`` = digits | word, with its repetition in brackets: «10 (десяти)»."""
    token = c.peek()
    if token is None:
        return None
    if token.lexeme is not None and token.lexeme.group == "numbers":
        c.advance()
        return token.lexeme.number
    if token.kind is not TokenKind.NUMBER or not 0 < token.value <= _MOST_TIMES:
        return None
    c.advance()
    if c.is_kind(TokenKind.OPEN) and c.is_group("numbers", ahead=1):
        c.position += 3
    return token.value


def period_noun(c: Cursor) -> tuple[Per, int] | None:
    """``period_noun`` = [number] ["учебный"] ("год" | "квартал" | "месяц" | "четверть" | …)."""
    mark = c.position
    every = number(c) or 1
    school = c.group("academic") or (c.word("календарный", "календарном") and None)
    half = c.word("пол") is not None
    token = c.group("units")
    if half:
        whole = token is not None and token.norm == "года"
        c.position = c.position if whole else mark
        return (Per.HALF_YEAR, every) if whole else None
    if token is None or token.lexeme is None:
        # «уч.г.» is one word and its dot
        c.position = mark
        return None
    name = token.lexeme.name
    if name == "year":
        return (Per.ACADEMIC_YEAR if school else Per.YEAR), every
    if name == "half-year" and school:
        return Per.HALF_YEAR, every
    try:
        return Per(name), every
    except ValueError:
        c.position = mark
        return None
