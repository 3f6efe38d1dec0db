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
_BARE = regex(rf"(?<!\w)([а-яё]{{4,}})( )({_PARTICIPLE})(?!\w)")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    hint = Message("Put the comma in, and one behind the clause")
    yield from slips_of(subject, _CODE, (_WHICH,), hint)
    texts = [text for text in subject.texts if text.role not in LINES]
    bare = [
        (text, match)
        for text in texts
        if any(sign in text.text for sign in ("ющ", "ущ", "ащ", "ящ", "вш"))
        for match in _BARE.finditer(text.text)
    ]
    if not bare:
        return
    parted = {
        match.groups()
        for text in texts
        if ", " in text.text
        for match in _PARTED.finditer(text.text)
    }
    found: dict[str, list[Place]] = {}
    for text, match in bare:
        if (match[1], match[3]) in parted:
            place = Place(text, match.start(2), match.start(2), ",")
            found.setdefault(text.document, []).append(place)
    for places in found.values():
        yield told_once(_CODE, _MESSAGE, places, hint)


RULE = Rule(_CODE, "text", _check)
