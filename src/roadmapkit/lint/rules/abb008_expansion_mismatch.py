"""An explanation gives its abbreviation every letter.

«школы с низкими результатами (далее – ШНОР)» lost the word of the «О»: either the name or the
abbreviation is wrong. Found is an abbreviation of three letters or more most of whose letters
are the initials of the words beside it, while one stands nowhere in them, not even inside a
word.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviations import Defined
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ABB008",
    "letter-without-word",
    Severity.WARNING,
    "An abbreviation with a letter that its explanation lacks",
)
_SHORTEST = 3
_MOST = 2 / 3


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short, places in found.defined.items():
            wrong = next((place for place in places if _lacks(place)), None)
            if wrong is None or wrong.text.document not in found.documents.home:
                continue
            alignment = wrong.definition.alignment
            yield _CODE.at(
                wrong.span,
                Message(
                    "Not every letter of {short!r} has a word in «{words}»",
                    short=short,
                    words=" ".join(alignment.words) if alignment else "",
                ),
                hint=Message("Complete the name, or correct the abbreviation"),
                documents=(wrong.text.document,),
            )


def _lacks(place: Defined) -> bool:
    alignment = place.definition.alignment
    if alignment is None or len(alignment.letters) < _SHORTEST or alignment.whole:
        return False
    begins = bool(alignment.words) and alignment.words[0].startswith(alignment.letters[0])
    return begins and alignment.share >= _MOST and not alignment.inside


RULE = Rule(_CODE, "abbreviations", _check)
