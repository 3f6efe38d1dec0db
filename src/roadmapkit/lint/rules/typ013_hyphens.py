"""A hyphen has no spaces, a dash has one on either side.

«учебно- методический» and «октябрь -декабрь» have one space where there are none or two,
and «учителей – наставников» makes two words of one. What is left out for a second word,
«учебно- и научно-методический», is right. A word is known to be one by its first part
(«информационно-», «психолого-»), by an ending behind a figure («11-х»), or because the same
documents write it with a hyphen elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.addresses import without_addresses
from roadmapkit.lint.compounds import torn_compounds, written_closed
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, Slip, slips_of, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES, PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "TYP013",
    "hyphens",
    Severity.INFO,
    "A hyphen with spaces, or a dash with one only",
    fixable="safe",
)
_DASHES = "-–—"
_SPACED = (" -", "- ", " –", "– ", " —", "— ")
_FIGURE = (
    r"(?:х|й|го|му|ми|м|е|я|ая|ый|ых|ти|бал{1,2}ьн\w+|летн\w+|дневн\w+|часов\w+|классник\w*)(?!\w)"
)
_WORD = r"[А-Яа-яЁё]"
_SLIPS = (
    Slip(
        r"№\s?\d+(?P<bad>[-–—])(?=[а-яё]{6})",
        Message("A dash has no spaces: {near!r}; in the document: {times}"),
        " – ",
        "№",
        signs=tuple(rf"{dash}(?<=\d{dash})[а-яё]{{6}}" for dash in _DASHES),
    ),
    Slip(
        rf"(?<=\d)(?P<bad>[ ]+[-–—][ ]*|[-–—][ ]+)(?={_FIGURE})",
        Message("A hyphen behind a figure has spaces: {near!r}; in the document: {times}"),
        "-",
        _SPACED,
        signs=tuple(rf"{dash}(?<=[\d ]{dash}) *{_FIGURE}" for dash in _DASHES),
    ),
    Slip(
        r"(?<=\d)[ ]+[-–](?=р(?!\w))",
        Message("A hyphen behind a figure has spaces: {near!r}; in the document: {times}"),
        "-",
        (" -р", " –р"),
    ),
    Slip(
        r"(?<=[а-яё]о)-[ ]+(?=[а-яё]{4})",
        Message("A hyphen has a space on one side: {near!r}; in the document: {times}"),
        "-",
        ("о- ",),
    ),
    Slip(
        rf"(?:(?<=\d{{4}})|(?<={_WORD}{{2}}))(?:[ ]+-|-[ ]+)"
        rf"(?=\d{{4}}|{_WORD}{{2}})(?!-[ ]+(?:и|или|либо|да|а)[ ,])",
        Message("A hyphen has a space on one side: {near!r}; in the document: {times}"),
        None,
        (" -", "- "),
        signs=(r"-(?<=[\dА-Яа-яЁё]-) +[\dА-Яа-яЁё]", r"-(?<= -)[\dА-Яа-яЁё]"),
    ),
    Slip(
        r"(?<=[\w.»)])(?:[ ]+[–—](?=[\w«(])|[–—][ ]+(?=[\w«(])|(?<=[.»)])-[ ]+(?=\w))",
        Message("A dash has a space on one side: {near!r}; in the document: {times}"),
        " – ",
        _SPACED,
        lambda match: (
            match.string[match.start() - 1].isdigit()
            and match.string[match.end() : match.end() + 1].isdigit()
        ),
        tuple(
            sign
            for dash in _DASHES
            for sign in (rf"{dash}(?<=[\w.»)]{dash}) +[\w«(]", rf"{dash}(?<= {dash})[\w«(]")
        ),
    ),
)
_YEAR = regex(r"(?<![А-ЯЁ])([А-ЯЁ]{2,5})([ ]+[-–—][ ]+)(?=(?:20\d\d|9|11)(?![\d.-]))")
_YEAR_CLOSED = regex(r"(?<![А-ЯЁ])[А-ЯЁ]{2,5}-(?:20\d\d|9|11)(?!\d)")
_YEAR_SIGNS = (r"-(?<=[А-ЯЁ]{2}-)[291]",)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("Write a hyphen without spaces, and a dash with a space on either side")
    yield from slips_of(subject, _CODE, _SLIPS, hint)
    closed = subject.once(written_closed)
    apart = [text for text in subject.holding("- ", "– ", "— ") if text.role not in LINES]
    dated = {
        text.home
        for text in (subject.showing(*_YEAR_SIGNS, marks="-") if apart else ())
        if _YEAR_CLOSED.search(text.text)
    }
    spaced: dict[tuple[str, str], list[Place]] = {}
    for text in apart:
        for kind, place in _parted(text, closed, text.home in dated):
            spaced.setdefault((text.home, kind), []).append(place)
    for (_, kind), places in spaced.items():
        message = (
            Message("One word is written as two with a dash: {near!r}; in the document: {times}")
            if kind == "word"
            else Message("Elsewhere a hyphen, here a dash: {near!r}; in the document: {times}")
        )
        yield told_once(_CODE, message, places, hint)


def _parted(
    text: PrintedText, closed: set[tuple[str, str]], dated: bool
) -> Iterator[tuple[str, Place]]:
    plain = without_addresses(text.text)
    for start, end in torn_compounds(plain, closed):
        yield "word", Place(text, start, end, "-")
    for match in _YEAR.finditer(plain) if dated else ():
        yield "year", Place(text, match.start(2), match.end(2), "-")


RULE = Rule(_CODE, "text", _check)
