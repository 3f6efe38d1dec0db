"""An abbreviation of a body keeps its spaces.

«МУ ЦРО» and «МУЦРО» in one document look like two institutions, and only one of them stands in the
directory. The rule compares abbreviations of capitals that are the same without their spaces.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR112", "spaced-abbreviation", Severity.WARNING, "An abbreviation with and without spaces"
)
_APART = regex(r"(?<!\w)[А-ЯЁ]{2,}(?:\s[А-ЯЁ]{2,})+(?!\w)")
_WHOLE = regex(r"(?<!\w)[А-ЯЁ]{4,10}(?!\w)")

_Place = tuple[AnyText, int, int]


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents in subject.sets:
        apart: dict[str, list[_Place]] = {}
        whole: dict[str, list[_Place]] = {}
        for text in documents.texts:
            for match in _APART.finditer(text.text):
                words = match[0].split()
                for count in range(2, len(words) + 1):
                    end = match.start() + len(" ".join(words[:count]))
                    apart.setdefault("".join(words[:count]), []).append((text, match.start(), end))
            for match in _WHOLE.finditer(text.text):
                whole.setdefault(match[0], []).append((text, *match.span()))
        for name in sorted(apart.keys() & whole.keys()):
            usual, other = sorted((apart[name], whole[name]), key=len, reverse=True)
            text, start, end = other[0]
            if text.document in documents.home:
                yield _CODE.at(
                    text.span(start, end),
                    Message(
                        "{other!r} is {usual!r} elsewhere; times written so: {count}",
                        other=text.text[start:end],
                        usual=usual[0][0].text[usual[0][1] : usual[0][2]],
                        count=len(other),
                    ),
                    hint=Message("Write the abbreviation as the directory has it"),
                    documents=(text.document,),
                    also=[place.span(begin, last) for place, begin, last in other[1:]],
                )


RULE = Rule(_CODE, "parties", _check)
