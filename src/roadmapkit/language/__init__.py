"""Russian grammar for official documents: case forms, agreement and typography."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from

if TYPE_CHECKING:
    from roadmapkit.language.abbreviations import ends_abbreviated
    from roadmapkit.language.agreement import about, agree, approval, approval_word, join_words
    from roadmapkit.language.codes import CODES
    from roadmapkit.language.explain import explain_form
    from roadmapkit.language.form_keys import FormKey, FormKind, ready_forms
    from roadmapkit.language.form_makers import make_form
    from roadmapkit.language.grammar import Case, Form, Gender, Number
    from roadmapkit.language.ledger import FormLedger, FormPlace, FormRecord
    from roadmapkit.language.names import (
        PersonName,
        decline_name,
        gender_of,
        is_person_name,
        parse_person_name,
    )
    from roadmapkit.language.numerals import count, count_range
    from roadmapkit.language.phrases import PhraseHead, decline_phrase, phrase_head
    from roadmapkit.language.rules import rules_digest
    from roadmapkit.language.titles import act_title, inside_sentence, object_of_act
    from roadmapkit.language.typography import plain, typeset

__all__ = [
    "CODES",
    "Case",
    "Form",
    "FormKey",
    "FormKind",
    "FormLedger",
    "FormPlace",
    "FormRecord",
    "Gender",
    "Number",
    "PersonName",
    "PhraseHead",
    "about",
    "act_title",
    "agree",
    "approval",
    "approval_word",
    "count",
    "count_range",
    "decline_name",
    "decline_phrase",
    "ends_abbreviated",
    "explain_form",
    "gender_of",
    "inside_sentence",
    "is_person_name",
    "join_words",
    "make_form",
    "object_of_act",
    "parse_person_name",
    "phrase_head",
    "plain",
    "ready_forms",
    "rules_digest",
    "typeset",
]

__getattr__ = names_from(
    __name__,
    {
        "abbreviations": "ends_abbreviated",
        "agreement": "about agree approval approval_word join_words",
        "codes": "CODES",
        "explain": "explain_form",
        "form_keys": "FormKey FormKind ready_forms",
        "form_makers": "make_form",
        "grammar": "Case Form Gender Number",
        "ledger": "FormLedger FormPlace FormRecord",
        "names": "PersonName decline_name gender_of is_person_name parse_person_name",
        "numerals": "count count_range",
        "phrases": "PhraseHead decline_phrase phrase_head",
        "rules": "rules_digest",
        "titles": "act_title inside_sentence object_of_act",
        "typography": "plain typeset",
    },
)
