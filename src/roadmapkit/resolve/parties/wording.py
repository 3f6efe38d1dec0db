"""The nominative of a party as it is named in a list: one form for equal parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.lazily import regex
from roadmapkit.resolve.parties.heads import Head
from roadmapkit.resolve.parties.names import PersonForm, nominatives
from roadmapkit.resolve.parties.spelling import whole_word
from roadmapkit.resolve.parties.tokens import Token, TokenKind
from roadmapkit.resolve.parties.words import (
    NOMINATIVE,
    Reading,
    adjective_nominative,
    adjective_readings,
)

__all__ = ["nominative_heads", "nominative_name", "nominative_phrase", "plain_phrase"]

_SPACES = regex(r"\s+")


def plain_phrase(tokens: Sequence[Token]) -> str:
    """Return tokens as one line: remarks in brackets and doubled words are left out."""
    kept: list[Token] = []
    for token in tokens:
        if token.kind in {TokenKind.BRACKET, TokenKind.LINE}:
            continue
        doubled = kept and kept[-1].text == token.text and token.kind is TokenKind.WORD
        if not doubled:
            kept.append(token)
    return _joined(kept)


def _joined(tokens: Sequence[Token]) -> str:
    """Join tokens with the spacing that punctuation wants."""
    text = ""
    for token in tokens:
        word = _SPACES.sub(
            " ", whole_word(token.text) if token.kind is TokenKind.WORD else token.text
        )
        tight = token.kind in {TokenKind.COMMA, TokenKind.SLASH, TokenKind.OTHER}
        glued = text.endswith("/") or not text
        text += word if tight or glued else f" {word}"
    return text.strip(" ,;–—-")


def nominative_phrase(tokens: Sequence[Token], head: Head, first: int, last: int) -> str:
    """Return the party of tokens *first* to *last* with its head in the nominative.

    The words before the head follow it, those after it stay. A head that is in the
    nominative already, or that could be in either number, is left as it is.
    """
    tail = plain_phrase(tokens[head.index + 1 : last])
    phrase = next(nominative_heads(tokens, head), None)
    if phrase is None:
        return plain_phrase(tokens[first:last])
    return f"{phrase} {tail}".strip()


def nominative_heads(tokens: Sequence[Token], head: Head, case: str = "") -> Iterator[str]:
    """Yield the adjectives and the noun of *head* in the nominative, for each reading.

    Args:
        tokens: Tokens of the cell.
        head: The head; nothing is yielded for one that may be in the nominative.
        case: The case that the words before it govern, where that is known.
    """
    seen: set[str] = set()
    for reading in head.readings:
        other = reading.case != case if case else NOMINATIVE in head.cases
        if reading.case == NOMINATIVE or other:
            continue
        before = [t for t in tokens[head.first : head.index] if t.kind is not TokenKind.LINE]
        words = [_adjective(token, reading) for token in before]
        words.append(_cased(reading.nominative, tokens[head.index].text))
        phrase = " ".join(words)
        if phrase not in seen:
            seen.add(phrase)
            yield phrase


def _adjective(token: Token, head: Reading) -> str:
    if not adjective_readings(token.folded):
        return token.text
    return _cased(adjective_nominative(token.folded, head), token.text)


def _cased(word: str, pattern: str) -> str:
    """Return *word* with the capitals of *pattern*, the form as it was written."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word.capitalize() if pattern[:1].isupper() else word


def nominative_name(person: PersonForm, head: Head | None, *, oblique: bool) -> str:
    """Return «Фамилия И.О.», the surname in the nominative where that is beyond doubt.

    Args:
        person: The name as written.
        head: The post beside it, which stands in the same case.
        oblique: The name stands in a sentence that may govern a case.
    """
    cases = head.cases if head is not None else "gdaip"
    if not oblique and not _cannot_be_nominative(person.surname):
        return person.with_surname(person.surname)
    found = nominatives(person.surname, cases)
    return person.with_surname(found[0] if len(found) == 1 else person.surname)


def _cannot_be_nominative(surname: str) -> bool:
    return surname.endswith(("ую", "юю", "ову", "еву", "ину", "ыну"))
