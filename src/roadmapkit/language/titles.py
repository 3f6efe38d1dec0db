"""The title of an act made from the title of the document that it approves."""

from __future__ import annotations

import re

from roadmapkit.language.agreement import about
from roadmapkit.language.grammar import Case, Form, as_case
from roadmapkit.language.lexicon import words
from roadmapkit.language.morphology import russian
from roadmapkit.language.nominal import is_frozen
from roadmapkit.language.phrases import decline_phrase
from roadmapkit.language.tokens import Kind, tokenize

__all__ = ["act_title", "begins_small", "inside_sentence", "object_of_act"]


def act_title(title: str, action: str = "утверждение") -> Form:
    """Return the title of the act that does *action* to a document.

    Args:
        title: Title of the document in the nominative.
        action: Noun of the action: «утверждение», «создание», «внедрение».

    Returns:
        «Об утверждении плана мероприятий … на 2024 год».

    Source:
        ГОСТ Р 7.0.97-2016, п. 5.17: the title answers the question «о чём?».
    """
    noun = decline_phrase(action, Case.PREPOSITIONAL)
    genitive = decline_phrase(inside_sentence(title), Case.GENITIVE)
    preposition = about(noun.form).capitalize()
    return Form(
        f"{preposition} {noun.form} {genitive.form}",
        noun.reasons + genitive.reasons,
        doubtful=noun.doubtful or genitive.doubtful,
        diagnostics=noun.diagnostics + genitive.diagnostics,
    )


def object_of_act(title: str, case: Case | str = Case.ACCUSATIVE) -> Form:
    """Return a document's title as the object of a point: «(утвердить) план мероприятий …»."""
    return decline_phrase(inside_sentence(title), as_case(case))


def begins_small(title: str) -> bool:
    """Tell whether the first letter is small, so that no dictionary is needed to keep it."""
    first = re.search(r"\w", title)
    return first is None or not first[0].isupper()


def first_word(title: str) -> str:
    """Return the word that decides whether a title keeps its capital, empty where there is none."""
    first = next((token for token in tokenize(title) if token.kind is not Kind.SPACE), None)
    return first.text if first is not None and first.kind is Kind.WORD else ""


def inside_sentence(title: str) -> str:
    """Return *title* as it stands inside a sentence.

    Returns:
        *title* with a small first letter, unless its first word is an abbreviation, a
        proper name, a word that the dictionary lacks, or a kind of document that
        keeps its capital («Положение», «Порядок»); a title in quotation marks stays.
    """
    if begins_small(title):
        return title
    first = first_word(title)
    if not first or first[1:] != first[1:].lower():
        return title
    morphology = russian()
    readings = morphology.readings(first)
    if not readings or is_frozen(first, morphology, capitals=False):
        return title
    likely = readings[0]
    if likely.proper or not likely.known or likely.lemma in words("capitalised_kinds"):
        return title
    return title.replace(first, first[0].lower() + first[1:], 1)
