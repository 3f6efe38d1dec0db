"""Grammatical categories and the answer that every inflection gives."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass

__all__ = ["Case", "Form", "Gender", "Number", "as_case", "as_gender", "as_number"]


class Case(StrEnum):
    """Grammatical case (падеж)."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


class Number(StrEnum):
    """Grammatical number (число)."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Gender(StrEnum):
    """Grammatical gender (род)."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"


@dataclass(frozen=True, slots=True)
class Form:
    """A case form and where it comes from (словоформа).

    Attributes:
        form: The text in the case asked for.
        reasons: What was done to the text and why, in the order of the text.
        doubtful: The grammar allows another form too, or the analysis rests on a
            prediction; a person should look at the form before it is printed.
        diagnostics: Findings without a span: why the form is doubtful, or what is
            missing. An error means that ``form`` is the text as it was written.
    """

    form: str
    reasons: tuple[Message, ...] = ()
    doubtful: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def because(self) -> str:
        """The reasons as one English text."""
        return "; ".join(str(reason) for reason in self.reasons)


_Category = TypeVar("_Category", Case, Number, Gender)


def as_case(value: Case | str) -> Case:
    """Return the case that *value* names.

    Raises:
        ArgumentError: There is no such case.
    """
    return _category(Case, value, "case")


def as_number(value: Number | str | None) -> Number | None:
    """Return the number that *value* names, or None for None.

    Raises:
        ArgumentError: There is no such number.
    """
    return None if value is None else _category(Number, value, "number")


def as_gender(value: Gender | str | None) -> Gender | None:
    """Return the gender that *value* names, or None for None.

    Raises:
        ArgumentError: There is no such gender.
    """
    return None if value is None else _category(Gender, value, "gender")


def _category(kind: type[_Category], value: str, argument: str) -> _Category:
    try:
        return kind(value.strip().lower())
    except (ValueError, AttributeError):
        choice = ", ".join(kind)
        message = f"{argument} {value!r} is unknown; use one of: {choice}"
        raise ArgumentError(message, argument=argument, value=value) from None
