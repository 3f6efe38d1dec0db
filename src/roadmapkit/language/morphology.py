"""What a word form may be: every reading of it, with the paradigm that it belongs to."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import cache
from typing import Any

from roadmapkit.language.grammar import Case, Gender, Number
from roadmapkit.language.lexemes import (
    GRAMMEMES,
    Agreement,
    AnalogousLexeme,
    CompoundLexeme,
    DictionaryLexeme,
    Lexeme,
    OrdinalLexeme,
)
from roadmapkit.language.lexicon import table, words
from roadmapkit.lazily import dataclass, regex

__all__ = ["Morphology", "Part", "Reading", "russian"]


class Part(Enum):
    """Part of speech (часть речи), as far as inflection needs it."""

    NOUN = "noun"
    ADJECTIVE = "adjective"
    PARTICIPLE = "participle"
    ADVERB = "adverb"
    OTHER = "other"


_PARTS = {
    "NOUN": Part.NOUN,
    "ADJF": Part.ADJECTIVE,
    "PRTF": Part.PARTICIPLE,
    "ADVB": Part.ADVERB,
}
_CATEGORIES = {tag: category for category, tag in GRAMMEMES.items()}
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_ORDINAL = regex(r"(\d+-)([а-яё]{1,3})")
_JOINT = regex(r"([-‑/])")
_REGULAR = regex(r"(?:[аи]ци[яи]|ость|ости|изм|[сц]к(?:ий|ая|ое|ие)?)$")
_LONGEST_PREFIX = 6
_SHORTEST_BASE = 5
"""Letters of a prefix, and of the known word behind it: «юн|армеец»."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form (разбор).

    Attributes:
        spelling: The form as the dictionary spells it, in lower case.
        lemma: Dictionary form of the word.
        part: Part of speech.
        lexeme: The paradigm.
        case: Case, None where the part of speech has none.
        number: Number, None likewise.
        gender: Gender; None for plurals of adjectives and nouns of common gender.
        animate: Whether the noun names a living being.
        known: The word, or each of its parts, stands in the dictionary.
        weight: How usual this reading is among the readings of the form.
        traits: Tags of pymorphy3, such as ``tran`` or ``Surn``.
    """

    spelling: str
    lemma: str
    part: Part
    lexeme: Lexeme
    case: Case | None = None
    number: Number | None = None
    gender: Gender | None = None
    animate: bool | None = None
    known: bool = True
    weight: float = 1.0
    traits: frozenset[str] = frozenset()

    @property
    def proper(self) -> bool:
        """Whether the reading is a proper name."""
        return not self.traits.isdisjoint(_PROPER)

    @property
    def attributive(self) -> bool:
        """Whether the reading can agree with a noun."""
        return self.part in (Part.ADJECTIVE, Part.PARTICIPLE)

    def form(self, agreement: Agreement) -> str | None:
        """Return the form of the word that *agreement* points to, in lower case."""
        return self.lexeme.form(agreement)


class Morphology:
    """Readings of Russian word forms, from a dictionary and from the parts of a word.

    The dictionary is loaded by the constructor and takes some 0.1 s; everything
    that asks about words is handed an object of this class or takes :func:`russian`.
    """

    def __init__(self) -> None:
        import pymorphy3
        import pymorphy3_dicts_ru

        # Named, for a variable of the environment would name another one otherwise.
        dictionary = pymorphy3_dicts_ru.get_path()
        self._analyzer: Any = pymorphy3.MorphAnalyzer(path=dictionary)
        self._preferred = words("preferred_forms")
        self._known: dict[str, tuple[Reading, ...]] = {}

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return every reading of *word*, the likeliest first."""
        plain = word.replace("‑", "-")
        head, joint, last = plain.rpartition("-")
        abbreviated = head.isupper() and not last.isupper()
        key = plain if abbreviated else plain.lower()
        if key not in self._known:
            self._known[key] = (
                tuple(_prefixed(head.lower() + joint, item) for item in self.readings(last))
                if abbreviated
                else self._analyse(key)
            )
        return self._known[key]

    def is_known(self, word: str) -> bool:
        """Tell whether the dictionary has *word* as one of its forms."""
        return bool(self._analyzer.word_is_known(word.lower()))

    def is_derived(self, word: str) -> bool:
        """Tell whether an unknown *word* has a known declension all the same.

        «Соцпедагог» and «юнармейцы», known words in the nominative behind a short
        prefix, decline as «педагог» and «армейцы» do; «цифровизация» and «Луговск»
        end on a suffix that has one declension only.
        """
        plain = word.lower()
        if _REGULAR.search(plain):
            return True
        longest = min(_LONGEST_PREFIX, len(plain) - _SHORTEST_BASE)
        cuts = {*range(2, longest + 1)}
        cuts |= {len(part) for part in words("invariable_parts", "first") if plain.startswith(part)}
        return any(self._is_nominative_noun(plain[cut:]) for cut in sorted(cuts))

    def _is_nominative_noun(self, word: str) -> bool:
        return self.is_known(word) and any(
            item.part is Part.NOUN and item.case is Case.NOMINATIVE for item in self.readings(word)
        )

    def _analyse(self, word: str) -> tuple[Reading, ...]:
        ordinal = _ORDINAL.fullmatch(word)
        if ordinal:
            return self._ordinal(word, ordinal[1])
        for stem, model in table("analogues"):
            if word.startswith(stem):
                analogous = self._analogous(word, stem, model)
                if analogous:
                    return analogous
        known = self.is_known(word)
        if not known and _JOINT.search(word):
            joined = self._compound(word)
            if joined:
                return joined
        return tuple(
            self._reading(parse, known=known)
            for parse in self._analyzer.parse(word)
            if "UNKN" not in parse.tag
        )

    def _reading(self, parse: Any, *, known: bool) -> Reading:
        tag = parse.tag
        categories = {_CATEGORIES[grammeme] for grammeme in tag.grammemes & _CATEGORIES.keys()}
        spelling = parse.word
        return Reading(
            spelling=spelling,
            lemma=parse.normal_form,
            part=_PARTS.get(str(tag.POS), Part.OTHER),
            lexeme=DictionaryLexeme(parse, self._preferred),
            case=next((item for item in categories if isinstance(item, Case)), None),
            number=next((item for item in categories if isinstance(item, Number)), None),
            gender=next((item for item in categories if isinstance(item, Gender)), None),
            animate=True if "anim" in tag else False if "inan" in tag else None,
            known=known,
            weight=parse.score,
            traits=frozenset(tag.grammemes),
        )

    def _ordinal(self, word: str, digits: str) -> tuple[Reading, ...]:
        found = {}
        for case in Case:
            for number in Number:
                for gender in Gender:
                    model = self.readings("первый")[0].lexeme
                    lexeme = OrdinalLexeme(digits, model)
                    one = number is Number.SINGULAR
                    if lexeme.form(Agreement(case, number, gender, animate=False)) == word:
                        agreed = gender if one else None
                        found[case, number, agreed] = Reading(
                            word, word, Part.ADJECTIVE, lexeme, case, number, agreed
                        )
        return tuple(found.values())

    def _analogous(self, word: str, stem: str, model: str) -> tuple[Reading, ...]:
        """Read «тьюторам» as «кураторам»; nothing where the model has no such ending."""
        return tuple(
            replace(
                reading,
                spelling=word,
                lemma=stem,
                lexeme=AnalogousLexeme(reading.lexeme, model, stem),
            )
            for reading in self.readings(model + word[len(stem) :])
            if reading.known and reading.lemma == model
        )

    def _compound(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a word whose parts are joined by hyphens or slashes.

        A noun before a noun of the same case and number inflects with it; every
        other part stays, as in «онлайн-урок», «вице-мэр», «учебно-методический».
        """
        pieces = _JOINT.split(word)
        readings = self._joined_last(pieces[-1])
        for position in range(len(pieces) - 3, -1, -2):
            piece, joint = pieces[position], pieces[position + 1]
            readings = self._joined(piece, joint, readings)
        return readings

    def _joined_last(self, piece: str) -> tuple[Reading, ...]:
        if piece not in words("invariable_parts", "last"):
            return tuple(item for item in self.readings(piece) if not item.proper)
        lexeme = CompoundLexeme((piece,))
        return tuple(
            Reading(piece, piece, Part.NOUN, lexeme, case, number)
            for case in Case
            for number in Number
        )

    def _joined(self, piece: str, joint: str, rest: tuple[Reading, ...]) -> tuple[Reading, ...]:
        nouns: tuple[Reading, ...] = ()
        if piece not in words("invariable_parts", "first") and len(piece) > 1:
            nouns = tuple(
                item
                for item in self.readings(piece)
                if item.part is Part.NOUN and item.known and not item.proper
            )
        pairs = [
            _pair(first, joint, second)
            for first in nouns
            for second in rest
            if second.part is Part.NOUN and _pairs(first, second)
        ]
        # A noun that could not be paired may inflect all the same: «тренера-преподаватели».
        return tuple(pairs) or tuple(
            replace(_prefixed(piece + joint, second), known=second.known and not nouns)
            for second in rest
        )


def _pairs(first: Reading, second: Reading) -> bool:
    alike = first.number is second.number or "Pltm" in first.traits
    return alike and first.case is second.case


def _pair(first: Reading, joint: str, second: Reading) -> Reading:
    return replace(
        second if "Pltm" in first.traits else first,
        spelling=first.spelling + joint + second.spelling,
        lemma=first.lemma + joint + second.lemma,
        lexeme=CompoundLexeme((first.lexeme, joint, second.lexeme)),
        known=first.known and second.known,
        weight=first.weight * second.weight,
        traits=first.traits,
    )


def _prefixed(prefix: str, reading: Reading) -> Reading:
    return replace(
        reading,
        spelling=prefix + reading.spelling,
        lemma=prefix + reading.lemma,
        lexeme=CompoundLexeme((prefix, reading.lexeme)),
    )


@cache
def russian() -> Morphology:
    """Return the morphology of Russian, loaded once in a process."""
    return Morphology()
