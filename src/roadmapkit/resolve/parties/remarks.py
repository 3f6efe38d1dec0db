"""What a cell says beside its parties: «и др.», a telephone, «по мере необходимости»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roadmapkit.lazily import regex
from roadmapkit.resolve.parties.abbreviations import abbreviation_genre
from roadmapkit.resolve.parties.heads import find_head
from roadmapkit.resolve.parties.tokens import Token, TokenKind
from roadmapkit.resolve.parties.words import phrases

__all__ = ["others_length", "remark_length"]

_ENDS = frozenset({TokenKind.COMMA, TokenKind.BREAK, TokenKind.LINE})
_LONGEST_OTHERS = 2
_ADDRESS = regex(r"@|://|www\.", re.IGNORECASE)


def remark_length(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens the remark at *index* takes, 0 if a party may begin there."""
    token = tokens[index]
    others = others_length(tokens, index)
    if others:
        return others
    if token.kind is TokenKind.NUMBER:
        return _numbers_length(tokens, index)
    if token.kind is not TokenKind.WORD:
        return 0
    if token.folded in phrases().contacts | phrases().negations or _is_address(tokens, index):
        return _to_end(tokens, index)
    if token.folded in phrases().manners:
        return 1
    return _prepositional_length(tokens, index)


def others_length(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens «и др.», «и т.д.» take at *index*, 0 if they are not there."""
    begin = index + (tokens[index].folded == "и")
    for length in range(_LONGEST_OTHERS, 0, -1):
        part = tokens[begin : begin + length]
        written = "".join(token.text for token in part).lower().rstrip(".")
        after = tokens[begin + length] if begin + length < len(tokens) else None
        closed = after is None or after.kind not in {TokenKind.WORD, TokenKind.NAME}
        if len(part) == length and written in phrases().and_others and closed:
            return begin + length - index
    return 0


def _numbers_length(tokens: Sequence[Token], index: int) -> int:
    """Return the length of a bare number: a telephone, a date, but not «№ 5» of a school."""
    position = index
    while position < len(tokens) and tokens[position].kind in {
        TokenKind.NUMBER,
        TokenKind.DASH,
        TokenKind.BRACKET,
    }:
        token = tokens[position]
        bracketed = token.kind is TokenKind.BRACKET and any(map(str.isalpha, token.text))
        if bracketed or not token.text.strip("()[] -–—+").replace("-", "").isascii():
            break
        position += 1
    words = position < len(tokens) and tokens[position].kind is TokenKind.WORD
    return 0 if words else position - index


def _is_address(tokens: Sequence[Token], index: int) -> bool:
    end = index
    while end < len(tokens) and tokens[end].kind not in _ENDS:
        if end > index and tokens[end].start > tokens[end - 1].end:
            break
        end += 1
    return bool(_ADDRESS.search("".join(token.text for token in tokens[index:end])))


def _to_end(tokens: Sequence[Token], index: int) -> int:
    """Return the number of tokens up to the next comma, semicolon or line."""
    end = index
    while end < len(tokens) and tokens[end].kind not in _ENDS | {TokenKind.NAME}:
        end += 1
    return end - index


def _prepositional_length(tokens: Sequence[Token], index: int) -> int:
    """Return the length of «по согласованию», or of a preposition before a party: «от ИМЦ»."""
    if tokens[index].folded not in phrases().prepositions:
        return 0
    if index + 1 >= len(tokens):
        return 1
    following = tokens[index + 1]
    party = following.kind in {TokenKind.NAME, TokenKind.QUOTE} or (
        following.kind is TokenKind.WORD
        and (abbreviation_genre(following.text) is not None or find_head(tokens, index + 1))
    )
    return 1 if party else _to_end(tokens, index)
