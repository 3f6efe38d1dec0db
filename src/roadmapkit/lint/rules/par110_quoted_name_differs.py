"""A name in quotation marks is written in one way.

«Комитет развития образования Лесного района» and «Комитет развития образования Лесной район», the
project «Школа роста» and «Школа роста!»: one of them is not the name in the charter or in the
passport. The rule compares the names that the documents approved together have in quotation
marks. A name behind a legal form (МКУ, МБОУ) is never declined and must agree to the letter; of
other names only the marks are compared, for they may stand in any case.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.candidates import in_sets
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.quoted_names import QuotedName, quoted_names, spelling
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR110", "quoted-name-differs", Severity.WARNING, "A name in quotation marks in two spellings"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents, texts in in_sets(subject, subject.holding("«")):
        names: dict[tuple[bool, tuple[str, ...]], dict[str, list[QuotedName]]] = {}
        for text in texts:
            for name in quoted_names(text):
                alike = names.setdefault((name.of_body, name.roots), {})
                alike.setdefault(spelling(name), []).append(name)
        for alike in names.values():
            usual, *others = sorted(alike.values(), key=len, reverse=True)
            for other in others:
                if other[0].text.document in documents.home:
                    yield _finding(usual[0], other)


def _finding(usual: QuotedName, other: list[QuotedName]) -> Diagnostic:
    return _CODE.at(
        other[0].span,
        Message(
            "«{other}» is «{usual}» elsewhere; times written so: {count}",
            other=other[0].written,
            usual=usual.written,
            count=len(other),
        ),
        hint=Message("Write the name as its owner does"),
        documents=(other[0].text.document,),
        also=[one.span for one in other[1:]],
    )


RULE = Rule(_CODE, "parties", _check)
