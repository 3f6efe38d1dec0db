"""Nouns beside numbers: «1 школа», «2 школы», «5 школ»."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from roadmapkit.errors import ArgumentError
from roadmapkit.language.clauses import Reader
from roadmapkit.language.grammar import Case, Form, Gender, Number, as_case
from roadmapkit.language.lexicon import table
from roadmapkit.language.morphology import russian
from roadmapkit.language.phrases import decline_phrase, phrase_head
from roadmapkit.language.spelling import fit_spelling
from roadmapkit.language.tokens import tokenize

__all__ = ["Quantity", "count", "count_range", "counted", "quantity_of"]

_NBSP = "\u00a0"


class Quantity(StrEnum):
    """Numbers that ask for one form of the noun: 1 and 21, 2 to 4, all others."""

    ONE = "one"
    FEW = "few"
    MANY = "many"


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
    return f"{number}{_NBSP}{counted(quantity_of(number), phrase, case).form}"


def count_range(first: int, last: int, phrase: str, case: Case | str = Case.NOMINATIVE) -> str:
    """Return a range of numbers with the phrase that it counts: «5–7 школ», «3–4 школы».

    The phrase agrees with the last number.

    Raises:
        ArgumentError: A number is negative or the range runs backwards.
    """
    if first > last:
        message = f"the range {first}–{last} runs backwards; give the smaller number first"
        raise ArgumentError(message, argument="first", value=first)
    quantity_of(first)
    return f"{first}–{count(last, phrase, case)}"


def quantity_of(number: int) -> Quantity:
    """Return the form that a noun takes beside *number*.

    Raises:
        ArgumentError: *number* is negative.
    """
    if number < 0:
        message = f"{number} counts nothing; give zero or more"
        raise ArgumentError(message, argument="number", value=number)
    if number % 10 == 1 and number % 100 != 11:
        return Quantity.ONE
    few = 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14
    return Quantity.FEW if few else Quantity.MANY


def counted(quantity: Quantity | str, phrase: str, case: Case | str = Case.NOMINATIVE) -> Form:
    """Return *phrase* as it stands beside a number, without the number.

    Args:
        quantity: Which numbers.
        phrase: A noun, with its adjectives, in the nominative singular.
        case: Case of the whole.
    """
    wanted, many = as_case(case), Quantity(quantity)
    if many is Quantity.ONE:
        return decline_phrase(phrase, wanted, Number.SINGULAR)
    if wanted not in (Case.NOMINATIVE, Case.ACCUSATIVE):
        return _plural(phrase, wanted)
    plural = _plural(phrase, Case.GENITIVE)
    return plural if many is Quantity.MANY else replace(plural, form=_paucal(phrase))


def _plural(phrase: str, case: Case) -> Form:
    """Return the plural form beside a number, which some words have of their own."""
    plural = decline_phrase(phrase, case, Number.PLURAL)
    head = phrase_head(phrase)
    own = {row[:2]: row[2] for row in table("counted_forms")}
    special = own.get((head.word.lower(), case.value)) if head else None
    if head is None or special is None:
        return plural
    position = next(
        index for index, token in enumerate(tokenize(phrase)) if token.text == head.word
    )
    tokens = [token.text for token in tokenize(plural.form)]
    tokens[position] = fit_spelling(head.word, head.word.lower(), special, yo=True)
    return replace(plural, form="".join(tokens))


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
