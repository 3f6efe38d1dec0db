"""A phrase cut into words, numbers, separators, quoted names and brackets."""

from __future__ import annotations

import re
from enum import Enum

from roadmapkit.lazily import dataclass, regex

__all__ = ["Kind", "Token", "following", "tokenize"]


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    ABBREVIATION = "abbreviation"
    NUMBER = "number"
    SPACE = "space"
    DASH = "dash"
    COMMA = "comma"
    QUOTED = "quoted"
    BRACKETED = "bracketed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a phrase; the texts of all tokens together are the phrase.

    Attributes:
        kind: What the piece is.
        text: The characters, a quoted or bracketed piece with its marks.
    """

    kind: Kind
    text: str

    @property
    def inner(self) -> str:
        """The text between the marks of a quoted or bracketed piece."""
        return self.text[1:-1] if self.text[-1:] in '»”“")' else self.text[1:]


_CLOSING = {"«": "»", "„": "“", "“": "”", "(": ")", '"': '"'}
_PATTERN = regex(
    r"""
      (?P<SPACE>\s+)
    | (?P<NUMBER>\d+(?!-[а-яё]{1,3}\b)[^\s,;()«»"]*|№)
    | (?P<ABBREVIATION>[^\W\d_]{1,6}\.(?=\s*[^\W\d_«"]))
    | (?P<WORD>(?:\d+-)?[^\W\d_]+(?:[-‑/’'][^\W_]+)*)
    | (?P<DASH>[-–—](?=\s))
    | (?P<COMMA>,)
    | (?P<OTHER>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut *text* into tokens; never fails and never loses a character.

    A dash is a separator only between spaces. Quotation marks and brackets close
    where their nesting does, else at their last closing mark: official names share
    one mark between two nested names.
    """
    tokens: list[Token] = []
    ends = _groups(text)
    position = 0
    while position < len(text):
        end = ends.get(position)
        if end:
            kind = Kind.BRACKETED if text[position] == "(" else Kind.QUOTED
            tokens.append(Token(kind, text[position:end]))
            position = end
            continue
        match = _PATTERN.match(text, position)
        if match is None:  # pragma: no cover - the last alternative takes any character
            break
        kind = Kind[match.lastgroup or "OTHER"]
        if kind is Kind.DASH and position and not text[position - 1].isspace():
            kind = Kind.OTHER
        tokens.append(Token(kind, match[0]))
        position = match.end()
    return tuple(tokens)


def following(tokens: tuple[Token, ...], position: int) -> int:
    """Return the position of the first token from *position* on that is not a space."""
    while position < len(tokens) and tokens[position].kind is Kind.SPACE:
        position += 1
    return position


def _groups(text: str) -> dict[int, int]:
    """Return the ends of the quoted and bracketed pieces by their beginnings."""
    ends: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    last: dict[str, int] = {}
    for position, mark in enumerate(text):
        if mark in '"“' and opened and opened[-1][0] == mark:  # opens and closes
            ends[opened.pop()[1]] = position + 1
            last[mark] = position + 1
        elif mark in _CLOSING:
            opened.append((_CLOSING[mark], position))
        elif any(closing == mark for closing, _ in opened[-1:]):
            ends[opened.pop()[1]] = position + 1
            last[mark] = position + 1
    for closing, position in opened:
        if last.get(closing, 0) > position:
            ends[position] = last[closing]
    return ends
