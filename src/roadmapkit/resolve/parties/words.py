"""What a Russian word may be in a list of parties: a head noun, an adjective, an abbreviation."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import cache, lru_cache

from roadmapkit.lazily import dataclass, regex
from roadmapkit.resources import table

__all__ = [
    "NOMINATIVE",
    "Genre",
    "Phrases",
    "Reading",
    "adjective_nominative",
    "adjective_readings",
    "fold",
    "head_rank",
    "is_agent",
    "is_of_people",
    "is_participle",
    "is_unit",
    "noun_forms",
    "noun_readings",
    "phrases",
    "word_table",
]

_MOST_WORDS = 16_384
"""Words of which it is remembered what they may be: more than a region writes."""

NOMINATIVE = "n"
_CASES = "ngdip"
_SHORTEST_STEM = 3
_LONGEST_END = 4

_AGENT = regex(
    r"(?:(?:ист|[нв]ик|лог|тор|вод|ер|ёр|ант|ент|аст|ач|яр|граф|вед)(?:ы|и|я)?|(?:тел|ар)[ьия])$"
)
_PARTICIPLE = regex(
    r"(?:(?:ущ|ющ|ащ|ящ|вш|едш)(?:ий|ая|ее|ие|его|ей|ему|им|ими|их|ую|ем)(?:ся)?"
    r"|(?:нн|[ое]м|им|ем|ат|ят)(?:ый|ая|ое|ые|ого|ому|ым|ыми|ых|ую))$"
)


class Genre(Enum):
    """What kind of thing a head noun or an abbreviation names."""

    POST = "post"
    BODY = "body"
    INSTITUTION = "institution"
    TERRITORY = "territory"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form.

    Attributes:
        lemma: Nominative singular; of an adjective, its stem.
        genre: What the noun names; None for an adjective.
        plural: Grammatical number.
        case: One of ``n g d a i p``.
        gender: ``m``, ``f`` or ``n``; ``-`` in the plural of an adjective.
        nominative: The same number in the nominative.
        adjectival: The noun is declined as an adjective and may yet be one.
    """

    lemma: str
    genre: Genre | None
    plural: bool
    case: str
    gender: str
    nominative: str
    adjectival: bool = False


_Fields = tuple[str, Genre, bool, str, str, str, bool]
"""The fields of a reading of a noun, which is made of them when it is asked for."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Set phrases around parties, folded; see ``data/words.toml``."""

    joiners: frozenset[str]
    before: frozenset[str]
    within: frozenset[str]
    oneself: frozenset[str]
    prepositions: frozenset[str]
    acting: frozenset[str]
    named_after: frozenset[str]
    short_adjectives: frozenset[str]
    general: frozenset[str]
    clipped: frozenset[str]
    of_people: frozenset[str]
    and_others: frozenset[str]
    contacts: frozenset[str]
    manners: frozenset[str]
    negations: frozenset[str]
    determiners: frozenset[str]


def fold(text: str) -> str:
    """Return *text* in lower case and without «ё», for comparison."""
    return text.lower().replace("ё", "е")


@cache
def word_table() -> dict[str, dict[str, list[str]]]:
    """Return the packaged table of words, section by section."""
    found: dict[str, dict[str, list[str]]] = table(__file__, "data/words")
    return found


@cache
def phrases() -> Phrases:
    """Return the set phrases of the packaged table."""
    listed = word_table()["phrases"].items()
    return Phrases(**{key: frozenset(fold(item) for item in items) for key, items in listed})


@cache
def _nouns() -> dict[str, dict[_Fields, None]]:
    """Return every form of every noun with its readings, most of which nobody will ask for."""
    found: dict[str, dict[_Fields, None]] = {}
    for genre in Genre:
        for lemma in word_table()[genre.value]["nouns"]:
            for form, reading in _paradigm(lemma, genre):
                found.setdefault(form, {})[reading] = None
    for short in word_table()["post"]["fixed"]:
        found[short] = {(short, Genre.POST, False, NOMINATIVE, "m", short, False): None}
    return found


def _known(word: str) -> tuple[Reading, ...]:
    """Return the readings of a form of a noun, nothing for another word."""
    return _readings(word) if word in _nouns() else ()


@cache
def _readings(form: str) -> tuple[Reading, ...]:
    return tuple(Reading(*fields) for fields in _nouns()[form])


def _paradigm(lemma: str, genre: Genre) -> list[tuple[str, _Fields]]:
    """Return every form of a noun with the fields of its reading."""
    name, stem, gender = _declension(lemma)
    if not name:
        return [
            (lemma, (lemma, genre, plural, case, gender, lemma, False))
            for plural in (False, True)
            for case in "ngdaip"
        ]
    irregular = word_table()["irregular"]
    tables = [list(row) for row in word_table()["endings"][name]]
    if lemma in irregular["plural_a"]:
        tables[1][0] = "я" if lemma.endswith("ь") else "а"
    animate = genre is Genre.POST or lemma in {"родитель", "обучающийся", "учащийся"}
    adjectival = name.startswith("adjective")
    forms: list[tuple[str, _Fields]] = []
    for plural, row in enumerate(tables):
        nominative = stem + row[0]
        cases = dict(zip(_CASES, row, strict=False))
        genitive_like = animate and (plural or gender == "m")
        cases["a"] = row[5] if len(row) > 5 else cases["g" if genitive_like else "n"]
        for case, ending in cases.items():
            reading = (lemma, genre, bool(plural), case, gender, nominative, adjectival)
            first = lemma if ending == row[0] and not plural else stem + ending
            forms.append((first, reading))
            if lemma in irregular["plural_a"] and plural and case == NOMINATIVE:
                forms.append((stem + word_table()["endings"][name][1][0], reading))
    return forms


_DECLENSIONS: tuple[tuple[str, str, str], ...] = (
    ("ийся", "reflexive", "m"),
    ("щий", "adjective-hush", "m"),
    ("щая", "adjective-hush-female", "f"),
    ("ый", "adjective", "m"),
    ("ая", "adjective-female", "f"),
    ("ия", "female-soft", "f"),
    ("ие", "neuter-soft", "n"),
    ("ще", "neuter-hush", "n"),
    ("о", "neuter", "n"),
    ("ь", "soft", "m"),
    ("й", "short", "m"),
    ("ка", "female-back", "f"),
    ("а", "female", "f"),
    ("я", "female-ya", "f"),
)


def _declension(lemma: str) -> tuple[str, str, str]:
    """Return declension class, stem and gender of a noun; no class if it has one form."""
    irregular = word_table()["irregular"]
    if lemma in irregular["undeclined"]:
        return "", lemma, "n"
    if lemma in irregular["third"]:
        return "female-third", lemma[:-1], "f"
    if lemma in irregular["fleeting"]:
        return "hard", lemma[:-2] + lemma[-1], "m"
    for ending, name, gender in _DECLENSIONS:
        if lemma.endswith(ending):
            first = word_table()["endings"][name][0][0]
            return name, lemma[: len(lemma) - len(first)], gender
    if lemma[-1] in "кгх":
        return "back", lemma, "m"
    return ("hush" if lemma[-1] in "жшчщ" else "hard"), lemma, "m"


@lru_cache(maxsize=_MOST_WORDS)
def noun_readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a folded word as a known head noun.

    So are «учитель-логопед», «педколлектив» and the contraction «рук-ли».
    """
    found = _known(word) or _contraction(word) or _clipped_compound(word)
    if not found and "-" in word:
        first, _, rest = word.partition("-")
        found = tuple(
            Reading(r.lemma, r.genre, r.plural, r.case, r.gender, f"{r.nominative}-{tail}")
            for r in _known(first)
            for tail in [_tail_nominative(rest, r)]
        )
    return found or ()


def _contraction(word: str) -> tuple[Reading, ...]:
    """Return the readings of «рук-лей»: the ends of one known noun around a hyphen."""
    first, _, last = word.partition("-")
    if not 2 <= len(first) <= _LONGEST_END or not 1 <= len(last) <= _LONGEST_END:
        return ()
    found = [
        reading
        for form in _nouns()
        if len(form) > len(word) and form.startswith(first) and form.endswith(last)
        for reading in _known(form)
    ]
    return tuple(found) if len({reading.lemma for reading in found}) == 1 else ()


def _clipped_compound(word: str) -> tuple[Reading, ...]:
    for length in range(_SHORTEST_STEM, len(word) - _SHORTEST_STEM):
        if word[:length] in phrases().clipped and word[length:] in _nouns():
            return tuple(
                replace(r, lemma=word[:length] + r.lemma, nominative=word[:length] + r.nominative)
                for r in _known(word[length:])
            )
    return ()


def _tail_nominative(tail: str, head: Reading) -> str:
    """Return the second half of a compound in the nominative where the half is known."""
    for reading in _known(tail):
        if (reading.plural, reading.case) == (head.plural, head.case):
            return reading.nominative
    return tail


def noun_forms() -> tuple[str, ...]:
    """Return every form of every known head noun."""
    return tuple(_nouns())


_ADJECTIVE_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    # Each pair: gender (`-` plural) and cases.
    "ыми": (("-", "i"),),
    "ого": (("m", "ga"), ("n", "g")),
    "ому": (("m", "d"), ("n", "d")),
    "ый": (("m", "na"),),
    "ой": (("f", "gdip"), ("m", "na")),
    "ая": (("f", "n"),),
    "ое": (("n", "na"),),
    "ую": (("f", "a"),),
    "ым": (("m", "i"), ("n", "i"), ("-", "d")),
    "ом": (("m", "p"), ("n", "p")),
    "ые": (("-", "na"),),
    "ых": (("-", "gap"),),
}
_SOFT_ENDINGS = {
    "ими": "ыми", "его": "ого", "ему": "ому", "ий": "ый", "ей": "ой", "яя": "ая", "ее": "ое",
    "юю": "ую", "им": "ым", "ем": "ом", "ие": "ые", "их": "ых",
}  # fmt: skip


@lru_cache(maxsize=_MOST_WORDS)
def adjective_readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a folded word as an adjective or participle, by its ending."""
    stem, ending = _split_adjective(word)
    if not ending:
        return ()
    hard = _SOFT_ENDINGS.get(ending, ending)
    return tuple(
        Reading(stem, None, gender == "-", case, gender, word)
        for gender, cases in _ADJECTIVE_ENDINGS[hard]
        for case in cases
    )


def _split_adjective(word: str) -> tuple[str, str]:
    for length in (3, 2):
        ending = word[-length:]
        if len(word) - length >= _SHORTEST_STEM and (
            ending in _ADJECTIVE_ENDINGS or ending in _SOFT_ENDINGS
        ):
            return word[:-length], ending
    return word, ""


def adjective_nominative(word: str, head: Reading) -> str:
    """Return an adjective as it agrees with the nominative of its head noun."""
    stem, ending = _split_adjective(word)
    if not ending:
        return word
    soft = stem[-1] in "жшчщ" or (stem.endswith("н") and ending in {"его", "ему", "яя", "юю"})
    back = stem[-1] in "кгх"
    if head.plural:
        return stem + ("ие" if soft or back else "ые")
    if head.gender == "f":
        return stem + ("яя" if soft and stem.endswith("н") else "ая")
    if head.gender == "n":
        return stem + ("ее" if soft else "ое")
    if stem in word_table()["irregular"]["stressed"]:
        return stem + "ой"
    return stem + ("ий" if soft or back else "ый")


def head_rank(lemma: str) -> int | None:
    """Return the place of a post among those that head an organisation, None if it is none."""
    heads = word_table()["ranks"]["heads"]
    return heads.index(lemma) if lemma in heads else None


def is_participle(word: str) -> bool:
    """Return whether a folded word may open a participial phrase, «проводимые …»."""
    return len(word) > 5 and bool(_PARTICIPLE.search(word))


def is_agent(word: str) -> bool:
    """Return whether an unknown folded noun names a doer in the nominative, by its suffix."""
    return len(word) > 4 and bool(_AGENT.search(word))


def is_unit(word: str) -> bool:
    """Return whether a folded word names a unit, always followed by the body that it is of."""
    return word in word_table()["abbreviations"]["units"]


def is_of_people(word: str) -> bool:
    """Return whether a folded adjective tells whose committee it is: «родительский»."""
    return _split_adjective(word)[0] in phrases().of_people
