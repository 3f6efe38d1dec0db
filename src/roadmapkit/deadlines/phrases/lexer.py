"""From the characters of a phrase to tokens: the one place that knows how people type."""

from __future__ import annotations

import re
from enum import Enum

from roadmapkit.deadlines.phrases.lexicon import Lexeme, classify
from roadmapkit.lazily import dataclass, regex

__all__ = ["Scan", "Token", "TokenKind", "roman_number", "scan_tokens", "word_token"]


class TokenKind(Enum):
    """Classes of tokens."""

    WORD = "word"
    NUMBER = "number"
    ROMAN = "roman"
    DATE = "date"
    MONTH_YEAR = "month and year"
    TIME = "time"
    DASH = "dash"
    SLASH = "slash"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    COLON = "colon"
    DOT = "dot"
    NEWLINE = "newline"
    OPEN = "open"
    CLOSE = "close"
    QUOTE_OPEN = "quote open"
    QUOTE_CLOSE = "quote close"
    NUMERO = "numero"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of the phrase.

    Attributes:
        kind: Its class.
        text: As written.
        start: Offset of its first character in the phrase.
        end: Offset behind its last character.
        norm: In lower case, «ё» as «е», Latin look-alikes as Cyrillic.
        lexeme: Meaning of a word form, where it has one.
        value: The number; ``year * 100 + month`` for MONTH_YEAR; for DATE the packed
            ``(year * 100 + month) * 100 + day`` with year 0 when it is not written.
        ordinal: True for «1-й», «2-го».
        line_start: A line break stands before it.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    norm: str = ""
    lexeme: Lexeme | None = None
    value: int = 0
    ordinal: bool = False
    line_start: bool = False


_LOOKALIKES = str.maketrans("aceopxykmthb", "асеорхукмтнв")
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6,
    "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4, "ⅴ": 5, "ⅵ": 6,
}  # fmt: skip
# Cyrillic letters that stand for Roman digits on a keyboard without Latin ones.
_ROMAN_KEYS = str.maketrans({"і": "i", "ӏ": "i", "l": "i", "ш": "iii", "п": "ii", "у": "v"})

_PATTERN = regex(
    r"""
    (?P<skip>[^\S\n]+|[\u00ad\u200b\u2060\ufeff]+)
  | (?P<footnote>\*+|[¹²³⁴-⁹]+|\[\d{1,2}\]|<\d{1,2}>)
  | (?P<newline>\n+)
  | (?P<iso>\d{4}[-‐‑–—−]\d{2}[-‐‑–—−]\d{2}(?!\d))
  | (?P<dmy>\d{1,2}
           (?:[\s\u200b]{0,3}[.][\s\u200b]{0,3}\d{1,2}[\s\u200b]{0,3}[.][\s\u200b]{0,3}
            |[\s\u200b]{0,3}/[\s\u200b]{0,3}\d{1,2}[\s\u200b]{0,3}/[\s\u200b]{0,3}
            |[-‐‑]\d{1,2}[-‐‑])
           (?:\d{4}|\d{2})(?![\d]|[.]\d))
  | (?P<my>\d{1,2}[./]\d{4}(?!\d))
  | (?P<clock>\d{1,2}:\d{2}(?!\d))
  | (?P<dm>\d{1,2}[.]\d{1,2}(?![\d]|[.]\d{3}))
  | (?P<ordinal>\d{1,2}[ ]?[-‐‑‒–—―−]?[ ]?(?i:ый|ой|ий|ая|я|ое|ого|го|ом|ому|му|м|ую|ю|е|й|х|ых)\b)
  | (?P<number>\d+)
  | (?P<word>[^\W\d_¹²³⁰-⁹]+(?:[\u00ad\u200b\u2060]+[^\W\d_¹²³⁰-⁹]+)*)
  | (?P<dash>[-‐‑‒–—―−]+)
  | (?P<dots>[.]{2,}|…)
  | (?P<mark>.)
    """,
    re.VERBOSE,
)

_MARKS = {
    "/": TokenKind.SLASH,
    "\\": TokenKind.SLASH,
    ",": TokenKind.COMMA,
    ";": TokenKind.SEMICOLON,
    ":": TokenKind.COLON,
    ".": TokenKind.DOT,
    "(": TokenKind.OPEN,
    "[": TokenKind.OPEN,
    ")": TokenKind.CLOSE,
    "]": TokenKind.CLOSE,
    "«": TokenKind.QUOTE_OPEN,
    "“": TokenKind.QUOTE_OPEN,
    "„": TokenKind.QUOTE_OPEN,
    "»": TokenKind.QUOTE_CLOSE,
    "”": TokenKind.QUOTE_CLOSE,
    '"': TokenKind.QUOTE_OPEN,
    "№": TokenKind.NUMERO,
    "•": TokenKind.NEWLINE,
    "·": TokenKind.NEWLINE,
    "●": TokenKind.NEWLINE,
    "▪": TokenKind.NEWLINE,
}

_INVISIBLE = regex("[\u00ad\u200b\u2060\ufeff]")


def scan_tokens(phrase: str) -> Scan:
    """Return what stands in *phrase*, token by token; one pass, in linear time."""
    scan = Scan()
    for match in _PATTERN.finditer(phrase.replace("\r", "\n")):
        scan.take(match)
    return scan


class Scan:
    """Collects tokens match by match.

    Attributes:
        tokens: Tokens in order.
        noise: Pieces passed over, in order.
        short_years: Dates whose year was written with two digits.
    """

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.noise: list[str] = []
        self.short_years: list[str] = []

    def take(self, match: re.Match[str]) -> None:
        """Turn one match into a token, or into noise."""
        getattr(self, f"_{match.lastgroup}")(match)

    def _add(
        self, match: re.Match[str], kind: TokenKind, value: int = 0, *, ordinal: bool = False
    ) -> None:
        token = Token(
            kind, match[0], match.start(), match.end(), match[0].lower(), None, value, ordinal
        )
        self.tokens.append(token)

    def _skip(self, match: re.Match[str]) -> None:
        """White space and invisible characters carry nothing."""

    def _footnote(self, match: re.Match[str]) -> None:
        self.noise.append(match[0])

    def _newline(self, match: re.Match[str]) -> None:
        self._add(match, TokenKind.NEWLINE)

    def _iso(self, match: re.Match[str]) -> None:
        self._add(match, TokenKind.DATE, int(re.sub(r"\D", "", match[0])))

    def _dmy(self, match: re.Match[str]) -> None:
        day, month, year = (int(part) for part in re.split(r"[^\d]+", match[0]))
        if year < 100:
            self.short_years.append(match[0])
            year += 2000
        self._add(match, TokenKind.DATE, (year * 100 + month) * 100 + day)

    def _my(self, match: re.Match[str]) -> None:
        month, year = (int(part) for part in re.split(r"[./]", match[0]))
        if 1 <= month <= 12:
            self._add(match, TokenKind.MONTH_YEAR, year * 100 + month)
        else:
            self._add(match, TokenKind.OTHER)

    def _clock(self, match: re.Match[str]) -> None:
        self._add(match, TokenKind.TIME)

    def _dm(self, match: re.Match[str]) -> None:
        day, month = (int(part) for part in match[0].split("."))
        if month == 0 or (month > 12 and day <= 24 and month % 5 == 0):
            self._add(match, TokenKind.TIME)
        else:
            self._add(match, TokenKind.DATE, month * 100 + day)

    def _ordinal(self, match: re.Match[str]) -> None:
        digits = re.match(r"\d+", match[0])
        value = int(digits[0]) if digits else 0
        self._add(match, TokenKind.NUMBER, value, ordinal=True)

    def _number(self, match: re.Match[str]) -> None:
        # Longer numbers are no part of a term, and int() refuses thousands of digits.
        self._add(match, TokenKind.NUMBER, int(match[0]) if len(match[0]) < 7 else -1)

    def _dash(self, match: re.Match[str]) -> None:
        self._add(match, TokenKind.DASH)

    def _dots(self, match: re.Match[str]) -> None:
        self._add(match, TokenKind.DASH if match.start() else TokenKind.OTHER)

    def _mark(self, match: re.Match[str]) -> None:
        kind = _MARKS.get(match[0], TokenKind.OTHER)
        if match[0] == '"' and self._quote_is_open():
            kind = TokenKind.QUOTE_CLOSE
        self._add(match, kind)

    def _quote_is_open(self) -> bool:
        for token in reversed(self.tokens):
            if token.text == '"':
                return token.kind is TokenKind.QUOTE_OPEN
        return False

    def _word(self, match: re.Match[str]) -> None:
        lowered = _INVISIBLE.sub("", match[0]).lower()
        roman = roman_number(lowered)
        if roman is not None and match[0] != match[0].lower():
            self._add(match, TokenKind.ROMAN, roman)
            return
        norm = _cyrillic(lowered).replace("ё", "е")
        text = _INVISIBLE.sub("", match[0])
        self.tokens.append(word_token(text, match.start(), match.end(), norm))


def roman_number(word: str) -> int | None:
    """Return the number of a Roman numeral in lower case, also typed with Cyrillic letters."""
    return _ROMAN.get(word.translate(_ROMAN_KEYS))


def word_token(text: str, start: int, end: int, norm: str) -> Token:
    """Return the token of a word whose normal form is *norm*."""
    return Token(TokenKind.WORD, text, start, end, norm=norm, lexeme=classify(norm))


def _cyrillic(word: str) -> str:
    """Replace Latin look-alikes in a word that also holds Cyrillic letters or is one of them."""
    if word.isascii() and len(word) > 1:
        swapped = word.translate(_LOOKALIKES)
        return swapped if classify(swapped) else word
    return word.translate(_LOOKALIKES)
