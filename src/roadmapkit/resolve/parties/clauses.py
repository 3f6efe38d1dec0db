"""Clauses after a comma that belong to the party before it: «…, показывающие низкие результаты»."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapkit.resolve.parties.tokens import Token, TokenKind
from roadmapkit.resolve.parties.words import Reading, adjective_readings, is_participle, phrases

__all__ = ["clause_end", "is_charge", "opens_clause"]

_LONGEST_OPENING = 3
_DESCRIBING = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.QUOTE, TokenKind.LINE})


def is_charge(tokens: Sequence[Token], index: int, heads: Sequence[Reading]) -> bool:
    """Return whether «ответственный за …» says what the general post before it is for.

    Args:
        tokens: Tokens of the cell.
        index: Where «ответственный» may stand.
        heads: Readings of the post before it.
    """
    charge = tokens[index].folded.startswith("ответственн")
    if not charge or index + 1 >= len(tokens) or tokens[index + 1].folded != "за":
        return False
    general = any(reading.lemma in phrases().general for reading in heads)
    plural = {reading.plural for reading in adjective_readings(tokens[index].folded)}
    return general and any(reading.plural in plural for reading in heads)


def opens_clause(tokens: Sequence[Token], index: int) -> bool:
    """Return whether «показывающие …», «которые …», «в том числе …» begins at *index*."""
    words = [token.folded for token in tokens[index : index + _LONGEST_OPENING]]
    openings = {" ".join(words[:length]) for length in range(1, len(words) + 1)}
    if openings & phrases().within or any(word.startswith("котор") for word in words):
        return True
    begin = index + (words[0] == "не")
    goes_on = tokens[begin + 1 : begin + 2]
    described = any(t.kind in _DESCRIBING and t.folded != "и" for t in goes_on)
    word = tokens[begin].folded if begin < len(tokens) else ""
    return described and is_participle(word) and bool(adjective_readings(word))


def clause_end(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the comma or break that closes the clause begun at *index*."""
    closing = {TokenKind.COMMA, TokenKind.BREAK}
    while index < len(tokens) and tokens[index].kind not in closing:
        index += 1
    return index
