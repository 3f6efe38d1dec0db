"""«Программа» with a capital is some one programme that the documents have named.

A capital makes a name of the word: of which programme, plan or commission? It is known where
the documents introduce it with «(далее – Программа)», or where one of them is it by its kind or
by the first words of its title. Found is the bare word inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.document_sets import AnyText, DocumentSet
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedProgram

__all__ = ["RULE"]

_CODE = Code(
    "ABB016", "undefined-term", Severity.INFO, "A word with a capital that nothing introduces"
)
_ROOTS = r"Програм|Проект|Положени|Концепци|Стратеги|Регламент|Комисси|Комплекс"
_TERM = regex(
    rf"(?<=[а-яё] )(?P<root>{_ROOTS})"
    r"[а-яё]*(?=\s*(?:[.,;:)]|$)|\s(?:и|или|на|в)\s)",
    re.M,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    held = set(subject.index.holding(*(f" {root}" for root in _ROOTS.split("|"))))
    for each in subject.sets:
        found: dict[str, list[tuple[AnyText, int, int]]] = {}
        for text in each.reading(held):
            if text.document in each.home and text.role != "passport_heading":
                for match in _TERM.finditer(text.text):
                    found.setdefault(match["root"], []).append((text, *match.span()))
        telling = set(subject.index.folded.holding("далее")) if found else set()
        for root, places in sorted(found.items()):
            if _is_known(root, each, telling):
                continue
            text, start, end = places[0]
            yield _CODE.at(
                text.span(start, end),
                Message(
                    "Nothing says which one {word!r} is; in the documents: {times}",
                    word=text.text[start:end],
                    times=len(places),
                ),
                hint=Message("Introduce it with «(далее – …)», or write it with a small letter"),
                documents=(text.document,),
            )


def _is_known(root: str, each: DocumentSet, telling: Container[str]) -> bool:
    kinds = [
        document.model.form
        for document in each.documents.values()
        if isinstance(document, ResolvedProgram)
    ]
    if any(root.casefold() in kind.casefold() for kind in kinds):
        return True
    introduced = re.compile(rf"далее[^()]{{0,40}}{root}", re.I)
    named = re.compile(rf"(?:\S+\s+){{0,3}}{root}", re.I)
    if any(introduced.search(text.text) for text in each.reading(telling)):
        return True
    return any(
        (text.role == "alias" and root.casefold() in text.text.casefold())
        or (text.role == "title" and _is_whole(text) and named.match(text.text))
        for text in each.texts
    )


def _is_whole(text: AnyText) -> bool:
    path = getattr(getattr(text, "origin", None), "path", ())
    return path == ("title",)


RULE = Rule(_CODE, "abbreviations", _check)
