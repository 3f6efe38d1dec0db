"""Spaces stand behind punctuation and not before it.

Printing puts most of them right, so the finding is a note; but a missing space between two
sentences, which printing cannot be sure of, is printed as it is. Each kind is told once a
document.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Slip, slips_of
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP006", "spaces", Severity.INFO, "A space too many or too few beside a mark", fixable="safe"
)

_MANY = Message("There is a space too many: {near!r}; in the document: {times}")
_FEW = Message("A space is missing: {near!r}; in the document: {times}")
_BEFORE_MARK = (" ,", " ;", " !", " ?", " .", " :", "\t")
_SLIPS = (
    Slip(r"(?<=[\w»)])[ \t]+(?=[,;!?](?:\s|$)|[.:](?:\s|$))", _MANY, "", _BEFORE_MARK),
    Slip(r"(?<=[\w»)])(?P<bad>[ \t]+,)(?=[а-яёА-ЯЁ«])", _MANY, ", ", _BEFORE_MARK),
    Slip(
        r"(?<=[(«])[ \t]+(?=\S)|(?<=\S)[ \t]+(?=[)»](?:[\s,.;:]|$))",
        _MANY,
        "",
        ("( ", "« ", " )", " »"),
    ),
    Slip(
        r"(?<=[а-яё])[ \t]+(?=/[а-яё])|(?<=[а-яё]/)[ \t]+(?=[а-яё])",
        _MANY,
        "",
        (" /", "/ "),
    ),
    Slip(
        r"(?<=[а-яё»)][,;])(?=[А-Яа-яЁё])",
        _FEW,
        " ",
        ",;",
        signs=(",[А-Яа-яЁё]", ";[А-Яа-яЁё]"),
    ),
    Slip(r"(?<=[а-яё]{3}\.)(?=[А-ЯЁ][а-яё])", _FEW, " ", ".", signs=(r"\.[А-ЯЁ][а-яё]",)),
    Slip(
        r"(?<=[а-яё])(?=\()(?!\([а-яё]{1,4}\))",
        _FEW,
        " ",
        "(",
        signs=(r"\((?<=[а-яё]\()",),
    ),
    Slip(
        r"(?<=\))(?=[А-Яа-яЁё])(?<!\([а-яё]\))(?<!\([а-яё]{2}\))",
        _FEW,
        " ",
        ")",
        signs=(r"\)[А-Яа-яЁё]",),
    ),
    Slip(r"(?<=\S)[ \t]{2,}(?=\S)", _MANY, " ", ("  ", "\t")),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("Spaces stand behind a mark and before an opening bracket, nowhere else")
    yield from slips_of(subject, _CODE, _SLIPS, hint)


RULE = Rule(_CODE, "text", _check)
