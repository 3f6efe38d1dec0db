"""A Russian abbreviation has Cyrillic letters.

«OO» typed with two Latin letters looks right and is found by no search, and a list of
abbreviations leaves it out. Found is a word whose Latin capitals all have Cyrillic twins and
make an abbreviation that everybody knows, or that the same documents explain or use; no Roman
number and no word among Latin ones. A word that mixes both alphabets has a finding of its own,
and so has a cell of parties where there is a directory.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.abbreviations import Abbreviations, is_well_known
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.resolve.parties.lookalikes import LOOKALIKES, cyrillic

__all__ = ["RULE"]

_CODE = Code(
    "ABB007",
    "latin-abbreviation",
    Severity.WARNING,
    "A Russian abbreviation typed with Latin letters",
    fixable="safe",
)
_CAPITALS = "".join(sorted(filter(str.isupper, LOOKALIKES)))
_WORD = regex(rf"(?<![\w.-])[{_CAPITALS}]{{2,}}(?![\w.])")
_MAY_BE = regex(rf"[{_CAPITALS}]{{2,}}(?!\w)")
_ROMAN = regex("[XCM]+")
_LATIN_BESIDE = regex(r"[A-Za-z]\s*$"), regex(r"\s*[A-Za-z]")
_PARTIES = frozenset({"responsible", "executors", "participants", "developers", "assign"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    latin = set(filter(_MAY_BE.match, subject.index.words.capitalised))
    held = set(subject.index.with_words(latin))
    for found in subject.abbreviations:
        for text in found.documents.reading(held):
            if text.document not in found.documents.home:
                continue
            if text.role in _PARTIES and found.documents.documents[text.document].directory:
                continue
            yield from _of_text(text, found)


def _of_text(text: AnyText, found: Abbreviations) -> Iterator[Diagnostic]:
    for match in _WORD.finditer(text.text):
        word, right = match[0], cyrillic(match[0])
        known = is_well_known(right) or found.explained(right) or right in found.uses
        before, after = _LATIN_BESIDE
        beside = before.search(text.text, max(0, match.start() - 5), match.start())
        if not known or _ROMAN.fullmatch(word) or beside or after.match(text.text, match.end()):
            continue
        mend = (
            replaced(text, match.start(), match.end(), right)
            if isinstance(text, PrintedText)
            else ()
        )
        yield _CODE.at(
            text.span(match.start(), match.end()),
            Message("The abbreviation {word!r} is typed with Latin letters", word=word),
            hint=Message("Type it with Cyrillic letters: {word}", word=right),
            documents=(text.document,),
            fix=mend,
        )


RULE = Rule(_CODE, "abbreviations", _check)
