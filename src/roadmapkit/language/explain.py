"""One question for every text: what is its form, and why."""

from __future__ import annotations

import re

from roadmapkit.diagnostics import Message
from roadmapkit.language.grammar import Case, Form, Gender, Number, as_case, as_gender, as_number
from roadmapkit.language.names import decline_name, is_person_name, parse_person_name
from roadmapkit.language.phrases import decline_phrase, phrase_head

__all__ = ["explain_form"]

_WORD = r"[А-ЯЁ][а-яё’']+(?:[-‑][А-ЯЁ][а-яё]+)*"
_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|[кьмф]ич|вна|чна)"
_NAME = (
    rf"(?:{_WORD}\s+{_WORD}\s+{_PATRONYMIC}|{_WORD}\s+{_PATRONYMIC}\s+{_WORD}"
    rf"|{_WORD}\s?{_INITIALS}|{_INITIALS}\s?{_WORD})"
)
_NAME_LAST = re.compile(rf"(?P<post>.*\S)(?P<between>,\s*|\s+[-–—]\s+|\s+)(?P<name>{_NAME})", re.S)
_NAME_FIRST = re.compile(rf"(?P<name>{_NAME})(?P<between>,\s*|\s+[-–—]\s+)(?P<post>\S.*)", re.S)
_IN_HONOUR = re.compile(r"(?:\bимени|\bим\.|\bпамяти)(?:\s+[^\W\d_]+){0,4}$", re.IGNORECASE)


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
    for pattern in (_NAME_LAST, _NAME_FIRST):
        match = pattern.fullmatch(text)
        if match and _holds_post(match["post"]):
            return _post_and_name(match, wanted, quantity, sex)
    return decline_phrase(text, wanted, quantity)


def _is_surname(text: str) -> bool:
    return text.strip()[:1].isupper() and parse_person_name(text) is not None


def _holds_post(post: str) -> bool:
    """Tell whether a name beside *post* is its holder's, not a part of the post."""
    if _IN_HONOUR.search(post):
        return False
    head = phrase_head(post)
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
