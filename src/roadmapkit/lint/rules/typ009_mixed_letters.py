"""A Cyrillic word has Cyrillic letters only.

A Latin letter that looks the same is not found by a search, breaks an abbreviation in two, and
remains from a scanned text. Names of parties have a finding of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.parties.lookalikes import LOOKALIKES, cyrillic

__all__ = ["RULE"]

_CODE = Code(
    "TYP009",
    "mixed-letters-in-text",
    Severity.WARNING,
    "Latin letters in a Cyrillic word of a text",
    fixable="safe",
)

_WORD = regex(r"[^\W\d_]+")
_CYRILLIC = regex("[А-Яа-яЁё]")
_LATIN = regex("[A-Za-z]")
_PARTIES = frozenset(
    {"responsible", "executors", "participants", "developers", "assign", "appoint"}
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    mixed = {
        word
        for word in subject.index.words.distinct
        if not word.isascii() and _LATIN.search(word) and _CYRILLIC.search(word)
    }
    for text in subject.with_words(mixed):
        if text.role in _PARTIES:
            continue
        for match in _WORD.finditer(text.text):
            word = match[0]
            mended = cyrillic(word)
            if not _CYRILLIC.search(word) or not _LATIN.search(word) or _LATIN.search(mended):
                continue
            letters = [letter for letter in word if letter in LOOKALIKES]
            yield _CODE.at(
                text.span(match.start(), match.end()),
                Message(
                    "The word {word!r} has Latin letters: {letters}", word=word, letters=letters
                ),
                hint=Message("Type it with Cyrillic letters: {word}", word=mended),
                documents=(text.document,),
                fix=replaced(text, match.start(), match.end(), mended),
            )


RULE = Rule(_CODE, "text", _check)
