"""One document has quotation marks of one kind.

Marks of two kinds show that text was pasted from elsewhere. The printed document has «ёлочки»
throughout all the same, unless typography is off.
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
    "TYP003", "mixed-quotes", Severity.INFO, "Quotation marks of several kinds in one document"
)

_OTHERS = regex('["“”„]')


def _check(subject: Subject) -> Iterator[Diagnostic]:
    straight: dict[str, tuple[PrintedText, int]] = {}
    angled: set[str] = set()
    for text in subject.texts:
        if "«" in text.text:
            angled.add(text.document)
        other = _OTHERS.search(text.text)
        if other is not None:
            straight.setdefault(text.document, (text, other.start()))
    for document in sorted(angled & straight.keys()):
        text, place = straight[document]
        yield _CODE.at(
            text.span(place, place + 1),
            Message("Elsewhere the document has «ёлочки», here {mark}", mark=text.text[place]),
            hint=Message("Type « and » throughout; printing puts them in all the same"),
            documents=(document,),
        )


RULE = Rule(_CODE, "text", _check)
