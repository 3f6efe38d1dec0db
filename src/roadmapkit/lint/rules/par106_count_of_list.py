"""A number of schools is that of the schools listed after it.

«12 школ: СОШ № 1, …» with eleven in the list: either a school was lost or the number is last
year's. Looked at is a number of schools (or «общеобразовательных организаций», «ШНОР») that a
colon, a dash or a bracket joins to a list of at least three schools with numbers, up to the end
of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.school_lists import SCHOOLS, numbers_in
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR106",
    "count-of-list",
    Severity.WARNING,
    "A number of schools that is not that of the schools listed after it",
)
_COUNTED = regex(
    rf"(?<![№\d.,-])(?<!№ )\b(\d{{1,3}})\s+(?:[а-яё]+(?:ых|их)\s+)?"
    rf"({SCHOOLS}|организаци\w+|учреждени\w+)\b([^.;:№()\d]{{0,120}}?)(?::|\s[–—-]\s|\()",
    re.IGNORECASE,
)
_SENTENCE_END = regex(r"(?<=[\d»)])\.(?:\s+[А-ЯЁ]|\s*$)|[;)]|\n\s*\n")
_LEAST = 3


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents in subject.sets:
        for text in documents.texts:
            if "№" in text.text and text.document in documents.home:
                yield from _of_text(text)


def _of_text(text: AnyText) -> Iterator[Diagnostic]:
    for match in _COUNTED.finditer(text.text):
        end = _SENTENCE_END.search(text.text, match.end())
        stop = end.start() if end else len(text.text)
        part = text.text[match.end() : stop]
        numbers = set(numbers_in(part))
        # A list in which some have no number, or which is only begun, cannot be counted.
        unnumbered = len(re.findall(SCHOOLS, part, re.IGNORECASE)) > part.count("№")
        open_ended = re.search(r"и др|в том числе|например", part + match[3]) is not None
        if len(numbers) < _LEAST or open_ended or unnumbered or len(numbers) == int(match[1]):
            continue
        yield _CODE.at(
            text.span(match.start(1), match.end(2)),
            Message(
                "{counted!r} are announced, and {count} are listed",
                counted=f"{match[1]} {match[2]}",
                count=len(numbers),
            ),
            hint=Message("Correct the number or the list"),
            documents=(text.document,),
        )


RULE = Rule(_CODE, "parties", _check)
