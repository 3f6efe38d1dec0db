"""Paradigms: where the forms of one word come from."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any, Protocol

from roadmapkit.language.grammar import Case, Gender, Number
from roadmapkit.lazily import dataclass

__all__ = [
    "GRAMMEMES",
    "Agreement",
    "AnalogousLexeme",
    "CompoundLexeme",
    "DictionaryLexeme",
    "FixedLexeme",
    "Lexeme",
    "OrdinalLexeme",
]

GRAMMEMES = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
    Number.SINGULAR: "sing",
    Number.PLURAL: "plur",
    Gender.MASCULINE: "masc",
    Gender.FEMININE: "femn",
    Gender.NEUTER: "neut",
}
"""Names of the categories in the OpenCorpora tag set, which pymorphy3 uses."""

_DISTINCTIVE = ("past", "pres", "futr", "actv", "pssv", "Supr", "perf", "impf")
_UNUSUAL = ("Infr", "Slng", "Arch", "Litr", "Erro", "Dist", "V-ey", "V-oy", "V-be", "V-en", "V-bi")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a form must agree in (согласование).

    Attributes:
        case: Case of the form.
        number: Number of the form.
        gender: Gender; matters to adjectives and participles in the singular.
        animate: Matters to their accusative.
    """

    case: Case
    number: Number
    gender: Gender | None = None
    animate: bool | None = None


class Lexeme(Protocol):
    """All forms of one word."""

    def form(self, agreement: Agreement) -> str | None:
        """Return the form in lower case, or None where the word has no such form."""
        ...


class DictionaryLexeme:
    """Forms of a word that pymorphy3 knows or predicts.

    Args:
        parse: An analysis of one form of the word.
        preferred: Forms to choose among equal variants of one cell, such as
            «учителя» beside «учители».
    """

    def __init__(self, parse: Any, preferred: frozenset[str]) -> None:
        self._parse = parse
        self._preferred = preferred

    @cached_property
    def _forms(self) -> tuple[tuple[str, frozenset[str]], ...]:
        own = self._parse.tag
        traits = {trait for trait in _DISTINCTIVE if trait in own}
        return tuple(
            (other.word, frozenset(other.tag.grammemes))
            for other in self._parse.lexeme
            if other.tag.POS == own.POS
            and {trait for trait in _DISTINCTIVE if trait in other.tag} == traits
        )

    @property
    def _gender(self) -> str | None:
        """Gender that tells nouns of one paradigm apart: «вожатый» and «вожатая»."""
        return self._parse.tag.gender if self._parse.tag.POS == "NOUN" else None

    def form(self, agreement: Agreement) -> str | None:
        """Return the usual form of the cell that *agreement* points to."""
        if "Fixd" in self._parse.tag:
            return str(self._parse.word)
        cell = {GRAMMEMES[agreement.case], GRAMMEMES[agreement.number]}
        if self._parse.tag.POS != "NOUN":
            cell |= self._agreeing(agreement)
        found = [(word, tags) for word, tags in self._forms if cell <= tags]
        own = [(word, tags) for word, tags in found if self._gender in tags]
        found = own or found
        usual = [word for word, tags in found if not tags.intersection(_UNUSUAL)]
        words = usual or [word for word, _ in found]
        chosen = [word for word in words if word in self._preferred]
        return next(iter(chosen or words), None)

    @staticmethod
    def _agreeing(agreement: Agreement) -> set[str]:
        singular = agreement.number is Number.SINGULAR
        gender = agreement.gender or Gender.MASCULINE
        cell = {GRAMMEMES[gender]} if singular else set()
        marked = not singular or gender is Gender.MASCULINE
        if agreement.case is Case.ACCUSATIVE and marked:
            cell.add("anim" if agreement.animate else "inan")
        return cell


@dataclass(frozen=True, slots=True)
class AnalogousLexeme:
    """Forms of a word outside the dictionary that declines like one inside it.

    Attributes:
        model: Forms of the word in the dictionary.
        model_stem: The part of the model that no form changes.
        stem: What stands in its place.
    """

    model: Lexeme
    model_stem: str
    stem: str

    def form(self, agreement: Agreement) -> str | None:
        """Return the form of the model with the stem replaced."""
        form = self.model.form(agreement)
        return None if form is None else self.stem + form[len(self.model_stem) :]


@dataclass(frozen=True, slots=True)
class CompoundLexeme:
    """Forms of a word whose parts inflect each by itself: «учителя-предметника».

    Attributes:
        parts: A part that inflects, or text that stays, in order; the separators
            are parts too.
    """

    parts: tuple[Lexeme | str, ...]

    def form(self, agreement: Agreement) -> str | None:
        """Return the parts in the form asked for, or None when one of them lacks it."""
        forms = [part if isinstance(part, str) else _form(part, agreement) for part in self.parts]
        whole = [form for form in forms if form is not None]
        return "".join(whole) if len(whole) == len(forms) else None


def _form(part: Lexeme, agreement: Agreement) -> str | None:
    """Return the form of a part, in the plural where it has no other: «яслей-сада»."""
    return part.form(agreement) or part.form(replace(agreement, number=Number.PLURAL))


@dataclass(frozen=True, slots=True)
class FixedLexeme:
    """The only form of an abbreviation.

    Attributes:
        text: The form.
    """

    text: str

    def form(self, agreement: Agreement) -> str | None:
        """Return the text itself, whatever *agreement* asks for."""
        del agreement
        return self.text


@dataclass(frozen=True, slots=True)
class OrdinalLexeme:
    """Forms of an ordinal number written in digits: «1-й», «1-го».

    Attributes:
        digits: The digits and the hyphen.
        model: Forms of «первый».

    Source:
        Правила русской орфографии и пунктуации (Институт русского языка, 2006):
        one letter is added after a vowel, two after a consonant.
    """

    digits: str
    model: Lexeme

    def form(self, agreement: Agreement) -> str | None:
        """Return the digits with the ending of the ordinal."""
        word = self.model.form(agreement)
        if word is None:
            return None
        return self.digits + (word[-1] if word[-2] in "аеиоуыюяё" else word[-2:])
