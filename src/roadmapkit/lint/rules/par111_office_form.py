"""The office is called as its statute calls it.

«Управление образования», «управление образованием» and «управление по образованию» are names of
different bodies, and one of them is in the statute. Where the directory has an office by one of
them and no other, the rule looks for the others in the texts of the documents. A body of a region
(«управление образования и науки Тамбовской области») is another one. Cells of executors have
findings of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.document_sets import AnyText, DocumentSet
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.kinds import Organization

__all__ = ["RULE"]

_CODE = Code("PAR111", "office-form", Severity.WARNING, "The office under another form of its name")
_OFFICE = regex(
    r"\b(?P<head>управлени|отдел|комитет|департамент)(?:[еюия]|ом|ем|а|у|ю)?\s+"
    r"(?P<form>образования|образованием|по\s+образованию)\b(?!\s+и\s)"
    r"(?!(?:\s+(?:администрации|[А-ЯЁ][а-яё-]+))?\s+(?:област|кра[йя]|республик))",
    re.IGNORECASE,
)
_ROLES = frozenset({"responsible", "letterhead"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents in subject.sets:
        forms: dict[str, dict[str, str]] = {}
        for head, form, name in _known(documents):
            forms.setdefault(head, {}).setdefault(form, name)
        only = {head: found for head, found in forms.items() if len(found) == 1}
        other = list(_others(documents, only)) if only else []
        if other:
            text, match = other[0]
            yield _CODE.at(
                text.span(*match.span()),
                Message(
                    "The text says {here!r}, the directory {there!r}; in the documents: {count}",
                    here=" ".join(match[0].split()),
                    there=next(iter(only[match["head"].lower()].values())),
                    count=len(other),
                ),
                hint=Message("Call the office as its statute does"),
                documents=(text.document,),
                also=[place.span(*found.span()) for place, found in other[1:]],
            )


def _known(documents: DocumentSet) -> Iterator[tuple[str, str, str]]:
    """Yield the offices of the directory: the word for the body, the form, the name."""
    for id_ in documents.directory.ids():
        entry = documents.directory.get(id_)
        model = entry.model if entry is not None else None
        if isinstance(model, Organization):
            for name in (model.name, model.short or "", *model.aliases):
                for match in _OFFICE.finditer(name):
                    yield match["head"].lower(), " ".join(match["form"].lower().split()), match[0]


def _others(
    documents: DocumentSet, only: dict[str, dict[str, str]]
) -> Iterator[tuple[AnyText, re.Match[str]]]:
    for text in documents.texts:
        if text.role in _ROLES or text.document not in documents.home:
            continue
        for match in _OFFICE.finditer(text.text):
            known = only.get(match["head"].lower())
            # «Управление образованием» in small letters is also what officials do.
            work = match["form"].lower() == "образованием" and match["head"][0].islower()
            if known is not None and " ".join(match["form"].lower().split()) in known:
                continue
            if known is not None and not work:
                yield text, match


RULE = Rule(_CODE, "parties", _check)
