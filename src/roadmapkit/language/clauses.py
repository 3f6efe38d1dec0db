"""Structure of a phrase: its heads, what agrees with them, and what keeps its form."""

from __future__ import annotations

from dataclasses import field

from roadmapkit.language.government import Governed, governed_nouns, parallel
from roadmapkit.language.grammar import Case, Gender, Number
from roadmapkit.language.lexicon import table, words
from roadmapkit.language.morphology import Morphology, Part, Reading
from roadmapkit.language.nominal import NounPhrase, agrees, find_noun_phrase, is_frozen
from roadmapkit.language.tokens import Kind, Token, following, tokenize
from roadmapkit.lazily import dataclass

__all__ = ["Reader", "Structure"]

_DIRECT = (None, Case.NOMINATIVE, Case.ACCUSATIVE)
"""Cases in which no noun depends on another noun."""

_CONJUNCTIONS = frozenset({"и", "или", "либо", "/"})


@dataclass(slots=True)
class Structure:
    """What a case form does to each token of a phrase.

    Attributes:
        heads: Noun phrases that inflect.
        agreeing: Words that agree with a head from afar: position, reading, head.
        quoted: Positions of quoted names that stand in the place of a head.
        bracketed: Positions of brackets that decline with the head.
        frozen: Stretches that stay, as pairs of positions.
        doubts: Positions of words that may belong to a head or to another word.
        coordinated: Two heads or more are joined by «и» or a comma.
    """

    heads: list[NounPhrase] = field(default_factory=list)
    agreeing: list[tuple[int, Reading, NounPhrase]] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    bracketed: list[int] = field(default_factory=list)
    frozen: list[tuple[int, int]] = field(default_factory=list)
    doubts: list[tuple[int, str]] = field(default_factory=list)
    coordinated: bool = False


class Reader:
    """Reads a phrase from left to right.

    Args:
        tokens: The phrase.
        morphology: Readings of words.
        capitals: The whole text is in capitals.
    """

    def __init__(
        self, tokens: tuple[Token, ...], morphology: Morphology, *, capitals: bool
    ) -> None:
        self._tokens = tokens
        self._morphology = morphology
        self._capitals = capitals
        self._structure = Structure()
        self._tail = 0
        self._participial = False

    def read(self) -> Structure:
        """Return the structure of the whole phrase."""
        position = self._begin()
        while position < len(self._tokens) and self._has_head:
            token = self._tokens[position]
            if token.text.lower() in words("relative_words"):
                break
            step = self._step(position, token)
            if step > position:
                self._freeze(self._tail, position)
                self._tail = step
            position = max(step, position + 1)
        self._freeze(self._tail, len(self._tokens))
        return self._structure

    @property
    def _has_head(self) -> bool:
        return bool(self._structure.heads or self._structure.quoted)

    def _begin(self) -> int:
        start = following(self._tokens, 0)
        while start < len(self._tokens) and self._tokens[start].kind is Kind.OTHER:
            start = following(self._tokens, start + 1)
        if start >= len(self._tokens):
            return start
        first = self._tokens[start]
        if first.kind is Kind.QUOTED:
            self._structure.quoted.append(start)
            self._tail = start + 1
            return start + 1
        phrase = self._find(start)
        return start if phrase is None else self._accept(phrase)

    def _is_frozen(self, token: Token) -> bool:
        return token.kind is Kind.WORD and is_frozen(
            token.text, self._morphology, capitals=self._capitals
        )

    def _find(self, start: int) -> NounPhrase | None:
        return find_noun_phrase(self._tokens, start, self._morphology, capitals=self._capitals)

    def _accept(self, phrase: NounPhrase) -> int:
        """Add a head; return the position after it and the words that follow its case."""
        self._structure.heads.append(phrase)
        end = self._apposed(phrase, phrase.end)
        self._tail = end
        self._participial = False
        return end

    def _freeze(self, start: int, end: int) -> None:
        if end > start:
            self._structure.frozen.append((start, end))

    def _step(self, position: int, token: Token) -> int:
        """Return the position after what *token* begins, *position* where it stays."""
        after = following(self._tokens, position + 1)
        if token.kind is Kind.COMMA:
            after = self._skip_conjunction(after)
            return self._agreeing(after) or self._head(after, joined=True) or position
        if token.text.lower() in _CONJUNCTIONS:
            participle = self._agreeing(after) if self._participial else 0
            return participle or self._head(after, joined=True) or position
        if token.kind is Kind.DASH:
            return self._head(after, joined=False) or position
        if token.kind is Kind.BRACKETED and self._bracket(token):
            self._structure.bracketed.append(position)
            return position + 1
        return position

    def _skip_conjunction(self, position: int) -> int:
        while position < len(self._tokens) and self._tokens[position].text.lower() in {
            "а",
            "также",
        }:
            position = following(self._tokens, position + 1)
        return position

    # What follows a head directly.

    def _apposed(self, phrase: NounPhrase, end: int) -> int:
        """Read adjectives after the head and the place name of a town."""
        position = following(self._tokens, end)
        if position >= len(self._tokens) or self._tokens[position].kind is not Kind.WORD:
            return end
        word = self._tokens[position].text
        if self._is_frozen(self._tokens[position]) or phrase.substantivised:
            return end
        if phrase.abbreviated and self._tokens[phrase.head.position].kind is Kind.ABBREVIATION:
            return self._place_name(phrase, position) or end
        if word[:1].islower() or self._capitals:
            return self._postposed(phrase, position) or end
        if phrase.abbreviated and self._find(position):
            self._structure.doubts.append((position, self._tokens[phrase.head.position].text))
        return self._place_name(phrase, position) or end

    def _postposed(self, phrase: NounPhrase, position: int) -> int:
        """Read an adjective or a second noun after the head, in small letters."""
        if self._modifies_oblique(position):
            return 0
        readings = self._morphology.readings(self._tokens[position].text)
        fit = next((item for item in readings if self._fits(item, phrase)), None)
        if fit is None or "Apro" in fit.traits or self._modifies_next(position, fit):
            return self._second_name(phrase, position)
        self._structure.agreeing.append((position, fit, phrase))
        return self._apposed(phrase, position + 1)

    def _second_name(self, phrase: NounPhrase, position: int) -> int:
        """Read a common noun beside the head: «учреждение детский сад «Колосок»»."""
        name = self._find(position)
        if name is None or name.abbreviated or name.substantivised or name.head.reading.proper:
            return 0
        alike = phrase.abbreviated or name.number is phrase.number
        if not alike or any(item.case is Case.GENITIVE for item in self._oblique(name)):
            return 0
        if not name.head.reading.known:
            return 0
        if name.head.reading.lemma in {row[0] for row in table("apposed_names")}:
            return 0  # «муниципальный округ город Луговск» is a name as a whole
        if phrase.abbreviated:
            self._structure.doubts.append((position, self._tokens[phrase.head.position].text))
        self._structure.heads.append(name)
        return name.end

    @staticmethod
    def _fits(reading: Reading, phrase: NounPhrase) -> bool:
        if phrase.indeterminate:
            return reading.attributive and reading.case is Case.NOMINATIVE
        return agrees(reading, phrase.number, phrase.gender)

    def _place_name(self, phrase: NounPhrase, position: int) -> int:
        word = phrase.head.reading.lemma.rstrip(".").partition("-")[0]
        rule = {row[0]: row[1] for row in table("apposed_names")}.get(word)
        name = self._find(position) if rule else None
        if rule is None or name is None or name.number is not Number.SINGULAR:
            return 0
        same = name.gender is phrase.gender
        neuter = name.gender is Gender.NEUTER
        if neuter or (rule == "same-gender" and not same):
            return 0
        self._structure.heads.append(name)
        return name.end

    # What a comma, «и», a dash or a bracket adds.

    def _agreeing(self, position: int) -> int:
        """Read a participle or an adjective that agrees with a head before it."""
        if position >= len(self._tokens) or not self._structure.heads:
            return 0
        token = self._tokens[position]
        if token.kind is not Kind.WORD or token.text.lower() in words("relative_words"):
            return 0
        phrase = self._structure.heads[-1]
        readings = self._morphology.readings(token.text)
        fit = next((item for item in readings if self._fits(item, phrase)), None)
        if fit is None or not (fit.part is Part.PARTICIPLE or self._complemented(position)):
            return 0
        person = {"actv", "Subx"} <= fit.traits and not phrase.animate
        if person or self._modifies_next(position, fit):
            return 0
        rival = self._accusative_rival(readings, position)
        if rival is not None:
            self._structure.doubts.append((position, self._tail_text(position)))
            return 0
        self._structure.agreeing.append((position, fit, phrase))
        self._participial = True
        return position + 1

    def _complemented(self, position: int) -> bool:
        """Tell whether an adjective has words of its own: «ответственный за питание»."""
        after = following(self._tokens, position + 1)
        found = self._find(position)
        return after < len(self._tokens) and (found is None or found.substantivised)

    def _modifies_next(self, position: int, fit: Reading) -> bool:
        """Tell whether the word is an adjective of a new head rather than an attribute."""
        found = self._find(position)
        if found is None or found.substantivised:
            return False
        transitive = "actv" in fit.traits and "tran" in fit.traits
        head = self._morphology.readings(self._tokens[found.head.position].text)
        objects = any(item.case is Case.ACCUSATIVE and item.part is Part.NOUN for item in head)
        return not (transitive and objects)

    def _modifies_oblique(self, position: int) -> bool:
        """Tell whether an adjective belongs to a noun of the tail: «депутат городской думы»."""
        cases: list[Reading] | None = None
        while position < len(self._tokens) and self._tokens[position].kind is Kind.WORD:
            readings = self._morphology.readings(self._tokens[position].text)
            oblique = [item for item in readings if item.case not in _DIRECT]
            nouns = [item for item in oblique if item.part is Part.NOUN]
            if cases and any(_alike(item, noun) for item in cases for noun in nouns):
                return True
            attributes = [item for item in oblique if item.attributive]
            if cases is not None:
                attributes = [
                    item for item in attributes if any(_alike(item, other) for other in cases)
                ]
            if not attributes:
                return False
            cases, position = attributes, following(self._tokens, position + 1)
        return False

    def _accusative_rival(self, readings: tuple[Reading, ...], position: int) -> Governed | None:
        """Return a noun of the tail that the word could agree with in the accusative."""
        accusatives = [
            item for item in readings if item.case is Case.ACCUSATIVE and item.attributive
        ]
        for noun in self._tail_nouns(position):
            for item in accusatives:
                same = item.gender in (None, noun.gender) and item.number is noun.number
                if noun.case is Case.ACCUSATIVE and same and not noun.animate:
                    return noun
        return None

    def _last_end(self) -> int:
        ends = [phrase.end for phrase in self._structure.heads]
        ends += [position + 1 for position, _, _ in self._structure.agreeing]
        return max(ends, default=0)

    def _tail_nouns(self, end: int) -> tuple[Governed, ...]:
        start = self._last_end()
        return governed_nouns(self._tokens[start:end], self._morphology)

    def _tail_text(self, end: int) -> str:
        tail = self._tokens[self._last_end() : end]
        return "".join(token.text for token in tail).strip(" ,")

    def _head(self, position: int, *, joined: bool) -> int:
        """Read another head at *position*; *joined* by «и» or a comma, else by a dash."""
        phrase = self._find(position) if position < len(self._tokens) else None
        if phrase is None or not self._structure.heads or phrase.indeterminate:
            return 0
        if joined and self._in_tail(phrase, position):
            return 0
        self._structure.coordinated |= joined
        return self._accept(phrase)

    def _in_tail(self, phrase: NounPhrase, position: int) -> bool:
        """Tell whether *phrase* continues the tail; say so where either is possible."""
        other = self._oblique(phrase)
        nouns = parallel(other, self._tail_nouns(position))
        if not nouns:
            return False
        last = self._structure.heads[-1]
        like_head = last.indeterminate or (
            phrase.number is last.number and phrase.animate is last.animate
        )
        like_tail = any(
            noun.animate is phrase.animate
            and any((item.case, item.number) == (noun.case, noun.number) for item in other)
            for noun in nouns
        )
        usual = sum(item.weight for item in other) < 4 * phrase.head.reading.weight
        persons = last.animate and phrase.animate and not last.indeterminate
        if (like_head or persons) and like_tail and usual:
            self._structure.doubts.append((phrase.head.position, self._tail_text(position)))
        return like_tail or not like_head

    def _oblique(self, phrase: NounPhrase) -> list[Reading]:
        """Return the readings of a phrase outside the nominative in which it holds together."""
        word = self._tokens[phrase.head.position].text
        found = []
        for item in self._morphology.readings(word):
            if item.part is not phrase.head.reading.part or item.case in (None, Case.NOMINATIVE):
                continue
            if all(self._holds(item, placed.position) for placed in phrase.modifiers):
                found.append(item)
        return found

    def _holds(self, head: Reading, position: int) -> bool:
        return any(
            item.case is head.case
            and item.number is head.number
            and item.gender in (None, head.gender)
            for item in self._morphology.readings(self._tokens[position].text)
            if item.attributive
        )

    def _bracket(self, token: Token) -> bool:
        """Tell whether a bracket is a second name of the head, in the same case."""
        inner = tokenize(token.inner)
        start = following(inner, 0)
        if start >= len(inner) or not self._structure.heads:
            return False
        first = inner[start]
        if first.text.rstrip(".").lower() in words("references"):
            return False
        if first.kind is Kind.QUOTED:
            inner = tokenize(first.inner)
            start = 0
        phrase = find_noun_phrase(inner, start, self._morphology, capitals=self._capitals)
        if phrase is None or phrase.head.reading.proper:
            return False
        return any(
            phrase.number is head.number and phrase.animate is head.animate
            for head in self._structure.heads
            if not head.abbreviated
        )


def _alike(one: Reading, other: Reading) -> bool:
    """Tell whether two words can agree with each other."""
    same = one.case is other.case and one.number is other.number
    return same and (None in (one.gender, other.gender) or one.gender is other.gender)
