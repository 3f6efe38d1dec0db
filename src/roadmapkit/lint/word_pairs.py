"""Pairs of words whose endings do not go together, found without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = [
    "Pair",
    "disagreeing_pairs",
    "misgoverned_pairs",
    "with_disagreeing",
    "with_misgoverned",
]

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
_NO_ADJECTIVES = regex(
    r"(?:котор|данны|данно|эт|так|сам|кажд|друг|сво|один|одн|кто|что|много|немного|всего|итого"
    r"|почему|потому|поэтому|ранее|далее|основой|основной$|учащ|обучающ|заведующ|управляющ)",
    re.I,
)
_ADJECTIVE_ENDS = tuple(sorted(_ADJECTIVES, key=len, reverse=True))
_ADJECTIVE_TAILS = frozenset(end[-2:] for end in _ADJECTIVE_ENDS)
_NOUN_ENDS = tuple(sorted(_NOUNS, key=len, reverse=True))
_PAIR = regex(r"(?<![\w-])([А-Яа-яЁё]{4,}) (?=([а-яё]{4,})(?![\w-]))")

_NEUTERS = ("ен", "ан", "ич", "аст", "ов", "ят")
"""What stands before the ending of nouns such as «решение», «участие», «мероприятие»."""


def _neuter(*endings: str) -> tuple[str, ...]:
    return tuple(stem + ending for ending in endings for stem in _NEUTERS)


_PLURAL = ("ами", "ями", "ам", "ям", "ах", "ях")
_MANY = ("ов", "ев", "ций", *_neuter("ий"))
_GENITIVES = (
    *("ция", "цию", "аза", "ана", "ика", "ола", "кта", "исьма", "азы", "аны", "ики", "кты"),
)
_FORBIDDEN_BY_CASE = (
    (
        ("для", "без", "из", "от", "до", "у", "после", "среди", "кроме", "вместо", "около", "ради"),
        (*_PLURAL, *_neuter("ие", "ию", "ием", "ии"), "цию", "ция", "цией"),
    ),
    (
        ("к", "ко"),
        ("ами", "ями", "ах", "ях", *_MANY, *_neuter("ие", "ия", "ием"), "ция", "цию", "цией"),
    ),
    (
        ("согласно", "благодаря", "вопреки"),
        ("ами", "ями", "ах", "ях", *_MANY, *_neuter("ие", "ия", "ием"), *_GENITIVES),
    ),
    (
        ("при",),
        ("ами", "ями", "ам", "ям", *_MANY, *_neuter("ие", "ию", "ием"), "ция", "цию", "цией"),
    ),
    (("о", "об"), ("ами", "ями", "ам", "ям", *_MANY, *_neuter("ию", "ием"), "ция", "цией")),
    (("с", "со"), ("ам", "ям", "ах", "ях", *_neuter("ию", "ии"))),
    (
        ("в", "во", "на"),
        ("ами", "ями", "ам", "ям", *_MANY, *_neuter("ию", "ием"), "ция", "цией"),
    ),
    (("по",), ("ами", "ями", *_MANY, *_neuter("ием"), "ция", "цией")),
    (("между", "над"), ("ам", "ям", "ах", "ях", *_neuter("ие", "ию", "ии"), "ция", "цию")),
    (("за", "под"), ("ам", "ям", "ах", "ях", *_MANY, *_neuter("ию", "ии"), "ция")),
    (("через",), (*_PLURAL, *_MANY, *_neuter("ию", "ием", "ии"), "ция", "цией")),
)
_ENDS = {word: ends for words, ends in _FORBIDDEN_BY_CASE for word in words}
"""Endings that no noun right behind a preposition has."""

_ANY_END = tuple(sorted({end for ends in _ENDS.values() for end in ends}))
_ANY_TAIL = frozenset(end[-2:] for end in _ANY_END)
_LONGEST = max(map(len, _ENDS))
_GOVERNED = regex(r"(?<![\w-])([А-Яа-яё]{1,9}) (?=([а-яё]{4,})(?![\w-]))")


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
        if two.endswith(_NOUN_ENDS) and one.endswith(_ADJECTIVE_ENDS) and _disagree(one, two):
            yield Pair(one, two, match.start(), match.end(2))


def _disagree(one: str, two: str) -> bool:
    """Tell whether an ending of an adjective and one of a noun have nothing in common."""
    end = next(end for end in _ADJECTIVE_ENDS if one.endswith(end))
    ending = next(end for end in _NOUN_ENDS if two.endswith(end))
    common = set(_ADJECTIVES[end].split()) & set(_NOUNS[ending].split())
    gender = end in _FEMININE and ending in _NEUTER
    singular = any(item.endswith("s") for item in common)
    return (not common or (gender and singular)) and not _NO_ADJECTIVES.match(one)


def with_disagreeing(subject: Subject) -> list[PrintedText]:
    """Return the texts that have such adjectives and nouns."""
    words = subject.index.words.distinct
    held = subject.index.with_pair(
        {
            word
            for word in words
            if word[-2:] in _ADJECTIVE_TAILS and word.endswith(_ADJECTIVE_ENDS)
        },
        {word for word in words if word.endswith(_NOUN_ENDS)},
        _disagree,
    )
    return subject.printing(held)


def misgoverned_pairs(text: str) -> Iterator[Pair]:
    """Yield prepositions and nouns in a case that they never govern."""
    for match in _GOVERNED.finditer(text):
        one, two = match.groups()
        if _is_misgoverned(one, two):
            yield Pair(one, two, match.start(), match.end(2))


def _is_misgoverned(one: str, two: str) -> bool:
    ends = _ENDS.get(one) or _ENDS.get(one.casefold())
    return ends is not None and two.endswith(ends)


def with_misgoverned(subject: Subject) -> list[PrintedText]:
    """Return the texts that have such prepositions and nouns."""
    words = subject.index.words.distinct
    held = subject.index.with_pair(
        {word for word in words if len(word) <= _LONGEST and word.casefold() in _ENDS},
        {word for word in words if word[-2:] in _ANY_TAIL and word.endswith(_ANY_END)},
        _is_misgoverned,
    )
    return subject.printing(held)
