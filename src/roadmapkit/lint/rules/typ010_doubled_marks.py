"""No two marks stand where one belongs.

«,,», «..» and «;.» remain from editing; three points and «?!» are right.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP010",
    "doubled-marks",
    Severity.WARNING,
    "Two punctuation marks where one belongs",
    fixable="safe",
)

_DOUBLED = regex(
    r"(?<!\.)\.\.(?!\.)|,\s?,|;\s?;|::|[;,]\.(?!\w)|(?<![а-яё]\.)(?<=[а-яё]{4})\.,(?!\w)"
)
_SIGNS = (r"\.[.,]", r",(?:\s?,|\.)", r";(?:\s?;|\.)", "::")
"""What begins like one of them."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.showing(*_SIGNS):
        for match in _DOUBLED.finditer(text.text):
            yield _CODE.at(
                text.span(match.start(), match.end()),
                Message("Two marks stand where one belongs: {marks!r}", marks=match[0]),
                hint=Message("Leave one of them"),
                documents=(text.document,),
                fix=replaced(text, match.start() + 1, match.end(), ""),
            )


RULE = Rule(_CODE, "text", _check)
