"""Typing: spaces, quotation marks, dashes, what must not part at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapkit.diagnostics import Code, Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.outline import Item
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.language import typeset

__all__ = ["check_typing"]

_MONTH = (
    r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    code: Code
    pattern: re.Pattern[str]
    problem: Message
    hint: Message
    clause: str


_NO_BREAK_HINT = Message("put a no-break space there: Ctrl+Shift+Space")
_RULES = (
    _Rule(
        codes.SPACES,
        re.compile(r"(?<=[^\s]) {2,}(?=[^\s])"),
        Message("several spaces stand between words"),
        Message("replace them with one"),
        "word_spacing",
    ),
    _Rule(
        codes.QUOTES,
        re.compile(r"[\"“”„‟]"),
        Message("quotation marks are not «»"),
        Message("replace them with «»"),
        "typography",
    ),
    _Rule(
        codes.HYPHEN,
        re.compile(r"(?<=\S)[ \u00a0]-{1,2}(?=[ \u00a0]\S)"),
        Message("a hyphen stands for a dash"),
        Message("replace it with a dash: –"),
        "typography",
    ),
    _Rule(
        codes.NO_BREAK,
        re.compile(r"№ ?(?=\d)"),
        Message("the number may part from №"),
        _NO_BREAK_HINT,
        "typography",
    ),
    _Rule(
        codes.NO_BREAK,
        re.compile(
            r"\b[А-ЯЁ][а-яё]+ (?=[А-ЯЁ]\.[  \u00a0]?[А-ЯЁ]\.)"
            r"|(?<![а-яё])[А-ЯЁ]\. ?[А-ЯЁ]\. ?(?=[А-ЯЁ][а-яё])"
        ),
        Message("initials may part from the surname"),
        _NO_BREAK_HINT,
        "typography",
    ),
    _Rule(
        codes.NO_BREAK,
        re.compile(rf"\b\d{{1,2}} (?={_MONTH}\b)|(?<=\d) (?=(?:г|гг)\.)", re.I),
        Message("a date may part at the end of a line"),
        _NO_BREAK_HINT,
        "typography",
    ),
    _Rule(
        codes.PUNCTUATION,
        re.compile(r"(?<=\w)[ \u00a0]+(?=[,;:?!](?:\s|$)|\.(?:\s|$))"),
        Message("a space stands before a mark"),
        Message("delete it"),
        "typography",
    ),
)


def check_typing(subject: Subject) -> Iterator[Fault]:
    """Yield what a typist would put right.

    A place counts only where :func:`roadmapkit.language.typeset` changes it: codes, web
    addresses and inches stay as they are.
    """
    for item in subject.outline.items:
        text = item.paragraph.text
        if item.role == "empty" or typeset(text) == text:
            continue
        for rule in _RULES:
            yield from _found(subject, item, rule)


def _found(subject: Subject, item: Item, rule: _Rule) -> Iterator[Fault]:
    text = item.paragraph.text
    for match in rule.pattern.finditer(text):
        if not _is_mended(text, match):
            continue
        clause = subject.expected.rule(rule.clause)
        end = match.end() if match.end() > match.start() else match.end() + 1
        yield Fault(
            rule.code,
            rule.problem,
            item.paragraph.place,
            clause,
            rule.hint,
            match.start(),
            end,
        )


_CONTEXT = 24


def _is_mended(text: str, match: re.Match[str]) -> bool:
    """Return whether typography touches what was found, seen with the words around it."""
    start = text.rfind(" ", 0, max(match.start() - _CONTEXT, 0)) + 1
    end = text.find(" ", min(match.end() + _CONTEXT, len(text)))
    around = text[start : end if end >= 0 else len(text)]
    return match[0] not in {"№", ""} and typeset(around) != around or match[0] == "№"
