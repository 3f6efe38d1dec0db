"""What an abbreviation in a list of parties stands for: a body, many of them, a subject."""

from __future__ import annotations

from functools import cache

from roadmapkit.lazily import regex
from roadmapkit.resolve.parties.words import Genre, fold, noun_readings, word_table

__all__ = [
    "abbreviation_genre",
    "is_abbreviation",
    "is_commercial_form",
    "is_joined",
    "is_legal_form",
    "is_matter",
    "is_of_a_kind",
    "is_post_in_capitals",
    "is_superior",
    "is_territory_mark",
]

_LEGAL = regex(
    r"(?:[КОРЛВ]?ОГ|[КОР]Г|СПбГ|ФГ|[МГФЧНБАК])(?:О?[БКА])?[ПДНСШ]?О?У(?:ДПО|ДОД?|К|З|П|С)?"
)


@cache
def abbreviation_genre(word: str) -> Genre | None:
    """Return what an abbreviation or a short name of a body names, None if it is neither."""
    table = word_table()["abbreviations"]
    if is_matter(word):
        return None
    if is_abbreviation(word):
        return Genre.CIRCLE if word in table["collective"] else Genre.BODY
    folded = fold(word)
    if noun_readings(folded):
        return None
    for beginning in table["genre_beginnings"]:
        rest = folded.removeprefix(beginning)
        if rest != folded and any(rest.startswith(part) for part in table["genre_parts"]):
            return Genre.BODY
    return None


def is_abbreviation(word: str) -> bool:
    """Return whether a word is written in capitals: «ИМЦ», «ДОКиС», «КДНиЗП»."""
    letters = [letter for letter in word if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return capitals >= 2 and capitals * 2 > len(letters)


def is_joined(first: str, second: str) -> bool:
    """Return whether «и» makes one abbreviation of two: «КДН и ЗП»."""
    return f"{first} и {second}" in word_table()["abbreviations"]["joined"]


def is_legal_form(word: str) -> bool:
    """Return whether an abbreviation is the legal form of an organisation: «МБОУ», «ГКУ»."""
    if word in word_table()["abbreviations"]["collective"]:
        return False
    listed = word in word_table()["abbreviations"]["legal"]
    return listed or bool(_LEGAL.fullmatch(word)) or is_commercial_form(word)


def is_commercial_form(word: str) -> bool:
    """Return whether an abbreviation is the legal form of a business: «ООО», «ИП»."""
    return word in word_table()["abbreviations"]["commercial"]


def is_of_a_kind(first: str, second: str) -> bool:
    """Return whether two abbreviations name many of one kind: «РМО, ШМО», «ОО, ДОО»."""
    many = {abbreviation_genre(first), abbreviation_genre(second)} == {Genre.CIRCLE}
    return many and first[-2:] == second[-2:]


def is_matter(word: str) -> bool:
    """Return whether an abbreviation names what is done or taught: «ВПР», «УВР», «ГИА-9»."""
    return word.partition("-")[0] in word_table()["abbreviations"]["matters"]


def is_post_in_capitals(word: str) -> bool:
    """Return whether an abbreviation is that of a deputy: «ЗДУВР», «ЗДВР»."""
    return word[:2] in {"ЗД", "ЗР"} and is_matter(word[2:])


def is_superior(word: str) -> bool:
    """Return whether an abbreviation is a body whose units stand before it: «ОДН ОМВД»."""
    return word in word_table()["abbreviations"]["superior"]


def is_territory_mark(word: str) -> bool:
    """Return whether an abbreviation is a territory: «РФ», «НАО»."""
    return word in word_table()["abbreviations"]["territories"]
