"""The word before an abbreviation does not repeat what it stands for.

«школы ШНОР» says «школы школы с низкими образовательными результатами». Found is a noun that
is the first noun of what the abbreviation stands for, right before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.abbreviations import Abbreviations, Use, well_known
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.expansions import fold, words_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ABB012", "word-repeats-abbreviation", Severity.INFO, "A word that says its abbreviation again"
)
_BEFORE = regex(r"([А-Яа-яЁё]{4,})\s+$")
_ADJECTIVE = regex(r"(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ой|ых|их|ым|им|ыми|ими)$")
_ROOT = 4


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short in found.uses:
            head = _head(short, found)
            uses = [use for use in found.own_uses(short) if head and _says(use, head)]
            if uses:
                word = _BEFORE.search(uses[0].text.text[: uses[0].start])
                yield _CODE.at(
                    uses[0].span,
                    Message(
                        "The word {word!r} is in {short!r} already; in the documents: {times}",
                        word=word[1] if word else "",
                        short=short,
                        times=len(uses),
                    ),
                    hint=Message("Delete the word, or write the name in full"),
                    documents=tuple(dict.fromkeys(use.text.document for use in uses)),
                )


def _head(short: str, found: Abbreviations) -> str:
    """Return the root of the first noun that an abbreviation stands for, empty if not known."""
    words: list[str] = []
    for place in found.defined.get(short, ()):
        alignment = place.definition.alignment
        if alignment is not None and alignment.whole:
            words = list(alignment.words)
            break
    words = words or words_of(found.listed.get(short, "") or well_known().get(short, ""))
    noun = next((word for word in words if not _ADJECTIVE.search(word)), "")
    return noun[:_ROOT] if noun[:1] == fold(short[:1]) and len(noun) >= _ROOT else ""


def _says(use: Use, head: str) -> bool:
    before = _BEFORE.search(use.text.text[max(0, use.start - 30) : use.start])
    return before is not None and fold(before[1]).startswith(head)


RULE = Rule(_CODE, "abbreviations", _check)
