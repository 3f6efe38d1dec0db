"""Numbers that are no dates: of points, articles, acts and classes, and quantities."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.lexer import Token, TokenKind
from roadmapkit.deadlines.phrases.lexicon import classify

__all__ = ["mask_references"]

_NUMBERS = frozenset({TokenKind.NUMBER, TokenKind.DATE, TokenKind.TIME})
_JOINTS = frozenset({TokenKind.COMMA, TokenKind.DASH, TokenKind.SLASH, TokenKind.DOT})
_DATED = frozenset({"months", "units", "weekdays", "ordinals", "parts", "seasons"})
# «Приложению», «пунктом», «разделом» name a place in a document, which sets the term.
_NUMBERED_PLACES = ("приложени", "пункт", "раздел")
_LONGEST_SUFFIX = 3
_ORDINAL_ENDINGS = frozenset({"й", "го", "му", "м", "е", "ый", "ой", "ом"})


def mask_references(tokens: list[Token]) -> list[Token]:
    """Return the tokens with every number that cannot be a date marked as something else.

    Behind «п.», «ст.», «№» and before «человек», «%» stands a number of something; «273-ФЗ»
    is the number of an act. A dated number, «п. 3, 15 марта», stays what it is.
    """
    masked = list(tokens)
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        # A capital «П» is taken for a Roman II, but «П. 3.2» is a point.
        point = token.text == "П" and following is not None and following.kind is TokenKind.DOT
        if point:
            lexeme = classify("п")
            masked[place] = replace(token, kind=TokenKind.WORD, norm="п", lexeme=lexeme)
        if point or _refers(token):
            _mask_behind(masked, place + 1, anything=token.kind is TokenKind.NUMERO)
        elif _measures(token):
            _mask_before(masked, place, classes=_is(token, "measures", "2"))
        elif token.kind is TokenKind.NUMBER and _has_suffix(tokens, place):
            masked[place] = replace(token, kind=TokenKind.OTHER)
    return masked


def _refers(token: Token) -> bool:
    return (
        token.kind is TokenKind.NUMERO
        or _is(token, "references")
        or (_is(token, "schedules") and token.norm.startswith(_NUMBERED_PLACES))
    )


def _measures(token: Token) -> bool:
    return token.text == "%" or _is(token, "measures")


def _is(token: Token, group: str, name: str | None = None) -> bool:
    lexeme = token.lexeme
    return lexeme is not None and lexeme.group == group and name in {None, lexeme.name}


def _has_suffix(tokens: list[Token], place: int) -> bool:
    """True for «273-ФЗ», «1015-р»: a hyphen and a few letters without spaces."""
    if len(tokens) < place + 3:
        return False
    number, dash, word = tokens[place : place + 3]
    glued = number.end == dash.start and dash.end == word.start
    return (
        glued
        and not (len(number.text) == 4 and word.norm in _ORDINAL_ENDINGS)
        and dash.kind is TokenKind.DASH
        and word.kind is TokenKind.WORD
        and word.lexeme is None
        and len(word.text) <= _LONGEST_SUFFIX
    )


def _mask_behind(masked: list[Token], place: int, *, anything: bool) -> None:
    """Mask the number at *place*, over a dot or «№», and those joined to it."""
    while place < len(masked) and masked[place].kind in {TokenKind.DOT, TokenKind.NUMERO}:
        anything = anything or masked[place].kind is TokenKind.NUMERO
        place += 1
    while place < len(masked) and _is_number(masked, place, anything=anything):
        masked[place] = replace(masked[place], kind=TokenKind.OTHER)
        joint = place + 1
        joined = joint < len(masked) and (
            masked[joint].kind in _JOINTS or masked[joint].norm == "и"
        )
        place = joint + 1 if joined else len(masked)
        anything = False


def _is_number(masked: list[Token], place: int, *, anything: bool) -> bool:
    """True at a number that no month, year mark or noun of the calendar makes a term."""
    token = masked[place]
    if token.kind not in _NUMBERS or token.ordinal or token.value > 10_000:
        return False
    following = masked[place + 1] if place + 1 < len(masked) else None
    dated = following is not None and following.lexeme is not None
    if dated and following is not None and following.lexeme is not None:
        return following.lexeme.group not in _DATED
    return anything or len(token.text) < 4 or token.kind is not TokenKind.NUMBER


def _mask_before(masked: list[Token], place: int, *, classes: bool) -> None:
    """Mask the numbers before a measure; whole numbers of classes do no harm."""
    place -= 1
    while place >= 0 and masked[place].kind in _NUMBERS:
        token = masked[place]
        if token.kind is not TokenKind.NUMBER or not classes:
            if token.value > 10_000 and token.kind is TokenKind.DATE:
                return
            masked[place] = replace(token, kind=TokenKind.OTHER)
        place -= 2 if place and masked[place - 1].kind in _JOINTS else 1
