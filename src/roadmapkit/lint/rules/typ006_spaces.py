"""Spaces stand behind punctuation and not before it.

Printing puts such spaces right, so the finding is a note; but a missing space between two
sentences, which printing cannot be sure of, is printed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "TYP006", "spaces", Severity.INFO, "A space too many or too few beside a mark", fixable="safe"
)

_ADDRESS = regex(r"(?:https?://|www\.)\S+|\S+@\S+|[\w.-]+\.(?:ru|рф|com|org)\b\S*", re.I)
_FAULTS = (
    (regex(r"(?<=[\wА-Яа-яЁё»)])[ \t]+(?=[,;!?](?:\s|$)|[.:](?:\s|$))"), ""),
    (regex(r"(?<=[(«])[ \t]+(?=\S)"), ""),
    (regex(r"(?<=\S)[ \t]+(?=[)»](?:[\s,.;:]|$))"), ""),
    (regex(r"(?<=[а-яё»)])(?<=[,;])(?=[А-Яа-яЁё])|(?<=[а-яё»)][,;])(?=[А-Яа-яЁё])"), " "),
    (regex(r"(?<=[а-яё]{3}\.)(?=[А-ЯЁ][а-яё])"), " "),
    (regex(r"(?<=[а-яё])(?=\()"), " "),
    (regex(r"(?<=\))(?=[А-Яа-яЁё])"), " "),
    (regex(r"(?<=\S)[ \t]{2,}(?=\S)"), " "),
)
"""What is wrong, and what stands there instead."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.texts:
        plain = _hidden(text.text)
        for pattern, new in _FAULTS:
            match = pattern.search(plain)
            if match is not None:
                yield _finding(text, match, new)
                break


def _hidden(text: str) -> str:
    """Return the text with addresses of the web made of one letter, each character in place."""
    return _ADDRESS.sub(lambda match: "x" * len(match[0]), text)


def _finding(text: PrintedText, match: re.Match[str], new: str) -> Diagnostic:
    start, end = match.span()
    near = " ".join(text.text[max(start - 12, 0) : end + 12].split())
    message = (
        Message("A space is missing: {near!r}", near=near)
        if start == end
        else Message("There is a space too many: {near!r}", near=near)
    )
    return _CODE.at(
        text.span(max(start - 1, 0), min(end + 1, len(text.text))),
        message,
        hint=Message("Spaces stand behind a mark and before an opening bracket, nowhere else"),
        documents=(text.document,),
        fix=replaced(text, start, end, new),
    )


RULE = Rule(_CODE, "text", _check)
