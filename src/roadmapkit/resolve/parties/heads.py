"""Where a party may begin: a head noun with its adjectives, an abbreviation, a name."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapkit.lazily import dataclass, regex
from roadmapkit.resolve.parties.abbreviations import abbreviation_genre
from roadmapkit.resolve.parties.spelling import near_noun_readings
from roadmapkit.resolve.parties.tokens import Token, TokenKind
from roadmapkit.resolve.parties.words import (
    NOMINATIVE,
    Genre,
    Reading,
    adjective_readings,
    fold,
    noun_readings,
    phrases,
)

__all__ = ["Head", "acting_length", "find_head", "joiner_length"]

_MOST_ADJECTIVES = 5
_LONGEST_JOINER = 4
_LONGEST_SHORT = 6
# «во взаимодействии с», «при координации», «под руководством», «с использованием».
_JOINING = regex(
    r"во? (?:\w+(?:ом|ем) )?\w+(?:ии|стве) со?"
    r"|(?:при|под) (?:\w+(?:ой|ей|ом|ем|ым|им) )?\w+(?:ии|ке|стве|ством|ием|цией)"
    r"|со? \w+(?:ием|ью)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun with the adjectives before it.

    Attributes:
        first: Index of the first token, an adjective or the noun itself.
        index: Index of the noun.
        readings: Readings of the noun that agree with the adjectives.
        acting: «и.о.» stands before it.
    """

    first: int
    index: int
    readings: tuple[Reading, ...]
    acting: bool = False

    @property
    def genre(self) -> Genre:
        """What the noun names."""
        return self.readings[0].genre or Genre.BODY

    @property
    def cases(self) -> str:
        """The nominative where it is possible, else all cases that are."""
        found = "".join(sorted({reading.case for reading in self.readings}))
        return NOMINATIVE if NOMINATIVE in found or self.acting else found

    @property
    def chosen(self) -> tuple[Reading, ...]:
        """The readings in the cases of :attr:`cases`."""
        return tuple(r for r in self.readings if r.case in self.cases) or self.readings

    @property
    def plural(self) -> bool:
        """Whether the head is in the plural; «директора» is, unless «и.о.» governs it."""
        return not self.acting and all(reading.plural for reading in self.chosen)


def acting_length(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens «и.о.», «ИО» or «врио» takes at *index*, 0 if it is not there."""
    for length in (1, 2, 3):
        part = tokens[index : index + length]
        letters = "".join(fold(token.text).replace(".", "") for token in part)
        if len(part) == length and letters in phrases().acting:
            return length
    return 0


def joiner_length(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens a joiner such as «совместно с» takes at *index*, 0 if none."""
    for length in range(_LONGEST_JOINER, 0, -1):
        part = tokens[index : index + length]
        spaced = " ".join(token.folded for token in part)
        if len(part) == length and spaced in phrases().joiners:
            return length
        joins = len(part) == length > 1 and _JOINING.fullmatch(spaced)
        nouns = any(noun_readings(token.folded) for token in part)
        if joins and not nouns and _is_governed(tokens, index + length):
            return length
    return 0


def _is_governed(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a party in an oblique case begins at *index*."""
    if index >= len(tokens) or tokens[index].kind is not TokenKind.WORD:
        return index < len(tokens) and tokens[index].kind is TokenKind.NAME
    head = find_head(tokens, index)
    if head is not None:
        return head.genre is not Genre.TERRITORY and any(r.case in "gi" for r in head.readings)
    return abbreviation_genre(tokens[index].text) is not None


def find_head(tokens: Sequence[Token], index: int, *, near: bool = False) -> Head | None:
    """Return the head phrase that begins at *index*, or None where no known noun heads one.

    Args:
        tokens: Tokens of the cell.
        index: Where the phrase begins.
        near: Take a noun with a misprint too.
    """
    skipped = acting_length(tokens, index)
    adjectives: list[tuple[Reading, ...]] = []
    position = index + skipped
    while position < len(tokens) and len(adjectives) < _MOST_ADJECTIVES:
        token = tokens[position]
        if token.kind is TokenKind.LINE and adjectives and _goes_on_below(tokens, position):
            position += 1
            continue
        if token.kind is not TokenKind.WORD:
            return None
        nouns = noun_readings(token.folded) or (near_noun_readings(token.folded) if near else ())
        if _is_of_beginners(tokens, position):
            nouns = ()
        if nouns and not _is_attribute(tokens, position, nouns):
            agreed = tuple(noun for noun in nouns if _agrees(noun, adjectives))
            return Head(index, position, agreed, bool(skipped)) if agreed else None
        if token.folded == "и" and adjectives:
            position += 1
            continue
        qualities = adjective_readings(token.folded)
        if qualities:
            adjectives.append(qualities)
        elif not _is_short_adjective(token):
            return None
        position += 1
    return None


def _is_of_beginners(tokens: Sequence[Token], position: int) -> bool:
    """Return whether «нач.» is «начальных», as before «классов», and not «начальник»."""
    following = tokens[position + 1 : position + 2]
    if tokens[position].folded != "нач" or not following:
        return False
    bodies = {Genre.BODY, Genre.INSTITUTION}
    return not any(reading.genre in bodies for reading in noun_readings(following[0].folded))


def _goes_on_below(tokens: Sequence[Token], position: int) -> bool:
    following = tokens[position + 1 : position + 2]
    return any(t.kind is TokenKind.WORD and t.text[0].islower() for t in following)


def _is_short_adjective(token: Token) -> bool:
    """Return whether a word stands for an adjective: «кл.», «муз.», «гл», «все»."""
    if token.folded in phrases().short_adjectives | phrases().determiners:
        return True
    dotted = token.text.endswith(".") and 1 < len(token.folded) <= _LONGEST_SHORT
    return dotted and token.folded not in phrases().prepositions | phrases().named_after


def _is_attribute(tokens: Sequence[Token], position: int, nouns: tuple[Reading, ...]) -> bool:
    """Return whether an adjectival noun is an adjective here: «ответственный секретарь»."""
    if not all(noun.adjectival for noun in nouns) or position + 1 >= len(tokens):
        return False
    following = noun_readings(tokens[position + 1].folded)
    qualities = adjective_readings(tokens[position].folded)
    return any(_agrees(noun, [qualities]) for noun in following)


def _agrees(noun: Reading, adjectives: list[tuple[Reading, ...]]) -> bool:
    return all(
        any(
            quality.case == noun.case
            and quality.plural == noun.plural
            and (noun.plural or quality.gender == noun.gender)
            for quality in qualities
        )
        for qualities in adjectives
    )
