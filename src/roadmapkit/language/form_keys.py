"""What can be asked about a text, and the answer that the dictionary gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from roadmapkit.language.agreement import agree, approval
from roadmapkit.language.explain import explain_form
from roadmapkit.language.grammar import Case, Form
from roadmapkit.language.lexicon import table
from roadmapkit.language.morphology import russian
from roadmapkit.language.names import (
    PersonName,
    decline_name,
    gender_of,
    is_person_name,
    parse_person_name,
)
from roadmapkit.language.numerals import counted
from roadmapkit.language.phrases import decline_phrase
from roadmapkit.language.titles import act_title, inside_sentence
from roadmapkit.lazily import regex

__all__ = ["NO", "YES", "FormKey", "FormKind", "make_form", "name_from_answer", "ready_forms"]

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


_WORDS = regex(r"\d+|[^\W\d_]+|[№,;]")
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


def make_form(key: FormKey) -> Form:
    """Return the answer to a question from the dictionary, whatever is known already.

    A lock compares it with what it holds, to tell a form that another version of the
    rules would make otherwise.

    Raises:
        ArgumentError: The key names an unknown category, or a name that is none.
    """
    return _MAKERS[key.kind](key)


def _is_form_of(key: FormKey) -> Form:
    words = _compared(key.word)
    cases = (case for case in Case if case is not Case.NOMINATIVE)
    forms = (decline_phrase(key.text, case) for case in cases)
    return _answer(any(not form.doubtful and _compared(form.form) == words for form in forms))


def _compared(text: str) -> list[str]:
    """Return the words of a text without case, «ё», quotation marks and spaces."""
    return _WORDS.findall(text.casefold().replace("ё", "е"))


def _is_word(key: FormKey) -> Form:
    known = russian().is_known
    return _answer(known(key.text) or all(map(known, key.text.split("-"))))


def _name_parts(key: FormKey) -> Form:
    name = parse_person_name(key.text)
    return Form(name.written("full") if name is not None and name.first else NO)


def _name_gender(key: FormKey) -> Form:
    name = parse_person_name(key.text)
    gender = gender_of(name) if name is not None else None
    return Form(gender.value if gender is not None else NO)


def _answer(positive: bool) -> Form:
    return Form(YES if positive else NO)


_MAKERS: Mapping[FormKind, Callable[[FormKey], Form]] = {
    FormKind.PHRASE: lambda key: decline_phrase(key.text, key.case, key.number or None),
    FormKind.NAME: lambda key: decline_name(key.text, key.case, key.gender or None),
    FormKind.ANY: lambda key: explain_form(
        key.text, case=key.case, number=key.number or None, gender=key.gender or None
    ),
    FormKind.APPROVAL: lambda key: approval(key.text, key.word),
    FormKind.ACT_TITLE: lambda key: act_title(key.text, key.word),
    FormKind.COUNTED: lambda key: counted(key.word, key.text, key.case),
    FormKind.AGREEMENT: lambda key: Form(agree(key.word, key.text, key.case)),
    FormKind.INSIDE_SENTENCE: lambda key: Form(inside_sentence(key.text)),
    FormKind.IS_NAME: lambda key: _answer(is_person_name(key.text)),
    FormKind.IS_WORD: _is_word,
    FormKind.IS_FORM_OF: _is_form_of,
    FormKind.NAME_PARTS: _name_parts,
    FormKind.NAME_GENDER: _name_gender,
}


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
