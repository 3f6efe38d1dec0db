"""What kind of party a piece of a cell is, and how it is called in the nominative."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from roadmapkit.lazily import regex
from roadmapkit.model.kinds import Group, Organization, Person
from roadmapkit.resolve.directory.forms import Entry
from roadmapkit.resolve.parties.abbreviations import (
    abbreviation_genre,
    is_legal_form,
    is_post_in_capitals,
)
from roadmapkit.resolve.parties.heads import Head, find_head
from roadmapkit.resolve.parties.names import is_surname_like
from roadmapkit.resolve.parties.pieces import Piece
from roadmapkit.resolve.parties.tokens import Token, TokenKind
from roadmapkit.resolve.parties.wording import nominative_name, nominative_phrase, plain_phrase
from roadmapkit.resolve.parties.words import (
    Genre,
    adjective_readings,
    is_agent,
    is_of_people,
    noun_readings,
    phrases,
)

__all__ = ["PartyKind", "kind_by_form", "kind_of_entry", "normalized"]

PartyKind = Literal["person", "role", "organization", "group"]

_ADMINISTRATION = "администрация"
_CUT_ADJECTIVE = regex(r"(?:льн|нн|ск)(?:е|ы|и)$")


def kind_of_entry(entry: Entry, tokens: Sequence[Token], piece: Piece) -> PartyKind:
    """Return the kind of a directory entry; a group of heads of organisations is a role."""
    if isinstance(entry.model, Person):
        return "person"
    if isinstance(entry.model, Organization):
        return "organization"
    if isinstance(entry.model, Group):
        by_form = "role" if kind_by_form(tokens, piece) == "role" else "group"
        return "role" if entry.model.heads_of or by_form == "role" else "group"
    return "role"


def kind_by_form(tokens: Sequence[Token], piece: Piece) -> PartyKind:
    """Return the kind of a piece that no directory knows."""
    if piece.person is not None or _is_oneself(tokens, piece):
        return "person"
    if piece.head is not None:
        return _kind_of_head(tokens, piece, piece.head)
    if piece.collective or _is_of_numbers(tokens[piece.first : piece.last]):
        return "group"
    first = tokens[piece.first]
    if is_post_in_capitals(first.text):
        return "role"
    if first.kind is not TokenKind.WORD or abbreviation_genre(first.text) is not None:
        return "organization"
    return _kind_of_unknown(tokens[piece.first : piece.last])


def _kind_of_unknown(words: Sequence[Token]) -> PartyKind:
    """Return the kind of a piece with no known head: by suffix, as a surname, by number."""
    first = words[0]
    noun = next((word for word in words if is_agent(word.folded)), None)
    if noun is not None and noun in {first, words[-1]}:
        return "role"
    alone = len(words) == 1 or words[1].folded in phrases().prepositions
    if alone and any(quality.gender == "m" for quality in adjective_readings(first.folded)):
        surname = first.text[:1].isupper() and is_surname_like(first.folded)
        return "person" if surname else "role"
    if len(words) > 1 and abbreviation_genre(words[1].text) is not None:
        return "organization"
    if len(words) > 1 and _lacks_plural(first, words[1]):
        return "group"
    alone = len(words) == 1 or (len(words) == 2 and words[1].text[:1].isupper())
    if alone and first.text[:1].isupper() and is_surname_like(first.folded):
        return "person"
    return "group" if first.folded.endswith(("ые", "ие", "ы", "и")) else "organization"


def _is_of_numbers(words: Sequence[Token]) -> bool:
    """Return whether a piece names several by their numbers, «Школы: № 1, № 2»."""
    numbers = [word.kind for word in words if word.kind is not TokenKind.COMMA]
    return len(numbers) > 1 and set(numbers) == {TokenKind.NUMBER}


def _lacks_plural(first: Token, second: Token) -> bool:
    """Return whether an adjective in the plural lost a letter: «Образовательне организации»."""
    if _CUT_ADJECTIVE.search(first.folded) is None:
        return False
    return any(noun.plural and noun.case == "n" for noun in noun_readings(second.folded))


def _is_oneself(tokens: Sequence[Token], piece: Piece) -> bool:
    pair = " ".join(token.folded for token in tokens[piece.first : piece.last])
    return pair in phrases().oneself


def _kind_of_head(tokens: Sequence[Token], piece: Piece, head: Head) -> PartyKind:
    if head.genre is Genre.POST:
        return "role"
    adjectives = tokens[head.first : head.index]
    people = head.genre is Genre.BODY and any(is_of_people(word.folded) for word in adjectives)
    if head.genre is Genre.CIRCLE or head.plural or people:
        return "group"
    if head.readings[0].lemma == _ADMINISTRATION and _is_of_schools(tokens, piece, head.index + 1):
        return "group"
    return "organization"


def _is_of_schools(tokens: Sequence[Token], piece: Piece, index: int) -> bool:
    """Return whether an administration is that of a school: the people who run it.

    So is one without any complement; that of a town is named with it.
    """
    if index >= piece.last or tokens[index].kind is not TokenKind.WORD:
        return True
    text = tokens[index].text
    if abbreviation_genre(text) is Genre.CIRCLE or is_legal_form(text):
        return True
    complement = find_head(tokens, index)
    readings = complement.readings if complement else noun_readings(tokens[index].folded)
    return any(reading.genre is Genre.INSTITUTION for reading in readings)


def normalized(tokens: Sequence[Token], piece: Piece) -> str:
    """Return a piece in the nominative, in one line, without remarks in brackets.

    A person is «Фамилия И.О.»; the post beside the name is left out.
    """
    if piece.person is not None:
        oblique = piece.oblique and _in_case_of_name(tokens, piece)
        return nominative_name(piece.person, piece.head if oblique else None, oblique=oblique)
    if piece.head is not None:
        return nominative_phrase(tokens, piece.head, piece.first, piece.last)
    return plain_phrase(tokens[piece.first : piece.last])


def _in_case_of_name(tokens: Sequence[Token], piece: Piece) -> bool:
    """Return whether the name stands in the sentence, not in brackets, which keep nominatives."""
    return tokens[piece.last - 1].kind is not TokenKind.BRACKET
