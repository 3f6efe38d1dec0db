"""Cases of the words that stay: which noun of a frozen tail a later word could join.

«Управление культуры и спорта» has one head, «директора школ и учителя» two: a word
after «и» or a comma belongs to the tail where it can stand in the case of a noun of
the tail, otherwise it is a head of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from roadmapkit.language.grammar import Case, Gender, Number
from roadmapkit.language.lexicon import table
from roadmapkit.language.morphology import Morphology, Part, Reading
from roadmapkit.language.tokens import Kind, Token
from roadmapkit.lazily import dataclass

__all__ = ["Governed", "governed_nouns", "parallel"]


@dataclass(frozen=True, slots=True)
class Governed:
    """A noun of a tail in one of the cases that it can stand in there.

    Attributes:
        case: Case that the words before it ask for.
        number: Its number in that case.
        gender: Its gender.
        animate: Whether it names a person.
    """

    case: Case
    number: Number | None
    gender: Gender | None
    animate: bool


def governed_nouns(tokens: Iterable[Token], morphology: Morphology) -> tuple[Governed, ...]:
    """Return the nouns of a tail with the cases that their governors leave open.

    A preposition decides by its government; after a noun the genitive comes before
    any other case. A noun after a number is left out: nothing is coordinated with
    the year in «на 2024 год».
    """
    governments: dict[str, frozenset[Case]] = {
        row[0]: frozenset(map(Case, row[1:])) for row in table("prepositions")
    }
    allowed: frozenset[Case] | None = None
    counted = False
    found: list[Governed] = []
    for token in tokens:
        if token.kind is Kind.SPACE:
            continue
        if token.kind is Kind.NUMBER:
            counted = True
        if token.kind not in (Kind.WORD, Kind.ABBREVIATION):
            continue
        word = token.text.rstrip(".").lower()
        if word in governments:
            allowed, counted = governments[word], False
            continue
        if len(word) < 2:  # the dictionary has names of letters among its nouns
            continue
        nouns = [item for item in morphology.readings(word) if item.part is Part.NOUN]
        if nouns and not counted:
            found.extend(_standing(nouns, allowed))
        if nouns:
            allowed, counted = None, False
    return tuple(found)


def parallel(readings: Iterable[Reading], tail: Iterable[Governed]) -> tuple[Governed, ...]:
    """Return the nouns of *tail* in whose case one of *readings* can stand too."""
    cases = {(item.case, item.number) for item in readings}
    return tuple(noun for noun in tail if any(noun.case is case for case, _ in cases))


def _standing(nouns: list[Reading], allowed: frozenset[Case] | None) -> list[Governed]:
    oblique = [item for item in nouns if item.case not in (None, Case.NOMINATIVE)]
    if allowed is not None:
        fitting = [item for item in oblique if item.case in allowed]
    else:
        fitting = [item for item in oblique if item.case is Case.GENITIVE]
    return [
        Governed(item.case, item.number, item.gender, bool(item.animate))
        for item in fitting or oblique
        if item.case is not None
    ]
