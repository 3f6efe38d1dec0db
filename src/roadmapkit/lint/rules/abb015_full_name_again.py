"""What has an abbreviation is called by it.

«(далее – СПР)» is a promise; where the text goes on to write the name in full more often than
the abbreviation, the reader wonders whether the two are one. Found is a name that stands in
full twice or more, and at least as often as its abbreviation, after the abbreviation was
introduced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviation_context import line_of
from roadmapkit.lint.abbreviations import Abbreviations, Defined
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("ABB015", "full-name-again", Severity.INFO, "A name in full after its abbreviation")
_FEWEST = 2
_EXACT = 3
_STEM = 5


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short, places in found.defined.items():
            first = min(places, key=lambda place: place.place)
            alignment = first.definition.alignment
            if first.definition.manner != "further" or alignment is None or not alignment.whole:
                continue
            if len(alignment.words) < _FEWEST or len(places) > 1:
                continue
            full = list(_in_full(first, found))
            uses = [use for use in found.own_uses(short) if use.place > first.place]
            if uses and len(full) >= max(_FEWEST, len(uses)):
                text, start, end = full[0]
                yield _CODE.at(
                    text.span(start, end),
                    Message(
                        "{short!r} was introduced on line {line}, and the name stands in full"
                        " again; times: {count}",
                        short=short,
                        line=line_of(first.span, text.span(start, end)),
                        count=len(full),
                    ),
                    hint=Message("Write the abbreviation, or do not introduce it"),
                    documents=(text.document,),
                    also=[other.span(begin, last) for other, begin, last in full[1:]],
                )


def _in_full(place: Defined, found: Abbreviations) -> Iterator[tuple[AnyText, int, int]]:
    alignment = place.definition.alignment
    words = alignment.words if alignment is not None else ()
    name = re.compile(r"(?<!\w)" + r"[\s,]+".join(_begun(word) for word in words), re.I)
    number = place.place[0]
    for text in found.documents.texts[number:]:
        begin = place.definition.end if text is place.text else 0
        if text.document in found.documents.home:
            for match in name.finditer(text.text, begin):
                yield text, match.start(), match.end()


def _begun(word: str) -> str:
    if len(word) <= _EXACT:
        return re.escape(word) + r"(?!\w)"
    stem = re.escape(word[: max(_STEM, len(word) - 4)]).replace("е", "[её]")
    return stem + r"\w*"


RULE = Rule(_CODE, "abbreviations", _check)
