"""School lists beside a term: where they stand and which names they hold."""

from __future__ import annotations

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import Token, TokenKind
from roadmapkit.deadlines.phrases.lexicon import classify
from roadmapkit.lazily import regex

__all__ = ["party_start", "split_names"]

_WORD = regex(r"[^\W\d_]+")
_IN_NAME = frozenset({TokenKind.WORD, TokenKind.NUMERO, TokenKind.NUMBER, TokenKind.QUOTE_OPEN})
_NUMBERS = regex(r"^(?:и\s+)?№?\s*(\d+)$")
_NUMBERED = regex(r"^(.*?№\s*)\d+\S*$")


def party_start(c: Cursor) -> bool:
    """True where an organisation's name begins: «МБОУ «…»», «СОШ № 4», «Луговская СОШ»."""
    token, following = c.peek(), c.peek(1)
    if token is None or following is None or token.kind is not TokenKind.WORD:
        return False
    if c.is_group("organisations"):
        named = _IN_NAME if _is_abbreviation(token) else _IN_NAME - {TokenKind.WORD}
        return following.kind in named or c.is_group("organisations", ahead=1)
    if _is_abbreviation(token) and following.kind in {TokenKind.QUOTE_OPEN, TokenKind.NUMERO}:
        return True
    capital = token.lexeme is None and token.text[:1].isupper()
    return capital and c.is_group("organisations", ahead=1)


def _is_abbreviation(token: Token) -> bool:
    if token.lexeme is not None and token.lexeme.group == "schedules":
        # «ПРИКАЗ № 12» is no school, even in capital letters.
        return False
    return len(token.text) > 1 and token.text.upper() == token.text


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of a list, each with its closing mark even where it is missing.

    A list of numbers behind one name is written out: «СОШ № 4, 6» is «СОШ № 4» and «СОШ № 6».
    """
    names: list[str] = []
    for piece in _pieces(text):
        name = piece.strip(" \t\n,;.–—-:")
        if name.count("«") > name.count("»"):
            name += "»"
        number = _NUMBERS.match(name)
        head = _NUMBERED.match(names[-1]) if names else None
        if number and head:
            name = head[1] + number[1]
        if name:
            names.append(name)
    return tuple(names)


def _pieces(text: str) -> list[str]:
    """Split at commas, semicolons and full stops that stand between two names."""
    pieces: list[str] = []
    start = depth = 0
    for place, mark in enumerate(text):
        if mark == "«":
            depth += 1
        elif mark == "»":
            depth = max(depth - 1, 0)
        elif mark in ",;." and _separates(text, place, mark, depth):
            pieces.append(text[start:place])
            start, depth = place + 1, 0
    return [*pieces, text[start:]]


def _separates(text: str, place: int, mark: str, depth: int) -> bool:
    following = _WORD.match(text, _after_spaces(text, place + 1))
    name_follows = following is not None and _starts_name(following[0])
    if mark == "." or depth:
        # Inside a quotation that was never closed only a new name ends the old one.
        return name_follows and (
            mark != "." or text[place - 1 : place] in {"»", '"'} or _digit(text, place)
        )
    return True


def _digit(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit()


def _after_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _starts_name(word: str) -> bool:
    lexeme = classify(word.lower().replace("ё", "е"))
    return lexeme is not None and lexeme.group == "organisations"
