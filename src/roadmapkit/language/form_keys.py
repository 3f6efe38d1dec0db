"""What can be asked about a text, and the answer that the dictionary gives."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from roadmapkit.language.grammar import Form
from roadmapkit.language.lexicon import table
from roadmapkit.language.names import PersonName
from roadmapkit.lazily import dataclass

__all__ = ["NO", "YES", "FormKey", "FormKind", "name_from_answer", "ready_forms"]

YES, NO = "yes", "no"
"""Answers to questions that ask for no form."""


class FormKind(StrEnum):
    """What was asked about a text."""

    PHRASE = "phrase"
    NAME = "name"
    ANY = "any"
    INSIDE_SENTENCE = "inside-sentence"
    APPROVAL = "approval"
    AGREEMENT = "agreement"
    COUNTED = "counted"
    ACT_TITLE = "act-title"
    IS_NAME = "is-name"
    IS_WORD = "is-word"
    IS_FORM_OF = "is-form-of"
    NAME_PARTS = "name-parts"
    NAME_GENDER = "name-gender"

    @property
    def is_reading(self) -> bool:
        """Whether the answer is no form but how a text is read.

        Nobody has to review it: what it leads to is printed as a form, or found as a party.
        """
        return self in _READINGS


_READINGS = frozenset(
    {
        FormKind.IS_NAME,
        FormKind.IS_WORD,
        FormKind.IS_FORM_OF,
        FormKind.NAME_PARTS,
        FormKind.NAME_GENDER,
    }
)


@dataclass(frozen=True, slots=True, order=True)
class FormKey:
    """A question: one text, one cell of its paradigm.

    Every field is a string, empty where it does not apply, so that keys sort and can
    be written to a file and read back as they are.

    Attributes:
        kind: What is asked.
        text: The text in the nominative, as written (the lemma).
        case: Case of the answer.
        number: Number of the answer, empty for that of the text.
        gender: Gender of the person, empty for what the name itself tells.
        word: The word that agrees with the text («прилагаемый», «утвержденный»), the
            noun of the action for the title of an act, the class of a number, or the
            words that may be a case form of the text.
    """

    kind: FormKind
    text: str
    case: str = ""
    number: str = ""
    gender: str = ""
    word: str = ""


def name_from_answer(text: str, answer: str) -> PersonName | None:
    """Return the name that *text* is, given its parts: the surname, then the rest.

    Args:
        text: Two or three words.
        answer: The words in the order of a full name, or :data:`NO`.
    """
    if answer == NO:
        return None
    surname, first, *rest = answer.split()
    initials = "".join(f"{part[0]}." for part in (first, *rest))
    return PersonName(
        surname,
        first,
        " ".join(rest),
        initials,
        initials_first=text.split(maxsplit=1)[0] != surname,
    )


@cache
def ready_forms() -> Mapping[FormKey, Form]:
    """Return the forms of the words that every document adds of itself («настоящий приказ»).

    They are no author's text and nobody's to review; a test holds them against the rules.
    """
    return {
        FormKey(FormKind.PHRASE, text, case): Form(form)
        for text, case, form in table("ready_forms")
    }
