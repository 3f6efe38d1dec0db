"""The noun phrase in the nominative: a head with the words that agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from roadmapkit.language.grammar import Case, Gender, Number
from roadmapkit.language.lexemes import FixedLexeme
from roadmapkit.language.lexicon import words
from roadmapkit.language.morphology import Morphology, Part, Reading
from roadmapkit.language.tokens import Kind, Token, following
from roadmapkit.lazily import dataclass, regex

__all__ = ["NounPhrase", "Placed", "agrees", "find_noun_phrase", "is_frozen"]

_CONJUNCTIONS = frozenset({"и", "или", "либо"})
_MINISTRY = regex(r"(?:Мин|МИН)[а-яА-Я]{4,}$")
_FARTHEST = 60
"""Number of tokens in which a head is looked for; agreeing words are few."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A word of a phrase with the reading that was chosen for it.

    Attributes:
        position: Position of its token.
        reading: The reading.
    """

    position: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A head in the nominative and what agrees with it (именная группа).

    Attributes:
        head: The head.
        modifiers: Agreeing words before and after the head.
        end: Position of the first token after the phrase.
        number: Number of the head.
        rivals: Other readings of the head that fit as well.
        substantivised: The head is an adjective or a participle.
        unsure: The words could also be an adjective with a noun, or its reverse.
        abbreviated: The head is an abbreviation; without an agreeing word nothing
            tells its gender and number.
        insets: Adjectives in brackets before the head: «вечерняя (сменная) школа».
    """

    head: Placed
    modifiers: tuple[Placed, ...]
    end: int
    number: Number
    rivals: tuple[Reading, ...] = ()
    substantivised: bool = False
    unsure: bool = False
    abbreviated: bool = False
    insets: tuple[Placed, ...] = ()

    @property
    def indeterminate(self) -> bool:
        """Whether nothing tells the gender and the number of the head."""
        return self.abbreviated and not self.modifiers

    @property
    def animate(self) -> bool:
        """Whether the head names a person; adjectives used as nouns mostly do."""
        if self.substantivised:
            return self.head.reading.gender is not Gender.NEUTER
        return bool(self.head.reading.animate)

    @property
    def gender(self) -> Gender | None:
        """Gender of the head; of its agreeing word where the head has common gender."""
        own = self.head.reading.gender
        agreed = (item.reading.gender for item in self.modifiers)
        return own or next((gender for gender in agreed if gender), None)


def is_frozen(word: str, morphology: Morphology, *, capitals: bool) -> bool:
    """Tell whether *word* is an abbreviation or foreign, so that it has no forms.

    Args:
        word: The word as written.
        morphology: Readings of words.
        capitals: The whole text is in capitals, so they mark no abbreviation.
    """
    parts = [part for part in re.split(r"[-‑/]", word) if part]
    last = parts[-1] if parts else word
    if any(letter.isascii() and letter.isalpha() for letter in last):
        return True
    if len(last) < 2 or sum(map(str.isupper, last)) < 2:
        return _is_ministry(word, morphology)
    spelled_out = word.isupper() and len(last) > (3 if capitals else 4)
    return not (spelled_out and all(morphology.is_known(part) for part in parts))


def _is_ministry(word: str, morphology: Morphology) -> bool:
    """Tell «Минпросвещения», whose second part is a genitive already, from «Минздрав»."""
    if not _MINISTRY.match(word):
        return False
    return not any(
        item.case is Case.NOMINATIVE
        and item.number is Number.SINGULAR
        and item.part is Part.NOUN
        and "Fixd" not in item.traits
        for item in morphology.readings(word)
    )


def agrees(modifier: Reading, number: Number, gender: Gender | None) -> bool:
    """Tell whether *modifier* in the nominative fits a noun of that number and gender."""
    if not modifier.attributive or modifier.case is not Case.NOMINATIVE:
        return False
    if modifier.number is not number:
        return False
    return number is Number.PLURAL or gender is None or modifier.gender is gender


def find_noun_phrase(
    tokens: tuple[Token, ...], start: int, morphology: Morphology, *, capitals: bool = False
) -> NounPhrase | None:
    """Return the noun phrase in the nominative that begins at *start*, or None.

    Agreeing words are tried before nouns, so that «рабочая группа» has the head
    «группа»; where no noun agrees, an adjective or a participle is the head itself:
    «заведующий отделом», «ответственные за питание».
    """
    last = min(len(tokens), start + _FARTHEST)
    return _Finder(tokens[:last], morphology, capitals).find(following(tokens, start), ())


_Candidates = tuple[int, tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class _Finder:
    tokens: tuple[Token, ...]
    morphology: Morphology
    capitals: bool

    def find(self, start: int, before: tuple[_Candidates, ...]) -> NounPhrase | None:
        """Return the phrase whose agreeing words *before* are already read."""
        if start >= len(self.tokens):
            return None
        token = self.tokens[start]
        after = following(self.tokens, start + 1)
        shortened = token.kind is Kind.ABBREVIATION
        if shortened and token.text[:-1].lower() in words("abbreviations"):
            found = self.find(after, before)
        elif before and self._joins(token):
            found = self._coordinated(after, before)
        elif before and token.kind is Kind.BRACKETED:
            found = self._around_inset(start, after, before)
        elif shortened or self._frozen(token):
            found = self._abbreviated(start, before)
        elif self._is_word(token):
            found = self._from_word(start, after, before)
        else:
            found = None
        return found

    def _is_word(self, token: Token) -> bool:
        plain = token.kind is Kind.WORD and len(token.text) > 1
        lowered = token.text.lower()
        return plain and lowered not in words("relative_words") | words("prepositions")

    def _from_word(
        self, start: int, after: int, before: tuple[_Candidates, ...]
    ) -> NounPhrase | None:
        readings = self._nominative(self.tokens[start].text)
        attributes = tuple(item for item in readings if item.attributive)
        found = self.find(after, (*before, (start, attributes))) if attributes else None
        if found and found.abbreviated and found.head.position == after:
            persons = tuple(item for item in attributes if "Subx" in item.traits)
            return self._substantivised(start, persons, before) or found
        if found and not found.substantivised:
            return self._rather_substantive(start, after, attributes, found) or found
        noun = self._noun(start, readings, before) or found
        if noun:
            return noun
        if not attributes and self._is_adverb(self.tokens[start].text):
            return self.find(after, before)
        return self._substantivised(start, attributes, before)

    def _frozen(self, token: Token) -> bool:
        return token.kind is Kind.WORD and is_frozen(
            token.text, self.morphology, capitals=self.capitals
        )

    def _nominative(self, word: str) -> tuple[Reading, ...]:
        capital = word[:1].isupper() and not self.capitals
        return tuple(
            item
            for item in self.morphology.readings(word)
            if item.case is Case.NOMINATIVE and (capital or item.known or not item.proper)
        )

    def _joins(self, token: Token) -> bool:
        return token.kind is Kind.COMMA or token.text.lower() in _CONJUNCTIONS

    def _is_adverb(self, word: str) -> bool:
        return any(item.part is Part.ADVERB for item in self.morphology.readings(word))

    def _around_inset(
        self, start: int, after: int, before: tuple[_Candidates, ...]
    ) -> NounPhrase | None:
        """Read «средняя (полная) школа»: the bracket agrees with the head after it."""
        found = self.find(after, before)
        if found is None or found.substantivised:
            return None
        for item in self._nominative(self.tokens[start].inner):
            if agrees(item, found.number, found.gender):
                return replace(found, insets=(Placed(start, item), *found.insets))
        return None

    def _coordinated(self, start: int, before: tuple[_Candidates, ...]) -> NounPhrase | None:
        """Read «среднесрочная и краткосрочная программа» on from the second adjective."""
        if start >= len(self.tokens) or self.tokens[start].kind is not Kind.WORD:
            return None
        word = self.tokens[start].text
        attributes = tuple(item for item in self._nominative(word) if item.attributive)
        if not attributes or self._frozen(self.tokens[start]):
            return None
        found = self.find(following(self.tokens, start + 1), (*before, (start, attributes)))
        return found if found and not found.substantivised else None

    def _noun(
        self, start: int, readings: tuple[Reading, ...], before: tuple[_Candidates, ...]
    ) -> NounPhrase | None:
        nouns = [item for item in readings if item.part is Part.NOUN]
        plain = [item for item in nouns if not item.proper] or nouns
        fitting = [
            (item, chosen)
            for item in _by_lexeme(plain)
            if (chosen := _agreeing(before, item)) is not None
        ]
        if not fitting:
            return None
        best, modifiers = fitting[0]
        return NounPhrase(
            head=Placed(start, best),
            modifiers=modifiers,
            end=start + 1,
            number=best.number or Number.SINGULAR,
            rivals=tuple(item for item, _ in fitting[1:]),
        )

    def _abbreviated(self, start: int, before: tuple[_Candidates, ...]) -> NounPhrase:
        """Take an abbreviation as the head; the first agreeing word tells its gender."""
        text = self.tokens[start].text
        head = Reading(text, text, Part.NOUN, FixedLexeme(text), Case.NOMINATIVE)
        for example in before[0][1] if before else ():
            head = replace(head, number=example.number, gender=example.gender)
            modifiers = _agreeing(before, head)
            if modifiers:
                number = head.number or Number.SINGULAR
                return NounPhrase(
                    Placed(start, head), modifiers, start + 1, number, abbreviated=True
                )
        return NounPhrase(Placed(start, head), (), start + 1, Number.SINGULAR, abbreviated=True)

    def _substantivised(
        self, start: int, readings: tuple[Reading, ...], before: tuple[_Candidates, ...]
    ) -> NounPhrase | None:
        for item in readings:
            modifiers = _agreeing(before, item)
            if modifiers is not None:
                return NounPhrase(
                    head=Placed(start, item),
                    modifiers=modifiers,
                    end=start + 1,
                    number=item.number or Number.SINGULAR,
                    substantivised=True,
                )
        return None

    def _rather_substantive(
        self, start: int, after: int, readings: tuple[Reading, ...], found: NounPhrase
    ) -> NounPhrase | None:
        """Return the first word as the head where the noun after it is its object.

        «Обучающиеся школы», «данные статистики», «исполняющие обязанности»: the noun
        that seems to agree is in the genitive or the accusative. But for the last,
        both are possible in the plural, which is said.
        """
        if found.head.position != after or found.number is not Number.PLURAL:
            return None
        noun = self.morphology.readings(self.tokens[after].text)
        cases = {item.case for item in noun if item.part is Part.NOUN}
        things = tuple(item for item in self._nominative(self.tokens[start].text) if _thing(item))
        if things and Case.GENITIVE in cases:
            alone = self._noun(start, things, ())
            return alone and replace(alone, unsure=True)
        fixed = next((item for item in readings if item.lemma in words("substantive_verbs")), None)
        if fixed and Case.ACCUSATIVE in cases:
            return self._substantivised(start, (fixed,), ())
        person = next((item for item in readings if _names_person(item)), None)
        if person is None or found.animate or Case.GENITIVE not in cases:
            return None
        alone = self._substantivised(start, (person,), ())
        return alone and replace(alone, unsure=True)


def _names_person(reading: Reading) -> bool:
    return reading.part is Part.PARTICIPLE and {"actv", "Subx"} <= reading.traits


def _thing(reading: Reading) -> bool:
    return reading.part is Part.NOUN and "Pltm" in reading.traits


def _by_lexeme(readings: Iterable[Reading]) -> list[Reading]:
    """Return one reading a lexeme, the likeliest first, persons before things."""
    found: dict[tuple[str, bool | None, Gender | None, Number | None], Reading] = {}
    for item in readings:
        found.setdefault((item.lemma, item.animate, item.gender, item.number), item)
    persons = words("animate")
    return sorted(
        found.values(),
        key=lambda item: (not (item.lemma in persons and item.animate), -item.weight),
    )


def _agreeing(before: tuple[_Candidates, ...], head: Reading) -> tuple[Placed, ...] | None:
    """Return the reading of each word of *before* that agrees with *head*, if all do."""
    number = head.number or Number.SINGULAR
    for wanted in _numbers(number, len(before)):
        gender = head.gender
        chosen = []
        for position, readings in before:
            fit = next((item for item in readings if agrees(item, wanted, gender)), None)
            if fit is None:
                break
            gender = gender or fit.gender
            chosen.append(Placed(position, fit))
        else:
            return tuple(chosen)
    return None


def _numbers(number: Number, attributes: int) -> tuple[Number, ...]:
    """Return the numbers that agreeing words may have: «русский и английский языки»."""
    if number is Number.PLURAL and attributes > 1:
        return (Number.PLURAL, Number.SINGULAR)
    return (number,)
