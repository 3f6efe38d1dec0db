"""What answers each kind of question about a text, from the rules and the dictionary."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from roadmapkit.language.agreement import agree, approval
from roadmapkit.language.explain import explain_form
from roadmapkit.language.form_keys import NO, YES, FormKey, FormKind
from roadmapkit.language.grammar import Case, Form
from roadmapkit.language.morphology import russian
from roadmapkit.language.names import (
    decline_name,
    gender_of,
    is_person_name,
    parse_person_name,
)
from roadmapkit.language.numerals import counted
from roadmapkit.language.phrases import decline_phrase
from roadmapkit.language.titles import act_title, inside_sentence
from roadmapkit.lazily import regex

__all__ = ["make_form"]

_WORDS = regex(r"\d+|[^\W\d_]+|[№,;]")


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
"""By kind of question."""


def make_form(key: FormKey) -> Form:
    """Return the answer to a question from the dictionary, whatever is known already.

    A lock compares it with what it holds, to tell a form that another version of the
    rules would make otherwise.

    Raises:
        ArgumentError: The key names an unknown category, or a name that is none.
    """
    return _MAKERS[key.kind](key)
