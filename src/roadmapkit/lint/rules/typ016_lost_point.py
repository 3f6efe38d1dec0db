"""A shortened word ends with a full stop.

«и др», «2021 г» and «Петрова А.А» lost the last character, mostly at the end of a cell. So did
«с Речное» where the same documents write «с. Речное».
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, Slip, slips_of, told_once
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP016",
    "lost-point",
    Severity.INFO,
    "A shortened word or an initial without its full stop",
    fixable="safe",
)
_LOST = Message("A shortened word has no full stop: {near!r}; in the document: {times}")
_SLIPS = (
    Slip(
        r"(?<!\w)и[ ](?:др|пр|т\.\s?д|т\.\s?п|тд|тп)(?P<bad>)(?![\w.])",
        _LOST,
        ".",
        ("и ",),
        signs=(r"и (?:др|пр|т\.\s?[дп]|т[дп])(?![\w.])",),
    ),
    Slip(
        r"(?<!\w)т\.\s?[кечдп](?P<bad>)(?![\w.])",
        _LOST,
        ".",
        ("т.",),
        signs=(r"т\.\s?[кечдп](?![\w.])",),
    ),
    Slip(r"(?<!\w)т(?P<bad>)(?=\.?\s?ч(?![\w.]))", _LOST, None, (" тч", "т ч", "т.ч")),
    Slip(
        r"(?<=\d{4})\s?(?:уч\.\s?)?гг?(?P<bad>)(?![\w.])",
        _LOST,
        ".",
        "г",
        signs=(r"г(?<=[\d\sг.]г)(?![\w.])",),
    ),
    Slip(r"(?<=[а-яё»] )им(?P<bad>)(?=\s[А-ЯЁ]\.)", _LOST, ".", (" им ",)),
    Slip(
        r"(?<!\w)[А-ЯЁ][а-яё]{2,}[ ][А-ЯЁ]\.\s?[А-ЯЁ](?P<bad>)(?![\w.-])",
        Message("An initial has no full stop: {near!r}; in the document: {times}"),
        ".",
        ".",
        signs=(r"\.\s?[А-ЯЁ](?![\w.-])",),
    ),
)
_PLACE = regex(r"(?<=\d)\s(?:с|п|г|х|д)(?P<bad>)\s(?P<name>[А-ЯЁ][а-яё]{2,})")
_PLACE_SIGNS = tuple(rf"{letter}(?<=\d\s{letter})\s[А-ЯЁ]" for letter in "спгхд")
_WITH_POINT = regex(r"(?<!\w)(?:с|п|г|х|д)\.\s?(?P<name>[А-ЯЁ][а-яё]{2,})")
_POINT_SIGNS = (r"\.(?<=[спгхд]\.)\s?[А-ЯЁ][а-яё]",)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    yield from slips_of(subject, _CODE, _SLIPS, Message("Put the full stop in"))
    doubtful = subject.showing(*_PLACE_SIGNS)
    if not any("№" in text.text and _PLACE.search(text.text) for text in doubtful):
        return
    named = {
        match["name"]
        for text in subject.showing(*_POINT_SIGNS, marks=".")
        for match in _WITH_POINT.finditer(text.text)
    }
    places: dict[str, list[Place]] = {}
    for text in doubtful if named else ():
        for match in _PLACE.finditer(text.text):
            if match["name"] in named:
                place = Place(text, match.start("bad"), match.end("bad"), ".")
                places.setdefault(text.home, []).append(place)
    for found in places.values():
        yield told_once(_CODE, _LOST, found, Message("Put the full stop in"))


RULE = Rule(_CODE, "text", _check)
