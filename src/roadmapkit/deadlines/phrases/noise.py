"""What people type around a term: broken words, misspellings, times of day, footnote marks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roadmapkit.deadlines.phrases.lexer import Token, TokenKind, scan_tokens
from roadmapkit.deadlines.phrases.lexicon import classify, nearest

__all__ = ["Lexed", "tokenize"]


@dataclass(frozen=True, slots=True)
class Lexed:
    """Tokens of a phrase and what was passed over or corrected on the way.

    Attributes:
        tokens: Without spaces, footnote marks and times of day.
        noise: Pieces passed over, in order.
        spelling: Pairs of a misspelt word and the one it was read as.
        short_years: Dates whose year was written with two digits.
    """

    tokens: tuple[Token, ...]
    noise: tuple[str, ...]
    spelling: tuple[tuple[str, str], ...]
    short_years: tuple[str, ...]


def tokenize(phrase: str) -> Lexed:
    """Return the tokens of *phrase*; every character is in a token or in the noise."""
    scan = scan_tokens(phrase)
    tokens = _written_out(_join_broken_words(scan.tokens))
    tokens = _drop_times(tokens, scan.noise)
    tokens, spelling = _correct(tokens)
    return Lexed(tuple(tokens), tuple(scan.noise), tuple(spelling), tuple(scan.short_years))


def _written_out(tokens: list[Token]) -> list[Token]:
    """Write «теч.» and other abbreviations of the lexicon out, and drop their dots."""
    written: list[Token] = []
    for token in tokens:
        last = written[-1] if written else None
        after_abbreviation = last is not None and last.norm != last.text.lower().replace("ё", "е")
        if token.kind is TokenKind.DOT and after_abbreviation and _is_abbreviated(last):
            continue
        if _is_abbreviated(token) and token.lexeme is not None:
            norm = token.lexeme.name
            written.append(replace(token, norm=norm, lexeme=classify(norm) or token.lexeme))
        else:
            written.append(token)
    return written


def _is_abbreviated(token: Token | None) -> bool:
    """True for a word of the lexicon's table of abbreviations, written out or not."""
    if token is None or token.kind is not TokenKind.WORD:
        return False
    written = classify(token.text.lower().replace("ё", "е"))
    return written is not None and written.group == "abbreviations"


def _join_broken_words(tokens: list[Token]) -> list[Token]:
    """Join the halves of a known word that a line break or a hyphen has torn apart."""
    joined: list[Token] = []
    for token in tokens:
        joined.append(token)
        if token.kind is not TokenKind.WORD or token.lexeme is not None:
            continue
        gap = _gap(joined)
        if gap is None:
            continue
        head = joined[-1 - gap]
        norm = head.norm + token.norm
        lexeme = classify(norm)
        if lexeme is not None and len(token.norm) > 1 and len(head.norm) > 1:
            del joined[-1 - gap :]
            text = head.text + token.text
            joined.append(Token(TokenKind.WORD, text, head.start, token.end, norm, lexeme))
    return joined


def _gap(tokens: list[Token]) -> int | None:
    """Return how many places before the last token the other half of its word stands."""
    breaks = {TokenKind.NEWLINE, TokenKind.DASH}
    for gap in (1, 2, 3):
        if len(tokens) <= gap:
            return None
        other = tokens[-1 - gap]
        if other.kind is TokenKind.WORD:
            return gap
        if other.kind not in breaks:
            return None
    return None


_BEFORE_TIME = frozenset({"в", "к", "с", "по", "до", "на", "начало"})
_AFTER_TIME = frozenset({"ч", "час", "часа", "часов", "часам", "мин", "минут", "мск", "утра"})
_DATE_KINDS = frozenset({TokenKind.DATE, TokenKind.NUMBER})


def _drop_times(tokens: list[Token], noise: list[str]) -> list[Token]:
    """Take times of day out, with the preposition that belongs to them alone."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        length = _time_length(tokens, index)
        if not length:
            kept.append(tokens[index])
            index += 1
            continue
        noise.append(" ".join(token.text for token in tokens[index : index + length]))
        index += length
        follows_date = index < len(tokens) and tokens[index].kind in _DATE_KINDS
        while kept and not follows_date and kept[-1].norm in _BEFORE_TIME:
            kept.pop()
    return kept


def _time_length(tokens: list[Token], index: int) -> int:
    """Return how many tokens from *index* make up a time of day, 0 for none."""
    token = tokens[index]
    after = tokens[index + 1 : index + 3]
    hours = bool(after) and after[0].norm in _AFTER_TIME and after[0].norm != "часа"
    if token.kind is TokenKind.TIME or (
        token.kind is TokenKind.DATE and hours and token.value < 10000
    ):
        length = 1
    elif (
        token.kind is TokenKind.NUMBER
        and token.value <= 24
        and len(after) == 2
        and after[0].kind is TokenKind.DASH
        and after[1].text == "00"
    ):
        length = 3
    else:
        return 0
    while index + length < len(tokens) and tokens[index + length].norm in _AFTER_TIME:
        length += 1
        if index + length < len(tokens) and tokens[index + length].kind is TokenKind.DOT:
            length += 1
    return length


def _correct(tokens: list[Token]) -> tuple[list[Token], list[tuple[str, str]]]:
    """Read a misspelt month or adverb as the one it must be."""
    corrected: list[Token] = []
    spelling: list[tuple[str, str]] = []
    for token in tokens:
        near = nearest(token.norm) if token.kind is TokenKind.WORD and not token.lexeme else None
        if near is None:
            corrected.append(token)
        else:
            spelling.append((token.text, near))
            corrected.append(replace(token, norm=near, lexeme=classify(near)))
    return corrected, spelling
