"""Both initials have their full stop.

«Иванова С.В» and «Иванова С. В.» differ for every search and every filter. The rule speaks of a
surname with two initials the second of which has no full stop, and puts it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR114",
    "initial-without-dot",
    Severity.INFO,
    "Initials of which one has no full stop",
    fixable="safe",
)
_NAME = re.compile(r"(?<!\w)[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?[А-ЯЁ](?![\w.])")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.texts:
        for match in _NAME.finditer(text.text):
            yield _CODE.at(
                text.span(*match.span()),
                Message("An initial has no full stop: {name!r}", name=match[0]),
                hint=Message("Write both initials with a full stop"),
                documents=(text.document,),
                fix=replaced(text, match.end(), match.end(), "."),
            )


RULE = Rule(_CODE, "parties", _check)
