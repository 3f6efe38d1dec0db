"""A sentence does not end with a preposition or a conjunction.

What ends with «для» or «и» lost its last words, in a cell most often when it was copied from
another.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES, PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "TYP005",
    "broken-off",
    Severity.WARNING,
    "A sentence that ends with a preposition or a conjunction",
)

_LAST = regex(r"(?:^|(?<=[\s(«]))([А-Яа-яЁё]+)[\s.,;:)]*$")
_GOVERNING = """
в во на с со к ко по о об обо от ото до из изо за для при через между под подо над надо без безо
у про ради среди и или а но либо что чтобы не ни если согласно
"""
_OPEN_WORDS = frozenset(_GOVERNING.split())
_CONTINUED = LINES | {"preamble", "short", "heading"}
"""Keys whose text goes on in words that the library writes, or is a title of a column."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.printing(subject.index.ending_with(_OPEN_WORDS)):
        match = _LAST.search(text.text)
        if match is None or text.role in _CONTINUED or not _is_lost(text, match[1]):
            continue
        yield _CODE.at(
            text.span(match.start(1), match.end(1)),
            Message("The text breaks off after {word!r}", word=match[1]),
            hint=Message("Write the words that are missing, or delete the last one"),
            documents=(text.document,),
        )


def _is_lost(text: PrintedText, word: str) -> bool:
    """Tell whether a word cannot be the last: «7а и 7 б» ends with the letter of a class."""
    if word.casefold() not in _OPEN_WORDS or word.isupper():
        return False
    before = text.text.rstrip(" .,;:)\n")[: -len(word)].rstrip()
    return bool(before) and not before[-1].isdigit() and before[-1] not in '«"№-–'


RULE = Rule(_CODE, "text", _check)
