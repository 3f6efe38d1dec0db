"""Typing: spaces, quotation marks, dashes, what must not part at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from roadmapkit.diagnostics import Code, Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.outline import Item
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.language import typeset

__all__ = ["check_typing"]

_MONTH = r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"


_LONGEST_COMPARED = 4000
"""A longer paragraph is taken as a whole: to compare it letter by letter takes too long."""


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
            r"|(?<![а-яё])(?<![а-яё][ \u00a0])[А-ЯЁ]\. ?[А-ЯЁ]\. ?(?=[А-ЯЁ][а-яё])"
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
        if item.role == "empty" or (typed := typeset(text)) == text:
            continue
        mended = _mended(text, typed)
        for rule in _RULES:
            yield from _found(subject, item, rule, mended)


def _found(
    subject: Subject, item: Item, rule: _Rule, mended: list[tuple[int, int]]
) -> Iterator[Fault]:
    clause = subject.expected.rule(rule.clause)
    for match in rule.pattern.finditer(item.paragraph.text):
        start, end = match.start(), max(match.end(), match.start() + 1)
        if any(first <= end and start <= last for first, last in mended):
            place = item.paragraph.place
            yield Fault(rule.code, rule.problem, place, clause, rule.hint, start, end)


def _mended(text: str, typed: str) -> list[tuple[int, int]]:
    """Return the stretches of *text* that typography changes."""
    if len(text) > _LONGEST_COMPARED:
        return [(0, len(text))]
    matcher = SequenceMatcher(None, text, typed, autojunk=False)
    return [(first, last) for kind, first, last, _, _ in matcher.get_opcodes() if kind != "equal"]
