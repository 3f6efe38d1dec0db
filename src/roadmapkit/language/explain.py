"""One question for every text: what is its form, and why."""

from __future__ import annotations

import re
from dataclasses import replace

from roadmapkit.diagnostics import Message
from roadmapkit.language.codes import AMBIGUOUS_FORM
from roadmapkit.language.grammar import Case, Form, Gender, Number, as_case, as_gender, as_number
from roadmapkit.language.holders import split_holder
from roadmapkit.language.morphology import Part, russian
from roadmapkit.language.names import decline_name, is_person_name, parse_person_name
from roadmapkit.language.phrases import decline_phrase, phrase_head

__all__ = ["explain_form"]


def explain_form(
    text: str,
    *,
    case: Case | str,
    number: Number | str | None = None,
    gender: Gender | str | None = None,
) -> Form:
    """Return a name, a post, an organisation or a title in another case, with reasons.

    Args:
        text: The text in the nominative: a person's name, a phrase, or a post with
            the name of the person who holds it, in either order.
        case: Case of the answer.
        number: Number of the answer, for phrases; None keeps the number of *text*.
        gender: Gender of the person; tells too that a single word is a surname.

    Returns:
        The form with its reasons. An error among its diagnostics means that the form
        cannot be told, and that ``form`` leaves the name as it is.

    Raises:
        ArgumentError: *case*, *number* or *gender* is unknown.
    """
    wanted, quantity, sex = as_case(case), as_number(number), as_gender(gender)
    lone_surname = sex is not None and " " not in text.strip() and _is_surname(text)
    if lone_surname or is_person_name(text):
        return decline_name(text.strip(), wanted, sex)
    match = split_holder(text)
    if match and _is_post(match["post"]):
        return _post_and_name(match, wanted, quantity, sex)
    form = decline_phrase(text, wanted, quantity)
    if quantity is None and wanted is not Case.NOMINATIVE and not form.doubtful:
        return _checked_number(text, form)
    return form


def _checked_number(text: str, form: Form) -> Form:
    """Doubt a plural that may be a singular in the genitive: «директора», «учителя школы».

    Other callers know that their text stands in the nominative; here anybody asks.
    """
    head = phrase_head(text)
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    if head is None or head.number is Number.SINGULAR or words[:1] != [head.word]:
        return form
    if len(words) > 1 and not (head.animate and _is_singular_only(words[1])):
        return form
    singular = [
        item
        for item in russian().readings(head.word)
        if item.part is Part.NOUN
        and item.known
        and item.case is Case.GENITIVE
        and item.number is Number.SINGULAR
    ]
    if not singular:
        return form
    message = Message(
        "{word!r} may be the nominative plural or the genitive singular", word=head.word
    )
    hint = Message("Say which number is meant (singular, plural), or write the nominative")
    finding = AMBIGUOUS_FORM.at(None, message, hint=hint)
    return replace(form, doubtful=True, diagnostics=(finding,))


def _is_singular_only(word: str) -> bool:
    readings = [item for item in russian().readings(word) if item.case is Case.GENITIVE]
    return bool(readings) and all(item.number is Number.SINGULAR for item in readings)


def _is_surname(text: str) -> bool:
    return text.strip()[:1].isupper() and parse_person_name(text) is not None


def _is_post(text: str) -> bool:
    head = phrase_head(text)
    return head is not None and head.animate


def _post_and_name(
    match: re.Match[str], case: Case, number: Number | None, gender: Gender | None
) -> Form:
    post = decline_phrase(match["post"], case, number)
    name = decline_name(match["name"], case, gender)
    parts = {"post": post.form, "name": name.form}
    first, last = ("name", "post") if match.start("name") == 0 else ("post", "name")
    together = Message(
        "{name!r} holds the post {post!r}: both are inflected",
        name=match["name"],
        post=match["post"],
    )
    return Form(
        parts[first] + match["between"] + parts[last],
        (together, *post.reasons, *name.reasons),
        doubtful=post.doubtful or name.doubtful,
        diagnostics=post.diagnostics + name.diagnostics,
    )
