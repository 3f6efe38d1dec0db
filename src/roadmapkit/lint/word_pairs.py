"""Pairs of words whose endings do not go together, found without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Pair", "disagreeing_pairs", "misgoverned_pairs"]

_ADJECTIVES = {
    "ого": "gs", "его": "gs", "ому": "ds", "ему": "ds", "ской": "gs ds is ps ns",
    "ной": "gs ds is ps ns", "вой": "gs ds is ps ns", "шей": "gs ds is ps", "дней": "gs ds is ps",
    "ую": "as", "юю": "as", "ые": "np ap", "ские": "np ap", "шие": "np ap", "дние": "np ap",
    "ых": "gp pp ap", "их": "gp pp ap", "ыми": "ip", "ими": "ip", "ым": "is dp", "им": "is dp",
    "ная": "ns", "ская": "ns", "яя": "ns", "ое": "ns as", "нее": "ns as", "ый": "ns as",
    "ский": "ns as", "ший": "ns as",
}  # fmt: skip
"""Cases and numbers of the endings of adjectives: «gs» is the genitive singular.

Endings that nouns have too («мероприятий», «работой», «развитие») are left out.
"""

_NOUNS = {
    "ение": "ns as", "ание": "ns as", "ения": "gs np ap", "ания": "gs np ap", "ению": "ds",
    "анию": "ds", "ением": "is", "анием": "is", "ении": "ps", "ании": "ps", "ений": "gp",
    "аний": "gp", "ция": "ns", "ции": "gs ds ps np ap", "цию": "as", "цией": "is", "ций": "gp",
    "ам": "dp", "ям": "dp", "ами": "ip", "ями": "ip", "ах": "pp", "ях": "pp", "ов": "gp ap",
    "ев": "gp ap", "ость": "ns as", "остью": "is", "ы": "gs np ap",
}  # fmt: skip
"""The same for endings of nouns that leave little doubt."""

_NEUTER = ("ение", "ание", "ения", "ания")
_FEMININE = ("ской", "ной", "вой", "шей", "дней", "ую", "юю", "ная", "ская", "яя")
_NO_ADJECTIVES = re.compile(
    r"(?:котор|данны|данно|эт|так|сам|кажд|друг|сво|один|одн|кто|что|много|немного|всего|итого"
    r"|почему|потому|поэтому|ранее|далее|основой|основной$|учащ|обучающ|заведующ|управляющ)",
    re.I,
)
_ADJECTIVE_ENDS = tuple(sorted(_ADJECTIVES, key=len, reverse=True))
_NOUN_ENDS = tuple(sorted(_NOUNS, key=len, reverse=True))
_PAIR = re.compile(r"(?<![\w-])([А-Яа-яЁё]{4,}) (?=([а-яё]{4,})(?![\w-]))")

_PLURAL = r"ами|ями|ам|ям|ах|ях"
_FORBIDDEN_BY_CASE = (
    (
        ("для", "без", "из", "от", "до", "у", "после", "среди", "кроме", "вместо", "около", "ради"),
        _PLURAL + r"|ение|ание|ению|анию|ением|анием|ении|ании|цию|ция|цией",
    ),
    (
        ("к", "ко"),
        r"ами|ями|ах|ях|ов|ев|ение|ание|ения|ания|ением|анием|ений|аний|ция|цию|цией|ций",
    ),
    (
        ("согласно", "благодаря", "вопреки"),
        r"ами|ями|ах|ях|ов|ев|ение|ание|ения|ания|ением|анием|ений|аний|ция|цию|ций"
        r"|аза|ана|ика|ола|кта|ена|исьма|ения|азы|аны|ики|кты",
    ),
    (("при",), r"ами|ями|ам|ям|ов|ев|ение|ание|ению|анию|ением|анием|ений|аний|ция|цию|цией|ций"),
    (("о", "об"), r"ами|ями|ам|ям|ов|ев|ению|анию|ением|анием|ений|аний|ция|цией|ций"),
    (("с", "со"), r"ам|ям|ах|ях|ению|анию|ении|ании"),
    (("в", "во", "на"), r"ами|ями|ам|ям|ению|анию|ением|анием|ений|аний|ция|цией|ций|ов|ев"),
    (("по",), r"ами|ями|ов|ев|ением|анием|ений|аний|ция|цией|ций"),
    (("между", "над"), r"ам|ям|ах|ях|ение|ание|ению|анию|ении|ании|ция|цию"),
    (("за", "под"), r"ам|ям|ах|ях|ов|ев|ению|анию|ении|ании|ений|аний|ций|ция"),
    (("через",), _PLURAL + r"|ов|ев|ению|анию|ением|анием|ении|ании|ений|аний|ция|цией|ций"),
)
_FORBIDDEN = {word: ends for words, ends in _FORBIDDEN_BY_CASE for word in words}
"""Endings that no noun right behind a preposition has."""

_ENDS = {word: tuple(ends.split("|")) for word, ends in _FORBIDDEN.items()}
_GOVERNED = re.compile(r"(?<![\w-])([А-Яа-яё]{1,9}) (?=([а-яё]{4,})(?![\w-]))")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words side by side.

    Attributes:
        one: The first: an adjective, a preposition.
        two: The second, a noun.
        start: First character of the first.
        end: The one after the last of the second.
    """

    one: str
    two: str
    start: int
    end: int


def disagreeing_pairs(text: str) -> Iterator[Pair]:
    """Yield adjectives and nouns whose endings have no case and number in common."""
    for match in _PAIR.finditer(text):
        one, two = match.groups()
        if not two.endswith(_NOUN_ENDS) or not one.endswith(_ADJECTIVE_ENDS):
            continue
        end = next(end for end in _ADJECTIVE_ENDS if one.endswith(end))
        ending = next(end for end in _NOUN_ENDS if two.endswith(end))
        common = set(_ADJECTIVES[end].split()) & set(_NOUNS[ending].split())
        gender = end in _FEMININE and ending in _NEUTER
        singular = any(item.endswith("s") for item in common)
        if (not common or (gender and singular)) and not _NO_ADJECTIVES.match(one):
            yield Pair(one, two, match.start(), match.end(2))


def misgoverned_pairs(text: str) -> Iterator[Pair]:
    """Yield prepositions and nouns in a case that they never govern."""
    for match in _GOVERNED.finditer(text):
        one, two = match.groups()
        ends = _ENDS.get(one) or _ENDS.get(one.casefold())
        if ends is not None and two.endswith(ends):
            yield Pair(one, two, match.start(), match.end(2))
