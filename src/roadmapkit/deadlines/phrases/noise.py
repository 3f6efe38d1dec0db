"""What people type around a term: broken words, misspellings, times of day, footnote marks."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.lexer import (
    Token,
    TokenKind,
    roman_number,
    scan_tokens,
    word_token,
)
from roadmapkit.deadlines.phrases.lexicon import classify, nearest
from roadmapkit.deadlines.phrases.references import mask_references
from roadmapkit.lazily import dataclass

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
    tokens = _unglued(_join_broken_words(scan.tokens))
    tokens, years = _join_broken_years(_unwrapped(tokens))
    tokens = _written_out(tokens)
    tokens = _drop_repeated(_drop_times(mask_references(tokens), scan.noise), scan.noise)
    tokens, spelling = _correct(_unquoted(_plain_years(_small_romans(tokens))))
    return Lexed(tuple(tokens), tuple(scan.noise), (*years, *spelling), tuple(scan.short_years))


def _unwrapped(tokens: list[Token]) -> list[Token]:
    """Take line breaks out, each remembered by the token behind it; only bullets separate.

    A dash that begins a line is a bullet where the first line begins with one too.
    """
    bulleted = bool(tokens) and tokens[0].kind is TokenKind.DASH
    kept: list[Token] = []
    line_start = True
    for token in tokens:
        if token.kind is TokenKind.NEWLINE and not token.text.strip():
            line_start = True
            continue
        bullet = line_start and bulleted and token.kind is TokenKind.DASH
        kind = TokenKind.NEWLINE if bullet else token.kind
        broken = line_start and bool(kept)
        same = kind is token.kind and not broken
        kept.append(token if same else replace(token, kind=kind, line_start=broken))
        line_start = False
    return kept


def _join_broken_years(tokens: list[Token]) -> tuple[list[Token], list[tuple[str, str]]]:
    """Join «20 24 г.»: the digits of a year that a space has torn apart."""
    joined: list[Token] = []
    spelling: list[tuple[str, str]] = []
    for place, token in enumerate(tokens):
        last = joined[-1] if joined else None
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if (
            last is not None
            and last.kind is token.kind is TokenKind.NUMBER
            and last.text in {"19", "20"}
            and len(token.text) == 2
            and following is not None
            and following.lexeme is not None
            and (following.lexeme.group, following.lexeme.name) == ("units", "year")
        ):
            text = last.text + token.text
            spelling.append((f"{last.text} {token.text}", text))
            joined[-1] = replace(last, text=text, end=token.end, norm=text, value=int(text))
        else:
            joined.append(token)
    return joined, spelling


_YEAR_ENDINGS = frozenset({"й", "го", "му", "м", "е", "ый", "ой", "ом"})
_NUMBERED_BY_ROMANS = frozenset({"quarter", "half-year", "academic-term", "decade"})


def _small_romans(tokens: list[Token]) -> list[Token]:
    """Read «l квартал» and «ii полугодие»: small letters before a noun that is numbered so."""
    found: list[Token] = []
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        number = roman_number(token.text.lower()) if token.kind is TokenKind.WORD else None
        numbered = (
            number is not None
            and following is not None
            and following.lexeme is not None
            and following.lexeme.name in _NUMBERED_BY_ROMANS
        )
        if numbered and number is not None:
            found.append(replace(token, kind=TokenKind.ROMAN, value=number, lexeme=None))
        else:
            found.append(token)
    return found


def _plain_years(tokens: list[Token]) -> list[Token]:
    """Take the ending off «2024-го года»."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if len(kept) < 3 or token.norm not in _YEAR_ENDINGS:
            continue
        year, dash = kept[-3], kept[-2]
        glued = year.end == dash.start and dash.end == token.start
        if glued and dash.kind is TokenKind.DASH and len(year.text) == 4 and year.text.isdigit():
            kept[-3:] = [replace(year, end=token.end)]
    return kept


def _unquoted(tokens: list[Token]) -> list[Token]:
    """Take the quotation marks off the day of «20» марта 2012 г."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        marks = [one.kind for one in kept[-3:]]
        if marks == [TokenKind.QUOTE_OPEN, TokenKind.NUMBER, TokenKind.QUOTE_CLOSE] and (
            len(kept[-2].text) <= 2
        ):
            kept[-3:] = [replace(kept[-2], start=kept[-3].start, end=token.end)]
    return kept


def _drop_repeated(tokens: list[Token], noise: list[str]) -> list[Token]:
    """Take out a word that was typed twice: «с 5 по по 25 марта»."""
    kept: list[Token] = []
    for token in tokens:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.kind is token.kind is TokenKind.WORD
            and last.norm == token.norm
            and len(token.norm) > 1
            and not (token.line_start and token.lexeme is not None)
        ):
            noise.append(token.text)
        else:
            kept.append(token)
    return kept


def _written_out(tokens: list[Token]) -> list[Token]:
    """Write «теч.» and other abbreviations of the lexicon out, and drop their dots."""
    written: list[Token] = []
    for place, token in enumerate(tokens):
        last = written[-1] if written else None
        after_abbreviation = last is not None and last.norm != last.text.lower().replace("ё", "е")
        if token.kind is TokenKind.DOT and after_abbreviation and _is_abbreviated(last):
            continue
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        ends = following is None or following.text[0] == "."
        short = _is_abbreviated(token) and token.lexeme is not None
        if short and token.lexeme is not None and (ends or token.lexeme.name in _NEEDS_NO_DOT):
            norm = token.lexeme.name
            written.append(replace(token, norm=norm, lexeme=classify(norm) or token.lexeme))
        else:
            written.append(token)
    return written


_NEEDS_NO_DOT = frozenset({"течение", "полугодие"})


def _is_abbreviated(token: Token | None) -> bool:
    """True for a word of the lexicon's table of abbreviations, written out or not."""
    if token is None or token.kind is not TokenKind.WORD:
        return False
    written = classify(token.text.lower().replace("ё", "е"))
    return written is not None and written.group == "abbreviations"


_GLUED = {"втечение": ("в", "течение"), "втечении": ("в", "течение"), "впериод": ("в", "период")}


def _unglued(tokens: list[Token]) -> list[Token]:
    """Take apart a preposition and its noun that were typed as one word."""
    apart: list[Token] = []
    for token in tokens:
        if token.norm in _GLUED:
            first, second = _GLUED[token.norm]
            middle = token.start + len(first)
            apart.append(replace(token, text=first, end=middle, norm=first))
            apart.append(word_token(second, middle, token.end, second))
        else:
            apart.append(token)
    return apart


def _join_broken_words(tokens: list[Token]) -> list[Token]:
    """Join the halves of a known word that a line break or a hyphen has torn apart."""
    joined: list[Token] = []
    for token in tokens:
        joined.append(token)
        gap = _gap(joined) if token.kind is TokenKind.WORD else None
        if gap is None:
            continue
        head = joined[-1 - gap]
        norm = head.norm + token.norm
        lexeme = classify(norm)
        if _divided(joined, gap) if lexeme is None else _torn(joined, gap):
            del joined[-1 - gap :]
            text = head.text + token.text
            joined.append(Token(TokenKind.WORD, text, head.start, token.end, norm, lexeme))
    return joined


def _torn(tokens: list[Token], gap: int) -> bool:
    """True if the last token is the tail of a known word, and no word of its own."""
    head, tail = tokens[-1 - gap], tokens[-1]
    if _hyphenated(tokens, gap):
        return True
    long_enough = len(tail.norm) > 1 or (tail.norm in "ьй" and len(head.norm) > 2)
    return tail.lexeme is None and long_enough and len(head.norm) > 1


_SHORT_WORD = 4
# «Август-/овская» is one adjective.
_ADJECTIVE_TAILS = ("ск", "овск")


def _divided(tokens: list[Token], gap: int) -> bool:
    """True for any word that a hyphen at the end of a line divides: «подписа-/ния»."""
    head, tail = tokens[-1 - gap], tokens[-1]
    # «Мес-/ячный» is divided, «сентябрь-/декабр…» is two words.
    whole = head.lexeme is not None and (tail.lexeme is not None or len(head.norm) > _SHORT_WORD)
    whole = whole and not tail.norm.startswith(_ADJECTIVE_TAILS)
    same_case = tail.text in {tail.text.lower(), tail.text.upper()}
    return _hyphenated(tokens, gap) and not whole and same_case


def _hyphenated(tokens: list[Token], gap: int) -> bool:
    between = tokens[-gap:-1]
    return (
        [token.kind for token in between] == [TokenKind.DASH, TokenKind.NEWLINE]
        and between[0].text in {"-", "\u2010", "\u2011"}
        and between[0].start == tokens[-1 - gap].end
    )


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
        passed = [token.text for token in tokens[index : index + length]]
        index += length
        follows_date = index < len(tokens) and tokens[index].kind in _DATE_KINDS
        while kept and not follows_date and kept[-1].norm in _BEFORE_TIME:
            passed.insert(0, kept.pop().text)
        noise.append(" ".join(passed))
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
            if near != token.norm:
                spelling.append((token.text, near))
            corrected.append(replace(token, norm=near, lexeme=classify(near)))
    return corrected, spelling
