"""One document has one kind of dash, and writes ranges in one way.

A hyphen for a dash («Петрова А.А. - методист») beside true dashes, «2020-2021» beside
«2020 – 2021», «май-июнь» beside «май – июнь» and «2021/2022 учебный год» beside «2021-2022
учебный год» show that the text was put together from several. The rarer way is told, once a
document; a document that keeps to one way is left in peace, whichever it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.addresses import without_addresses
from roadmapkit.lint.compounds import torn_compounds, written_closed
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES

__all__ = ["RULE"]

_CODE = Code(
    "TYP014",
    "mixed-dashes",
    Severity.INFO,
    "Hyphens and dashes, or ranges, written in several ways in one document",
    fixable="safe",
)
_MONTH = r"(?:янв|фев|мар|апр|ма[йяею]|июн|июл|авг|сент|окт|нояб|дек)[а-яё]*"
_YEAR = r"(?:19|20)\d\d"
_INLINE = regex(r"[:;]\s[-–—]\s")
"""Marks of a list that is written in one line."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two ways to write one thing; *mend* makes the first of them of the second."""

    right: re.Pattern[str]
    other: re.Pattern[str]
    message: Message
    either: bool = True
    mend: str | None = None


_PAIRS = (
    _Pair(
        regex(r"(?<=\S)[ ]([–—])[ ](?=\S)"),
        regex(r"(?<=[^\s:;])[ ](-)[ ](?=[^\s\d])"),
        Message("Elsewhere a dash, here a hyphen: {near!r}; in the document: {times}"),
        either=False,
        mend="–",
    ),
    _Pair(
        regex(rf"(?<!\d){_YEAR}(-){_YEAR}(?!\d)(?!\s*уч)"),
        regex(rf"(?<!\d){_YEAR}(\s?[–—]\s?){_YEAR}(?!\d)(?!\s*уч)"),
        Message("Ranges of years are written in two ways: {near!r}; in the document: {times}"),
    ),
    _Pair(
        regex(rf"(?<![\w-]){_MONTH}(-){_MONTH}(?!\w)", re.I),
        regex(rf"(?<![\w-]){_MONTH}(\s?[–—]\s?){_MONTH}(?!\w)", re.I),
        Message("Ranges of months are written in two ways: {near!r}; in the document: {times}"),
    ),
    _Pair(
        regex(rf"(?<!\d){_YEAR}(\s?[-–—]\s?){_YEAR}\s*уч"),
        regex(rf"(?<!\d){_YEAR}(/){_YEAR}\s*уч"),
        Message("School years are written in two ways: {near!r}; in the document: {times}"),
    ),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    closed = subject.once(written_closed)
    found: dict[str, list[tuple[list[Place], list[Place]]]] = {}
    for text in subject.holding("-", "–", "—", "/"):
        plain = without_addresses(text.text)
        if text.role in LINES or _INLINE.search(plain):
            continue
        ways = found.setdefault(text.home, [([], []) for _ in _PAIRS])
        torn = {start for start, _ in torn_compounds(plain, closed)}
        for pair, (right, other) in zip(_PAIRS, ways, strict=True):
            right += [
                Place(text, *m.span(1)) for m in pair.right.finditer(plain) if m.start() not in torn
            ]
            other += [
                Place(text, *m.span(1), pair.mend)
                for m in pair.other.finditer(plain)
                if m.start() not in torn
            ]
    hint = Message("Write it in one way throughout")
    for ways in found.values():
        for pair, (right, other) in zip(_PAIRS, ways, strict=True):
            if right and other:
                rarer = right if pair.either and len(right) < len(other) else other
                yield told_once(_CODE, pair.message, rarer, hint)


RULE = Rule(_CODE, "text", _check)
