"""Productions for a time that an event or another document sets, in the author's words."""

from __future__ import annotations

from roadmapkit.deadlines.phrases.clauses import swallow
from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.distance import is_signing
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.lexicon import openers
from roadmapkit.deadlines.phrases.tree import Qualifier, QualifierKind
from roadmapkit.deadlines.phrases.units import unit

__all__ = ["document_date", "named_time", "reference"]

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


def reference(c: Cursor) -> Qualifier | None:
    """``reference`` = ("п" | "ст" | "протокол" | …) ["№"] number+: a place in another document."""
    start = c.position
    if not c.group("references"):
        return None
    c.take(TokenKind.NUMERO)
    numbers = c.position
    while c.take(TokenKind.OTHER, TokenKind.ROMAN):
        mark = c.position
        joint = c.take(TokenKind.COMMA, TokenKind.DASH, TokenKind.SLASH) or c.word("и")
        if not joint or not c.is_kind(TokenKind.OTHER, TokenKind.ROMAN):
            c.position = mark
    if c.position == numbers:
        c.position = start
        return None
    return Qualifier(QualifierKind.NOTE, c.text(start, c.position))


def document_date(c: Cursor) -> Qualifier | None:
    """``document_date`` = "от" day with its year, behind a word: «закон от 29.12.2012»."""
    start, before = c.position, c.peek(-1)
    named = before is not None and before.kind in {TokenKind.WORD, TokenKind.OTHER}
    if not named or not c.word("от"):
        return None
    day = unit(c)
    if day is None or day.day is None or day.year is None or c.is_word("до", "по"):
        c.position = start
        return None
    return Qualifier(QualifierKind.NOTE, c.text(start, c.position), understood=False)


def _opener(c: Cursor) -> QualifierKind | None:
    token = c.peek()
    if token is None or token.kind is not TokenKind.WORD:
        return None
    numbered = c.is_group("schedules") and _is_identified(c)
    bare = c.is_word("срок", "сроки") and c.is_kind(TokenKind.NUMBER, ahead=1)
    if (_opens(c, "schedule") and not bare) or numbered:
        return QualifierKind.SCHEDULE
    if token.norm == "по":
        return _after_po(c)
    holidays = c.is_group("breaks") or (c.is_word("в", "на") and c.is_group("breaks", ahead=1))
    following = c.is_kind(TokenKind.WORD, TokenKind.ROMAN, ahead=1) or _counts(c, 1)
    if (following and _opens(c, "note_before_word")) or _opens(c, "note_alone"):
        return QualifierKind.NOTE
    number = _opener_length(c)
    if c.is_kind(TokenKind.NUMBER, TokenKind.OTHER, ahead=number) and not _counts(c, number):
        # «До 15», «не позднее 25», «до 18 лет»: a number alone names no event.
        return None
    opened = _opens(c, "event") or (following and _opens(c, "event_before_word"))
    return QualifierKind.EVENT if holidays or opened or _opens(c, "event_alone") else None


def _is_identified(c: Cursor) -> bool:
    """True for a document with its date or number: «приказ Рособрнадзора от 31.05.2021 № 8»."""
    for ahead in range(1, _LOOK_FOR_SCHEDULE + 1):
        if c.is_word("от", ahead=ahead) or c.is_kind(TokenKind.NUMERO, ahead=ahead):
            return True
        if not c.is_kind(TokenKind.WORD, ahead=ahead):
            break
    return False


def _opener_length(c: Cursor) -> int:
    """Return how many words open an event here, at least one."""
    return 2 if c.is_word("не") and c.is_word("позднее", "ранее", ahead=1) else 1


def _counts(c: Cursor, ahead: int) -> bool:
    """True at a number that tells one of several events: «после 2 этапа», «к 80-летию»."""
    if not c.is_kind(TokenKind.NUMBER, ahead=ahead):
        return False
    dashed = 1 if c.is_kind(TokenKind.DASH, ahead=ahead + 1) else 0
    noun = c.peek(ahead + 1 + dashed)
    return noun is not None and noun.kind is TokenKind.WORD and noun.lexeme is None


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
        # «По отд. графику»: the dot of an abbreviation does not end the clause.
        if not c.is_kind(TokenKind.WORD, TokenKind.DOT, ahead=ahead):
            break
    return QualifierKind.EVENT


def _opens(c: Cursor, name: str) -> bool:
    """True where the words of one opener of the list stand."""
    return any(
        all(c.is_word(word, ahead=ahead) for ahead, word in enumerate(opener.split()))
        for opener in openers(name)
    )
