"""A cell of parties as tokens: words, names of people, quoted names, brackets, separators."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from roadmapkit.lazily import dataclass, regex
from roadmapkit.resolve.parties.abbreviations import is_abbreviation
from roadmapkit.resolve.parties.names import PersonForm, is_surname_like, read_person
from roadmapkit.resolve.parties.spelling import near_noun_readings, to_cyrillic, whole_word
from roadmapkit.resolve.parties.words import fold, noun_readings, phrases

__all__ = ["Token", "TokenKind", "tokenize"]


class TokenKind(Enum):
    """What a token is; the values are for reading test failures."""

    WORD = "word"
    NAME = "name"
    NUMBER = "number"
    QUOTE = "quote"
    BRACKET = "bracket"
    COMMA = "comma"
    BREAK = "break"
    LINE = "line"
    DASH = "dash"
    SLASH = "slash"
    COLON = "colon"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """One token with its place in the cell.

    Attributes:
        kind: What it is.
        text: The characters as written, with Cyrillic letters for Latin ones that look alike.
        start: Offset of the first character.
        end: Offset after the last character.
        person: The name read, for ``NAME`` only.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    person: PersonForm | None = None

    @property
    def folded(self) -> str:
        """The text in lower case, without «ё» and a closing dot."""
        return _folded(self.text)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """Return the folded form; cells repeat a small stock of words, and ask for it often."""
    return fold(whole_word(text)).rstrip(".")


_CYRILLIC = "А-Яа-яЁё"
_CUT = r"(?<=[а-яё])(?:[-‑\u00ad][ \t]*\n[ \t]*|\u00ad)(?=[а-яё])"
_WORD = rf"[{_CYRILLIC}A-Za-z][{_CYRILLIC}A-Za-z0-9]*(?:(?:[-‑'’]|{_CUT})[{_CYRILLIC}A-Za-z0-9]+)*"
_INITIALS = (
    r"[А-ЯЁ],[А-ЯЁ](?=[,.\s]|$)"
    r"|[А-ЯЁ]\.\s?[А-ЯЁ](?:\.|(?![\w]))"
    r"|[А-ЯЁ]\.(?=\s|$|[,;)]|[А-ЯЁ][а-яё])"
)
_LIST_SEPARATOR = regex(r"[,;\n]")
_LEXER = regex(
    rf"""
    (?P<line>[\r\n\v\f\u2028\u2029]+)
  | (?P<space>\s+)
  | (?P<initials>{_INITIALS})
  | (?P<number>(?:№|N(?=\s?\d))\s*\d+(?:[-–]\w+)?(?:[./]\d+)*
      | \d+(?:(?:\s?[-–—]\s?|[./])\d+)*(?:-?[{_CYRILLIC}]{{1,3}}(?!\w))?)
  | (?P<word>[А-ЯЁ][а-яё]+(?=[А-ЯЁ]\.\s?[А-ЯЁ])|{_WORD}\.?)
  | (?P<comma>,)
  | (?P<break>[;•●▪◦·⁃\uf0b7])
  | (?P<dash>[-–—−])
  | (?P<slash>/)
  | (?P<colon>:)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SHORTEST_CAPITALS = 5
_SHORTEST_WHOLE = 5
_SUFFIXES = frozenset({"оглы", "кызы", "улы", "заде"})
_CLOSING = {"«": "»", "„": "“”", "“": "”", '"': '"', "‹": "›"}


@lru_cache(maxsize=1024)  # the same executors stand in most rows of a plan
def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of *text* in order; white space is left out, line breaks are kept."""
    clean = to_cyrillic(text)
    return tuple(_join_names(_scan(clean), clean))


def _scan(text: str) -> list[Token]:
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        block = _block(text, position)
        if block is not None:
            tokens.append(block)
            position = block.end
            continue
        match = _LEXER.match(text, position)
        if match is None or match.lastgroup is None:  # the last alternative takes any character
            break
        end = match.end()
        if match.lastgroup == "word" and _ends_sentence(text, match):
            end -= 1
        if match.lastgroup != "space":
            tokens.append(_token(match.lastgroup, text[position:end], position))
        position = end
    return tokens


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Return whether the dot after a word is a full stop, not the mark of a short form."""
    word = match.group().removesuffix(".")
    if word == match.group():
        return False
    after = text[match.end() :].lstrip()
    return is_abbreviation(word) or (len(word) >= _SHORTEST_WHOLE and not after[:1].islower())


def _token(group: str, text: str, start: int) -> Token:
    """Return the token of a match; the dot of a whole word ends it, that of «гл.» belongs to it."""
    kind = TokenKind.OTHER if group == "initials" else TokenKind(group)
    return Token(kind, text, start, start + len(text))


def _block(text: str, start: int) -> Token | None:
    """Return the quoted name or the bracket that begins at *start*, as one token."""
    character = text[start]
    if character in "([":
        end = _closing_bracket(text, start)
        return Token(TokenKind.BRACKET, text[start:end], start, end) if end else None
    if character in _CLOSING:
        closed = _closing_quote(text, start)
        if closed is not None:
            return Token(TokenKind.QUOTE, text[start:closed], start, closed)
    return None


def _closing_bracket(text: str, start: int) -> int | None:
    """Return the offset after the bracket opened at *start*.

    One that is never closed ends with its part of the list; before all words, or before
    another bracket, it is no remark but a slip, and None is returned.
    """
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] in "([") - (text[index] in ")]")
        if depth == 0:
            return index + 1
    before = text[:start].rstrip(" \t\u00a0")
    separator = _LIST_SEPARATOR.search(text, start)
    end = separator.start() if separator else len(text)
    slip = (
        not before or before[-1] in ",;\n/" or any(mark in text[start + 1 : end] for mark in "([")
    )
    return None if slip else end


def _closing_quote(text: str, start: int) -> int | None:
    """Return the offset after the mark that closes the quotation opened at *start*.

    Nested quotations may share one closing mark, as official acts print them; then the
    last mark before the next party on the list closes all.
    """
    opening, closing = text[start], _CLOSING[text[start]]
    if opening in closing:
        index = text.find(opening, start + 1)
        return index + 1 if index >= 0 else None
    depth = 0
    last: int | None = None
    for index in range(start, len(text)):
        character = text[index]
        if character == opening:
            if depth and last is None and _starts_anew(text, start, index):
                break
            depth += 1
        elif character in closing:
            depth -= 1
            last = index
            if depth == 0:
                return index + 1
    if last is not None:
        return last + 1
    separator = _LIST_SEPARATOR.search(text, start)
    return separator.start() if separator else len(text)


def _starts_anew(text: str, start: int, index: int) -> bool:
    """Return whether the quotation at *index* belongs to the next party: «… 19, МБОУ «…»."""
    before = re.search(rf"[,;\n]\s*([{_CYRILLIC}]+)\s*$", text[start:index])
    return before is not None and is_abbreviation(before.group(1))


def _join_names(tokens: list[Token], text: str) -> list[Token]:
    """Join surnames with initials, and full names, to one token each."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        length = _name_length(tokens, index) or _broken_length(tokens, index)
        if not length:
            joined.append(tokens[index])
            index += 1
            continue
        start, end = tokens[index].start, tokens[index + length - 1].end
        person = read_person(text[start:end])
        kind = TokenKind.NAME if person else TokenKind.OTHER
        index += length
        if person is not None and _has_suffix(tokens, index):
            index += 1 + (tokens[index].kind is TokenKind.DASH)
            end = tokens[index - 1].end
        joined.append(Token(kind, text[start:end], start, end, person))
    return joined


def _has_suffix(tokens: list[Token], index: int) -> bool:
    """Return whether «оглы», «-кызы» follows a name."""
    begin = index + (index < len(tokens) and tokens[index].kind is TokenKind.DASH)
    return begin < len(tokens) and tokens[begin].folded in _SUFFIXES


def _broken_length(tokens: list[Token], index: int) -> int:
    """Return the length of a name that goes on in the next line, 0 where none does."""
    lines = [t for t in tokens[index : index + 4] if t.kind is TokenKind.LINE]
    if not lines or _shape(tokens[index]) == ".":
        return 0
    words = [t for t in tokens[index : index + 6] if t.kind is not TokenKind.LINE]
    shape = "".join(_shape(token) for token in words)
    length = 0
    if shape.startswith(("SSP", "SPS")):
        length = 3
    elif shape.startswith(("SI", "IS")) and (shape[2:3] != "S" or shape[2:4] == "SI"):
        length = 2
    last = tokens.index(words[length - 1], index) + 1 if length else index
    return last - index if sum(t.kind is TokenKind.LINE for t in tokens[index:last]) < length else 0


def _name_length(tokens: list[Token], index: int) -> int:
    """Return how many tokens from *index* on are one name, 0 if none are."""
    shape = "".join(_shape(token) for token in tokens[index : index + 4])
    if shape.startswith(("SSP", "SPS")):
        return 3
    if shape.startswith("SI"):
        # «города Сосновска С.В. Иванов»: the initials belong to the surname after them.
        inside = index > 0 and tokens[index - 1].kind is TokenKind.WORD
        if inside and shape.startswith("SIS") and not shape.startswith("SISI"):
            lower = tokens[index - 1].text[0].islower()
            return 0 if lower and noun_readings(tokens[index - 1].folded) != () else 2
        return 2
    if shape.startswith("IS"):
        return 2
    return _loose_length(tokens, index)


def _shape(token: Token) -> str:
    """Return S for what may be a surname, P for a patronymic, I for initials, else a dot."""
    if token.kind is TokenKind.OTHER and re.fullmatch(_INITIALS, token.text):
        return "I"
    if token.kind is not TokenKind.WORD or token.text.endswith("."):
        return "."
    if not token.text[0].isupper() or len(token.text) < 2:
        return "."
    if re.search(r"(?:ович|евич|ич|[ое]вн|ичн|иничн)(?:а|ы|е|у|ой|ей|ем|ом)?$", token.folded):
        return "P"
    short = is_abbreviation(token.text) and len(token.text) < _SHORTEST_CAPITALS
    return "." if short or noun_readings(token.folded) else "S"


def _loose_length(tokens: list[Token], index: int) -> int:
    """Return the length of a surname with initials that lack their dots: «Иванова СВ»."""
    word = tokens[index].folded
    if _shape(tokens[index]) != "S" or not is_surname_like(word) or near_noun_readings(word):
        return 0
    following = tokens[index + 1 : index + 3]
    letters = ""
    for count, token in enumerate(following, start=1):
        letters += token.text.rstrip(".")
        if token.kind not in {TokenKind.WORD, TokenKind.OTHER} or not letters.isupper():
            return 0
        if len(letters) == 2:
            return 1 + count if fold(letters) not in phrases().acting else 0
        if len(letters) > 2:
            return 0
    return 0
