"""An abbreviation stands for one thing.

Two explanations in one set of documents, or one in a document and another in the directory,
leave open which is meant. Words may be declined and may have others between them; only those
that give the abbreviation its letters are compared, where each letter has its word.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviations import Abbreviations
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.expansions import aligned, compatible, words_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ABB003",
    "two-expansions",
    Severity.WARNING,
    "An abbreviation that is explained in two ways",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short in found.defined:
            yield from _differences(short, found)


def _differences(short: str, found: Abbreviations) -> Iterator[Diagnostic]:
    known, where = _of_directory(short, found), Message("the directory")
    words = found.listed.get(short, "")
    for place in found.defined[short]:
        alignment = place.definition.alignment
        if alignment is None or not alignment.stems or len(alignment.letters) < 2:
            continue
        if not known:
            known, words = alignment.stems, " ".join(alignment.words)
            where = Message("line {line}", line=place.span.line)
        elif not compatible(known, alignment.stems) and (
            place.text.document in found.documents.home
        ):
            yield _CODE.at(
                place.span,
                Message(
                    "{short!r} stands here for «{here}», and in another place for «{there}»"
                    " ({where})",
                    short=short,
                    here=" ".join(alignment.words),
                    there=words,
                    where=where,
                ),
                hint=Message("Give the two things different abbreviations, or one name"),
                documents=(place.text.document,),
            )
            return


def _of_directory(short: str, found: Abbreviations) -> tuple[str, ...]:
    return aligned(short, words_of(found.listed.get(short, "")), at_end=False).stems


RULE = Rule(_CODE, "abbreviations", _check)
