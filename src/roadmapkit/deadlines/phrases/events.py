"""Productions for a time that an event or another document sets, in the author's words."""

from __future__ import annotations

from roadmapkit.deadlines.phrases.clauses import swallow
from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.distance import is_signing
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.lexicon import openers
from roadmapkit.deadlines.phrases.tree import Qualifier, QualifierKind

__all__ = ["named_time"]

_LOOK_FOR_SCHEDULE = 4


def named_time(c: Cursor) -> Qualifier | None:
    """``named_time`` = schedule words | event words, up to the next term."""
    start = c.position
    kind = _opener(c)
    if kind is None:
        return None
    c.position = start + 1
    swallow(c)
    text = c.text(start, c.position)
    return Qualifier(kind, text, signing=is_signing(text))


def _opener(c: Cursor) -> QualifierKind | None:
    token = c.peek()
    if token is None or token.kind is not TokenKind.WORD:
        return None
    numbered = c.is_word("от", ahead=1) or c.is_kind(TokenKind.NUMERO, ahead=1)
    if _opens(c, "schedule") or (c.is_group("schedules") and numbered):
        return QualifierKind.SCHEDULE
    if token.norm == "по":
        return _after_po(c)
    holidays = c.is_group("breaks") or (c.is_word("в", "на") and c.is_group("breaks", ahead=1))
    following = c.is_kind(TokenKind.WORD, TokenKind.NUMBER, TokenKind.ROMAN, ahead=1)
    if (following and _opens(c, "note_before_word")) or _opens(c, "note_alone"):
        return QualifierKind.NOTE
    opened = _opens(c, "event") or (following and _opens(c, "event_before_word"))
    return QualifierKind.EVENT if holidays or opened or _opens(c, "event_alone") else None


def _after_po(c: Cursor) -> QualifierKind | None:
    """«По графику» is a schedule, «по итогам» and everything else an event."""
    first = c.peek(1)
    if first is None or first.kind not in {TokenKind.WORD, TokenKind.NUMBER}:
        return None
    if first.norm in openers("outcomes"):
        return QualifierKind.EVENT
    if first.norm in {"срокам", "сроку"}:
        return QualifierKind.SCHEDULE
    for ahead in range(1, _LOOK_FOR_SCHEDULE + 1):
        if c.is_group("schedules", ahead=ahead):
            return QualifierKind.SCHEDULE
        if not c.is_kind(TokenKind.WORD, ahead=ahead):
            break
    return QualifierKind.EVENT


def _opens(c: Cursor, name: str) -> bool:
    """True where the words of one opener of the list stand."""
    return any(
        all(c.is_word(word, ahead=ahead) for ahead, word in enumerate(opener.split()))
        for opener in openers(name)
    )
