"""Names of people as a list of parties writes them, and their nominative."""

from __future__ import annotations

import re

from roadmapkit.lazily import dataclass, regex
from roadmapkit.resolve.parties.words import fold

__all__ = ["PersonForm", "is_surname_like", "nominatives", "read_person", "same_initials"]


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A name as written, taken apart; letters are kept as they stand.

    Attributes:
        surname: Surname, perhaps in an oblique case.
        initials: Initials without dots, «СВ»; empty when only the surname is written.
        first: First name where it is written in full.
        patronymic: Patronymic where it is written in full.
    """

    surname: str
    initials: str = ""
    first: str = ""
    patronymic: str = ""

    def with_surname(self, surname: str) -> str:
        """Return «Фамилия И.О.» with this surname."""
        dotted = "".join(f"{letter}." for letter in self.initials)
        return f"{surname} {dotted}".strip()


_SURNAME = r"[А-ЯЁA-Z][А-ЯЁа-яёA-Za-z'’]*(?:[-‑][А-ЯЁа-яё]+)*"
_AFTER = regex(rf"({_SURNAME})\s+([А-ЯЁ])(?:[.\s]\s*|(?=[А-ЯЁ]))(?:([А-ЯЁ])\.?)?")
_GLUED = regex(rf"({_SURNAME}?[а-яё])([А-ЯЁ])\.\s*([А-ЯЁ])\.?")
_BEFORE = regex(rf"([А-ЯЁ])\.\s*(?:([А-ЯЁ])\.?\s*)?({_SURNAME})")
_PATRONYMIC = regex(
    r"(?:ович|евич|ич)(?:а|у|ем|е)?$|(?:[ое]вн|ичн|иничн)(?:а|ы|е|у|ой)$|^(?:оглы|кызы|улы)$",
    re.IGNORECASE,
)
_SURNAME_LIKE = regex(
    r"(?:[ое]в|[её]в|[иы]н|ск(?:ий|ая|ой|ого|ому|им|ую)|цк(?:ий|ая|ой|ого|ому|им|ую)|енко|ко|[уюа]к|"
    r"[иы]х|ян|янц|дзе|швили|ич|ец|ик|ух|ая|ой|ый|аго|яго|ли|ун|ар|ер|ль|ас)(?:а|у|ым|е|ой|ы)?$"
)


def read_person(text: str) -> PersonForm | None:
    """Return the name that *text* is, whole, or None.

    Accepted are «Фамилия И.О.», «И.О. Фамилия», with missing dots and spaces or a single
    initial, and full names in either order.
    """
    text = " ".join(text.replace(",", ".").split())
    for pattern, order in ((_AFTER, (1, 2, 3)), (_GLUED, (1, 2, 3)), (_BEFORE, (3, 1, 2))):
        match = pattern.fullmatch(text)
        if match:
            surname, first, second = (match.group(part) or "" for part in order)
            return PersonForm(_capitalised(surname), first + second)
    return _full_name(text.split())


def _full_name(words: list[str]) -> PersonForm | None:
    if len(words) != 3 or not all(word[0].isupper() or "ы" in word for word in words):
        return None
    if _PATRONYMIC.search(words[2]):
        surname, first, patronymic = words
    elif _PATRONYMIC.search(words[1]):
        first, patronymic, surname = words
    else:
        return None
    return PersonForm(_capitalised(surname), first[0] + patronymic[0].upper(), first, patronymic)


def _capitalised(surname: str) -> str:
    if surname.isupper() and len(surname) > 1:
        return "-".join(part.capitalize() for part in surname.split("-"))
    return surname


def is_surname_like(word: str) -> bool:
    """Return whether a folded word ends as Russian surnames do."""
    return len(word) > 2 and bool(_SURNAME_LIKE.search(word))


def same_initials(first: str, second: str) -> bool:
    """Return whether two strings of initials agree as far as both are written."""
    one, two = fold(first), fold(second)
    return one.startswith(two) or two.startswith(one)


# Ending of a form, ending of the nominative, gender, cases; after endings of possessive
# surnames (-ов, -ев, -ин, -ын), of adjectives, of nouns in a consonant and in -а.
_OBLIQUE: tuple[tuple[str, str, str, str], ...] = (
    ("ского", "ский", "m", "ga"), ("скому", "ский", "m", "d"), ("ским", "ский", "m", "i"),
    ("ском", "ский", "m", "p"), ("ской", "ская", "f", "gdip"), ("скую", "ская", "f", "a"),
    ("ого", "ый", "m", "ga"), ("ого", "ой", "m", "ga"), ("ому", "ый", "m", "d"),
    ("ому", "ой", "m", "d"), ("ую", "ая", "f", "a"), ("юю", "яя", "f", "a"),
    ("ной", "ная", "f", "gdip"), ("той", "тая", "f", "gdip"), ("лой", "лая", "f", "gdip"),
    ("рой", "рая", "f", "gdip"), ("ему", "ий", "m", "d"), ("его", "ий", "m", "ga"),
)  # fmt: skip
_POSSESSIVE = regex(r"(.*(?:[оеё]в|[иы]н))(а|у|ым|е|ой|ою)")
_POSSESSIVE_CASES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "а": (("", "m", "ga"),),
    "у": (("", "m", "d"), ("а", "f", "a")),
    "ым": (("", "m", "i"),),
    "е": (("", "m", "p"),),
    "ой": (("а", "f", "gdip"),),
    "ою": (("а", "f", "i"),),
}
_CONSONANT = regex(r"(.*[бвгджзклмнпрстфхцчшщ])(а|у|ом|ем|е)")
_CONSONANT_CASES = {"а": "ga", "у": "d", "ом": "i", "ем": "i", "е": "p"}


def nominatives(surname: str, cases: str = "gdaip") -> tuple[str, ...]:
    """Return what the nominative of a surname in one of the oblique *cases* may be.

    Only forms of declension are undone; the surname itself, which may be indeclinable, is
    not among the answers.
    """
    found: dict[str, None] = {}
    possessive = _POSSESSIVE.fullmatch(surname)
    if possessive:
        stem, ending = possessive.groups()
        for nominative, _, possible in _POSSESSIVE_CASES[ending]:
            if set(possible) & set(cases):
                found[stem + nominative] = None
        return tuple(found)
    for ending, nominative, _, possible in _OBLIQUE:
        if surname.endswith(ending) and set(possible) & set(cases):
            found[surname.removesuffix(ending) + nominative] = None
    consonant = _CONSONANT.fullmatch(surname)
    if consonant and not found:
        stem, ending = consonant.groups()
        if set(_CONSONANT_CASES[ending]) & set(cases):
            found[stem] = None
        if ending == "у" and "a" in cases:
            found[stem + "а"] = None
    return tuple(found)
