"""No word stands twice in a row.

Doubled words remain from editing and are the first thing that a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP004", "doubled-word", Severity.WARNING, "A word that stands twice in a row", fixable="safe"
)

_TWICE = regex(r"(?<![\w-])([А-Яа-яЁё]+)(\s+)(\1)(?![\w-])", re.IGNORECASE)
_RIGHT = frozenset({"что", "как", "так", "чуть", "еле", "едва", "весь"})
"""Words that Russian may double."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.printing(subject.index.with_repeated_word()):
        for match in _TWICE.finditer(text.text):
            if match[1].casefold() in _RIGHT or match[1].isupper() != match[3].isupper():
                continue
            yield _CODE.at(
                text.span(match.start(1), match.end(3)),
                Message("The word {word!r} stands twice", word=match[1]),
                hint=Message("Delete one of the two"),
                documents=(text.document,),
                fix=replaced(text, match.end(1), match.end(3), ""),
            )


RULE = Rule(_CODE, "text", _check)
