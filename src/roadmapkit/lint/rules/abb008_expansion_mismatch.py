"""An explanation gives its abbreviation every letter.

«школы с низкими результатами (далее – ШНОР)» lost the word of the «О»: either the name or the
abbreviation is wrong. Found is an abbreviation of three letters or more most of whose letters
are the initials of the words beside it, while one stands nowhere in them, not even inside a
word; one whose letters are in another order than the words («центр методической поддержки
педагогов (далее – ЦПМП)»); and one that the directory explains by quite other words.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviation_context import foreign_expansions
from roadmapkit.lint.abbreviations import Abbreviations, Defined
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
_PARTICLES = frozenset({"в", "во", "и", "к", "на", "о", "об", "по", "при", "с", "со", "у", "для"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short, places in found.defined.items():
            wrong = next((place for place in places if _lacks(place)), None)
            turned = next((place for place in places if _turned(place)), None)
            if wrong is None and turned is not None:
                yield from _finding_of_order(short, turned, found)
                continue
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

        yield from _foreign(found)


def _finding_of_order(short: str, place: Defined, found: Abbreviations) -> Iterator[Diagnostic]:
    alignment = place.definition.alignment
    if alignment is None or place.text.document not in found.documents.home:
        return
    yield _CODE.at(
        place.span,
        Message(
            "The letters of {short!r} stand in another order than the words «{words}»",
            short=short,
            words=" ".join(alignment.words),
        ),
        hint=Message("Put the letters in the order of the words, here and wherever it is used"),
        documents=(place.text.document,),
    )


def _turned(place: Defined) -> bool:
    """Tell whether the letters are the initials of the words in another order."""
    alignment = place.definition.alignment
    if alignment is None or len(alignment.letters) <= _SHORTEST:
        return False
    words = [word for word in alignment.words if word not in _PARTICLES]
    initials = [word[0] for word in words[-len(alignment.letters) :]]
    return "".join(initials) != alignment.letters and sorted(initials) == sorted(alignment.letters)


def _foreign(found: Abbreviations) -> Iterator[Diagnostic]:
    for short, words in foreign_expansions(found).items():
        uses = found.own_uses(short)
        if uses:
            yield _CODE.at(
                uses[0].span,
                Message(
                    "The letters of {short!r} are not those of «{words}», which the directory"
                    " gives for it",
                    short=short,
                    words=words,
                ),
                hint=Message("Correct the explanation, or the abbreviation"),
                documents=(uses[0].text.document,),
            )


def _lacks(place: Defined) -> bool:
    alignment = place.definition.alignment
    if alignment is None or len(alignment.letters) < _SHORTEST or alignment.whole:
        return False
    begins = bool(alignment.words) and alignment.words[0].startswith(alignment.letters[0])
    return begins and alignment.share >= _MOST and not alignment.inside


RULE = Rule(_CODE, "abbreviations", _check)
