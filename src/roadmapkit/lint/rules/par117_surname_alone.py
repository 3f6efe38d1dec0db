"""An act names its people with their initials.

«Непомнящей» in one point and «Н.Н. Непомнящая» in the next are one person, as long as there is
one of this surname. The rule speaks of an executor whom a point names by the surname alone, where
the same documents give the surname with initials elsewhere; it says which.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.document_sets import DocumentSet
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.people import people_in, stem_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR117", "surname-alone", Severity.INFO, "A person whom an act names without initials"
)
_ALONE = regex(r"\s*[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?\s*")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents in subject.sets:
        alone = [
            text
            for text in documents.texts
            if text.role == "name"
            and _ALONE.fullmatch(text.text)
            and text.document in documents.home
        ]
        named = _named(documents) if alone else {}
        known = [text for text in alone if stem_of(text.text.strip()) in named]
        if known:
            first = known[0]
            yield _CODE.at(
                first.span(0, len(first.text)),
                Message(
                    "{surname!r} stands without initials here and as {full!r} elsewhere; "
                    "in the documents: {count}",
                    surname=first.text.strip(),
                    full=named[stem_of(first.text.strip())],
                    count=len(known),
                ),
                hint=Message("Write the initials in every place"),
                documents=(first.document,),
            )


def _named(documents: DocumentSet) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in documents.texts:
        for person in people_in(text):
            found.setdefault(stem_of(person.surname), person.written)
    return found


RULE = Rule(_CODE, "parties", _check)
