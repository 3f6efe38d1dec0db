"""A short name of words is introduced once too.

«(далее – Дорожная карта)» a second time in one document makes the reader look for a second
roadmap. What an act gives as the short name of its appendix counts as introduced there.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "ABB010", "term-twice", Severity.INFO, "A short name that one document introduces twice"
)
_TERM = regex(r"\(\s*далее\s*[–—-]?\s*(?P<term>[А-ЯЁа-яё«][^()]{3,60})\)")
_LETTERS = regex("[а-яё]{4}")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], tuple[PrintedText, int]] = {}
    telling = frozenset(subject.index.holding("далее"))
    for text in subject.texts:
        if text.role != "alias" and text.text not in telling:
            continue
        for term, start, end in _terms(text):
            if not _LETTERS.search(term):
                continue
            key = (text.document, " ".join(term.casefold().strip("«»").split()))
            if key not in first:
                first[key] = (text, start)
                continue
            earlier, place = first[key]
            yield _CODE.at(
                text.span(start, end),
                Message(
                    "The short name {term!r} is introduced again; it was on line {line}",
                    term=term,
                    line=earlier.span(place, place + 1).line,
                ),
                hint=Message("Introduce it once, where it stands first"),
                documents=(text.document,),
            )


def _terms(text: PrintedText) -> Iterator[tuple[str, int, int]]:
    if text.role == "alias":
        yield text.text, 0, len(text.text)
    else:
        for match in _TERM.finditer(text.text):
            yield match["term"].strip(), match.start("term"), match.end("term")


RULE = Rule(_CODE, "abbreviations", _check)
