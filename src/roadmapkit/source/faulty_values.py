"""Faults of syntax in a value: quotation marks and brackets."""

from __future__ import annotations

from roadmapkit.diagnostics import Message
from roadmapkit.source.codes import (
    BAD_ESCAPE,
    TEXT_AFTER_VALUE,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
)
from roadmapkit.source.trouble import Finding, Place, Trouble, quoted

__all__ = ["after_value", "bracket", "escape", "open_quote"]

_BRACKETS = {"[": "]", "{": "}"}


def open_quote(trouble: Trouble) -> Finding | None:
    """Answer with the quotation mark that nothing closes, or that a far one does."""
    place = -1
    if "quoted scalar" in trouble.context and (
        "end of stream" in trouble.problem or "document" in trouble.problem
    ):
        place = trouble.since
    elif _follows_last(trouble) and trouble.last is not None:
        start, end = trouble.last
        runs_on = trouble.line(start) != trouble.line(end)
        place = start if runs_on and trouble.text[start] in "\"'" else -1
    if place < 0:
        return None
    return (
        UNCLOSED_QUOTE,
        Place(place, trouble.line_end(place)),
        Message("The quotation mark {mark} is not closed", mark=trouble.text[place]),
        Message(
            "Close it at the end of the text; inside the text use «» or other marks than around it"
        ),
    )


def escape(trouble: Trouble) -> Finding | None:
    """Answer with the escape that double quotation marks do not know."""
    if "scalar" not in trouble.context or "quoted" not in trouble.context:
        return None
    start = trouble.text.rfind("\\", trouble.since, trouble.at + 1)
    if start < 0:
        return None
    return (
        BAD_ESCAPE,
        Place(start, start + 2),
        Message(
            "{escape} means nothing inside double quotation marks",
            escape=trouble.text[start : start + 2],
        ),
        Message("Write two backslashes, or put the text in single quotation marks"),
    )


def _follows_last(trouble: Trouble) -> bool:
    """Say whether the stop stands behind a quoted or bracketed value, on its line."""
    if trouble.last is None or trouble.at <= trouble.begin:
        return False
    start, end = trouble.last
    closed = trouble.text[start : start + 1] in {'"', "'", "[", "{"} and end > start + 1
    return closed and not trouble.text[end : trouble.at].strip(" \t") and trouble.char() != ""


def after_value(trouble: Trouble) -> Finding | None:
    """Answer with what follows a quoted or bracketed value on its line."""
    if not _follows_last(trouble) or trouble.last is None:
        return None
    if trouble.char() in {"]", "}"}:
        return (
            UNCLOSED_BRACKET,
            Place(trouble.at, trouble.at + 1),
            Message("The bracket {bracket} closes nothing", bracket=trouble.char()),
            Message("Delete it, or add the opening bracket that belongs to it"),
        )
    if trouble.char() in {"\r", "\n", ":"}:
        return None
    place = Place(trouble.last[0], trouble.text_end(trouble.at))
    return (
        TEXT_AFTER_VALUE,
        place,
        Message(
            "The value ends with {end} but the line goes on: {rest!r}",
            end=trouble.text[trouble.last[1] - 1],
            rest=trouble.text[trouble.at : place.end],
        ),
        Message(
            "Put quotation marks around the whole text, and «» or other marks inside: {quoted}",
            quoted=quoted(trouble.read(place)),
        ),
    )


def bracket(trouble: Trouble) -> Finding | None:
    """Answer with the bracket that nothing closes, or that another one does."""
    opening = trouble.text[trouble.since : trouble.since + 1]
    if "flow" not in trouble.context or opening not in _BRACKETS:
        return None
    if "expected ','" not in trouble.problem:
        return None
    if trouble.char() in {":", ""} or trouble.line(trouble.at) != trouble.line(trouble.since):
        return (
            UNCLOSED_BRACKET,
            Place(trouble.since, trouble.line_end(trouble.since)),
            Message("The bracket {bracket} is not closed", bracket=opening),
            Message(
                "Add {closing} where the list ends; a text that begins with {bracket} needs "
                "quotation marks",
                closing=_BRACKETS[opening],
                bracket=opening,
            ),
        )
    return (
        UNCLOSED_BRACKET,
        Place(trouble.at, trouble.at + 1),
        Message(
            "{found} where {closing} or a comma should be",
            found=trouble.char(),
            closing=_BRACKETS[opening],
        ),
        Message(
            "Close the bracket {bracket} with {closing}",
            bracket=opening,
            closing=_BRACKETS[opening],
        ),
    )
