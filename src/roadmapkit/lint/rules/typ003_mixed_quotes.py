"""One document has quotation marks of one kind.

Marks of two kinds show that text was pasted from elsewhere. The printed document has «ёлочки»
throughout all the same, unless typography is off.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "TYP003", "mixed-quotes", Severity.INFO, "Quotation marks of several kinds in one document"
)

_OTHERS = '"“”„'


def _check(subject: Subject) -> Iterator[Diagnostic]:
    straight: dict[str, tuple[PrintedText, int]] = {}
    for text in subject.holding(*_OTHERS):
        place = min(place for place, mark in enumerate(text.text) if mark in _OTHERS)
        straight.setdefault(text.home, (text, place))
    angled = {text.home for text in subject.holding("«")} if straight else set()
    for home in sorted(angled & straight.keys()):
        text, place = straight[home]
        yield _CODE.at(
            text.span(place, place + 1),
            Message("Elsewhere the document has «ёлочки», here {mark}", mark=text.text[place]),
            hint=Message("Type « and » throughout; printing puts them in all the same"),
            documents=(text.document,),
        )


RULE = Rule(_CODE, "text", _check)
