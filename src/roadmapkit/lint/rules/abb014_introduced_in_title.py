"""A title introduces no abbreviation.

It is quoted in acts, letters and lists of documents, and «(далее – ШНОР)» goes with it each
time. The first sentence of the text is the place.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "ABB014", "introduced-in-title", Severity.INFO, "An abbreviation introduced in a title"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short, places in found.defined.items():
            for place in places:
                text = place.text
                if place.definition.manner != "further" or not isinstance(text, PrintedText):
                    continue
                if text.origin.path == ("title",) and text.document in found.documents.home:
                    yield _CODE.at(
                        place.span,
                        Message("The title introduces the abbreviation {short!r}", short=short),
                        hint=Message("Introduce it in the text, where it stands first"),
                        documents=(text.document,),
                    )


RULE = Rule(_CODE, "abbreviations", _check)
