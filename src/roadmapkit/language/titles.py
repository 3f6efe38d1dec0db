"""The title of an act made from the title of the document that it approves."""

from __future__ import annotations

from roadmapkit.language.agreement import about
from roadmapkit.language.grammar import Case, Form, as_case
from roadmapkit.language.lexicon import words
from roadmapkit.language.morphology import russian
from roadmapkit.language.nominal import is_frozen
from roadmapkit.language.phrases import decline_phrase
from roadmapkit.language.tokens import Kind, tokenize

__all__ = ["act_title", "inside_sentence", "object_of_act"]


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


def inside_sentence(title: str) -> str:
    """Return *title* as it stands inside a sentence.

    Returns:
        *title* with a small first letter, unless its first word is an abbreviation, a
        proper name, a word that the dictionary lacks, or a kind of document that
        keeps its capital («Положение», «Порядок»); a title in quotation marks stays.
    """
    first = next((token for token in tokenize(title) if token.kind is not Kind.SPACE), None)
    if first is None or first.kind is not Kind.WORD or first.text[1:] != first.text[1:].lower():
        return title
    morphology = russian()
    readings = morphology.readings(first.text)
    if not readings or is_frozen(first.text, morphology, capitals=False):
        return title
    likely = readings[0]
    if likely.proper or not likely.known or likely.lemma in words("capitalised_kinds"):
        return title
    return title.replace(first.text, first.text[0].lower() + first.text[1:], 1)
