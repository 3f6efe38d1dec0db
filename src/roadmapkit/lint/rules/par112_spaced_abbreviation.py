"""An abbreviation of a body keeps its spaces.

«МУ ЦРО» and «МУЦРО» in one document look like two institutions, and only one of them stands in the
directory. The rule compares abbreviations of capitals that are the same without their spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.candidates import in_sets, matching
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR112", "spaced-abbreviation", Severity.WARNING, "An abbreviation with and without spaces"
)
_LOUD = regex(r"[А-ЯЁ]{2}")
_SPACED = regex(r"[А-ЯЁ]{2}\s[А-ЯЁ]{2}")
_CAPITALS = regex(r"[А-ЯЁ]{4}")
_APART = regex(r"(?<!\w)[А-ЯЁ]{2,}(?:\s[А-ЯЁ]{2,})+(?!\w)")
_WHOLE = regex(r"(?<!\w)[А-ЯЁ]{4,10}(?!\w)")

_Place = tuple[AnyText, int, int]


def _check(subject: Subject) -> Iterator[Diagnostic]:
    # Most documents have no two such words, and few have more than some to look at.
    loud = any(map(_LOUD.search, subject.index.words.capitalised))
    spaced = list(in_sets(subject, matching(subject, _SPACED) if loud else ()))
    capitals = in_sets(subject, matching(subject, _CAPITALS)) if spaced else ()
    long = {documents.root.model.id: texts for documents, texts in capitals}
    for documents, texts in spaced:
        apart = _apart(texts)
        whole = _whole(long.get(documents.root.model.id, ())) if apart else {}
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


def _apart(texts: Iterable[AnyText]) -> dict[str, list[_Place]]:
    """Return where abbreviations stand side by side, by what they make without the spaces."""
    found: dict[str, list[_Place]] = {}
    for text in texts:
        for match in _APART.finditer(text.text):
            words = match[0].split()
            for count in range(2, len(words) + 1):
                end = match.start() + len(" ".join(words[:count]))
                found.setdefault("".join(words[:count]), []).append((text, match.start(), end))
    return found


def _whole(texts: Iterable[AnyText]) -> dict[str, list[_Place]]:
    found: dict[str, list[_Place]] = {}
    for text in texts:
        for match in _WHOLE.finditer(text.text):
            found.setdefault(match[0], []).append((text, *match.span()))
    return found


RULE = Rule(_CODE, "parties", _check)
