"""Where a clause without a date ends: at a bracket, or where a new term begins."""

from __future__ import annotations

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.lexicon import openers

__all__ = ["strong_start", "swallow"]

_ENDS = (TokenKind.OPEN, TokenKind.CLOSE, TokenKind.SEMICOLON)
_BREAKS = (TokenKind.COMMA, TokenKind.NEWLINE)
_TRAILING = (TokenKind.COMMA, TokenKind.DOT, TokenKind.COLON, TokenKind.DASH)
_JOINTS = ("и", "а", "но", "или")
_PREPOSITIONS = frozenset({"в", "во", "до", "к", "с", "со", "по", "на"})


def swallow(c: Cursor) -> None:
    """Step to the end of a clause: a bracket, a semicolon, or where a new term begins."""
    depth = 0
    while not c.at_end:
        if c.is_kind(TokenKind.QUOTE_OPEN):
            depth += 1
        elif c.is_kind(TokenKind.QUOTE_CLOSE):
            depth = max(depth - 1, 0)
        if not depth and _clause_ends(c):
            break
        c.position += 1
    while c.is_kind(*_TRAILING, ahead=-1):
        c.position -= 1


def _clause_ends(c: Cursor) -> bool:
    if c.is_kind(*_ENDS):
        return True
    if c.is_kind(*_BREAKS):
        return strong_start(c, ahead=2 if c.is_word(*_JOINTS, ahead=1) else 1, separated=True)
    if c.is_word(*_JOINTS):
        return strong_start(c, ahead=1, separated=True)
    if c.line_start():
        return strong_start(c, ahead=0, separated=not _carried_over(c))
    if c.is_kind(TokenKind.DASH):
        return strong_start(c, ahead=1, separated=True) and not c.is_kind(TokenKind.NUMBER, ahead=1)
    return strong_start(c, ahead=0, separated=False)


def _carried_over(c: Cursor) -> bool:
    """True where the line before cannot end: on a preposition or a dash."""
    before = c.peek(-1)
    return before is not None and (
        before.kind is TokenKind.DASH or before.norm in _PREPOSITIONS or before.norm == "от"
    )


def strong_start(c: Cursor, ahead: int, *, separated: bool) -> bool:
    """True where words begin that can only be a term of their own.

    Args:
        c: The cursor, which does not move.
        ahead: How many tokens on to look.
        separated: A comma or a line break stands before; then a bare date counts too.
    """
    token = c.peek(ahead)
    if token is None:
        return False
    if _throughout_start(c, ahead) or _counted_start(c, ahead):
        return True
    if token.norm in _PREPOSITIONS:
        return _is_dated(c, ahead + 1, years=separated and token.norm in {"в", "до"})
    if separated:
        return _is_dated(c, ahead, years=True) or _separated_opener(c, ahead)
    return c.is_group("months", ahead=ahead) and token.norm.endswith(("ь", "й", "т"))


def _throughout_start(c: Cursor, ahead: int) -> bool:
    """«ежегодно», «постоянно», «в течение»."""
    if c.is_group("adverbs", ahead=ahead) or c.is_group("always", ahead=ahead):
        return True
    opened = c.is_word("в", "на", ahead=ahead)
    return opened and c.is_word("течение", "протяжении", ahead=ahead + 1)


def _counted_start(c: Cursor, ahead: int) -> bool:
    """«не реже», «2 раза в», «раз в»."""
    if c.is_word("не", ahead=ahead) and c.is_word("реже", "менее", ahead=ahead + 1):
        return True
    if c.is_word("раз", ahead=ahead) and c.is_word("в", ahead=ahead + 1):
        return True
    times = c.is_word("раз", "раза", ahead=ahead + 1)
    return times and (
        c.is_kind(TokenKind.NUMBER, ahead=ahead) or c.is_group("numbers", ahead=ahead)
    )


def _is_dated(c: Cursor, ahead: int, *, years: bool) -> bool:
    """True at a month, a date, or a day with its month."""
    token = c.peek(ahead)
    if token is None:
        return False
    if token.kind in {TokenKind.DATE, TokenKind.MONTH_YEAR} or c.is_group("months", ahead=ahead):
        return True
    if token.kind is TokenKind.NUMBER and c.is_group("months", ahead=ahead + 1):
        return True
    dated_year = token.kind is TokenKind.NUMBER and len(token.text) == 4
    return years and dated_year and c.is_group("units", "year", ahead=ahead + 1)


def _separated_opener(c: Cursor, ahead: int) -> bool:
    """Behind a comma, «по …», «согласно …» begin a qualifier of their own."""
    if c.is_word("согласно", ahead=ahead):
        return True
    if c.is_word("по", ahead=ahead):
        following = c.peek(ahead + 1)
        return following is not None and (
            following.norm in openers("outcomes") or c.is_group("schedules", ahead=ahead + 1)
        )
    return False
