r"""The number sign is № and has a space on either side.

«№15» is hard to read and «СОШ№15» is found by no search; «N 273-ФЗ» was copied from a
legal database and looks foreign beside «№ 204». «№ п\п» has its stroke the wrong way round.
Printing puts the space behind № in, so the finding is a note, told once a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, Slip, slips_of, told_once
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP011",
    "number-sign",
    Severity.INFO,
    "A number sign without its spaces, or another one",
    fixable="safe",
)
_FEW = Message("A space is missing beside the number sign: {near!r}; in the document: {times}")
_SLIPS = (
    Slip(
        r"(?<=[\w.,»)])№(?=\d)|(?<=№)(?=\d)|(?<=[\w.,»)])(?=№)",
        _FEW,
        lambda match: f" {match[0]} " if match[0] else " ",
        "№",
        signs=(r"№\d", r"№(?<=[\w.,»)]№)"),
    ),
    Slip(
        r"(?<=[а-яё])\\(?=[а-яё])",
        Message("The stroke leans the wrong way: {near!r}; in the document: {times}"),
        "/",
        "\\",
    ),
)
_LATIN = regex(r"(?<![\w.])(?:N[oо]?\.?)[ \u00a0]?(?=\d)")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    yield from slips_of(subject, _CODE, _SLIPS, Message("Write: № 15, № п/п"))
    latin: dict[str, list[Place]] = {}
    for text in subject.holding("N"):
        for match in _LATIN.finditer(text.text):
            latin.setdefault(text.home, []).append(Place(text, match.start(), match.end(), "№ "))
    signed = {text.home for text in subject.holding("№")} if latin else set()
    for places in (latin[document] for document in latin if document in signed):
        yield told_once(
            _CODE,
            Message("Elsewhere the document has №, here N: {near!r}; in the document: {times}"),
            places,
            Message("Write № throughout"),
        )


RULE = Rule(_CODE, "text", _check)
