"""What is introduced is used.

«(далее – СПР)» promises that the words will be needed again; where they never are, either the
introduction is left over or the text goes on in full words, and the next editor wonders which.
A use counts in the documents that are read together: an act, what it approves, the reports on it.
Full words in brackets behind an abbreviation explain it and introduce nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviations import Abbreviations, Defined, is_well_known
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ABB005",
    "introduced-and-unused",
    Severity.WARNING,
    "An abbreviation that is introduced and never used",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        used = _used_beside(found, subject)
        for short, places in found.defined.items():
            first = places[0]
            manner = first.definition.manner
            if short in used or first.text.document not in found.documents.home:
                continue
            known = manner == "bracket" and (_is_explained(first) or len(places) > 1)
            if manner == "list" or (known and is_well_known(short)):
                continue
            if len(first.definition.shorts) > 1 and manner == "bracket":
                continue
            yield _CODE.at(
                first.span,
                Message("The abbreviation {short!r} is introduced and never used", short=short),
                hint=Message("Delete the introduction, or use the abbreviation further on"),
                documents=(first.text.document,),
            )


def _used_beside(found: Abbreviations, subject: Subject) -> set[str]:
    """Return what is used where a document of the set is read, alone or with others."""
    documents = found.documents.documents.keys()
    return {
        short
        for other in subject.abbreviations
        if not documents.isdisjoint(other.documents.documents)
        for short in other.uses
    }


def _is_explained(place: Defined) -> bool:
    """Tell «КШИ (кадетская школа-интернат)» from «… института (ФИОК)», which introduces."""
    return place.text.text[place.definition.end :].lstrip(' »"').startswith("(")


RULE = Rule(_CODE, "abbreviations", _check)
