"""The name of a district agrees with the word before it.

«Муниципальное образование Лесной район» keeps «Лесной район» in every case, as the statute of the
district has it; without the words «муниципальное образование» the name declines: «администрации
Лесного района». «Администрации Лесной район» lost those words. The rule speaks of a name in
«-ский район» that stands in the nominative right behind a body.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.candidates import in_sets, matching
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR118", "district-case", Severity.WARNING, "A district in the nominative behind a body"
)
_DISTRICT = regex(r"кий\s+район")
_BEHIND = regex(
    r"\b(?:администраци\w+|управлени\w+(?:\s+образовани\w+)?|отдел\w*(?:\s+образовани\w+)?|совет\w*)"
    r"\s+(?P<name>(?P<stem>[А-ЯЁ][а-яё]+(?:ск|цк))ий\s+район)(?!\w)"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents, texts in in_sets(subject, matching(subject, _DISTRICT)):
        found = [
            (text, match)
            for text in texts
            if text.document in documents.home
            for match in _BEHIND.finditer(text.text)
        ]
        if found:
            text, match = found[0]
            yield _CODE.at(
                text.span(*match.span()),
                Message(
                    "{words!r} needs the genitive; in the documents: {count}",
                    words=" ".join(match[0].split()),
                    count=len(found),
                ),
                hint=Message(
                    "Write «{stem}ого района» or «муниципального образования {name}»",
                    stem=match["stem"],
                    name=" ".join(match["name"].split()),
                ),
                documents=(text.document,),
            )


RULE = Rule(_CODE, "parties", _check)
