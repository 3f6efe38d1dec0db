"""One document writes percents, thousands, dates of acts and «ё» in one way.

«40,5 %» beside «38%», «5 120» beside «1340», «от 03.02.2020» beside «от 4 марта 2021 г.»
and «отчёт» beside «отчет» are small things, but they show that nobody read the whole. The
rarer way is told, once a document; «ё» once for an act with what it approves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES, PrintedText

__all__ = ["RULE"]

_CODE = Code("TYP025", "mixed-forms", Severity.INFO, "Figures, dates or «ё» written in two ways")
_Pair = tuple[re.Pattern[str], re.Pattern[str], tuple[Sequence[str], Sequence[str]], str, Message]
"""Two ways to write one thing, signs of either, what a text has one of, and what is said."""

_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сент|окт|нояб|дек)[а-яё]*"
_PAIRS: tuple[_Pair, ...] = (
    (
        regex(r"\d(%)"),
        regex(r"\d(\s+%)"),
        (("%",), (r"%(?<=\s%)",)),
        "%",
        Message("Percents are written in two ways: {near!r}; in the document: {times}"),
    ),
    (
        regex(r"(?:[–—=:(]\s?)((?!(?:19|20)\d\d)[1-9]\d{3})(?![\d.,/-])"),
        regex(r"(?<![\d№.,] )(?<![\d.,])([1-9]\d{0,2}[ \u00a0]\d{3})(?![\d.,])"),
        (
            tuple(rf"{mark}\s?[1-9]\d{{3}}(?![\d.,/-])" for mark in ("–", "—", "=", ":", r"\(")),
            tuple(rf"{space}(?<=\d{space})\d{{3}}(?![\d.,])" for space in " \u00a0"),
        ),
        "0123456789",
        Message("Thousands are written in two ways: {near!r}; in the document: {times}"),
    ),
    (
        regex(r"(?<!\w)от\s(\d\d\.\d\d\.\d{4})(?=\D{0,4}(?:№|N)|\s*$)"),
        regex(rf"(?<!\w)от\s(\d{{1,2}}\s{_MONTH}\s\d{{4}})(?=\D{{0,9}}(?:№|N))", re.I),
        ((r"от\s\d\d\.",), (r"т\s\d{1,2}\s[А-Яа-я]", r"Т\s\d{1,2}\s[А-Яа-я]")),
        "№N",
        Message("Dates of acts are written in two ways: {near!r}; in the document: {times}"),
    ),
)
_YO = regex(r"[а-яё]*ё[а-яё]*", re.I)
_WORD = regex(r"[А-Яа-яЁё]{4,}")
_SHORTEST = 4
_OTHER_WORDS = frozenset({"все", "всем", "чем", "нем", "узнаем", "совершенный", "осел", "небо"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("Write it in one way throughout")
    yield from _of_figures(subject, hint)
    dotted = _by_document(subject.holding("ё"))
    bare = _by_document(_with_plain_letters(subject)) if dotted else {}
    for each in subject.sets:
        own = [id_ for id_ in each.documents if id_ in each.home]
        places = _of_yo(
            [text for id_ in own for text in dotted.get(id_, ())],
            [text for id_ in own for text in bare.get(id_, ())],
        )
        if places:
            yield told_once(
                _CODE,
                Message("A word stands with «ё» and with «е»: {near!r}; in the documents: {times}"),
                places,
                hint,
            )


def _of_figures(subject: Subject, hint: Message) -> Iterator[Diagnostic]:
    ways: dict[tuple[str, int], tuple[list[Place], list[Place]]] = {}
    for kind, (one, other, signs, marks, _) in enumerate(_PAIRS):
        if not any(map(other.search, subject.index.showing(signs[1]))):
            continue
        for way, (pattern, sign) in enumerate(zip((one, other), signs, strict=True)):
            for text in subject.showing(*sign):
                if text.role in LINES or not any(mark in text.text for mark in marks):
                    continue
                for match in pattern.finditer(text.text):
                    found = ways.setdefault((text.home, kind), ([], []))
                    found[way].append(Place(text, *match.span(1)))
    for (_, kind), (first, second) in ways.items():
        if first and second:
            yield told_once(_CODE, _PAIRS[kind][-1], min(second, first, key=len), hint)


def _by_document(texts: Iterable[PrintedText]) -> dict[str, list[PrintedText]]:
    found: dict[str, list[PrintedText]] = {}
    for text in texts:
        if text.kind != "directory":
            found.setdefault(text.home, []).append(text)
    return found


def _with_plain_letters(subject: Subject) -> list[PrintedText]:
    """Return the texts that may have a word with «е» which others have with «ё»."""
    dotted = (word for word in subject.index.words.distinct if "ё" in word or "Ё" in word)
    plain = {_plain(match[0]) for word in dotted for match in _YO.finditer(word)} - _OTHER_WORDS
    return subject.holding_folded(*sorted(word for word in plain if len(word) >= _SHORTEST))


def _of_yo(dotted_texts: list[PrintedText], texts: list[PrintedText]) -> list[Place]:
    """Return the words with «ё» that the document writes with «е» too."""
    if not texts:
        return []
    dotted = [
        (text, match)
        for text in dotted_texts
        for match in _YO.finditer(text.text)
        if len(match[0]) > 3
    ]
    plain = {_plain(match[0]) for _, match in dotted} - _OTHER_WORDS
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
