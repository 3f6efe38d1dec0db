"""Russian grammar for official documents: case forms, agreement and typography."""

from roadmapkit.language.abbreviations import ends_abbreviated
from roadmapkit.language.agreement import about, agree, approval_word, join_words
from roadmapkit.language.codes import CODES
from roadmapkit.language.explain import explain_form
from roadmapkit.language.grammar import Case, Form, Gender, Number
from roadmapkit.language.names import (
    PersonName,
    decline_name,
    gender_of,
    is_person_name,
    parse_person_name,
)
from roadmapkit.language.numerals import count
from roadmapkit.language.phrases import PhraseHead, decline_phrase, phrase_head
from roadmapkit.language.titles import act_title, inside_sentence, object_of_act
from roadmapkit.language.typography import plain, typeset

__all__ = [
    "CODES",
    "Case",
    "Form",
    "Gender",
    "Number",
    "PersonName",
    "PhraseHead",
    "about",
    "act_title",
    "agree",
    "approval_word",
    "count",
    "decline_name",
    "decline_phrase",
    "ends_abbreviated",
    "explain_form",
    "gender_of",
    "inside_sentence",
    "is_person_name",
    "join_words",
    "object_of_act",
    "parse_person_name",
    "phrase_head",
    "plain",
    "typeset",
]
