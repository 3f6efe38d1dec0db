"""One document writes percents, thousands, dates of acts and «ё» in one way.

«40,5 %» beside «38%», «5 120» beside «1340», «от 03.02.2020» beside «от 4 марта 2021 г.»
and «отчёт» beside «отчет» are small things, but they show that nobody read the whole. The
rarer way is told, once a document; «ё» once for an act with what it approves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES, PrintedText

__all__ = ["RULE"]

_CODE = Code("TYP025", "mixed-forms", Severity.INFO, "Figures, dates or «ё» written in two ways")
_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сент|окт|нояб|дек)[а-яё]*"
_PAIRS = (
    (
        re.compile(r"\d(%)"),
        re.compile(r"\d(\s+%)"),
        "%",
        Message("Percents are written in two ways: {near!r}; in the document: {times}"),
    ),
    (
        re.compile(r"(?:[–—=:(]\s?)((?!(?:19|20)\d\d)[1-9]\d{3})(?![\d.,/-])"),
        re.compile(r"(?<![\d№.,] )(?<![\d.,])([1-9]\d{0,2}[ \u00a0]\d{3})(?![\d.,])"),
        "",
        Message("Thousands are written in two ways: {near!r}; in the document: {times}"),
    ),
    (
        re.compile(r"(?<!\w)от\s(\d\d\.\d\d\.\d{4})(?=\D{0,4}(?:№|N)|\s*$)"),
        re.compile(rf"(?<!\w)от\s(\d{{1,2}}\s{_MONTH}\s\d{{4}})(?=\D{{0,9}}(?:№|N))", re.I),
        "№N",
        Message("Dates of acts are written in two ways: {near!r}; in the document: {times}"),
    ),
)
_YO = regex(r"[а-яё]*ё[а-яё]*", re.I)
_WORD = regex(r"[А-Яа-яЁё]{4,}")
_OTHER_WORDS = frozenset({"все", "всем", "чем", "нем", "узнаем", "совершенный", "осел", "небо"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    documents: dict[str, list[PrintedText]] = {}
    for text in subject.texts:
        if text.role not in LINES:
            documents.setdefault(text.document, []).append(text)
    hint = Message("Write it in one way throughout")
    for texts in documents.values():
        for one, other, marks, message in _PAIRS:
            near = [text for text in texts if not marks or any(mark in text.text for mark in marks)]
            second = [Place(text, *m.span(1)) for text in near for m in other.finditer(text.text)]
            if not second:
                continue
            first = [Place(text, *m.span(1)) for text in near for m in one.finditer(text.text)]
            if first:
                yield told_once(_CODE, message, min(second, first, key=len), hint)
    for each in subject.sets:
        own = [text for text in each.texts if isinstance(text, PrintedText)]
        places = _of_yo([text for text in own if text.document in each.home])
        if places:
            yield told_once(
                _CODE,
                Message("A word stands with «ё» and with «е»: {near!r}; in the documents: {times}"),
                places,
                hint,
            )


def _of_yo(texts: list[PrintedText]) -> list[Place]:
    """Return the words with «ё» that the document writes with «е» too."""
    dotted = [
        (text, match)
        for text in texts
        if "ё" in text.text
        for match in _YO.finditer(text.text)
        if len(match[0]) > 3
    ]
    plain = {_plain(match[0]) for _, match in dotted} - _OTHER_WORDS
    if not plain:
        return []
    bare = {
        word.casefold()
        for text in texts
        for word in _WORD.findall(text.text)
        if "ё" not in word.casefold() and word.casefold() in plain
    }
    return [Place(text, *match.span()) for text, match in dotted if _plain(match[0]) in bare]


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е")


RULE = Rule(_CODE, "text", _check)
