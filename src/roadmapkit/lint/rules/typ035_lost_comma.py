"""A comma stands before «который», and where the same words have one elsewhere.

«школы которые участвуют» lacks it in any case; «организаций имеющих» lacks it where the
documents write «организаций, имеющих» in other places. What stands before a preposition or is
no nominative («работа которых») is left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, Slip, slips_of, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES

__all__ = ["RULE"]

_CODE = Code(
    "TYP035", "lost-comma", Severity.INFO, "A comma missing before a clause", fixable="safe"
)
_MESSAGE = Message("A comma is missing: {near!r}; in the document: {times}")
_WHICH = Slip(
    r"(?<=[а-яё]{4})(?P<bad>)[ ]котор(?:ый|ая|ое|ые)(?!\w)",
    _MESSAGE,
    ",",
    (" котор",),
)
_PARTICIPLE = r"[а-яё]{2,}(?:ющ|ущ|ащ|ящ|вш)(?:ие|их|им|ими|ий|его|ему|ая|ей|ую|ее)"
_PARTED = regex(rf"(?<!\w)([а-яё]{{4,}}), ({_PARTICIPLE})(?!\w)")
_PARTED_SIGN = r", [а-яё]+(?:[юуая]щ|вш)"
_BARE = regex(rf"(?<!\w)([а-яё]{{4,}})( )({_PARTICIPLE})(?!\w)")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("Put the comma in, and one behind the clause")
    yield from slips_of(subject, _CODE, (_WHICH,), hint)
    parted = {
        match.groups()
        for text in subject.showing(_PARTED_SIGN, marks=(", ",))
        if text.role not in LINES
        for match in _PARTED.finditer(text.text)
    }
    before, after = {one for one, _ in parted}, {two for _, two in parted}
    words = subject.index.words.distinct
    held = subject.index.with_pair(
        {word for word in words if word.rpartition("-")[2] in before},
        {word for word in words if word.partition("-")[0] in after},
    )
    found: dict[str, list[Place]] = {}
    for text in subject.printing(held):
        for match in _BARE.finditer(text.text) if text.role not in LINES else ():
            if (match[1], match[3]) in parted:
                place = Place(text, match.start(2), match.start(2), ",")
                found.setdefault(text.home, []).append(place)
    for places in found.values():
        yield told_once(_CODE, _MESSAGE, places, hint)


RULE = Rule(_CODE, "text", _check)
