"""Productions for a distance in time from an event: «в течение 10 рабочих дней со дня …»."""

from __future__ import annotations

import re

from roadmapkit.deadlines.phrases.clauses import swallow
from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.periods import number
from roadmapkit.deadlines.phrases.tree import Offset, Qualifier, QualifierKind
from roadmapkit.lazily import regex

__all__ = ["bare_distance", "distance", "is_signing"]

_TERM_ADJECTIVE = regex(
    r"(?P<count>полутора|дву|двух|трех|четырех|пяти|шести|семи|десяти|пятнадцати|двадцати|"
    r"тридцати)?(?P<unit>дневн|недельн|месячн|годичн)(?:ый|ого|ому)"
)
_ADJECTIVE_COUNTS = {
    "дву": 2, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7,
    "десяти": 10, "пятнадцати": 15, "двадцати": 20, "тридцати": 30,
}  # fmt: skip
_ADJECTIVE_UNITS = {"дневн": "day", "недельн": "week", "месячн": "month", "годичн": "year"}
_SHORT_UNITS = frozenset({"day", "week", "month", "hour"})
_SIGNING = regex(
    r"(?:момента|дня|даты|дату|после)\s+(?:е[её]\s+|его\s+)?"
    r"(?:подписани|издани\w+\s+(?:настоящего\s+)?(?:приказ|распоряжен|постановлен))",
    re.IGNORECASE,
)


def is_signing(text: str) -> bool:
    """True where the words count from the signing of the act that holds them."""
    return _SIGNING.search(text) is not None


def distance(c: Cursor) -> Qualifier | None:
    """``distance`` = ("в течение" | "не позднее" | "через" | "за") number unit anchor."""
    start = c.position
    found = _opened_distance(c) or _adjective_distance(c, start)
    return _anchored(c, start, found)


def bare_distance(c: Cursor) -> Qualifier | None:
    """``bare_distance`` = number ["рабочих"] unit anchor: «3 рабочих дня», «10 дней со дня …»."""
    start = c.position
    return _anchored(c, start, _bare_offset(c))


def _anchored(c: Cursor, start: int, found: Offset | None) -> Qualifier | None:
    """Return the distance with the words up to the next term, which name the event."""
    if found is None:
        c.position = start
        return None
    swallow(c)
    text = c.text(start, c.position)
    before = found.before or _counts_back(text)
    offset = Offset(found.count, found.unit, found.working, before)
    return Qualifier(QualifierKind.EVENT, text, offset, signing=is_signing(text))


def _opened_distance(c: Cursor) -> Offset | None:
    opened, before = _distance_opener(c)
    if not opened:
        return None
    count = number(c) or 1
    working = c.word("рабочих", "рабочего", "рабочие", "рабочий") is not None
    c.word("календарных", "календарного", "полных")
    token = c.group("units")
    if token is None or token.lexeme is None:
        return None
    return Offset(count, token.lexeme.name, working, before)


def _distance_opener(c: Cursor) -> tuple[bool, bool]:
    """Return whether a distance begins, and whether it is counted back."""
    if c.words("в", "течение") or c.words("в", "течении"):
        c.word("последующих", "первых", "ближайших")
        return True, False
    if c.words("не", "позднее") or c.words("не", "позже"):
        c.take(TokenKind.COMMA)
        c.word("чем")
        back = c.word("за") is not None
        c.word("через")
        return True, back
    if c.word("за"):
        return True, True
    if c.word("через", "спустя"):
        return True, False
    return c.words("по", "истечении") or c.words("по", "истечению"), False


def _bare_offset(c: Cursor) -> Offset | None:
    """«3 рабочих дня», «10 дней со дня …»: a number and a short unit."""
    count = number(c)
    if count is None:
        return None
    working = c.word("рабочих", "рабочего", "рабочие", "рабочий") is not None
    c.word("календарных", "календарного")
    token = c.group("units")
    if token is None or token.lexeme is None or token.lexeme.name not in _SHORT_UNITS:
        return None
    return Offset(count, token.lexeme.name, working)


def _adjective_distance(c: Cursor, start: int) -> Offset | None:
    """«В десятидневный срок», «в 10-дневный срок», «в месячный срок»."""
    c.position = start
    if not c.word("в", "во"):
        return None
    count = number(c)
    c.take(TokenKind.DASH)
    token = c.peek()
    match = _TERM_ADJECTIVE.fullmatch(token.norm) if token is not None else None
    if match is None:
        return None
    c.advance()
    if not c.word("срок"):
        return None
    counted = count or _ADJECTIVE_COUNTS.get(match["count"] or "", 1)
    return Offset(counted, _ADJECTIVE_UNITS[match["unit"]])


def _counts_back(text: str) -> bool:
    return re.search(r"\bдо\b", text.lower()) is not None and not re.search(
        r"\b(?:после|со дня|с момента|с даты)\b", text.lower()
    )
