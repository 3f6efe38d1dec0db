"""Nouns beside numbers: «1 школа», «2 школы», «5 школ»."""

from __future__ import annotations

from roadmapkit.errors import ArgumentError
from roadmapkit.language.clauses import Reader
from roadmapkit.language.grammar import Case, Gender, Number, as_case
from roadmapkit.language.morphology import russian
from roadmapkit.language.phrases import decline_phrase
from roadmapkit.language.tokens import tokenize

__all__ = ["count"]

_NBSP = "\u00a0"


def count(number: int, phrase: str, case: Case | str = Case.NOMINATIVE) -> str:
    """Return a number in digits with the phrase that it counts.

    Args:
        number: How many, not negative.
        phrase: A noun, with its adjectives, in the nominative singular.
        case: Case of the whole: «5 школам» in the dative.

    Returns:
        «1 сельская школа», «2 сельские школы», «2 новых учителя», «5 сельских школ»,
        with a no-break space after the number.

    Raises:
        ArgumentError: *number* is negative, or *case* is unknown.

    Source:
        Розенталь Д. Э. Справочник по правописанию и литературной правке, § 164, 193.
    """
    if number < 0:
        message = f"{number} counts nothing; give zero or more"
        raise ArgumentError(message, argument="number", value=number)
    wanted = as_case(case)
    if wanted in (Case.NOMINATIVE, Case.ACCUSATIVE):
        form = _direct(number, phrase, wanted)
    else:
        quantity = Number.SINGULAR if _is_one(number) else Number.PLURAL
        form = decline_phrase(phrase, wanted, quantity).form
    return f"{number}{_NBSP}{form}"


def _is_one(number: int) -> bool:
    return number % 10 == 1 and number % 100 != 11


def _direct(number: int, phrase: str, case: Case) -> str:
    if _is_one(number):
        return decline_phrase(phrase, case, Number.SINGULAR).form
    if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14:
        return _paucal(phrase)
    return decline_phrase(phrase, Case.GENITIVE, Number.PLURAL).form


def _paucal(phrase: str) -> str:
    """Return the form after 2, 3 and 4: the head in the genitive singular.

    Adjectives stand in the genitive plural, beside feminine nouns in the nominative.
    """
    tokens = tokenize(phrase)
    heads = Reader(tokens, russian(), capitals=False).read().heads
    if not heads:
        return phrase
    first = heads[0]
    feminine = first.gender is Gender.FEMININE
    beside = Case.NOMINATIVE if feminine and not first.substantivised else Case.GENITIVE
    plural = tokenize(decline_phrase(phrase, beside, Number.PLURAL).form)
    singular = tokenize(decline_phrase(phrase, Case.GENITIVE, Number.SINGULAR).form)
    if first.substantivised:
        return "".join(token.text for token in plural)
    mixed = [
        singular[position] if position == first.head.position else token
        for position, token in enumerate(plural)
    ]
    return "".join(token.text for token in mixed)
